package io.github.coopj.governance.membership;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.DeclinedDecision;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.RejectedQuestion;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.Verified;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Membership of one account in one cooperative.
 *
 * <p>{@link Applied} becomes {@link Active} by a decision of the Council in force on exactly this application and by
 * nothing else (USER-10), or {@link Refused}; {@link Active} becomes {@link Exited}. Founders alone become members without
 * a Council, by {@link Founding}. States arise through moves or from {@link #restore} only.
 */
public abstract sealed class Membership {
  final MembershipRecord data;

  private Membership(MembershipRecord data) {
    this.data = data;
  }

  /**
   * Refuses a second application while the first is open or was granted. Who was refused may apply anew; his new
   * application takes the place of the refused one.
   *
   * @param existing membership of the account in the cooperative, if there is one
   * @throws GovernanceException WRONG_STATE
   */
  public static void requireMayApply(Optional<Membership> existing) {
    existing.ifPresent(membership -> membership.require(Refused.class, MembershipStatus.REFUSED));
  }

  /**
   * Receives the application of an individual.
   *
   * @param charter charter of the cooperative
   * @param application the application
   * @param applicant the applicant, verified in this cooperative
   * @param now the moment
   * @return the application, not decided yet
   * @throws GovernanceException OTHER_COOPERATIVE, OUT_OF_ORDER if it is dated later than now,
   *     REPRESENTATIVE_NOT_MEMBER for any other kind of person, VERIFICATION_OF_ANOTHER
   */
  public static Applied apply(
      Charter charter, MembershipApplication application, Verified applicant, Instant now) {
    requireSame(applicant, application.account());
    return applyUnverified(charter, application, now);
  }

  /** A founder is verified after the founding: before it there is no cooperative to do so. */
  static Applied applyUnverified(Charter charter, MembershipApplication application, Instant now) {
    if (application.kind() != PersonKind.INDIVIDUAL) {
      throw new GovernanceException(
          Reason.REPRESENTATIVE_NOT_MEMBER,
          "account",
          application.account(),
          "representative",
          application.representative().isEmpty() ? "nobody" : application.representative());
    }
    return receive(charter, application, now);
  }

  /**
   * Receives the application of a sole proprietor or an organization through an individual who is an active member of a
   * cooperative (ORG-02). A sole proprietor is registered by himself, or by whom a document gives the powers.
   *
   * @param charter charter of the cooperative applied to
   * @param application the application
   * @param applicant the applicant, verified in this cooperative
   * @param representative membership of the representative, in this or another cooperative
   * @param representing the representative, verified in this cooperative
   * @param now the moment
   * @return the application, not decided yet
   * @throws GovernanceException OTHER_COOPERATIVE, OUT_OF_ORDER, VERIFICATION_OF_ANOTHER, REPRESENTATIVE_NOT_MEMBER
   *     unless the membership is that of the representative named and he is an individual, NO_AUTHORITY_DOCUMENT for an
   *     organization, NOT_HIS_OWN_BUSINESS for a sole proprietor
   */
  public static Applied apply(
      Charter charter,
      MembershipApplication application,
      Verified applicant,
      Active representative,
      Verified representing,
      Instant now) {
    requireSame(applicant, application.account());
    requireSame(representing, representative.account());
    boolean named = representative.account().equals(application.representative());
    if (!named || representative.kind() != PersonKind.INDIVIDUAL) {
      throw new GovernanceException(
          Reason.REPRESENTATIVE_NOT_MEMBER,
          "account",
          application.account(),
          "representative",
          representative.account());
    }
    if (application.authorityDocument().equals(Checksum256.ZERO)) {
      if (application.kind() == PersonKind.LEGAL_ENTITY) {
        throw new GovernanceException(
            Reason.NO_AUTHORITY_DOCUMENT, "account", application.account());
      }
      if (!applicant.isSameVoterAs(representing)) {
        throw new GovernanceException(
            Reason.NOT_HIS_OWN_BUSINESS,
            "account",
            application.account(),
            "representative",
            representative.account());
      }
    }
    return receive(charter, application, now);
  }

  private static void requireSame(Verified person, Name account) {
    if (!person.account().equals(account)) {
      throw new GovernanceException(
          Reason.VERIFICATION_OF_ANOTHER, "account", account, "verified", person.account());
    }
  }

  private static Applied receive(Charter charter, MembershipApplication application, Instant now) {
    if (!application.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          charter.account(),
          "addressed",
          application.cooperative());
    }
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, application.submittedAt());
    return new Applied(new MembershipRecord(
        application.account(),
        application.kind(),
        application.personDigest(),
        application.digest(),
        application.representative(),
        MembershipStatus.APPLIED,
        at,
        TimePointSec.EPOCH,
        TimePointSec.EPOCH,
        0));
  }

  /**
   * Restores a stored membership.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the membership in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static Membership restore(MembershipRecord stored) {
    boolean decided = stored.status() != MembershipStatus.APPLIED;
    if (decided == stored.decidedAt().equals(TimePointSec.EPOCH)
        || decided == (stored.decisionId() < 1)) {
      throw new InvalidValueException("membership of " + stored.account() + " is " + stored.status()
          + ", so its decision must say " + decided);
    }
    if (decided && stored.decidedAt().compareTo(stored.appliedAt()) < 0) {
      throw new InvalidValueException(
          "membership of " + stored.account() + " was decided before the application");
    }
    boolean exited = stored.status() == MembershipStatus.EXITED;
    if (exited == stored.memberUntil().equals(TimePointSec.EPOCH)
        || (exited && stored.memberUntil().compareTo(stored.decidedAt()) < 0)) {
      throw new InvalidValueException("membership of " + stored.account() + " is " + stored.status()
          + ", so its end must say " + exited);
    }
    return switch (stored.status()) {
      case APPLIED -> new Applied(stored);
      case ACTIVE -> new Active(stored);
      case REFUSED -> new Refused(stored);
      case EXITED -> new Exited(stored);
    };
  }

  /**
   * The membership as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public MembershipRecord snapshot() {
    return data;
  }

  /**
   * Whose membership it is.
   *
   * @return the account
   */
  public Name account() {
    return data.account();
  }

  /**
   * Kind of person.
   *
   * @return one of three
   */
  public PersonKind kind() {
    return data.kind();
  }

  /**
   * How far it has come.
   *
   * @return the status that belongs to the state
   */
  public MembershipStatus status() {
    return data.status();
  }

  /**
   * The application it began with.
   *
   * @return digest of the application
   */
  public Checksum256 applicationHash() {
    return data.applicationHash();
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
   * @param applied for an application not decided
   * @param active for a member
   * @param refused for an application refused
   * @param exited for who left
   */
  public record Cases<R>(
      Function<Applied, R> applied,
      Function<Active, R> active,
      Function<Refused, R> refused,
      Function<Exited, R> exited) {}

  /**
   * This membership, if it is not decided yet.
   *
   * @return the application
   * @throws GovernanceException WRONG_STATE
   */
  public Applied requireApplied() {
    return require(Applied.class, MembershipStatus.APPLIED);
  }

  /**
   * This membership, if it is that of a member.
   *
   * @return the membership
   * @throws GovernanceException WRONG_STATE
   */
  public Active requireActive() {
    return require(Active.class, MembershipStatus.ACTIVE);
  }

  private <S extends Membership> S require(Class<S> state, MembershipStatus needed) {
    return States.require(this, state, "membership of " + account(), status(), needed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Membership membership && data.equals(membership.data);
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

  private static MembershipRecord decided(
      MembershipRecord data, MembershipStatus status, TimePointSec at, long decisionId) {
    return new MembershipRecord(
        data.account(),
        data.kind(),
        data.personDigest(),
        data.applicationHash(),
        data.representative(),
        status,
        data.appliedAt(),
        at,
        TimePointSec.EPOCH,
        decisionId);
  }

  /** Waits for the Council. */
  public static final class Applied extends Membership {
    private Applied(MembershipRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.applied().apply(this);
    }

    /**
     * When the application was received.
     *
     * @return the time
     */
    public TimePointSec appliedAt() {
      return data.appliedAt();
    }

    /**
     * Last day on which the Council decides in time (COUNCIL-12).
     *
     * @param charter the charter in force
     * @return day of the application plus the days of the charter, in the zone of the cooperative
     */
    public LocalDate dueOn(Charter charter) {
      return data.appliedAt()
          .toInstant()
          .atZone(charter.zone())
          .toLocalDate()
          .plusDays(charter.admission().deadlineDays());
    }

    /**
     * Whether the Council is late.
     *
     * @param charter the charter in force
     * @param now the moment
     * @return whether {@link #dueOn} is over
     */
    public boolean isOverdue(Charter charter, Instant now) {
      return now.atZone(charter.zone()).toLocalDate().isAfter(dueOn(charter));
    }

    /**
     * Admits the applicant, who meets every criterion of the checklist that the decision rests on (COUNCIL-12).
     *
     * @param decision the decision of the Council, or under its grant of an automated system, on this application
     * @param checklist the checklist among the papers of the decision
     * @param now the moment, not before the decision is in force
     * @return the member
     * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, CHECKLIST_MISSING,
     *     CHECKLIST_INCOMPLETE naming the criterion, OUT_OF_ORDER
     */
    public Active admit(DecisionInForce decision, AdmissionChecklist checklist, Instant now) {
      Active active = admit(decision, now);
      checklist.requireUnder(decision);
      checklist.requireReady();
      return active;
    }

    /** Admits by a decision alone, whatever it rests on. */
    Active admit(DecisionInForce decision, Instant now) {
      return new Active(decidedBy(MembershipStatus.ACTIVE, decision, decision.effectiveAt(), now));
    }

    /** Makes a founder a member by the decision of the founding meeting; see {@link Founding}. */
    Active founding(long meetingDecisionId, Instant now) {
      return new Active(
          decided(data, MembershipStatus.ACTIVE, TimePointSec.of(now), meetingDecisionId));
    }

    /**
     * Refuses the applicant because the Council did not adopt his admission.
     *
     * @param decision the rejected question of this application
     * @param now the moment
     * @return the refused application
     * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER
     */
    public Refused refuse(RejectedQuestion decision, Instant now) {
      return new Refused(decidedBy(MembershipStatus.REFUSED, decision, decision.decidedAt(), now));
    }

    /**
     * Refuses the applicant because the Chairman declined to sign his admission.
     *
     * @param decision the declined decision on this application
     * @param now the moment
     * @return the refused application
     * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER
     */
    public Refused refuse(DeclinedDecision decision, Instant now) {
      return new Refused(decidedBy(MembershipStatus.REFUSED, decision, decision.declinedAt(), now));
    }

    private MembershipRecord decidedBy(
        MembershipStatus status, CouncilDecision decision, TimePointSec since, Instant now) {
      decision.requireAbout(QuestionType.ADMISSION, applicationHash());
      TimePointSec at = TimePointSec.of(now);
      requireNotBefore(at, since);
      requireNotBefore(at, data.appliedAt());
      return decided(data, status, at, decision.id());
    }
  }

  /** A member (пайщик), with one vote whatever his share. */
  public static final class Active extends Membership {
    private Active(MembershipRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.active().apply(this);
    }

    /**
     * Since when.
     *
     * @return time of the admission
     */
    public TimePointSec since() {
      return data.decidedAt();
    }

    /**
     * Refuses a member who is not verified, before a vote, a signature under a document of governance or a programme
     * (IND-01, IND-03).
     *
     * @param verification verification of this account
     * @param now the moment
     * @throws GovernanceException VERIFICATION_OF_ANOTHER, NOT_VERIFIED
     */
    public void requireFullParticipant(Verification verification, Instant now) {
      verification.requireVerified(account(), now);
    }

    /**
     * Ends the membership by application of the member. When it began stays on record, for rolls drawn up as of a day
     * between (MEET-16).
     *
     * @param application the application, written since he is a member
     * @param signature his signature under it
     * @param keys which keys sign for which accounts
     * @param now the moment, not before the application
     * @return the ended membership
     * @throws GovernanceException SIGNATURE_FORGED also if another applied, OUT_OF_ORDER
     */
    public Exited exit(
        ExitApplication application, DocumentSignature signature, SignerKeys keys, Instant now) {
      signature.requireGenuine(application.digest(), account(), keys.until(now));
      if (!application.account().equals(account())) {
        throw new GovernanceException(
            Reason.SIGNATURE_FORGED, "account", account(), "document", application.digest());
      }
      requireNotBefore(application.submittedAt(), since());
      requireNotBefore(TimePointSec.of(now), application.submittedAt());
      return exit(now);
    }

    /**
     * Ends the membership by decision of the general meeting.
     *
     * @param exclusion who is excluded and why
     * @param decision decision EXCLUSION in force on {@link Exclusion#digest}
     * @param now the moment, not before the decision
     * @return the ended membership
     * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT also if it excludes
     *     another, OUT_OF_ORDER also if it is older than the membership
     */
    public Exited excluded(Exclusion exclusion, MeetingDecision decision, Instant now) {
      decision.requireOf(exclusion.cooperative(), ItemType.EXCLUSION);
      Exclusion own = new Exclusion(exclusion.cooperative(), account(), exclusion.grounds());
      if (!decision.subject().equals(own.digest())) {
        throw new GovernanceException(
            Reason.DECISION_ON_OTHER_SUBJECT,
            "decision",
            decision.id(),
            "expected",
            own.digest(),
            "actual",
            decision.subject());
      }
      requireNotBefore(TimePointSec.of(decision.effectiveAt()), since());
      requireNotBefore(TimePointSec.of(now), TimePointSec.of(decision.effectiveAt()));
      return exit(now);
    }

    /** Ends the membership, whatever for. */
    Exited exit(Instant now) {
      TimePointSec at = TimePointSec.of(now);
      requireNotBefore(at, since());
      return new Exited(new MembershipRecord(
          data.account(),
          data.kind(),
          data.personDigest(),
          data.applicationHash(),
          data.representative(),
          MembershipStatus.EXITED,
          data.appliedAt(),
          data.decidedAt(),
          at,
          data.decisionId()));
    }
  }

  /** Not admitted. */
  public static final class Refused extends Membership {
    private Refused(MembershipRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused().apply(this);
    }
  }

  /** Left the cooperative. */
  public static final class Exited extends Membership {
    private Exited(MembershipRecord data) {
      super(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.exited().apply(this);
    }
  }
}
