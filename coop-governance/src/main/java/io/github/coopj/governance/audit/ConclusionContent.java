package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.HashSet;
import java.util.List;

/**
 * The annual conclusion of the Revision commission (заключение ревизионной комиссии, AUDIT-13).
 *
 * @param cooperative account of the cooperative
 * @param from first second of the financial year
 * @param until first second after it
 * @param text digest of its text
 * @param checks digests of the plans of the checks it rests on, one or more, each once
 */
public record ConclusionContent(
    Name cooperative,
    TimePointSec from,
    TimePointSec until,
    Checksum256 text,
    List<Checksum256> checks) {
  /** Refuses a conclusion on no time, without text or without a check. */
  public ConclusionContent {
    checks = List.copyOf(checks);
    if (until.compareTo(from) <= 0) {
      throw new InvalidValueException("a conclusion is on some time, got " + from + " to " + until);
    }
    if (text.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a conclusion has a text");
    }
    if (checks.isEmpty() || new HashSet<>(checks).size() != checks.size()) {
      throw new InvalidValueException("a conclusion rests on checks, each named once: " + checks);
    }
  }

  /**
   * Digest that an agenda item AUDIT_CONCLUSION names (AGENDA-06).
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AUDIT_CONCLUSION, this);
  }

  /**
   * The question whether to give the conclusion.
   *
   * @return a topic CONCLUSION
   */
  public AuditTopic topic() {
    return new AuditTopic(cooperative, AuditQuestionType.CONCLUSION, digest());
  }
}
