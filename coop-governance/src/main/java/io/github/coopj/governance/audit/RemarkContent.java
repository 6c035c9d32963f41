package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A remark or recommendation of the Revision commission (AUDIT-09).
 *
 * @param cooperative account of the cooperative
 * @param id number of the remark, 1 or more
 * @param kind remark or recommendation
 * @param addressee COUNCIL or BOARD
 * @param text digest of its text
 */
public record RemarkContent(
    Name cooperative,
    @AbiType("uint64") long id,
    RemarkKind kind,
    Office.Body addressee,
    Checksum256 text) {
  /** Refuses a remark without number or text, or to another body. */
  public RemarkContent {
    if (id < 1) {
      throw new InvalidValueException("a remark needs a number of 1 or more, got " + id);
    }
    if (addressee != Office.Body.COUNCIL && addressee != Office.Body.BOARD) {
      throw new InvalidValueException(
          "a remark goes to the Council or the Board, got " + addressee);
    }
    if (text.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a remark has a text");
    }
  }

  /**
   * Digest of the remark; a remark with any other word has another.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AUDIT_REMARK, this);
  }

  /**
   * The question whether to make the remark.
   *
   * @return a topic REMARK
   */
  public AuditTopic topic() {
    return new AuditTopic(cooperative, AuditQuestionType.REMARK, digest());
  }
}
