package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Offices;
import io.github.coopj.governance.charter.BoardPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Board (правление), appointed by the Council for the term of the charter (BOARD-01, BCHAIR-01). A cooperative may do
 * without. A Board of one is its chairman, who decides alone (BCHAIR-08).
 *
 * @param cooperative account of the cooperative
 * @param mandates mandates in the order of appointment, one of them the chairman's; stored as they are
 */
public record Board(Name cooperative, List<Mandate> mandates) {
  /** Refuses other offices, repeated accounts and all but one chairman. */
  public Board {
    mandates = List.copyOf(mandates);
    int chairmen = 0;
    Set<Name> holders = new HashSet<>();
    for (Mandate mandate : mandates) {
      if (mandate.office().body() != Office.Body.BOARD) {
        throw new InvalidValueException("a Board has no office " + mandate.office());
      }
      if (!holders.add(mandate.holder())) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", mandate.holder());
      }
      if (mandate.office() == Office.BOARD_CHAIRMAN) {
        chairmen++;
      }
    }
    if (chairmen != 1) {
      throw new GovernanceException(Reason.NOT_ONE_CHAIRMAN, "chairmen", chairmen);
    }
  }

  /**
   * The Board that the Council has appointed; it takes the place of the one before.
   *
   * @param seats whom the Council appoints
   * @param decision decision APPOINTMENT of the Council on these seats
   * @param before the Board until now, if there was one
   * @param others mandates of the other bodies of the cooperative
   * @param charter the charter in force
   * @return the Board, its mandates citing the decision
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     DECISION_ALREADY_USED if the Board before stands on this decision or a later one, BOARD_SIZE,
   *     INCOMPATIBLE_OFFICES (COUNCIL-30)
   */
  public static Board appoint(
      BoardSeats seats,
      DecisionInForce decision,
      Optional<Board> before,
      List<Mandate> others,
      Charter charter) {
    if (!seats.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          charter.account(),
          "addressed",
          seats.cooperative());
    }
    decision.requireAbout(QuestionType.APPOINTMENT, seats.digest());
    if (before.isPresent() && decision.id() <= before.get().groundId()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    BoardPolicy policy = charter.board();
    int size = seats.members().size();
    if (size < policy.minSize() || size > policy.maxSize()) {
      throw new GovernanceException(
          Reason.BOARD_SIZE, "size", size, "min", policy.minSize(), "max", policy.maxSize());
    }
    Instant from = decision.effectiveAt().toInstant();
    List<Mandate> mandates = new ArrayList<>();
    for (Name member : seats.members()) {
      Office office = member.equals(seats.chairman()) ? Office.BOARD_CHAIRMAN : Office.BOARD_MEMBER;
      mandates.add(Mandate.ofTerm(
          member, office, from, policy.term(), charter.zone(), Ground.ofCouncil(decision.id())));
    }
    List<Mandate> all = new ArrayList<>(mandates);
    all.addAll(others);
    Offices.requireCompatible(charter, all, from);
    return new Board(seats.cooperative(), mandates);
  }

  /**
   * Which decision of the Council the Board stands on.
   *
   * @return number of the decision
   */
  public long groundId() {
    return mandates.get(0).ground().id();
  }

  /**
   * Who is in office.
   *
   * @param at the moment
   * @return accounts in the order of appointment
   */
  public List<Name> inOffice(Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.isInForce(at))
        .map(Mandate::holder)
        .toList();
  }

  /**
   * The chairman of the Board (председатель правления).
   *
   * @param at the moment
   * @return who is in that office
   */
  public Optional<Name> chairman(Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.office() == Office.BOARD_CHAIRMAN && mandate.isInForce(at))
        .map(Mandate::holder)
        .findFirst();
  }

  /**
   * Refuses whoever holds no seat, or no longer.
   *
   * @param account who acts
   * @param at the moment
   * @throws GovernanceException NOT_IN_BODY
   */
  public void requireMember(Name account, Instant at) {
    if (!inOffice(at).contains(account)) {
      throw new GovernanceException(
          Reason.NOT_IN_BODY,
          "account",
          account,
          "body",
          Office.Body.BOARD,
          "at",
          TimePointSec.of(at));
    }
  }

  /**
   * Whether votes for adopt a decision: more than half of the members in office. One alone decides alone; of two, both
   * must agree (BCHAIR-08).
   *
   * @param votesFor members who voted for, once each and in office
   * @param at the moment
   * @return whether {@code 2·for > members}
   * @throws GovernanceException DUPLICATE_SEAT, NOT_IN_BODY
   */
  public boolean isAdopted(List<Name> votesFor, Instant at) {
    Set<Name> counted = new HashSet<>();
    for (Name member : votesFor) {
      requireMember(member, at);
      if (!counted.add(member)) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", member);
      }
    }
    return 2 * counted.size() > inOffice(at).size();
  }
}
