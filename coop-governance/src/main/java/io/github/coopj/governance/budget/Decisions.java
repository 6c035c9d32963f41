package io.github.coopj.governance.budget;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.MeetingDecision;

/** Asks for a decision of the meeting on exactly one document. */
final class Decisions {
  private Decisions() {}

  static void require(
      MeetingDecision decision, Name cooperative, ItemType type, Checksum256 subject) {
    decision.requireOf(cooperative, type);
    if (!decision.subject().equals(subject)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          subject,
          "actual",
          decision.subject());
    }
  }
}
