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
import io.github.coopj.governance.council.Council;
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
      if (!memberships.isActive(member, decision.effectiveAt())) {
        throw new GovernanceException(Reason.NOT_AN_ACTIVE_MEMBER, "account", member);
      }
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

  private static Name elected(Charter charter, MeetingDecision decision, ItemType type) {
    decision.requireOf(charter.account(), type);
    return decision.elected().orElseThrow();
  }

  private static Mandate mandate(
      Charter charter, Name holder, Office office, Period term, MeetingDecision ground) {
    return Mandate.ofTerm(
        holder, office, ground.effectiveAt(), term, charter.zone(), Ground.ofMeeting(ground.id()));
  }

  private static void requireCompatible(
      Charter charter, List<Mandate> elected, List<Mandate> others, Instant at) {
    List<Mandate> all = new ArrayList<>(elected);
    all.addAll(others);
    Offices.requireCompatible(charter, all, at);
  }
}
