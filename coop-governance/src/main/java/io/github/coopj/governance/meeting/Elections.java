package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Offices;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.ConveningDuty;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.Suspension;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bodies that a general meeting elects: the Council, its Chairman, and the Revision commission (MEET-02, COUNCIL-02,
 * AUDIT-01). Each mandate stands on the decision of the meeting that elected its holder; the founding meeting alone elects
 * otherwise, see {@link io.github.coopj.governance.membership.Founding}.
 */
public final class Elections {
  private Elections() {}

  /**
   * The Council that a general meeting has elected, for the term of the charter.
   *
   * @param charter the charter in force
   * @param seats decisions ELECTION_COUNCIL, one for each member
   * @param chair decision ELECTION_COUNCIL_CHAIR on one of the members
   * @param others mandates of the other bodies of the cooperative
   * @return the Council, in the order of the seats
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, OTHER_COOPERATIVE, COUNCIL_SIZE, DUPLICATE_SEAT, NOT_ONE_CHAIRMAN
   *     if the Chairman is not among the members, INCOMPATIBLE_OFFICES (COUNCIL-30)
   */
  public static Council council(
      Charter charter, List<MeetingDecision> seats, MeetingDecision chair, List<Mandate> others) {
    Name chairman = elected(charter, chair, ItemType.ELECTION_COUNCIL_CHAIR);
    Council.requireSize(charter, seats.size());
    List<Mandate> mandates = new ArrayList<>();
    for (MeetingDecision seat : seats) {
      Name member = elected(charter, seat, ItemType.ELECTION_COUNCIL);
      boolean heads = member.equals(chairman);
      mandates.add(mandate(
          charter,
          member,
          heads ? Office.CHAIRMAN : Office.MEMBER,
          charter.council().term(),
          heads ? chair : seat));
    }
    Council council = Council.of(mandates);
    requireCompatible(charter, mandates, others, chair.effectiveAt());
    return council;
  }

  /**
   * The Council after a general meeting: decisions on seats and Chairman elect a whole Council, those on seats alone fill
   * free ones, that on the Chairman alone re-elects him (MEET-02). One RE_ELECT recalls the Chairman, whether another is
   * elected or not (MEET-27). A meeting has this effect once.
   *
   * @param before the Council until now
   * @param decisions all decisions of the meeting
   * @param charter the charter in force
   * @param memberships who is a member of the cooperative
   * @param others mandates of the other bodies of the cooperative
   * @return the Council from the meeting on
   * @throws GovernanceException NOT_ELECTED if the meeting elected nobody into the Council, DECISION_ALREADY_USED if it had
   *     its effect or a later one has, NOT_AN_ACTIVE_MEMBER, OTHER_COOPERATIVE, COUNCIL_SIZE, DUPLICATE_SEAT,
   *     NOT_ONE_CHAIRMAN, NOT_CHAIRMAN if it recalls somebody else, NOT_IN_COUNCIL for a Chairman alone who holds no seat, INCOMPATIBLE_OFFICES (COUNCIL-30)
   */
  public static Council after(
      Council before,
      List<MeetingDecision> decisions,
      Charter charter,
      MembershipLookup memberships,
      List<Mandate> others) {
    List<MeetingDecision> seats = of(decisions, ItemType.ELECTION_COUNCIL);
    List<MeetingDecision> chairs = of(decisions, ItemType.ELECTION_COUNCIL_CHAIR);
    for (MeetingDecision decision : union(seats, chairs)) {
      requireNew(before, decision);
      requireMember(elected(charter, decision, decision.type()), decision, memberships);
    }
    Council next = before;
    for (MeetingDecision recall : of(decisions, ItemType.RE_ELECT)) {
      next = recalled(next, charter, recall);
    }
    if (!seats.isEmpty() && !chairs.isEmpty()) {
      return before.succeededBy(council(charter, seats, chairs.get(0), others).mandates());
    }
    for (MeetingDecision seat : seats) {
      Name member = elected(charter, seat, ItemType.ELECTION_COUNCIL);
      next = next.withSeat(
          mandate(charter, member, Office.MEMBER, charter.council().term(), seat),
          seat.effectiveAt());
    }
    for (MeetingDecision chair : chairs) {
      next = next.withChairman(chairmanOf(next, charter, chair), chair.effectiveAt());
    }
    if (next.equals(before)) {
      throw new GovernanceException(Reason.NOT_ELECTED, "decisions", decisions.size());
    }
    Instant at = decisions.get(0).effectiveAt();
    Council.requireSize(charter, next.membersInOffice(at).size());
    requireCompatible(charter, next.mandates(), others, at);
    return next;
  }

  /** The Council without the Chairman whom the meeting recalled; he keeps his seat (MEET-27). */
  private static Council recalled(Council council, Charter charter, MeetingDecision recall) {
    Name chairman = elected(charter, recall, ItemType.RE_ELECT);
    for (Mandate mandate : council.mandates()) {
      if (mandate.office() == Office.CHAIRMAN
          && mandate.holder().equals(chairman)
          && !recall.effectiveAt().isAfter(mandate.from().toInstant())) {
        throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", recall.id());
      }
    }
    return council.withRecalledChairman(chairman, recall.effectiveAt());
  }

  /** The Chairman holds his office as long as his seat. */
  private static Mandate chairmanOf(Council council, Charter charter, MeetingDecision chair) {
    Name holder = elected(charter, chair, ItemType.ELECTION_COUNCIL_CHAIR);
    council.requireMember(holder, chair.effectiveAt());
    TimePointSec until = council.mandates().stream()
        .filter(mandate -> mandate.holder().equals(holder))
        .map(Mandate::until)
        .findFirst()
        .orElseThrow();
    return new Mandate(
        holder,
        Office.CHAIRMAN,
        TimePointSec.of(chair.effectiveAt()),
        until,
        Ground.ofMeeting(chair.id()));
  }

  private static List<MeetingDecision> of(List<MeetingDecision> decisions, ItemType type) {
    return decisions.stream().filter(decision -> decision.type() == type).toList();
  }

  private static List<MeetingDecision> union(
      List<MeetingDecision> seats, List<MeetingDecision> chairs) {
    List<MeetingDecision> all = new ArrayList<>(seats);
    all.addAll(chairs);
    return all;
  }

  /** Refuses a decision that gave a mandate, and one older than the Council or than the mandate it would replace. */
  private static void requireNew(Council council, MeetingDecision decision) {
    boolean chair = decision.type() == ItemType.ELECTION_COUNCIL_CHAIR;
    boolean used = !decision.effectiveAt().isAfter(council.since());
    for (Mandate mandate : council.mandates()) {
      boolean replaced = decision.elected().equals(Optional.of(mandate.holder()))
          || (chair && mandate.office() == Office.CHAIRMAN);
      used |= mandate.ground().equals(Ground.ofMeeting(decision.id()))
          || (replaced && !decision.effectiveAt().isAfter(mandate.from().toInstant()));
    }
    if (used) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
  }

  /**
   * Lets the suspension of the Chairman last as long as was decided, now that the meeting is convened that may elect
   * another (COUNCIL-18).
   *
   * @param council the Council that suspended its Chairman
   * @param suspending the decision that did
   * @param suspension its content
   * @param meeting the meeting, with the election of the Chairman on its agenda
   * @param convening the decision that convened it
   * @param charter the charter in force
   * @return the Council with the end of the suspension that was decided
   * @throws GovernanceException AGENDA_ITEM_MISSING, DECISION_ON_OTHER_SUBJECT if another decision convened the meeting, and
   *     what {@link ConveningDuty#met} refuses
   */
  public static Council convened(
      Council council,
      DecisionInForce suspending,
      Suspension suspension,
      GeneralMeeting meeting,
      DecisionInForce convening,
      Charter charter) {
    GeneralMeetingRecord row = meeting.snapshot();
    if (row.items().stream().noneMatch(item -> item.type() == ItemType.ELECTION_COUNCIL_CHAIR)) {
      throw new GovernanceException(
          Reason.AGENDA_ITEM_MISSING, "item", ItemType.ELECTION_COUNCIL_CHAIR);
    }
    if (row.councilDecisionId() != convening.id()) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          convening.id(),
          "expected",
          "meeting " + row.id(),
          "actual",
          convening.subject());
    }
    return ConveningDuty.met(
        council, suspending, suspension, convening, convening.subject(), charter);
  }

  /**
   * The Revision commission that a general meeting has appointed, for the term of the charter. Of three and more, nobody
   * is chairman until the commission elects one; one alone is the Revisor (AUDIT-04).
   *
   * @param charter the charter in force
   * @param members decisions AUDIT_COMMISSION, one for each member: one, or three and more
   * @param memberships who is a member of the cooperative when elected (AUDIT-03)
   * @param others mandates of the other bodies of the cooperative
   * @return the commission, in the order of the decisions
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, OTHER_COOPERATIVE, AUDIT_SIZE, NOT_AN_ACTIVE_MEMBER,
   *     DUPLICATE_SEAT, INCOMPATIBLE_OFFICES (COUNCIL-30)
   */
  public static AuditCommission commission(
      Charter charter,
      List<MeetingDecision> members,
      MembershipLookup memberships,
      List<Mandate> others) {
    AuditCommission.requireSize(members.size());
    Office office = members.size() == 1 ? Office.AUDIT_CHAIRMAN : Office.AUDIT_MEMBER;
    List<Mandate> mandates = new ArrayList<>();
    for (MeetingDecision decision : members) {
      Name member = elected(charter, decision, ItemType.AUDIT_COMMISSION);
      requireMember(member, decision, memberships);
      mandates.add(mandate(charter, member, office, charter.audit().term(), decision));
    }
    AuditCommission commission = AuditCommission.of(mandates);
    requireCompatible(charter, mandates, others, members.get(0).effectiveAt());
    return commission;
  }

  /**
   * The Revision commission that one meeting has appointed, in place of the one before (MEET-29).
   *
   * @param charter the charter in force
   * @param meeting the meeting
   * @param before the commission until now, if there was one
   * @param memberships who is a member of the cooperative when elected (AUDIT-03)
   * @param others mandates of the other bodies of the cooperative
   * @return the commission of all whom the meeting elected, in the order of its agenda
   * @throws GovernanceException DECISION_ALREADY_USED unless it was held after the meeting that appointed the commission
   *     before, AUDIT_SIZE also if the meeting elected nobody, and as for single decisions
   */
  public static AuditCommission commission(
      Charter charter,
      HeldMeeting meeting,
      Optional<AuditCommission> before,
      MembershipLookup memberships,
      List<Mandate> others) {
    TimePointSec heldAt = TimePointSec.of(meeting.heldAt());
    if (before.isPresent()
        && before.get().members().stream().anyMatch(m -> m.from().compareTo(heldAt) >= 0)) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", meeting.id());
    }
    List<MeetingDecision> members = meeting.decisions().stream()
        .filter(decision -> decision.type() == ItemType.AUDIT_COMMISSION)
        .toList();
    return commission(charter, members, memberships, others);
  }

  private static void requireMember(
      Name elected, MeetingDecision decision, MembershipLookup memberships) {
    if (!memberships.isActive(elected, decision.effectiveAt())) {
      throw new GovernanceException(Reason.NOT_AN_ACTIVE_MEMBER, "account", elected);
    }
  }

  private static Name elected(Charter charter, MeetingDecision decision, ItemType type) {
    decision.requireOf(charter.account(), type);
    return decision.elected().orElseThrow();
  }

  private static Mandate mandate(
      Charter charter, Name holder, Office office, Period term, MeetingDecision ground) {
    return Mandate.ofTerm(
        holder, office, ground.effectiveAt(), term, charter.zone(), Ground.ofMeeting(ground.id()));
  }

  /** When the elected take office, and whenever another has taken an office since then. */
  private static void requireCompatible(
      Charter charter, List<Mandate> elected, List<Mandate> others, Instant at) {
    List<Mandate> all = new ArrayList<>(elected);
    all.addAll(others);
    Offices.requireCompatible(charter, all, at);
    for (Mandate other : others) {
      if (other.from().toInstant().isAfter(at)) {
        Offices.requireCompatible(charter, all, other.from().toInstant());
      }
    }
  }
}
