package io.github.coopj.samples.year.data;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import java.time.LocalDate;

/**
 * One contribution (взнос) as the cooperative's bank statement gives it.
 *
 * @param line line of the file, from 1
 * @param date day of the payment, in the zone of the cooperative
 * @param account account of the member who paid
 * @param kind what it was paid for
 * @param programme target programme of a {@link Kind#PROGRAMME} contribution, empty otherwise
 * @param amount more than nothing
 * @param reference number of the payment, not repeated in the file
 */
public record Contribution(
    long line,
    LocalDate date,
    Name account,
    Kind kind,
    Name programme,
    Asset amount,
    String reference) {
  /** What a contribution is paid for. */
  public enum Kind {
    /** Entrance contribution (вступительный взнос). */
    ENTRANCE("entrance"),
    /** Minimal share contribution (минимальный паевой взнос). */
    SHARE("share"),
    /** Contribution under a target consumer programme (взнос по ЦПП). */
    PROGRAMME("programme");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /**
     * The kind as the file writes it.
     *
     * @return lower-case word
     */
    public String text() {
      return text;
    }
  }
}
