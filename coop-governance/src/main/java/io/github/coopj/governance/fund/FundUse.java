package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fund may be spent on.
 *
 * @param fund code of the fund
 * @param purposes codes of the purposes, each once, none for a fund that is not spent
 */
public record FundUse(Name fund, List<Name> purposes) {
  /** Uses of the five funds until a meeting decides otherwise (FUND-04 to FUND-08). The indivisible fund is not spent. */
  public static final List<FundUse> DEFAULT = List.of(
      of("indivisible"),
      of("reserve", "unforeseen", "loss"),
      of("development", "technology", "education", "marketing", "project"),
      of("mutualaid", "illness", "jobloss", "disaster", "family", "hardship"),
      of(
          "operations",
          "materials",
          "wages",
          "rent",
          "utilities",
          "taxes",
          "services",
          "repairs",
          "goods"));

  /** Refuses a purpose without code, one named twice, and uses of the indivisible fund (FUND-04). */
  public FundUse {
    purposes = List.copyOf(purposes);
    if (fund.isEmpty()
        || purposes.stream().anyMatch(Name::isEmpty)
        || purposes.stream().distinct().count() != purposes.size()) {
      throw new InvalidValueException(
          "uses of a fund name each purpose once, got " + fund + " " + purposes);
    }
    if (fund.equals(FundCode.INDIVISIBLE.code()) && !purposes.isEmpty()) {
      throw new InvalidValueException(
          "the indivisible fund is not spent by a regulation, got " + purposes);
    }
  }

  private static FundUse of(String fund, String... purposes) {
    return new FundUse(Name.of(fund), Stream.of(purposes).map(Name::of).toList());
  }
}
