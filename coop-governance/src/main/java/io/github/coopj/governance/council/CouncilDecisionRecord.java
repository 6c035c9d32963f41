package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.DocumentDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question of the Council as it is stored.
 *
 * @param id number of the question, 1 or more
 * @param question what is put to the Council
 * @param proposer who put it
 * @param status how far it has come
 * @param votes roll-call in the order of voting; once counted, of those whose votes counted
 * @param openedAt when the vote began
 * @param closesAt first second in which nobody may vote any more
 * @param decidedAt when the vote was counted; the epoch while voting
 * @param effectiveAt when it was signed, declined or escalated last; the epoch before
 * @param signer who signed or declined; empty before, and where nobody did until it was escalated
 * @param declineReason name of the {@link Rejection} of a rejected question, grounds of a declined one, else empty
 * @param charterDigest digest of the charter by which the vote was counted; zero while voting
 */
public record CouncilDecisionRecord(
    @AbiType("uint64") long id,
    CouncilQuestion question,
    Name proposer,
    DecisionStatus status,
    List<VoteEntry> votes,
    TimePointSec openedAt,
    TimePointSec closesAt,
    TimePointSec decidedAt,
    TimePointSec effectiveAt,
    Name signer,
    String declineReason,
    Checksum256 charterDigest) {
  /** Keeps a copy of the votes. */
  public CouncilDecisionRecord {
    votes = List.copyOf(votes);
  }

  CouncilDecisionRecord about(Checksum256 subject) {
    return new CouncilDecisionRecord(
        id,
        question.about(subject),
        proposer,
        status,
        votes,
        openedAt,
        closesAt,
        decidedAt,
        effectiveAt,
        signer,
        declineReason,
        charterDigest);
  }

  static CouncilDecisionRecord opened(
      long id,
      CouncilQuestion question,
      Name proposer,
      TimePointSec openedAt,
      TimePointSec closesAt) {
    return new CouncilDecisionRecord(
        id,
        question,
        proposer,
        DecisionStatus.VOTING,
        List.of(),
        openedAt,
        closesAt,
        TimePointSec.EPOCH,
        TimePointSec.EPOCH,
        Name.EMPTY,
        "",
        Checksum256.ZERO);
  }

  CouncilDecisionRecord voted(VoteEntry vote) {
    List<VoteEntry> all = new ArrayList<>(votes);
    all.add(vote);
    return new CouncilDecisionRecord(
        id,
        question,
        proposer,
        status,
        all,
        openedAt,
        closesAt,
        decidedAt,
        effectiveAt,
        signer,
        declineReason,
        charterDigest);
  }

  CouncilDecisionRecord counted(
      Optional<Rejection> rejection,
      List<VoteEntry> counting,
      TimePointSec at,
      Checksum256 charter) {
    return new CouncilDecisionRecord(
        id,
        question,
        proposer,
        rejection.isPresent() ? DecisionStatus.REJECTED : DecisionStatus.PENDING_SIGNATURE,
        counting,
        openedAt,
        closesAt,
        at,
        TimePointSec.EPOCH,
        Name.EMPTY,
        rejection.map(Rejection::name).orElse(""),
        charter);
  }

  CouncilDecisionRecord ended(DecisionStatus end, Name by, String reason, TimePointSec at) {
    return new CouncilDecisionRecord(
        id,
        question,
        proposer,
        end,
        votes,
        openedAt,
        closesAt,
        decidedAt,
        at,
        by,
        reason,
        charterDigest);
  }

  /** Digest of what the signature covers. */
  Checksum256 contentHash() {
    return DocumentDigest.of(
        question.type().document(),
        new CouncilDecisionContent(
            id, question, proposer, votes, openedAt, closesAt, decidedAt, charterDigest));
  }

  List<Name> votersFor() {
    return votes.stream()
        .filter(entry -> entry.vote() == Vote.FOR)
        .map(VoteEntry::member)
        .toList();
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    String what = "decision " + id;
    if (id < 1) {
      throw new InvalidValueException("a decision needs a number of 1 or more, got " + id);
    }
    if (closesAt.compareTo(openedAt) <= 0) {
      throw new InvalidValueException(what + " must close after it opens");
    }
    Set<Name> voters = new HashSet<>();
    for (VoteEntry entry : votes) {
      if (!voters.add(entry.member())) {
        throw new InvalidValueException(what + " has two votes of " + entry.member());
      }
    }
    boolean decided = status != DecisionStatus.VOTING;
    boolean escalated = status == DecisionStatus.ESCALATED;
    boolean refused = status == DecisionStatus.DECLINED || (escalated && !declineReason.isBlank());
    boolean signed = status == DecisionStatus.IN_FORCE || refused;
    boolean ended = signed || escalated;
    boolean reasoned = status == DecisionStatus.REJECTED || refused;
    if (decided == decidedAt.equals(TimePointSec.EPOCH)
        || decided == charterDigest.equals(Checksum256.ZERO)
        || (decided && decidedAt.compareTo(openedAt) < 0)) {
      throw new InvalidValueException(
          what + " is " + status + ", so its count must say " + decided);
    }
    if (ended == effectiveAt.equals(TimePointSec.EPOCH)
        || signed == signer.isEmpty()
        || (ended && effectiveAt.compareTo(decidedAt) < 0)) {
      throw new InvalidValueException(
          what + " is " + status + ", so its signature must say " + signed);
    }
    if (reasoned == declineReason.isBlank()) {
      throw new InvalidValueException(
          what + " is " + status + ", so its grounds must say " + reasoned);
    }
    if (status == DecisionStatus.REJECTED) {
      rejection();
    }
  }

  Rejection rejection() {
    for (Rejection rejection : Rejection.values()) {
      if (rejection.name().equals(declineReason)) {
        return rejection;
      }
    }
    throw new InvalidValueException("a question is not rejected for " + declineReason);
  }
}
