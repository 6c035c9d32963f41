package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.secret.OptionCounts;
import java.util.List;
import java.util.Optional;

/**
 * One agenda item and its count: nothing until voting has ended; in the end for + against + abstain + blank = present.
 *
 * @param number number of the item on the agenda
 * @param type what it decides
 * @param candidates who is elected, empty if nobody
 * @param seats how many seats the elections of this type fill together, 0 if none (TALLY-04)
 * @param subject digest of the attached document, {@link Checksum256#ZERO} if none
 * @param secret whether it is voted on in secret: its votes are known once trustees have decrypted them (MEET-13)
 * @param matter key of the matter it is about, {@link Checksum256#ZERO} for one of its own
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
    int seats,
    Checksum256 subject,
    boolean secret,
    Checksum256 matter,
    long votesFor,
    long against,
    long abstain,
    long blank,
    ItemOutcome outcome) {
  /** Copies the candidates. */
  public ItemRecord {
    candidates = List.copyOf(candidates);
  }

  /** The items of an agenda before any vote. */
  static List<ItemRecord> fresh(Agenda agenda) {
    return agenda.items().stream()
        .map(item -> new ItemRecord(
            item.number(),
            item.type(),
            item.candidates(),
            agenda.seatsFor(item.type()),
            item.subject(),
            item.secret(),
            item.matter(),
            0,
            0,
            0,
            0,
            ItemOutcome.PENDING))
        .toList();
  }

  /** Ballots that were counted, whatever they answer. */
  long votes() {
    return votesFor + against + abstain + blank;
  }

  /** The item with that count and no outcome. */
  ItemRecord counted(long forIt, long againstIt, long abstaining, long unanswered) {
    return new ItemRecord(
        number,
        type,
        candidates,
        seats,
        subject,
        secret,
        matter,
        forIt,
        againstIt,
        abstaining,
        unanswered,
        ItemOutcome.PENDING);
  }

  /** The item with the count that trustees have decrypted, if it is secret. */
  ItemRecord decrypted(Optional<OptionCounts> counts) {
    return counts
        .map(each -> counted(each.votesFor(), each.against(), each.abstain(), each.blank()))
        .orElse(this);
  }

  ItemRecord with(ItemOutcome decided) {
    return new ItemRecord(
        number,
        type,
        candidates,
        seats,
        subject,
        secret,
        matter,
        votesFor,
        against,
        abstain,
        blank,
        decided);
  }
}
