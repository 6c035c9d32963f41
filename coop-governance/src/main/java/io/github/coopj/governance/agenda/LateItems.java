package io.github.coopj.governance.agenda;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.notice.NoticeClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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
   * Refuses to decide an item that the whole roll was not told of in time. Where the charter allows it, nothing is refused
   * when the whole roll takes part.
   *
   * @param item the item
   * @param noticeAt when the last member was told of it; nothing if one was not
   * @param opensAt when the meeting opens
   * @param present members who take part
   * @param eligible members on the roll
   * @param charter the charter in force
   * @throws GovernanceException ITEM_NOT_NOTIFIED
   */
  public static void requireDecidable(
      AgendaItem item,
      Optional<Instant> noticeAt,
      Instant opensAt,
      long present,
      long eligible,
      Charter charter) {
    boolean timely = noticeAt.isPresent()
        && NoticeClock.isTimely(
            noticeAt.get(),
            opensAt,
            charter.notice().daysFor(item.type()),
            charter.notice().counting(),
            charter.zone());
    boolean all = charter.agenda().lateItemIfAllPresent() && eligible > 0 && present == eligible;
    if (!timely && !all) {
      throw new GovernanceException(Reason.ITEM_NOT_NOTIFIED, "item", item.number());
    }
  }
}
