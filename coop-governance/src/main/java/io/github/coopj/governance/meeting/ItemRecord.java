package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import java.util.List;

/**
 * Running count of one agenda item. In a cycle, for + against + abstain + blank = present.
 *
 * @param number number of the item on the agenda
 * @param type what it decides
 * @param candidates who is elected, empty if nobody
 * @param subject digest of the attached document, {@link Checksum256#ZERO} if none
 * @param votesFor ballots for
 * @param against ballots against
 * @param abstain ballots abstaining
 * @param blank ballots without an answer to this item
 * @param outcome PENDING until the count
 */
public record ItemRecord(
    int number,
    ItemType type,
    List<Name> candidates,
    Checksum256 subject,
    long votesFor,
    long against,
    long abstain,
    long blank,
    ItemOutcome outcome) {
  /** Copies the candidates. */
  public ItemRecord {
    candidates = List.copyOf(candidates);
  }

  static ItemRecord fresh(AgendaItem item) {
    return new ItemRecord(
        item.number(),
        item.type(),
        item.candidates(),
        item.subject(),
        0,
        0,
        0,
        0,
        ItemOutcome.PENDING);
  }

  ItemRecord emptied() {
    return new ItemRecord(number, type, candidates, subject, 0, 0, 0, 0, ItemOutcome.PENDING);
  }

  /** Adds {@code by} ballots of one answer; a null choice is a blank. */
  ItemRecord counting(@org.jspecify.annotations.Nullable Choice choice, int by) {
    return new ItemRecord(
        number,
        type,
        candidates,
        subject,
        votesFor + (choice == Choice.FOR ? by : 0),
        against + (choice == Choice.AGAINST ? by : 0),
        abstain + (choice == Choice.ABSTAIN ? by : 0),
        blank + (choice == null ? by : 0),
        outcome);
  }

  ItemRecord decided(boolean adopted) {
    return new ItemRecord(
        number,
        type,
        candidates,
        subject,
        votesFor,
        against,
        abstain,
        blank,
        adopted ? ItemOutcome.ADOPTED : ItemOutcome.REJECTED);
  }
}
