package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Content of the question who is chairman of the Revision commission (AUDIT-04).
 *
 * @param cooperative account of the cooperative
 * @param member whom the commission elects
 */
public record AuditChair(Name cooperative, Name member) {
  /**
   * The question.
   *
   * @return a topic ELECT_CHAIR
   */
  public AuditTopic topic() {
    return new AuditTopic(
        cooperative,
        AuditQuestionType.ELECT_CHAIR,
        DocumentDigest.of(DocumentType.AUDIT_DECISION, this));
  }
}
