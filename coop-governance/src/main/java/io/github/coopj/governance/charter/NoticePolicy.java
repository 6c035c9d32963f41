package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Notice of a general meeting (NOTICE-03, NOTICE-04, NOTICE-06).
 *
 * @param days least days by item type, sorted by type
 * @param defaultDays least days for every item type not listed
 * @param counting how the days are counted
 * @param blockIfUndelivered whether a meeting cannot open while somebody on the roll was not notified
 * @param requireRsvp whether only who reacted to the notice takes part (NOTICE-02)
 * @param channels ways to send a notice, in the order in which they are tried; at least one (NOTICE-07)
 */
public record NoticePolicy(
    Map<ItemType, Integer> days,
    int defaultDays,
    Counting counting,
    boolean blockIfUndelivered,
    boolean requireRsvp,
    List<NoticeChannel> channels) {
  /** How days between two dates of the cooperative's zone are counted. */
  public enum Counting {
    /** Date of the meeting minus date of the notice. */
    DATE_DIFF,
    /** Full days between both dates: one less than the difference. */
    FULL_DAYS_BETWEEN
  }

  /** Refuses a shorter notice for reorganization than for other items. */
  public NoticePolicy {
    days = Collections.unmodifiableMap(new TreeMap<>(days));
    Objects.requireNonNull(counting, "counting");
    channels = List.copyOf(channels);
    if (defaultDays < 0 || days.values().stream().anyMatch(d -> d < 0)) {
      throw new InvalidValueException("notice.days must not be negative");
    }
    int reorganization = days.getOrDefault(ItemType.REORGANIZATION, defaultDays);
    if (reorganization < defaultDays) {
      throw new InvalidValueException(
          "notice.days.REORGANIZATION must not be below notice.days.DEFAULT " + defaultDays
              + ", got " + reorganization);
    }
  }

  /**
   * Least days of notice for an item.
   *
   * @param itemType type of the agenda item
   * @return the days listed for it, or the default
   */
  public int daysFor(ItemType itemType) {
    return days.getOrDefault(itemType, defaultDays);
  }
}
