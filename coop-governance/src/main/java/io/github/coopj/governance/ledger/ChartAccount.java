package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
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
 * @param role what rules use it for
 * @param fund code of the fund for the role {@link AccountRole#FUND}, otherwise {@link Name#EMPTY}
 */
public record ChartAccount(
    AccountNumber number,
    AccountSide side,
    String russian,
    String english,
    boolean byProgramme,
    boolean byMember,
    OptionalLong floor,
    AccountRole role,
    Name fund) {
  /** Refuses an account without titles, by member but not by programme, or with a floor on both sides, and a fund unnamed. */
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
    if ((role == AccountRole.FUND) == fund.isEmpty()) {
      throw new InvalidValueException(
          "account " + number + " names a fund if its role is FUND and only then");
    }
    if (role == AccountRole.FUND && (side != AccountSide.CREDIT || byProgramme)) {
      throw new InvalidValueException(
          "account " + number + " is a fund, so it stands on the credit and is kept by nothing");
    }
  }

  /**
   * An account that no rule looks for.
   *
   * @param number number
   * @param side on which side the balance grows
   * @param russian title in Russian
   * @param english title in English
   * @param byProgramme whether every transfer on it names a target programme
   * @param byMember whether every transfer on it names a member
   * @param floor the least balance of a wallet in minor units, empty for none
   */
  public ChartAccount(
      AccountNumber number,
      AccountSide side,
      String russian,
      String english,
      boolean byProgramme,
      boolean byMember,
      OptionalLong floor) {
    this(
        number, side, russian, english, byProgramme, byMember, floor, AccountRole.NONE, Name.EMPTY);
  }
}
