package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.ledger.AccountNumber;

/**
 * Content of the question of an expense that is not in the estimate (расход сверх сметы; BOARD-04).
 *
 * @param cooperative account of the cooperative
 * @param payee who is paid
 * @param amount how much, above zero
 * @param source account of the chart from which it is paid
 * @param document digest of the paper that it is owed by
 */
public record Expense(
    Name cooperative, Name payee, Asset amount, AccountNumber source, Checksum256 document) {
  /** Refuses an expense of nothing, to nobody or without a paper. */
  public Expense {
    if (amount.amount() <= 0 || payee.isEmpty() || document.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "an expense needs an amount above zero, a payee and a paper, got " + amount);
    }
  }

  /**
   * Subject of a question of the Board, or SPENDING of the Council.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.EXPENSE, this);
  }
}
