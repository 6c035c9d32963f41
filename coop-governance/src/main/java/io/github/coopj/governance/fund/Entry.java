package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.Optional;

/**
 * One entry of double-entry bookkeeping: the same amount on the debit of one account and on the credit of another, so
 * debits equal credits whatever is booked.
 *
 * <p>From the five funds of target financing a member gets aid of the mutual aid fund and what was entered by error, and
 * nothing else: membership contributions are not returned, whatever the entry calls it (FUND-13).
 *
 * @param debit account debited
 * @param credit account credited, another one
 * @param amount above zero
 * @param member account of the member it concerns, {@link Name#EMPTY} for none
 * @param programme programme it belongs to; 0 only where no member is concerned (CPP-04)
 * @param source where the money comes from (FUND-09)
 * @param ruleVersion version of the fund rules applied, 0 if none was
 * @param document digest of the paper behind it
 */
public record Entry(
    LedgerAccount debit,
    LedgerAccount credit,
    Asset amount,
    Name member,
    @AbiType("uint64") long programme,
    EntrySource source,
    int ruleVersion,
    Checksum256 document) {
  /** Checks the parts against each other. */
  public Entry {
    if (debit == credit) {
      throw new InvalidValueException("an entry needs two accounts, got twice " + debit);
    }
    if (!amount.isPositive()) {
      throw new InvalidValueException("the amount of an entry must be above zero, got " + amount);
    }
    if (!member.isEmpty() && programme == 0) {
      throw new InvalidValueException(
          "an entry about the member " + member + " must name a programme");
    }
    boolean shares = debit == LedgerAccount.SHARE_FUND || credit == LedgerAccount.SHARE_FUND;
    if (shares && member.isEmpty()) {
      throw new InvalidValueException("an entry on the share fund must name a member");
    }
    boolean leaves = credit == LedgerAccount.CASH || credit == LedgerAccount.SHARE_FUND;
    if (debit.isTargetFinancing() && leaves && source != EntrySource.REVERSAL) {
      if (!member.isEmpty()
          && (debit != LedgerAccount.MUTUAL_AID_FUND
              || credit != LedgerAccount.CASH
              || source != EntrySource.FUND_USE)) {
        throw new InvalidValueException("a membership contribution is not returned");
      }
      if (source != EntrySource.FUND_USE) {
        throw new InvalidValueException(
            "money leaves a fund for its use or to undo an error, got " + source);
      }
    }
  }

  /**
   * What the entry does to the balance of an account.
   *
   * @param account any account
   * @return minor units, 0 if the account is not touched
   */
  public long effectOn(LedgerAccount account) {
    long effect = 0;
    if (account == debit) {
      effect += account.sign(LedgerAccount.Side.DEBIT) * amount.amount();
    }
    if (account == credit) {
      effect += account.sign(LedgerAccount.Side.CREDIT) * amount.amount();
    }
    return effect;
  }

  /**
   * What the entry does to the share (пай) of the member it concerns.
   *
   * @return the change, empty if no share changes
   */
  public Optional<Asset> onShare() {
    long effect = effectOn(LedgerAccount.SHARE_FUND);
    return effect == 0 ? Optional.empty() : Optional.of(new Asset(effect, amount.symbol()));
  }
}
