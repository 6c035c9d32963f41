package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.time.LocalDate;

/**
 * What the charter says of shares, programmes and results of the year.
 *
 * @param returnMonths months within which a due share is paid (FUND-12), 0 to 120
 * @param exitDebts what becomes of debts of who leaves a programme (CPP-16)
 * @param versionChange how a new version of a programme's regulation binds participants (CPP-10)
 * @param noticeDays days after which it binds them where notice is enough
 * @param mostPayments the most of the year's income that cooperative payments may take (FUND-21)
 * @param lossMonths months within which a loss is covered (FUND-21), 1 to 12
 */
public record MoneyPolicy(
    int returnMonths,
    ExitDebts exitDebts,
    VersionChange versionChange,
    int noticeDays,
    Ratio mostPayments,
    int lossMonths) {
  /** What becomes of debts of who leaves a programme (CPP-16). */
  public enum ExitDebts {
    /** He pays them first. */
    BLOCK,
    /** They are set off against his share, if he signs that. */
    NET
  }

  /** How a new version of a programme's regulation binds participants (CPP-10). */
  public enum VersionChange {
    /** By a new consent; until then the participant stays under the version that he consented to. */
    RE_CONSENT,
    /** By notice, after a number of days; who disagrees leaves. */
    NOTICE
  }

  /** Refuses payments above the whole income. */
  public MoneyPolicy {
    if (!Ratio.WHOLE.isAtLeast(mostPayments)) {
      throw new InvalidValueException(
          "payments.maxShare must be at most the whole income, got " + mostPayments);
    }
  }

  /**
   * Last day on which a share is paid in time.
   *
   * @param dueSince day on which it became due
   * @return the day so many months later; of a shorter month the last one
   */
  public LocalDate payBy(LocalDate dueSince) {
    return dueSince.plusMonths(returnMonths);
  }

  /**
   * Last day on which a loss is covered in time.
   *
   * @param approved day on which the meeting approved the balance
   * @return the day so many months later; of a shorter month the last one
   */
  public LocalDate coverBy(LocalDate approved) {
    return approved.plusMonths(lossMonths);
  }
}
