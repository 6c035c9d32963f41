package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A question on which the Revision commission and a body disagree, as the general meeting decides it (AUDIT-11, MEET-30).
 *
 * @param cooperative account of the cooperative
 * @param remark digest of the remark
 * @param addressee COUNCIL or BOARD
 * @param objection digest of the body's objection; zero if it let the time pass
 */
public record Disagreement(
    Name cooperative, Checksum256 remark, Office.Body addressee, Checksum256 objection) {
  /**
   * Whether the body has objected.
   *
   * @return false if it let the time pass
   */
  public boolean isObjection() {
    return !objection.equals(Checksum256.ZERO);
  }

  /**
   * Digest that the agenda item names.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AUDIT_REMARK, this);
  }

  /**
   * The question whether to pass it to the meeting.
   *
   * @return a topic ESCALATE
   */
  public AuditTopic topic() {
    return new AuditTopic(cooperative, AuditQuestionType.ESCALATE, digest());
  }
}
