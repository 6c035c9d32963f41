package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Offices;
import io.github.coopj.governance.body.Seats;
import io.github.coopj.governance.charter.BoardPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Appointments;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Seats.of(Office.Body.BOARD, mandates);
    long chairmen = mandates.stream()
        .filter(mandate -> mandate.office() == Office.BOARD_CHAIRMAN)
        .count();
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
   * Which decision of the Council the Board stands on: the last one that had effect on it.
   *
   * @return number of the decision
   */
  public long groundId() {
    return mandates.stream().mapToLong(mandate -> mandate.ground().id()).max().orElseThrow();
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
   * The chairman of the Board (председатель правления).
   *
   * @param at the moment
   * @return who is in that office
   */
  public Optional<Name> chairman(Instant at) {
    return seats().holder(Office.BOARD_CHAIRMAN, at).map(Mandate::holder);
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
   * Whether votes for adopt a decision: more than half of the members in office. One alone decides alone; of two, both
   * must agree (BCHAIR-08).
   *
   * @param votesFor members who voted for, once each and in office
   * @param at the moment
   * @return whether {@code 2·for > members}
   * @throws GovernanceException DUPLICATE_SEAT, NOT_IN_BODY
   */
  public boolean isAdopted(List<Name> votesFor, Instant at) {
    return seats().isMajority(votesFor, at);
  }

  /**
   * The same Board under another of its members, whom the Council appoints its chairman (COUNCIL-10).
   *
   * @param member who is to preside
   * @param decision decision APPOINTMENT of the Council on {@link #chairSubject}
   * @param now the moment
   * @return the Board, every mandate for the time it had; his own cites the decision
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED, NOT_IN_BODY
   */
  public Board withChairman(Name member, DecisionInForce decision, Instant now) {
    decision.requireAbout(QuestionType.APPOINTMENT, chairSubject(member));
    requireUnused(decision);
    requireMember(member, now);
    List<Mandate> changed = new ArrayList<>();
    for (Mandate m : mandates) {
      boolean presides = m.holder().equals(member);
      changed.add(new Mandate(
          m.holder(),
          presides ? Office.BOARD_CHAIRMAN : Office.BOARD_MEMBER,
          m.from(),
          m.until(),
          presides ? Ground.ofCouncil(decision.id()) : m.ground()));
    }
    return new Board(cooperative, changed);
  }

  /**
   * Ends the Board; its duties fall to the Council (COUNCIL-09).
   *
   * @param decision decision APPOINTMENT of the Council on {@link #endSubject}
   * @param now first moment without the Board
   * @return the Board with mandates that have ended
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED
   */
  public Board ended(DecisionInForce decision, Instant now) {
    decision.requireAbout(QuestionType.APPOINTMENT, endSubject());
    requireUnused(decision);
    List<Mandate> changed = new ArrayList<>();
    for (Mandate m : mandates) {
      boolean ends = m.isInForce(now);
      changed.add(new Mandate(
          m.holder(),
          m.office(),
          m.from(),
          ends ? TimePointSec.of(now) : m.until(),
          ends ? Ground.ofCouncil(decision.id()) : m.ground()));
    }
    return new Board(cooperative, changed);
  }

  /**
   * Subject of the question of another chairman.
   *
   * @param member who is to preside
   * @return digest for a question APPOINTMENT
   */
  public Checksum256 chairSubject(Name member) {
    return Appointments.subject(member, Office.BOARD_CHAIRMAN);
  }

  /**
   * Subject of the question of ending this Board.
   *
   * @return digest over the Board as it is
   */
  public Checksum256 endSubject() {
    return DocumentDigest.of(DocumentType.COUNCIL_DECISION, this);
  }

  /**
   * Which body carries out what the meeting and the Council decide: the Board, or the Council itself where no Board is in
   * office (COUNCIL-09).
   *
   * @param board the Board appointed last, if there ever was one
   * @param at the moment
   * @return BOARD or COUNCIL
   */
  public static Office.Body executive(Optional<Board> board, Instant at) {
    return board.filter(there -> !there.inOffice(at).isEmpty()).isPresent()
        ? Office.Body.BOARD
        : Office.Body.COUNCIL;
  }

  private void requireUnused(DecisionInForce decision) {
    if (decision.id() <= groundId()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
  }

  private Seats seats() {
    return Seats.of(Office.Body.BOARD, mandates);
  }
}
