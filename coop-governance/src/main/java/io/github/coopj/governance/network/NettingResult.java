package io.github.coopj.governance.network;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * What of each claim is set off, with a certificate that no more can be.
 *
 * @param cleared one entry a claim, by its number
 * @param certificate one entry a cooperative, in the order of accounts
 */
public record NettingResult(List<Cleared> cleared, List<Potential> certificate) {
  /** Copies the lists. */
  public NettingResult {
    cleared = List.copyOf(cleared);
    certificate = List.copyOf(certificate);
  }

  /**
   * What of one claim is set off.
   *
   * @param claim the claim
   * @param amount 0 to the claim
   */
  public record Cleared(Claim claim, Asset amount) {}

  /**
   * A cooperative's number in the certificate. A claim that is not set off whole leads from a lower to a higher one by at least 1;
   * a claim that is set off at all leads up by at most 1. Round a circle that adds up to nothing, so no other circle clears more.
   *
   * @param party account of the cooperative
   * @param value its number
   */
  public record Potential(Name party, @AbiType("int64") long value) {}

  /**
   * What is set off in all.
   *
   * @return minor units
   */
  public long total() {
    return cleared.stream().mapToLong(each -> each.amount().amount()).reduce(0, Math::addExact);
  }

  /**
   * What the cooperatives sign (акт взаимозачёта).
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.NETTING_ACT, this);
  }
}
