package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.charter.AnnualPolicy;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The dates on which the annual meeting of one financial year may be held: not earlier than two and not later than six
 * months after its end (MEET-09). With s the first day after the year, the dates are s + 2 months ≤ d &lt; s + 6 months:
 * 1 March to 30 June for a year that ends on 31 December.
 *
 * @param yearEnd last day of the financial year
 * @param from first allowed date
 * @param until first date that is too late
 */
public record AnnualWindow(LocalDate yearEnd, LocalDate from, LocalDate until) {
  /** Checks the order of the dates. */
  public AnnualWindow {
    if (!yearEnd.isBefore(from) || !from.isBefore(until)) {
      throw new InvalidValueException(
          "annual window must lie after " + yearEnd + ", got " + from + " until " + until);
    }
  }

  /**
   * The window after a financial year.
   *
   * @param yearEnd last day of the financial year
   * @param policy first and last month of the window
   * @return the window
   */
  public static AnnualWindow after(LocalDate yearEnd, AnnualPolicy policy) {
    LocalDate start = yearEnd.plusDays(1);
    return new AnnualWindow(
        yearEnd, start.plusMonths(policy.fromMonths()), start.plusMonths(policy.toMonths()));
  }

  /**
   * The window of the financial year that ended last before a date.
   *
   * @param date a date, usually of a meeting
   * @param financialYearEnd month and day on which financial years end; 29 February means the last day of February
   * @param policy first and last month of the window
   * @return the window; it need not contain the date
   */
  public static AnnualWindow near(LocalDate date, MonthDay financialYearEnd, AnnualPolicy policy) {
    LocalDate end = financialYearEnd.atYear(date.getYear());
    return after(end.isBefore(date) ? end : financialYearEnd.atYear(date.getYear() - 1), policy);
  }

  /**
   * Whether an annual meeting may be held on a date.
   *
   * @param date a date in the cooperative's zone
   * @return true inside the window
   */
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && date.isBefore(until);
  }

  /**
   * Whether the annual meeting of this financial year is overdue (MEET-06): from the day after the window closed.
   *
   * @param today a date in the cooperative's zone
   * @param held whether the annual meeting of this financial year was held
   * @return true if the duty is broken
   */
  public boolean isOverdue(LocalDate today, boolean held) {
    return !held && !today.isBefore(until);
  }
}
