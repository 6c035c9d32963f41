package io.github.coopj.governance.share;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.document.SignerKeys;
import java.util.List;

/**
 * A member's consent to set his debts off against what is due to him from his share (заявление о зачёте; FUND-12). Without his
 * signature nothing is set off.
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param lines what is set off
 * @param writtenAt when he wrote it
 */
public record DebtNetting(Name cooperative, Name member, List<Line> lines, TimePointSec writtenAt) {
  /** What is owed. */
  public enum Debt {
    /** A loan. */
    LOAN,
    /** An advance not reported on. */
    ADVANCE
  }

  /**
   * One debt.
   *
   * @param share programme under which the share was paid that pays the debt
   * @param debt what is owed
   * @param programme programme under which it is owed
   * @param amount how much is set off, above zero
   */
  @AbiName("debtline")
  public record Line(
      @AbiType("uint64") long share,
      Debt debt,
      @AbiType("uint64") long programme,
      Asset amount) {
    /** Refuses nothing. */
    public Line {
      if (!amount.isPositive()) {
        throw new InvalidValueException("what is set off is above zero, got " + amount);
      }
    }
  }

  /** Refuses an empty consent. */
  public DebtNetting {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new InvalidValueException("a consent to set off names at least one debt");
    }
  }

  /**
   * What the member signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.DEBT_NETTING, this);
  }

  /**
   * The consent with the member's signature.
   *
   * @param signature his signature under {@link #digest}
   * @param keys which keys sign for which accounts
   * @return the ground on which debts may be set off
   * @throws io.github.coopj.governance.GovernanceException if the signature is not his
   */
  public Signed signed(DocumentSignature signature, SignerKeys keys) {
    signature.requireGenuine(digest(), member, keys);
    return new Signed(this, signature.signedAt());
  }

  /** A consent that the member signed. */
  public static final class Signed {
    private final DebtNetting netting;
    private final TimePointSec signedAt;

    private Signed(DebtNetting netting, TimePointSec signedAt) {
      this.netting = netting;
      this.signedAt = signedAt;
    }

    /**
     * What he signed.
     *
     * @return the consent
     */
    public DebtNetting netting() {
      return netting;
    }

    /**
     * When he signed it.
     *
     * @return time of the signature
     */
    public TimePointSec signedAt() {
      return signedAt;
    }
  }
}
