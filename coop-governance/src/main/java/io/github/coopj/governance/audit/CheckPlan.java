package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What the Revision commission decides to check.
 *
 * @param cooperative account of the cooperative
 * @param id number of the check, 1 or more
 * @param type what is checked
 * @param unit account of the organization or branch; empty where the cooperative itself is checked
 * @param from first second of the time that is checked
 * @param until first second after it
 */
public record CheckPlan(
    Name cooperative,
    @AbiType("uint64") long id,
    CheckType type,
    Name unit,
    TimePointSec from,
    TimePointSec until) {
  /** Refuses a plan without number or span, and a unit where none belongs. */
  public CheckPlan {
    if (id < 1) {
      throw new InvalidValueException("a check needs a number of 1 or more, got " + id);
    }
    if (type.isOfUnit() == unit.isEmpty()) {
      throw new InvalidValueException(
          "a check of type " + type + (type.isOfUnit() ? " names a unit" : " names no unit"));
    }
    if (until.compareTo(from) <= 0) {
      throw new InvalidValueException("a check covers some time, got " + from + " to " + until);
    }
  }

  /**
   * Digest of the plan.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AUDIT_CHECK, this);
  }

  /**
   * The question whether to check.
   *
   * @return a topic CHECK
   */
  public AuditTopic topic() {
    return new AuditTopic(cooperative, AuditQuestionType.CHECK, digest());
  }
}
