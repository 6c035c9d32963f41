package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import java.util.List;

/**
 * What the secretary adds to the figures of a meeting.
 *
 * @param place place of the meeting, or the address it was held at electronically
 * @param counters who counted the votes
 * @param objections who voted against and asked to have it recorded
 * @param rejected ballots that were refused
 */
public record MinutesNotes(
    String place,
    List<Name> counters,
    List<MinutesNarrative.Objection> objections,
    List<MinutesNarrative.RejectedBallot> rejected) {
  /** Copies the lists. */
  public MinutesNotes {
    counters = List.copyOf(counters);
    objections = List.copyOf(objections);
    rejected = List.copyOf(rejected);
  }
}
