package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;
import java.util.List;

/** Decisions of meetings of members, always on item 1. */
public final class Decisions {
  private Decisions() {}

  /** A decision in force over a document. */
  public static MeetingDecision of(
      Name cooperative, long meeting, ItemType type, Checksum256 subject, Instant at) {
    return new MeetingDecision(
        cooperative, meeting, MeetingBody.MEMBERS, 1, type, List.of(), subject, at);
  }
}
