package io.github.coopj.governance.audit;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Seats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Revision commission (ревизионная комиссия): one Revisor, or three and more members who elect a chairman among
 * themselves, appointed by the general meeting (AUDIT-01, AUDIT-04).
 *
 * <p>A mandate ends with its term or with the membership of its holder. No decision of the Council or the Board has any
 * effect here (AUDIT-07).
 *
 * @param members mandates in the order of appointment; stored as they are
 * @param chairDecision number of the commission's last decision on its chairman, 0 if there was none
 */
public record AuditCommission(
    List<Mandate> members, @AbiType("uint64") long chairDecision) {
  private static final int LEAST = 3;

  /**
   * Refuses other offices, repeated accounts, two chairmen and a sole member who is not the Revisor; two members may be
   * left when others end.
   */
  public AuditCommission {
    members = List.copyOf(members);
    Seats.of(Office.Body.AUDIT, members);
    long chairmen = members.stream()
        .filter(mandate -> mandate.office() == Office.AUDIT_CHAIRMAN)
        .count();
    if (chairmen > 1 || (members.size() == 1 && chairmen == 0)) {
      throw new GovernanceException(Reason.NOT_ONE_CHAIRMAN, "chairmen", chairmen);
    }
  }

  /**
   * A commission without a decision of its own, of whatever size others have left it.
   *
   * @param members mandates in the order of appointment
   */
  public AuditCommission(List<Mandate> members) {
    this(members, 0);
  }

  /**
   * A commission newly appointed, without a decision of its own.
   *
   * @param members mandates in the order of appointment
   * @return the commission
   * @throws GovernanceException AUDIT_SIZE, DUPLICATE_SEAT, NOT_ONE_CHAIRMAN
   */
  public static AuditCommission of(List<Mandate> members) {
    requireSize(members.size());
    return new AuditCommission(members);
  }

  /**
   * Refuses a commission of none or of two.
   *
   * @param size number of members appointed
   * @throws GovernanceException AUDIT_SIZE
   */
  public static void requireSize(int size) {
    if (size == 0 || size == 2) {
      throw new GovernanceException(Reason.AUDIT_SIZE, "size", size);
    }
  }

  /**
   * Who is in office.
   *
   * @param at the moment
   * @return accounts in the order of appointment
   */
  public List<Name> inOffice(Instant at) {
    return seats().inOffice(at);
  }

  /**
   * What the commission is able to do.
   *
   * @param at the moment
   * @return COMPLETE if one was appointed and is there, or three and more are
   */
  public AuditStanding standing(Instant at) {
    int present = inOffice(at).size();
    if (present >= LEAST || (members.size() == 1 && present == 1)) {
      return AuditStanding.COMPLETE;
    }
    return present == 0 ? AuditStanding.EXPIRED : AuditStanding.INCOMPLETE;
  }

  /**
   * Whether as many members are in office as the commission needs to begin something new.
   *
   * @param at the moment
   * @return whether it is {@link AuditStanding#COMPLETE}
   */
  public boolean isComplete(Instant at) {
    return standing(at) == AuditStanding.COMPLETE;
  }

  /**
   * What the next general meeting has to hear: the commission lacks members.
   *
   * @param cooperative account of the cooperative
   * @param at the moment
   * @return the vacancy with its beginning, or nothing while the commission is complete
   */
  public Optional<AuditVacancy> vacancy(Name cooperative, Instant at) {
    if (isComplete(at)) {
      return Optional.empty();
    }
    TimePointSec since = TimePointSec.of(at);
    List<TimePointSec> ends = members.stream()
        .map(Mandate::until)
        .filter(end -> !end.toInstant().isAfter(at))
        .sorted(Comparator.reverseOrder())
        .toList();
    for (TimePointSec end : ends) {
      if (isComplete(end.toInstant())) {
        break;
      }
      since = end;
    }
    return Optional.of(new AuditVacancy(cooperative, standing(at), inOffice(at).size(), since));
  }

  /**
   * Refuses whoever holds no seat, or no longer.
   *
   * @param account who acts
   * @param at the moment
   * @throws GovernanceException NOT_IN_BODY
   */
  public void requireMember(Name account, Instant at) {
    seats().requireMember(account, at);
  }

  /**
   * Refuses a commission that may begin nothing new.
   *
   * @param at the moment
   * @throws GovernanceException AUDIT_INCOMPLETE
   */
  public void requireComplete(Instant at) {
    if (!isComplete(at)) {
      throw new GovernanceException(
          Reason.AUDIT_INCOMPLETE, "members", inOffice(at).size());
    }
  }

  /**
   * The chairman, or the sole Revisor.
   *
   * @param at the moment
   * @return who is in that office, or nobody before the commission has elected one
   */
  public Optional<Name> chairman(Instant at) {
    return seats().holder(Office.AUDIT_CHAIRMAN, at).map(Mandate::holder);
  }

  /**
   * Whether votes for adopt a decision: more than half of all members in office, without a casting vote (AUDIT-08).
   *
   * @param votesFor members who voted for, once each and in office
   * @param at the moment
   * @return whether {@code 2·for > members}
   * @throws GovernanceException DUPLICATE_SEAT, NOT_IN_BODY
   */
  public boolean isAdopted(List<Name> votesFor, Instant at) {
    return seats().isMajority(votesFor, at);
  }

  private Seats seats() {
    return Seats.of(Office.Body.AUDIT, members);
  }

  /**
   * The commission with the chairman that it has elected.
   *
   * @param decision decision ELECT_CHAIR of the commission, later than the last one that had effect
   * @param cooperative account of the cooperative
   * @param member whom it elected
   * @param now the moment
   * @return the commission with him in the chair and his predecessor as a member
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     DECISION_ALREADY_USED, NOT_IN_BODY
   */
  public AuditCommission withChairman(
      AuditDecision decision, Name cooperative, Name member, Instant now) {
    decision.requireAbout(new AuditChair(cooperative, member).topic());
    if (decision.id() <= chairDecision) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    requireMember(member, now);
    List<Mandate> mandates = new ArrayList<>();
    for (Mandate m : members) {
      Office office = m.holder().equals(member) ? Office.AUDIT_CHAIRMAN : Office.AUDIT_MEMBER;
      mandates.add(new Mandate(m.holder(), office, m.from(), m.until(), m.ground()));
    }
    return new AuditCommission(mandates, decision.id());
  }

  /**
   * The commission without those who are no longer members of the cooperative: their mandates end (AUDIT-03).
   *
   * @param memberships who is a member
   * @param now the moment
   * @return the commission with the mandates that have ended
   */
  public AuditCommission withoutLeavers(MembershipLookup memberships, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    List<Mandate> mandates = new ArrayList<>();
    for (Mandate m : members) {
      boolean stays = !m.isInForce(now) || memberships.isActive(m.holder(), now);
      mandates.add(stays ? m : new Mandate(m.holder(), m.office(), m.from(), at, m.ground()));
    }
    return new AuditCommission(mandates, chairDecision);
  }
}
