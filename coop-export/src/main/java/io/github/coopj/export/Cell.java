package io.github.coopj.export;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;
import java.math.BigDecimal;

/** What stands in one place of a table. */
public sealed interface Cell {
  /** Nothing. */
  Cell EMPTY = new Text("");

  /**
   * Words.
   *
   * @param text any text
   */
  record Text(String text) implements Cell {}

  /**
   * A whole number.
   *
   * @param number the number
   */
  record Count(long number) implements Cell {}

  /**
   * An amount, without its currency.
   *
   * @param asset the amount
   */
  record Amount(Asset asset) implements Cell {
    /**
     * The exact value.
     *
     * @return with as many decimals as the currency has
     */
    public BigDecimal value() {
      return BigDecimal.valueOf(asset.amount(), asset.symbol().precision());
    }
  }

  /**
   * A moment.
   *
   * @param time the moment
   */
  record Time(TimePointSec time) implements Cell {}
}
