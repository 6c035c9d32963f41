package io.github.coopj.chain.system;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;

/** Rows of the tables of rent, all in the scope of {@code eosio}. */
public final class RentTables {
  /** Terms and totals: one row, key 0. */
  public static final Name RENT = Name.of("rent");

  /** What is rented, in the order in which it ends. */
  public static final Name ORDERS = Name.of("rentorders");

  /** Who owes rent for RAM. */
  public static final Name DEBTS = Name.of("rentdebts");

  private RentTables() {}

  /**
   * The row of {@code rent}.
   *
   * @param terms terms for new payments
   * @param rented what is rented out, RAM that is owed for included
   * @param orders how many orders there ever were
   */
  @AbiName("rent_state")
  public record RentState(
      RentTerms terms, RentShare rented, @AbiType("uint32") long orders) {}

  /**
   * Row of {@code rentorders}.
   *
   * @param id key: seconds of the end in the upper, number of the order in the lower 32 bits
   * @param owner account that rents
   * @param ends when it ends
   * @param share what is rented
   */
  @AbiName("rent_order")
  public record RentOrder(
      @AbiType("uint64") long id, Name owner, TimePointSec ends, RentShare share) {
    static RentOrder of(long number, Name owner, TimePointSec ends, RentShare share) {
      return new RentOrder(ends.seconds() << 32 | (number & 0xffff_ffffL), owner, ends, share);
    }
  }

  /**
   * Row of {@code rentdebts}. Until it is paid the account can use no more RAM than it does.
   *
   * @param owner account that owes, the key
   * @param ramBytes bytes it owes rent for; the next payment must be more than as many minor units
   * @param due since when the rent is due
   */
  @AbiName("rent_debt")
  public record RentDebt(Name owner, @AbiName("ram_bytes") long ramBytes, TimePointSec due) {}
}
