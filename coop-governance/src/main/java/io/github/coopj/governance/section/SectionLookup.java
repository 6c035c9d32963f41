package io.github.coopj.governance.section;

import java.time.Instant;
import java.util.List;

/** Answers which sections a cooperative has. */
@FunctionalInterface
public interface SectionLookup {
  /**
   * The active sections.
   *
   * @param at the moment
   * @return their numbers, ascending
   */
  List<Long> active(Instant at);
}
