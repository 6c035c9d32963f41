package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;
import java.util.Optional;

/**
 * Content of the question of an expense (COUNCIL-14).
 *
 * @param cooperative account of the cooperative
 * @param payee who is paid
 * @param amount how much, above zero
 * @param document digest of the paper that it is owed by, such as a bill
 */
public record Spending(Name cooperative, Name payee, Asset amount, Checksum256 document)
    implements RoutineTask {
  /** Refuses an expense of nothing, to nobody or without a paper. */
  public Spending {
    if (amount.amount() <= 0 || payee.isEmpty() || document.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "an expense needs an amount above zero, a payee and a paper, got " + amount);
    }
  }

  @Override
  public QuestionType type() {
    return QuestionType.SPENDING;
  }

  @Override
  public Checksum256 subject() {
    return DocumentDigest.of(DocumentType.SPENDING, this);
  }

  @Override
  public List<Checksum256> materials() {
    return List.of(document);
  }

  @Override
  public Optional<Asset> price() {
    return Optional.of(amount);
  }

  @Override
  public void requireReady() {
    // the paper and the amount are all there is
  }
}
