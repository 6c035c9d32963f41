package io.github.coopj.governance.notice;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.NoticePolicy;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks members for their reaction to an agenda (AGENDA-12, NOTICE-02). Reactions are stored one by one, so that taking one
 * needs no other.
 *
 * @param meeting number of the meeting
 * @param agenda digest of the agenda
 * @param eligible number of members on the roll
 * @param closesAt first second in which reactions are no longer taken
 */
public record ReactionCall(
    @AbiType("uint64") long meeting,
    Checksum256 agenda,
    @AbiType("uint64") long eligible,
    TimePointSec closesAt) {
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
   * Takes the reaction of a member, in the place of an earlier one.
   *
   * @param reaction agrees or disagrees
   * @param signature his signature under {@link #paper}
   * @param roll whether an account is on the roll
   * @param keys which keys sign for which accounts
   * @param now time of the move, before the cut-off
   * @return his reaction
   * @throws GovernanceException AGENDA_CLOSED, NOT_ON_ROLL, SIGNATURE_FORGED
   */
  public SignedReaction take(
      Reaction reaction,
      DocumentSignature signature,
      Predicate<Name> roll,
      SignerKeys keys,
      Instant now) {
    Name member = signature.signer();
    if (isClosed(now)) {
      throw new GovernanceException(Reason.AGENDA_CLOSED, "since", closesAt);
    }
    if (!roll.test(member)) {
      throw new GovernanceException(Reason.NOT_ON_ROLL, "account", member, "meeting", meeting);
    }
    ReactionPaper paper = paper(member, reaction);
    signature.requireGenuine(paper.digest(), member, keys.until(now));
    return new SignedReaction(paper, TimePointSec.of(now), signature);
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

  /**
   * The reactions to exactly this agenda.
   *
   * @param stored last reactions of members, each once, in any order; those to other versions are passed over
   * @return how these members take it
   */
  public Reactions of(Iterable<SignedReaction> stored) {
    List<ReactionEntry> entries = new ArrayList<>();
    for (SignedReaction each : stored) {
      ReactionPaper paper = each.paper();
      if (paper.meeting() == meeting && paper.agenda().equals(agenda)) {
        entries.add(new ReactionEntry(paper.member(), paper.reaction(), each.at()));
      }
    }
    entries.sort(Comparator.comparing(ReactionEntry::member));
    return Reactions.restore(new ReactionRecord(meeting, agenda, eligible, closesAt, entries));
  }

  /**
   * Refuses a member who has not reacted to any version of the agenda, where the charter asks for it (NOTICE-02). Without that
   * the right to vote follows from the roll alone.
   *
   * @param member his account
   * @param stored his last reaction, if any
   * @param policy notice policy of the charter
   * @throws GovernanceException RSVP_MISSING
   */
  public static void requireRsvp(
      Name member, Optional<SignedReaction> stored, NoticePolicy policy) {
    if (policy.requireRsvp() && stored.isEmpty()) {
      throw new GovernanceException(Reason.RSVP_MISSING, "account", member);
    }
  }
}
