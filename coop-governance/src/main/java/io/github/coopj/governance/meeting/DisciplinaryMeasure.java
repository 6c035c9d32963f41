package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.Optional;

/**
 * A disciplinary measure (дисциплинарное взыскание) on the Chairman of the Council, who answers to the general meeting
 * (MEET-27, CHAIR-10). The digest is the subject of an item DISCIPLINE that names him.
 *
 * @param cooperative account of the cooperative
 * @param chairman the Chairman of the Council
 * @param measure the measure, in words
 * @param grounds for what, in words
 */
public record DisciplinaryMeasure(Name cooperative, Name chairman, String measure, String grounds) {
  /** Refuses a measure without words. */
  public DisciplinaryMeasure {
    if (measure.isBlank() || grounds.isBlank()) {
      throw new InvalidValueException("a measure needs its words and its grounds");
    }
  }

  /**
   * Subject of the agenda item.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.DISCIPLINARY_MEASURE, this);
  }

  /**
   * Records the measure that a general meeting has imposed.
   *
   * @param meeting the meeting
   * @param item number of the item DISCIPLINE on this measure
   * @param council the Council
   * @param before the record of the same decision, if there is one
   * @return the record, which stays
   * @throws GovernanceException ITEM_NOT_ADOPTED, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     NOT_CHAIRMAN if it names another than the item, or who was not Chairman when the decision took effect and was not
   *     recalled by the same meeting, DECISION_ALREADY_USED
   */
  public MeasureRecord imposed(
      HeldMeeting meeting, int item, Council council, Optional<MeasureRecord> before) {
    MeetingDecision decision = meeting.decision(item);
    decision.requireOf(cooperative, ItemType.DISCIPLINE);
    if (!decision.subject().equals(digest())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          digest(),
          "actual",
          decision.subject());
    }
    boolean recalled = meeting.decisions().stream()
        .anyMatch(other ->
            other.type() == ItemType.RE_ELECT && other.elected().equals(Optional.of(chairman)));
    boolean inOffice = council.isChairman(chairman, decision.effectiveAt());
    if (!decision.elected().equals(Optional.of(chairman)) || !(inOffice || recalled)) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          chairman,
          "chairman",
          council.chairman(decision.effectiveAt()).map(Name::toString).orElse("nobody"));
    }
    if (before.isPresent()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    return new MeasureRecord(decision.id(), this, TimePointSec.of(decision.effectiveAt()));
  }
}
