package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question of the Council and what became of it.
 *
 * <p>{@link Voting} ends in {@link PendingSignature} or {@link Rejected}; an adopted decision has no force until the
 * Chairman signs its exact hash and it becomes {@link InForce}, or refuses with grounds and it becomes {@link Declined}
 * (ESIG-03, CHAIR-11). Each state has only its own moves: nothing signs a decision twice and nothing takes a signature
 * back. States arise through moves or from {@link #restore} only.
 *
 * <p>The Council given to a move is the one in office at that time. Times are kept to the second.
 */
public abstract sealed class CouncilDecision {
  final CouncilDecisionRecord data;

  private CouncilDecision(CouncilDecisionRecord data) {
    this.data = data;
  }

  /**
   * Puts a question to the vote: in a session any member does, an absentee vote only the Chairman or a deputy and for at
   * least the time of the charter (CHAIR-09, COUNCIL-28).
   *
   * @param id number of the question, 1 or more
   * @param question what is put, with its materials (CHAIR-08) and the form of the vote
   * @param proposer a member in office
   * @param council the Council
   * @param charter the charter in force
   * @param now the moment
   * @param closesAt first moment in which nobody may vote any more
   * @return the open vote
   * @throws GovernanceException NOT_IN_COUNCIL, CLOSES_BEFORE_OPENING, SUSPENSION_NEEDS_MEETING with fewer than two
   *     members besides the Chairman, NOT_CHAIRMAN_OR_DEPUTY, WINDOW_TOO_SHORT
   */
  public static Voting open(
      long id,
      CouncilQuestion question,
      Name proposer,
      Council council,
      Charter charter,
      Instant now,
      Instant closesAt) {
    council.requireMember(proposer, now);
    TimePointSec openedAt = TimePointSec.of(now);
    TimePointSec end = TimePointSec.of(closesAt);
    if (end.compareTo(openedAt) <= 0) {
      throw new GovernanceException(
          Reason.CLOSES_BEFORE_OPENING, "opensAt", openedAt, "closesAt", end);
    }
    if (question.form() == VotingForm.ABSENTEE) {
      requireAbsentee(proposer, council, charter, openedAt, end);
    }
    if (question.type() == QuestionType.SUSPEND_CHAIRMAN) {
      CouncilCount.requireOthers(council, now);
    }
    return new Voting(CouncilDecisionRecord.opened(id, question, proposer, openedAt, end));
  }

  private static void requireAbsentee(
      Name opener, Council council, Charter charter, TimePointSec openedAt, TimePointSec end) {
    Instant now = openedAt.toInstant();
    boolean mayOpen = council.deputies(now).contains(opener)
        || council.actingChairman(now).equals(Optional.of(opener));
    if (!mayOpen) {
      throw new GovernanceException(Reason.NOT_CHAIRMAN_OR_DEPUTY, "account", opener);
    }
    long seconds = end.seconds() - openedAt.seconds();
    long required = Duration.ofHours(charter.council().absenteeHours()).toSeconds();
    if (seconds < required) {
      throw new GovernanceException(
          Reason.WINDOW_TOO_SHORT, "seconds", seconds, "required", required);
    }
  }

  /**
   * Restores a stored question.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the question in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static CouncilDecision restore(CouncilDecisionRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case VOTING -> new Voting(stored);
      case PENDING_SIGNATURE -> new PendingSignature(stored);
      case REJECTED -> new Rejected(stored);
      case IN_FORCE -> new InForce(stored);
      case DECLINED -> new Declined(stored);
    };
  }

  /**
   * The question as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public CouncilDecisionRecord snapshot() {
    return data;
  }

  /**
   * Number of the question.
   *
   * @return 1 or more
   */
  public long id() {
    return data.id();
  }

  /**
   * Kind of question.
   *
   * @return the kind
   */
  public QuestionType type() {
    return data.question().type();
  }

  /**
   * What the question is about.
   *
   * @return digest of the subject
   */
  public Checksum256 subject() {
    return data.question().subject();
  }

  /**
   * How far the question has come.
   *
   * @return the status that belongs to the state
   */
  public DecisionStatus status() {
    return data.status();
  }

  /**
   * Roll-call.
   *
   * @return votes in the order of voting
   */
  public List<VoteEntry> votes() {
    return data.votes();
  }

  /**
   * Answers by state.
   *
   * @param <R> type of the answer
   * @param cases one function per state
   * @return what the function of this state answers
   */
  public abstract <R> R match(Cases<R> cases);

  /**
   * One answer per state.
   *
   * @param <R> type of the answer
   * @param voting for an open vote
   * @param pending for a decision without signature
   * @param rejected for a question not adopted
   * @param inForce for a decision in force
   * @param declined for a decision whose signature was refused
   */
  public record Cases<R>(
      Function<Voting, R> voting,
      Function<PendingSignature, R> pending,
      Function<Rejected, R> rejected,
      Function<InForce, R> inForce,
      Function<Declined, R> declined) {}

  /**
   * This question, if it is open.
   *
   * @return the open vote
   * @throws GovernanceException WRONG_STATE
   */
  public Voting requireVoting() {
    return require(Voting.class, DecisionStatus.VOTING);
  }

  /**
   * This question, if it waits for the signature.
   *
   * @return the adopted decision
   * @throws GovernanceException WRONG_STATE, so that a decision in force cannot be signed again
   */
  public PendingSignature requirePendingSignature() {
    return require(PendingSignature.class, DecisionStatus.PENDING_SIGNATURE);
  }

  /**
   * This question, if it is in force.
   *
   * @return the decision
   * @throws GovernanceException WRONG_STATE
   */
  public InForce requireInForce() {
    return require(InForce.class, DecisionStatus.IN_FORCE);
  }

  /**
   * This question, if it was not adopted.
   *
   * @return the rejected question
   * @throws GovernanceException WRONG_STATE
   */
  public Rejected requireRejected() {
    return require(Rejected.class, DecisionStatus.REJECTED);
  }

  /**
   * This question, if its signature was refused.
   *
   * @return the declined decision
   * @throws GovernanceException WRONG_STATE
   */
  public Declined requireDeclined() {
    return require(Declined.class, DecisionStatus.DECLINED);
  }

  private <S extends CouncilDecision> S require(Class<S> state, DecisionStatus needed) {
    return States.require(this, state, "decision " + id(), status(), needed);
  }

  /**
   * Refuses to be used for something else.
   *
   * @param expectedType kind of question needed
   * @param expectedSubject subject needed
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public void requireAbout(QuestionType expectedType, Checksum256 expectedSubject) {
    if (type() != expectedType) {
      throw new GovernanceException(
          Reason.DECISION_OF_OTHER_TYPE,
          "decision",
          id(),
          "expected",
          expectedType,
          "actual",
          type());
    }
    if (!subject().equals(expectedSubject)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          id(),
          "expected",
          expectedSubject,
          "actual",
          subject());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CouncilDecision decision && data.equals(decision.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }

  private static void requireNotBefore(TimePointSec at, TimePointSec notBefore) {
    if (at.compareTo(notBefore) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", notBefore);
    }
  }

  /** Members vote. */
  public static final class Voting extends CouncilDecision {
    private Voting(CouncilDecisionRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.voting().apply(this);
    }

    /**
     * Casts one vote. A vote stands; nobody votes twice.
     *
     * @param council the Council
     * @param member a member in office
     * @param vote the vote
     * @param now the moment, before the vote closes
     * @return the vote with one entry more
     * @throws GovernanceException OUT_OF_ORDER, VOTE_CLOSED, NOT_IN_COUNCIL, CHAIRMAN_EXCLUDED from the question of his
     *     own suspension, ALREADY_VOTED
     */
    public Voting cast(Council council, Name member, Vote vote, Instant now) {
      Objects.requireNonNull(vote, "vote");
      TimePointSec at = TimePointSec.of(now);
      requireNotBefore(at, data.openedAt());
      if (at.compareTo(data.closesAt()) >= 0) {
        throw new GovernanceException(
            Reason.VOTE_CLOSED, "decision", id(), "closedAt", data.closesAt(), "at", at);
      }
      council.requireMember(member, now);
      if (type() == QuestionType.SUSPEND_CHAIRMAN && member.equals(council.chairman())) {
        throw new GovernanceException(Reason.CHAIRMAN_EXCLUDED, "chairman", member);
      }
      for (VoteEntry entry : data.votes()) {
        if (entry.member().equals(member)) {
          throw new GovernanceException(Reason.ALREADY_VOTED, "member", member, "decision", id());
        }
      }
      return new Voting(data.voted(new VoteEntry(member, vote)));
    }

    /**
     * Counts the vote as it stands: votes of members who are in office at its end, that is now, or the closing time if
     * that has passed.
     *
     * @param council the Council
     * @param now the moment
     * @return the count
     */
    public CouncilTally tally(Council council, Instant now) {
      return CouncilCount.tally(data, council, endOfVote(now));
    }

    /**
     * Ends the vote, once everybody entitled has voted or the closing time has come. Votes of members who are no longer in
     * office then do not count and do not stay on record: nobody answers for a vote that was not counted (COUNCIL-25).
     *
     * @param council the Council
     * @param charter the charter in force
     * @param now the moment
     * @return a {@link PendingSignature} if adopted, else a {@link Rejected}
     * @throws GovernanceException OUT_OF_ORDER, VOTE_STILL_OPEN
     */
    public CouncilDecision close(Council council, Charter charter, Instant now) {
      TimePointSec at = TimePointSec.of(now);
      requireNotBefore(at, data.openedAt());
      Instant end = endOfVote(now);
      CouncilTally tally = CouncilCount.tally(data, council, end);
      if (tally.present() < tally.entitled() && at.compareTo(data.closesAt()) < 0) {
        throw new GovernanceException(
            Reason.VOTE_STILL_OPEN,
            "decision",
            id(),
            "voted",
            tally.present(),
            "entitled",
            tally.entitled(),
            "closesAt",
            data.closesAt());
      }
      Optional<Rejection> rejection = CouncilCount.rejection(data, tally, council, charter, end);
      CouncilDecisionRecord counted =
          data.counted(rejection, CouncilCount.counting(data, council, end), at, charter.digest());
      return rejection.isPresent() ? new Rejected(counted) : new PendingSignature(counted);
    }

    private Instant endOfVote(Instant now) {
      Instant closesAt = data.closesAt().toInstant();
      return now.isBefore(closesAt) ? now : closesAt;
    }
  }

  /** Adopted by vote, without force until it is signed. */
  public static final class PendingSignature extends CouncilDecision {
    private PendingSignature(CouncilDecisionRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pending().apply(this);
    }

    /**
     * The exact hash to sign: digest of {@link CouncilDecisionContent}.
     *
     * @return the hash
     */
    public Checksum256 hash() {
      return data.contentHash();
    }

    /**
     * Signs the decision as the Chairman. On the Chairman's own suspension a deputy signs; if there is none, see {@link
     * #signByVoters}.
     *
     * @param council the Council
     * @param signer the acting Chairman
     * @param decisionHash what he signed
     * @param now the moment
     * @return the decision in force
     * @throws GovernanceException OUT_OF_ORDER, NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, WRONG_DECISION_HASH
     */
    public InForce sign(Council council, Name signer, Checksum256 decisionHash, Instant now) {
      requireSignatory(council, signer, now);
      return inForce(signer, decisionHash, now);
    }

    /**
     * Signs the Chairman's suspension by all who voted for it, where there is no deputy to sign.
     *
     * @param council the Council
     * @param signers who signed, at least all who voted for
     * @param decisionHash what they signed
     * @param now the moment
     * @return the decision in force, the first voter as its signer
     * @throws GovernanceException OUT_OF_ORDER, DECISION_OF_OTHER_TYPE, NOT_CHAIRMAN if a deputy is there to sign,
     *     SIGNATURES_MISSING, WRONG_DECISION_HASH
     */
    public InForce signByVoters(
        Council council, List<Name> signers, Checksum256 decisionHash, Instant now) {
      if (type() != QuestionType.SUSPEND_CHAIRMAN) {
        throw new GovernanceException(
            Reason.DECISION_OF_OTHER_TYPE,
            "decision",
            id(),
            "expected",
            QuestionType.SUSPEND_CHAIRMAN,
            "actual",
            type());
      }
      List<Name> deputies = council.deputies(now);
      if (!deputies.isEmpty()) {
        throw new GovernanceException(
            Reason.NOT_CHAIRMAN, "signer", signers, "chairman", deputies.get(0));
      }
      List<Name> missing = new ArrayList<>(data.votersFor());
      missing.removeAll(signers);
      if (!missing.isEmpty()) {
        throw new GovernanceException(Reason.SIGNATURES_MISSING, "missing", missing);
      }
      return inForce(data.votersFor().get(0), decisionHash, now);
    }

    /**
     * Refuses the signature with grounds; the question may be put again as a new one.
     *
     * @param council the Council
     * @param signer the acting Chairman
     * @param reason the grounds in words
     * @param now the moment
     * @return the declined decision
     * @throws GovernanceException OUT_OF_ORDER, NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, NO_GROUNDS
     */
    public Declined decline(Council council, Name signer, String reason, Instant now) {
      requireSignatory(council, signer, now);
      if (reason.isBlank()) {
        throw new GovernanceException(Reason.NO_GROUNDS, "decision", id());
      }
      return new Declined(ended(DecisionStatus.DECLINED, signer, reason, now));
    }

    /**
     * Whether the signature has been missing for longer than the charter lets it (CHAIR-11). The decision stays without
     * force all the same; the question is then due to go to the general meeting.
     *
     * @param charter the charter in force
     * @param now the moment
     * @return whether the days of the charter have passed since the count
     */
    public boolean isSignatureOverdue(Charter charter, Instant now) {
      return !now.isBefore(data.decidedAt()
          .toInstant()
          .atZone(charter.zone())
          .plusDays(charter.chairman().signatureDays())
          .toInstant());
    }

    /**
     * Who answers for the decision (COUNCIL-25).
     *
     * @return members who voted for, in the order of voting
     */
    public List<Name> responsible() {
      return data.votersFor();
    }

    private void requireSignatory(Council council, Name signer, Instant now) {
      Optional<Name> signatory = council.actingChairman(now);
      if (type() == QuestionType.SUSPEND_CHAIRMAN) {
        if (signer.equals(council.chairman())) {
          throw new GovernanceException(Reason.CHAIRMAN_EXCLUDED, "chairman", signer);
        }
        signatory = council.deputies(now).stream().findFirst();
      }
      if (!signatory.equals(Optional.of(signer))) {
        throw new GovernanceException(
            Reason.NOT_CHAIRMAN,
            "signer",
            signer,
            "chairman",
            signatory.map(Name::toString).orElse("nobody"));
      }
    }

    private InForce inForce(Name signer, Checksum256 decisionHash, Instant now) {
      if (!decisionHash.equals(hash())) {
        throw new GovernanceException(
            Reason.WRONG_DECISION_HASH, "signed", decisionHash, "expected", hash());
      }
      return new InForce(ended(DecisionStatus.IN_FORCE, signer, "", now));
    }

    private CouncilDecisionRecord ended(
        DecisionStatus status, Name signer, String reason, Instant now) {
      TimePointSec at = TimePointSec.of(now);
      requireNotBefore(at, data.decidedAt());
      return data.ended(status, signer, reason, at);
    }
  }

  /** Not adopted by vote. */
  public static final class Rejected extends CouncilDecision {
    private Rejected(CouncilDecisionRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rejected().apply(this);
    }

    /**
     * Why.
     *
     * @return the first rule that was not met
     */
    public Rejection rejection() {
      return data.rejection();
    }

    /**
     * When the vote was counted.
     *
     * @return the time
     */
    public TimePointSec decidedAt() {
      return data.decidedAt();
    }
  }

  /** Adopted and signed. */
  public static final class InForce extends CouncilDecision {
    private InForce(CouncilDecisionRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inForce().apply(this);
    }

    /**
     * From when it is in force: the time of the signature.
     *
     * @return the time
     */
    public TimePointSec effectiveAt() {
      return data.effectiveAt();
    }

    /**
     * Who signed.
     *
     * @return the account
     */
    public Name signer() {
      return data.signer();
    }

    /**
     * The hash that was signed.
     *
     * @return digest of {@link CouncilDecisionContent}
     */
    public Checksum256 hash() {
      return data.contentHash();
    }

    /**
     * Digest of the charter by which the vote was counted, so that everybody can look up its rules (IND-05).
     *
     * @return see {@link Charter#digest()}
     */
    public Checksum256 charterDigest() {
      return data.charterDigest();
    }

    /**
     * Who answers for the decision (COUNCIL-25).
     *
     * @return members who voted for, in the order of voting
     */
    public List<Name> responsible() {
      return data.votersFor();
    }
  }

  /** Adopted, but the signature was refused. */
  public static final class Declined extends CouncilDecision {
    private Declined(CouncilDecisionRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.declined().apply(this);
    }

    /**
     * Grounds of the refusal.
     *
     * @return words
     */
    public String reason() {
      return data.declineReason();
    }

    /**
     * Who refused.
     *
     * @return the account
     */
    public Name signer() {
      return data.signer();
    }

    /**
     * When the signature was refused.
     *
     * @return the time
     */
    public TimePointSec declinedAt() {
      return data.effectiveAt();
    }
  }
}
