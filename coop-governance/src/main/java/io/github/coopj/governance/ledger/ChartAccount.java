package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * An account of a chart.
 *
 * @param number number
 * @param side on which side the balance grows
 * @param russian title in Russian
 * @param english title in English
 * @param byProgramme whether every transfer on it names a target programme
 * @param byMember whether every transfer on it names a member, and with him the programme (CPP-04)
 * @param floor the least balance in minor units that a wallet may have, pending transfers counted; empty for none. An account of
 *     the side {@link AccountSide#BOTH} has none
 */
public record ChartAccount(
    AccountNumber number,
    AccountSide side,
    String russian,
    String english,
    boolean byProgramme,
    boolean byMember,
    OptionalLong floor) {
  /** Refuses an account without titles, by member but not by programme, or with a floor on both sides. */
  public ChartAccount {
    Objects.requireNonNull(side, "side");
    if (russian.isBlank() || english.isBlank()) {
      throw new InvalidValueException("account " + number + " has a title in Russian and English");
    }
    if (byMember && !byProgramme) {
      throw new InvalidValueException(
          "account " + number + " is kept by member, so it is kept by programme");
    }
    if (side == AccountSide.BOTH && floor.isPresent()) {
      throw new InvalidValueException(
          "account " + number + " may stand on either side, so it has no floor");
    }
  }
}
