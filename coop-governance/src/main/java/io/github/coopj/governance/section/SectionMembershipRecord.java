package io.github.coopj.governance.section;

import io.github.coopj.core.time.TimePointSec;
import java.util.List;

/**
 * To which sections a member belonged, as it is stored. Each choice holds until the next begins, so nobody is in two
 * sections (KU-09).
 *
 * @param choices signed choices, each beginning after the one before
 * @param leftAt first second out of the cooperative, {@link TimePointSec#EPOCH} for who did not leave
 */
public record SectionMembershipRecord(List<SectionChoice> choices, TimePointSec leftAt) {
  /** Copies the list. */
  public SectionMembershipRecord {
    choices = List.copyOf(choices);
  }
}
