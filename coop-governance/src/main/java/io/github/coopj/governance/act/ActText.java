package io.github.coopj.governance.act;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.Optional;

/**
 * What an officer does in the name of the cooperative.
 *
 * @param cooperative account of the cooperative
 * @param matter number of the matter (дело), 1 or more: acts on one matter of two officers may conflict
 * @param actor who acts
 * @param body in whose name: the Council's Chairman or the Board's
 * @param kind what he does
 * @param amount what it costs; a payment always names it
 * @param document digest of the paper: a contract, a bill, an order
 */
public record ActText(
    Name cooperative,
    @AbiType("uint64") long matter,
    Name actor,
    Office.Body body,
    ActKind kind,
    Optional<Asset> amount,
    Checksum256 document) {
  /** Refuses an act without a matter or a paper, a payment of nothing and an amount below zero. */
  public ActText {
    if (matter < 1 || document.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("an act is about a matter and has a paper, got " + matter);
    }
    if (amount.filter(Asset::isNegative).isPresent()
        || (kind.isSpending() && amount.filter(Asset::isPositive).isEmpty())) {
      throw new InvalidValueException("an act of kind " + kind + " cannot cost "
          + amount.map(Asset::toString).orElse("nothing"));
    }
  }

  /**
   * Names the act.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.ACT, this);
  }
}
