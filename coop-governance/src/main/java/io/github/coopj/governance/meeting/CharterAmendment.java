package io.github.coopj.governance.meeting;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.charter.ItemType;
import java.time.LocalDate;

/** A new version of the charter (новая редакция устава), which a general meeting alone adopts (MEET-12, ARCH-04). */
public final class CharterAmendment {
  private CharterAmendment() {}

  /**
   * Adopts a version.
   *
   * @param history the versions so far
   * @param next the version that the meeting decided on
   * @param decision its decision CHARTER, whose subject is the digest of the version
   * @return the longer history
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, CHARTER_VERSION_GAP,
   *     OUT_OF_ORDER if it would be in force before the day of the decision or before the last version
   */
  public static CharterHistory adopt(
      CharterHistory history, Charter next, MeetingDecision decision) {
    decision.requireOf(next.account(), ItemType.CHARTER);
    if (!decision.subject().equals(next.digest())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          next.digest(),
          "actual",
          decision.subject());
    }
    LocalDate decided = LocalDate.ofInstant(decision.effectiveAt(), next.zone());
    if (next.effectiveFrom().isBefore(decided)) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", next.effectiveFrom(), "notBefore", decided);
    }
    return history.with(next);
  }
}
