package io.github.coopj.governance.notice;

import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * How early members must be told of a meeting (уведомление): 10 days, or 30 when reorganization is on the agenda
 * (NOTICE-03, NOTICE-04). Days are calendar days in the cooperative's zone, so a change of clocks moves nothing.
 */
public final class NoticeClock {
  private NoticeClock() {}

  /**
   * Days of notice that an agenda needs: the largest of its items.
   *
   * @param items types of the items of the agenda
   * @param policy notice policy of the charter
   * @return days, 0 or more
   */
  public static int requiredDays(Collection<ItemType> items, NoticePolicy policy) {
    int days = policy.defaultDays();
    for (ItemType type : items) {
      days = Math.max(days, policy.daysFor(type));
    }
    return days;
  }

  /**
   * Days of notice that a repeat cycle needs (MEET-22): those of the charter for repeat cycles, or what the charter lists
   * for an item of the agenda where that is more. The question weighs the same in every cycle (NOTICE-04).
   *
   * @param items types of the items of the agenda
   * @param policy notice policy of the charter
   * @param repeatDays days of the charter for repeat cycles
   * @return days, 0 or more
   */
  public static int requiredDaysOfRepeat(
      Collection<ItemType> items, NoticePolicy policy, int repeatDays) {
    int days = repeatDays;
    for (ItemType type : items) {
      days = Math.max(days, policy.days().getOrDefault(type, 0));
    }
    return days;
  }

  /**
   * Whether a notice sent at one instant is early enough for a meeting opening at another.
   *
   * @param noticeAt when the notice is sent
   * @param opensAt when the meeting opens
   * @param days days of notice required, 0 or more
   * @param counting whether the difference of dates must reach {@code days}, or that many full days must lie between
   * @param zone zone of the cooperative
   * @return true if timely; the last timely day is included
   */
  public static boolean isTimely(
      Instant noticeAt, Instant opensAt, int days, NoticePolicy.Counting counting, ZoneId zone) {
    return !noticeAt.isAfter(opensAt)
        && !LocalDate.ofInstant(noticeAt, zone).isAfter(lastDay(opensAt, days, counting, zone));
  }

  /**
   * The last date on which a notice is timely.
   *
   * @param opensAt when the meeting opens
   * @param days days of notice required, 0 or more
   * @param counting how days are counted
   * @param zone zone of the cooperative
   * @return a date in that zone
   */
  public static LocalDate lastDay(
      Instant opensAt, int days, NoticePolicy.Counting counting, ZoneId zone) {
    long back = counting == NoticePolicy.Counting.FULL_DAYS_BETWEEN ? days + 1L : days;
    return LocalDate.ofInstant(opensAt, zone).minusDays(back);
  }

  /**
   * The first date on which a meeting may open after a notice.
   *
   * @param noticeAt when the notice is sent
   * @param days days of notice required, 0 or more
   * @param counting how days are counted
   * @param zone zone of the cooperative
   * @return a date in that zone
   */
  public static LocalDate firstDay(
      Instant noticeAt, int days, NoticePolicy.Counting counting, ZoneId zone) {
    long ahead = counting == NoticePolicy.Counting.FULL_DAYS_BETWEEN ? days + 1L : days;
    return LocalDate.ofInstant(noticeAt, zone).plusDays(ahead);
  }

  /**
   * Calendar days between a notice and the opening.
   *
   * @param noticeAt when the notice is sent
   * @param opensAt when the meeting opens
   * @param zone zone of the cooperative
   * @return difference of the two dates in that zone, negative if the notice is later
   */
  public static long daysBetween(Instant noticeAt, Instant opensAt, ZoneId zone) {
    return ChronoUnit.DAYS.between(
        LocalDate.ofInstant(noticeAt, zone), LocalDate.ofInstant(opensAt, zone));
  }
}
