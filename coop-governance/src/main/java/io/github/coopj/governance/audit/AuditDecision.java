package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/** A decision of the Revision commission, in force by the signatures of those who voted for. */
public final class AuditDecision extends AuditQuestion {
  AuditDecision(AuditQuestionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.adopted(this);
  }

  /**
   * From when it is in force: the time of the count.
   *
   * @return the time
   */
  public TimePointSec effectiveAt() {
    return data.decidedAt();
  }

  /**
   * The whole decision with its signed votes.
   *
   * @return digest that changes with any part of it (AUDIT-07)
   */
  public Checksum256 hash() {
    return DocumentDigest.of(DocumentType.AUDIT_DECISION, data);
  }

  /**
   * Who answers for the decision.
   *
   * @return members who voted for, in the order of voting
   */
  public List<Name> responsible() {
    return data.votersFor();
  }

  /**
   * Refuses to be used in another cooperative or for something else.
   *
   * @param needed topic needed
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public void requireAbout(AuditTopic needed) {
    AuditTopic actual = topic();
    if (!actual.cooperative().equals(needed.cooperative())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          needed.cooperative(),
          "addressed",
          actual.cooperative());
    }
    if (actual.type() != needed.type()) {
      throw new GovernanceException(
          Reason.DECISION_OF_OTHER_TYPE,
          "decision",
          id(),
          "expected",
          needed.type(),
          "actual",
          actual.type());
    }
    if (!actual.subject().equals(needed.subject())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          id(),
          "expected",
          needed.subject(),
          "actual",
          actual.subject());
    }
  }
}
