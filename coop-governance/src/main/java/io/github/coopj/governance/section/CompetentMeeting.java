package io.github.coopj.governance.section;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import java.util.Optional;

/** It had a quorum; its items are decided. */
public final class CompetentMeeting extends SectionMeeting {
  CompetentMeeting(SectionMeetingRecord row) {
    super(row);
  }

  /**
   * Members present in the cycle with quorum.
   *
   * @return 1 or more
   */
  public long present() {
    return row.cycles().get(row.cycles().size() - 1).present();
  }

  /**
   * When the votes were in.
   *
   * @return closing of the cycle with quorum
   */
  public TimePointSec decidedAt() {
    return row.closesAt();
  }

  /**
   * The count on a question.
   *
   * @param matter see {@link SectionMeeting#matter(AgendaItem)}
   * @return the count of the item that asks it, empty if no item does
   */
  public Optional<SectionItem> itemOn(Checksum256 matter) {
    for (AgendaItem item : row.call().agenda().items()) {
      if (matter(item).equals(matter)) {
        return Optional.of(row.items().get(item.number() - 1));
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses to stand for a decision that was not taken.
   *
   * @param number number of an item
   * @param subject what the item had to be about
   * @throws GovernanceException ITEM_NOT_ADOPTED, DECISION_ON_OTHER_SUBJECT
   */
  public void requireAdopted(int number, Checksum256 subject) {
    boolean known = number >= 1 && number <= row.items().size();
    if (!known || !row.items().get(number - 1).adopted()) {
      throw new GovernanceException(Reason.ITEM_NOT_ADOPTED, "meeting", id(), "item", number);
    }
    Checksum256 actual = row.call().agenda().items().get(number - 1).subject();
    if (!actual.equals(subject)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          id(),
          "expected",
          subject,
          "actual",
          actual);
    }
  }
}
