package io.github.coopj.governance.appeal;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What an agenda item OVERRIDE puts to the meeting (MEET-11): its digest is the subject of the item.
 *
 * @param cooperative account of the cooperative
 * @param challenged the decision to be changed or cancelled
 * @param replacement digest of what takes its place; {@link Checksum256#ZERO} cancels it
 */
public record OverrideOrder(
    Name cooperative, ChallengedDecision challenged, Checksum256 replacement) {
  /**
   * The subject of the agenda item.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.OVERRIDE_ORDER, this);
  }
}
