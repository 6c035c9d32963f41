package io.github.coopj.governance.agenda;

import io.github.coopj.governance.charter.AgendaPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.notice.NoticeClock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Items that came onto the agenda after the notice (AGENDA-18): the clock of the notice starts again for them, with thirty
 * days for reorganization, and what members were not told of in time is not decided.
 */
public final class LateItems {
  private LateItems() {}

  /**
   * The first day on which a meeting may open after members were told of an amended agenda.
   *
   * @param diff what changed
   * @param noticeAt when members are told of it
   * @param charter the charter in force
   * @return the day; the day of the notice itself if nothing is new
   */
  public static LocalDate earliestOpening(AgendaDiff diff, Instant noticeAt, Charter charter) {
    LocalDate day = LocalDate.ofInstant(noticeAt, charter.zone());
    for (AgendaItem item : diff.news()) {
      LocalDate first = NoticeClock.firstDay(
          noticeAt,
          charter.notice().daysFor(item.type()),
          charter.notice().counting(),
          charter.zone());
      day = first.isAfter(day) ? first : day;
    }
    return day;
  }

  /**
   * Whether an item that the whole roll was not told of in time is decided: only where the charter allows it, and only when the
   * whole roll takes part.
   *
   * @param present members who take part
   * @param eligible members on the roll
   * @param policy agenda policy of the charter
   * @return whether the votes on it count
   */
  public static boolean areDecided(long present, long eligible, AgendaPolicy policy) {
    return policy.lateItemIfAllPresent() && eligible > 0 && present == eligible;
  }
}
