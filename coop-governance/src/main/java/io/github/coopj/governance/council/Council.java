package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Offices;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CouncilPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Council of a cooperative (совет): mandates given by the general meeting, one of them the Chairman's.
 *
 * <p>Immutable. Only the general meeting elects members and Chairman (MEET-02, COUNCIL-02); the Council itself appoints
 * deputies and may suspend its Chairman. A suspended Chairman keeps his vote as a member; the casting vote rests and the
 * first deputy signs.
 */
public final class Council {
  private final List<Mandate> mandates;
  private final TimePointSec suspendedUntil;
  private final long suspensionId;

  private Council(List<Mandate> mandates, TimePointSec suspendedUntil, long suspensionId) {
    this.mandates = List.copyOf(mandates);
    this.suspendedUntil = suspendedUntil;
    this.suspensionId = suspensionId;
    int chairmen = 0;
    Set<Name> holders = new HashSet<>();
    for (Mandate mandate : mandates) {
      if (mandate.office().body() != Office.Body.COUNCIL) {
        throw new InvalidValueException("a Council has no office " + mandate.office());
      }
      if (!holders.add(mandate.holder())) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", mandate.holder());
      }
      if (mandate.office() == Office.CHAIRMAN) {
        chairmen++;
      }
    }
    if (chairmen > 1) {
      throw new GovernanceException(Reason.NOT_ONE_CHAIRMAN, "chairmen", chairmen);
    }
  }

  /**
   * A Council of given mandates.
   *
   * @param mandates each account once, exactly one Chairman; in the order of appointment
   * @return the Council
   * @throws GovernanceException DUPLICATE_SEAT, NOT_ONE_CHAIRMAN
   */
  public static Council of(List<Mandate> mandates) {
    if (mandates.stream().noneMatch(mandate -> mandate.office() == Office.CHAIRMAN)) {
      throw new GovernanceException(Reason.NOT_ONE_CHAIRMAN, "chairmen", 0);
    }
    return new Council(mandates, TimePointSec.EPOCH, 0);
  }

  /**
   * Refuses a Council smaller or larger than the charter allows.
   *
   * @param charter the charter in force
   * @param size number of members
   * @throws GovernanceException COUNCIL_SIZE
   */
  public static void requireSize(Charter charter, int size) {
    CouncilPolicy policy = charter.council();
    if (size < policy.minSize() || size > policy.maxSize()) {
      throw new GovernanceException(
          Reason.COUNCIL_SIZE, "size", size, "min", policy.minSize(), "max", policy.maxSize());
    }
  }

  /**
   * Restores a stored Council.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the Council
   */
  public static Council restore(CouncilRecord stored) {
    return new Council(stored.members(), stored.suspendedUntil(), stored.suspensionId());
  }

  /**
   * The Council as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public CouncilRecord snapshot() {
    return new CouncilRecord(mandates, suspendedUntil, suspensionId);
  }

  /**
   * All mandates, ended ones included.
   *
   * @return in the order of appointment
   */
  public List<Mandate> mandates() {
    return mandates;
  }

  /**
   * The Chairman (председатель совета), suspended or not.
   *
   * @param at the moment
   * @return who was elected Chairman; nobody once his mandate has ended
   */
  public Optional<Name> chairman(Instant at) {
    return holder(Office.CHAIRMAN, at);
  }

  /**
   * Whether an account is the Chairman, suspended or not.
   *
   * @param account the account
   * @param at the moment
   * @return whether it holds his mandate, in force
   */
  public boolean isChairman(Name account, Instant at) {
    return chairman(at).equals(Optional.of(account));
  }

  /**
   * Since when the Council is in office.
   *
   * @return when the oldest of its mandates began
   */
  public Instant since() {
    return mandates.stream()
        .map(mandate -> mandate.from().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Whether an account holds a seat.
   *
   * @param account the account
   * @param at the moment
   * @return whether its mandate is in force
   */
  public boolean isMember(Name account, Instant at) {
    return mandates.stream()
        .anyMatch(mandate -> mandate.holder().equals(account) && mandate.isInForce(at));
  }

  /**
   * Refuses who holds no seat.
   *
   * @param account the account
   * @param at the moment
   * @throws GovernanceException NOT_IN_COUNCIL
   */
  public void requireMember(Name account, Instant at) {
    if (!isMember(account, at)) {
      throw new GovernanceException(
          Reason.NOT_IN_COUNCIL, "account", account, "at", TimePointSec.of(at));
    }
  }

  /**
   * Members in office.
   *
   * @param at the moment
   * @return accounts in the order of appointment
   */
  public List<Name> membersInOffice(Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.isInForce(at))
        .map(Mandate::holder)
        .toList();
  }

  /**
   * Deputies of the Chairman in office.
   *
   * @param at the moment
   * @return accounts in the order of appointment
   */
  public List<Name> deputies(Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.office() == Office.DEPUTY && mandate.isInForce(at))
        .map(Mandate::holder)
        .toList();
  }

  /**
   * Whether the Chairman is suspended (отстранён).
   *
   * @param at the moment
   * @return whether a suspension has not lapsed yet
   */
  public boolean isChairmanSuspended(Instant at) {
    return at.isBefore(suspendedUntil.toInstant());
  }

  /**
   * Who acts as Chairman: the Chairman himself while he is in office and not suspended, else the first deputy, else the
   * temporary acting chairman (CHAIR-01, CHAIR-14).
   *
   * @param at the moment
   * @return at most one account, always a member of the Council
   */
  public Optional<Name> actingChairman(Instant at) {
    Optional<Name> chairman = chairman(at);
    if (chairman.isPresent() && !isChairmanSuspended(at)) {
      return chairman;
    }
    return deputies(at).stream().findFirst().or(() -> holder(Office.ACTING_CHAIRMAN, at));
  }

  /**
   * Refuses anybody else than who acts as Chairman.
   *
   * @param account account
   * @param at the moment
   * @throws GovernanceException NOT_CHAIRMAN
   */
  public void requireActingChairman(Name account, Instant at) {
    Optional<Name> acting = actingChairman(at);
    if (!acting.equals(Optional.of(account))) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          account,
          "chairman",
          acting.map(Name::toString).orElse("nobody"));
    }
  }

  /**
   * Whether an account acts as Chairman for a time only, by election of the Council (CHAIR-14).
   *
   * @param account the account
   * @param at the moment
   * @return whether it acts as Chairman and is neither Chairman nor deputy
   */
  public boolean isTemporaryChairman(Name account, Instant at) {
    Optional<Name> self = Optional.of(account);
    return holder(Office.ACTING_CHAIRMAN, at).equals(self) && actingChairman(at).equals(self);
  }

  private Optional<Name> holder(Office office, Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.office() == office && mandate.isInForce(at))
        .map(Mandate::holder)
        .findFirst();
  }

  /**
   * Number of the decision that suspended the Chairman last.
   *
   * @return the number, 0 if none ever did
   */
  public long suspensionId() {
    return suspensionId;
  }

  /** The same Council with other mandates. */
  Council with(List<Mandate> changed) {
    return new Council(changed, suspendedUntil, suspensionId);
  }

  /** The same Council with another end of the suspension. */
  Council suspendedUntil(TimePointSec until) {
    return new Council(mandates, until, suspensionId);
  }

  /**
   * This Council under the Chairman whom the general meeting elected anew (MEET-02). The one before stays a member; a
   * suspension ends, whoever was elected.
   *
   * @param chair mandate of the Chairman, who is a member in office
   * @param at when he takes office
   * @return the Council, the Chairman in the place of his seat
   * @throws GovernanceException NOT_IN_COUNCIL
   */
  public Council withChairman(Mandate chair, Instant at) {
    requireMember(chair.holder(), at);
    List<Mandate> changed = new ArrayList<>();
    for (Mandate mandate : withoutActing()) {
      if (mandate.holder().equals(chair.holder())) {
        changed.add(chair);
      } else if (mandate.office() == Office.CHAIRMAN) {
        changed.add(Appointments.withOffice(mandate, Office.MEMBER));
      } else {
        changed.add(mandate);
      }
    }
    return new Council(changed, TimePointSec.EPOCH, suspensionId);
  }

  /**
   * This Council without its Chairman, whom the general meeting recalled (MEET-27). He stays a member; deputies act, and a
   * suspension ends with the office.
   *
   * @param chairman who is recalled
   * @param at when his office ends
   * @return the Council without a Chairman
   * @throws GovernanceException NOT_CHAIRMAN if somebody else is, or nobody
   */
  public Council withRecalledChairman(Name chairman, Instant at) {
    if (!isChairman(chairman, at)) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          chairman,
          "chairman",
          chairman(at).map(Name::toString).orElse("nobody"));
    }
    List<Mandate> changed = new ArrayList<>();
    for (Mandate mandate : mandates) {
      changed.add(
          mandate.office() == Office.CHAIRMAN
              ? Appointments.withOffice(mandate, Office.MEMBER)
              : mandate);
    }
    return new Council(changed, TimePointSec.EPOCH, suspensionId);
  }

  /**
   * This Council with a member whom the general meeting elected to a free seat (довыборы; MEET-02).
   *
   * @param seat mandate of the member, whose earlier one, if he had any, has ended
   * @param at when he takes office
   * @return the Council, the member last
   * @throws GovernanceException DUPLICATE_SEAT if he is a member already
   */
  public Council withSeat(Mandate seat, Instant at) {
    if (isMember(seat.holder(), at)) {
      throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", seat.holder());
    }
    List<Mandate> changed = new ArrayList<>(mandates);
    changed.removeIf(mandate -> mandate.holder().equals(seat.holder()));
    changed.add(seat);
    return with(changed);
  }

  /**
   * The Council that the general meeting elected in place of this one (MEET-02): no deputies, no suspension; decisions
   * that had their effect on this one have none on the next.
   *
   * @param elected its mandates, each account once, exactly one Chairman
   * @return the next Council
   * @throws GovernanceException DUPLICATE_SEAT, NOT_ONE_CHAIRMAN
   */
  public Council succeededBy(List<Mandate> elected) {
    return new Council(of(elected).mandates, TimePointSec.EPOCH, suspensionId);
  }

  /** The mandates without a temporary acting chairman. */
  List<Mandate> withoutActing() {
    return mandates.stream()
        .map(mandate -> mandate.office() == Office.ACTING_CHAIRMAN
            ? Appointments.withOffice(mandate, Office.MEMBER)
            : mandate)
        .toList();
  }

  /**
   * Subject of the question of appointing a deputy.
   *
   * @param member the deputy to be
   * @return digest for {@link QuestionOpening#open}
   */
  public static Checksum256 deputySubject(Name member) {
    return Appointments.subject(member, Office.DEPUTY);
  }

  /**
   * Makes a member deputy of the Chairman (COUNCIL-16).
   *
   * @param decision the Council's decision on {@link #deputySubject}
   * @param member a member in office other than the Chairman
   * @param charter the charter in force
   * @param others mandates of the other bodies of the cooperative
   * @param now the moment
   * @return the Council with the deputy after those appointed before
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, NOT_IN_COUNCIL, INCOMPATIBLE_OFFICES
   *     for the Chairman and for who holds an office that excludes this one (COUNCIL-30)
   */
  public Council withDeputy(
      DecisionInForce decision, Name member, Charter charter, List<Mandate> others, Instant now) {
    decision.requireAbout(QuestionType.APPOINTMENT, deputySubject(member));
    requireMember(member, now);
    if (isChairman(member, now)) {
      throw new GovernanceException(
          Reason.INCOMPATIBLE_OFFICES,
          "account",
          member,
          "office",
          Office.CHAIRMAN,
          "other",
          Office.DEPUTY);
    }
    List<Mandate> changed = new ArrayList<>();
    Mandate appointed = null;
    for (Mandate mandate : mandates) {
      if (mandate.holder().equals(member)) {
        appointed =
            new Mandate(member, Office.DEPUTY, mandate.from(), mandate.until(), mandate.ground());
      } else {
        changed.add(mandate);
      }
    }
    changed.add(Objects.requireNonNull(appointed));
    List<Mandate> all = new ArrayList<>(changed);
    all.addAll(others);
    Offices.requireCompatible(charter, all, now);
    return new Council(changed, suspendedUntil, suspensionId);
  }

  /**
   * Ends a mandate before its time, as when a member leaves the cooperative.
   *
   * @param holder whose mandate ends
   * @param now first moment out of office
   * @return the Council with the ended mandate
   * @throws GovernanceException NOT_IN_COUNCIL
   */
  public Council withEnded(Name holder, Instant now) {
    requireMember(holder, now);
    List<Mandate> changed = new ArrayList<>();
    for (Mandate mandate : mandates) {
      changed.add(
          mandate.holder().equals(holder)
              ? new Mandate(
                  holder, mandate.office(), mandate.from(), TimePointSec.of(now), mandate.ground())
              : mandate);
    }
    return new Council(changed, suspendedUntil, suspensionId);
  }

  /**
   * This Council without those who are no longer members of the cooperative: their mandates end.
   *
   * @param memberships who is a member
   * @param now first moment out of office
   * @return the Council with the mandates that have ended
   */
  public Council withoutLeavers(MembershipLookup memberships, Instant now) {
    Council next = this;
    for (Name member : membersInOffice(now)) {
      next = memberships.isActive(member, now) ? next : next.withEnded(member, now);
    }
    return next;
  }

  /**
   * Suspends the Chairman. A decision suspends once. Until a general meeting is convened the suspension lasts no longer
   * than {@link ConveningDuty#dueOn()}; {@link ConveningDuty#met} then gives it the end that was decided (COUNCIL-18).
   *
   * @param decision the decision on the digest of {@code suspension}
   * @param suspension whom, on what grounds and until when
   * @param charter the charter in force
   * @param now the moment
   * @return the Council under its first deputy, if there is one
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, NOT_CHAIRMAN for a suspension of somebody
   *     else, DECISION_ALREADY_USED, CLOSES_BEFORE_OPENING if it would lapse at once
   */
  public Council withSuspendedChairman(
      DecisionInForce decision, Suspension suspension, Charter charter, Instant now) {
    decision.requireAbout(QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    if (!isChairman(suspension.chairman(), now)) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          suspension.chairman(),
          "chairman",
          chairman(now).map(Name::toString).orElse("nobody"));
    }
    if (decision.id() <= suspensionId) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    TimePointSec from = TimePointSec.of(now);
    TimePointSec lapse = ConveningDuty.of(decision, charter).lapsesAt(charter);
    TimePointSec until = suspension.until().compareTo(lapse) < 0 ? suspension.until() : lapse;
    if (until.compareTo(from) <= 0) {
      throw new GovernanceException(
          Reason.CLOSES_BEFORE_OPENING, "opensAt", from, "closesAt", until);
    }
    return new Council(withoutActing(), until, decision.id());
  }

  /**
   * Content of the question of an appointment.
   *
   * @param person who is appointed
   * @param office to which office
   */
  public record Appointment(Name person, Office office) {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Council council && snapshot().equals(council.snapshot());
  }

  @Override
  public int hashCode() {
    return snapshot().hashCode();
  }

  @Override
  public String toString() {
    return "Council of "
        + mandates.stream()
            .map(mandate -> mandate.holder() + " " + mandate.office())
            .toList();
  }
}
