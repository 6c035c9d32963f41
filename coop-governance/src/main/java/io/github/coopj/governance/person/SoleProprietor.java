package io.github.coopj.governance.person;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.Checksum256;

/**
 * A sole proprietor (индивидуальный предприниматель): an individual in business on his own.
 *
 * @param individual who he is
 * @param ogrnip his state number
 */
public record SoleProprietor(Individual individual, Ogrnip ogrnip) implements Person {
  @Override
  public PersonKind kind() {
    return PersonKind.SOLE_PROPRIETOR;
  }

  @Override
  public Inn inn() {
    return individual.inn();
  }

  @Override
  public Checksum256 digest(Bytes salt) {
    return PersonDigest.of(
        salt, "data", kind().name(), individual.digest(salt).toHex(), ogrnip.value());
  }

  /** Names no data. */
  @Override
  public String toString() {
    return "SoleProprietor";
  }
}
