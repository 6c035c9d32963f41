package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;

/**
 * What a question of the Revision commission is about. Whoever gives a decision its effect asks for exactly this topic.
 *
 * @param cooperative account of the cooperative
 * @param type kind of question
 * @param subject digest of what it is about
 */
public record AuditTopic(Name cooperative, AuditQuestionType type, Checksum256 subject) {
  /** Refuses a topic of no cooperative or about nothing. */
  public AuditTopic {
    if (cooperative.isEmpty() || subject.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a topic needs its cooperative and its subject");
    }
  }
}
