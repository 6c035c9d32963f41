package io.github.coopj.governance.notice;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How members take the agenda they were notified of (AGENDA-12): the last reaction of everybody until the cut-off. Who has
 * not reacted counts neither way.
 *
 * <p>Immutable.
 */
public final class Reactions {
  private final long meeting;
  private final Checksum256 agenda;
  private final long eligible;
  private final TimePointSec closesAt;
  private final SortedMap<Name, ReactionEntry> entries;

  private Reactions(
      long meeting,
      Checksum256 agenda,
      long eligible,
      TimePointSec closesAt,
      SortedMap<Name, ReactionEntry> entries) {
    this.meeting = meeting;
    this.agenda = agenda;
    this.eligible = eligible;
    this.closesAt = closesAt;
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /**
   * Nobody has reacted.
   *
   * @param meeting number of the meeting
   * @param agenda digest of the agenda that members were notified of
   * @param eligible number of members on the roll
   * @param closesAt first second in which reactions are no longer taken
   * @return no reactions
   */
  public static Reactions none(
      long meeting, Checksum256 agenda, long eligible, TimePointSec closesAt) {
    return new Reactions(meeting, agenda, eligible, closesAt, new TreeMap<>());
  }

  /**
   * Restores stored reactions.
   *
   * @param stored what {@link #snapshot} gave
   * @return the reactions
   * @throws InvalidValueException if a member is named twice or out of order, or more reacted than there are
   */
  public static Reactions restore(ReactionRecord stored) {
    SortedMap<Name, ReactionEntry> entries = new TreeMap<>();
    for (ReactionEntry entry : stored.entries()) {
      boolean inOrder = entries.isEmpty() || entries.lastKey().compareTo(entry.member()) < 0;
      if (!inOrder || entry.reaction() == Reaction.NONE) {
        throw new InvalidValueException(
            "reactions are kept by account, each member once, got " + entry.member());
      }
      entries.put(entry.member(), entry);
    }
    if (entries.size() > stored.eligible()) {
      throw new InvalidValueException(
          entries.size() + " reactions of " + stored.eligible() + " members");
    }
    return new Reactions(
        stored.meeting(), stored.agenda(), stored.eligible(), stored.closesAt(), entries);
  }

  /**
   * The reactions as they are stored.
   *
   * @return a record for {@link #restore}
   */
  public ReactionRecord snapshot() {
    return new ReactionRecord(
        meeting, agenda, eligible, closesAt, entries.values().stream().toList());
  }

  /**
   * What a member signs.
   *
   * @param member his account
   * @param reaction how he takes the agenda
   * @return the paper
   */
  public ReactionPaper paper(Name member, Reaction reaction) {
    return new ReactionPaper(meeting, agenda, member, reaction);
  }

  /**
   * Takes the reaction of a member; his last one counts.
   *
   * @param reaction agrees or disagrees
   * @param signature his signature under {@link #paper}
   * @param roll whether an account is on the roll
   * @param keys which keys sign for which accounts
   * @param now time of the move, before the cut-off
   * @return the reactions with his
   * @throws io.github.coopj.governance.GovernanceException AGENDA_CLOSED, NOT_ON_ROLL, SIGNATURE_FORGED
   */
  public Reactions react(
      Reaction reaction,
      DocumentSignature signature,
      Predicate<Name> roll,
      SignerKeys keys,
      Instant now) {
    Name member = signature.signer();
    new ReactionCall(meeting, agenda, eligible, closesAt)
        .take(reaction, signature, roll, keys, now);
    SortedMap<Name, ReactionEntry> next = new TreeMap<>(entries);
    next.put(member, new ReactionEntry(member, reaction, TimePointSec.of(now)));
    return new Reactions(meeting, agenda, eligible, closesAt, next);
  }

  /**
   * How a member takes the agenda.
   *
   * @param member his account
   * @return {@link Reaction#NONE} while he has not reacted
   */
  public Reaction of(Name member) {
    ReactionEntry entry = entries.get(member);
    return entry == null ? Reaction.NONE : entry.reaction();
  }

  /**
   * How many take the agenda that way.
   *
   * @param reaction the way; {@link Reaction#NONE} gives all the others on the roll
   * @return 0 or more
   */
  public long count(Reaction reaction) {
    if (reaction == Reaction.NONE) {
      return eligible - entries.size();
    }
    return entries.values().stream()
        .filter(entry -> entry.reaction() == reaction)
        .count();
  }

  /**
   * Number of the meeting.
   *
   * @return 1 or more
   */
  public long meeting() {
    return meeting;
  }

  /**
   * Digest of the agenda that members were notified of.
   *
   * @return digest
   */
  public Checksum256 agenda() {
    return agenda;
  }

  /**
   * The cut-off.
   *
   * @return first second in which reactions are no longer taken
   */
  public TimePointSec closesAt() {
    return closesAt;
  }

  /**
   * Whether reactions are no longer taken.
   *
   * @param now the moment
   * @return true from the cut-off
   */
  public boolean isClosed(Instant now) {
    return !now.isBefore(closesAt.toInstant());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reactions that && snapshot().equals(that.snapshot());
  }

  @Override
  public int hashCode() {
    return snapshot().hashCode();
  }

  @Override
  public String toString() {
    return snapshot().toString();
  }
}
