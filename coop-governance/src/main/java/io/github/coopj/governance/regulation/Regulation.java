package io.github.coopj.governance.regulation;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.util.Optional;

/**
 * A regulation in force (COUNCIL-15). What the Council has adopted on a matter the Board may not replace (BOARD-02); what
 * the Board has adopted the Council may.
 *
 * @param text the version
 * @param by which body adopted it
 * @param decision number of its decision
 * @param meeting number of the decision of the general meeting on its part on funds, 0 if it has none
 * @param since from when it is in force
 */
public record Regulation(
    RegulationText text,
    Office.Body by,
    @AbiType("uint64") long decision,
    @AbiType("uint64") long meeting,
    TimePointSec since) {
  /**
   * Adopts a version by the Council.
   *
   * @param text the version
   * @param decision decision REGULATION of the Council on its digest
   * @param before the version until now, if there was one
   * @param charter the charter in force
   * @return the regulation in force
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OTHER_COOPERATIVE,
   *     REGULATION_OTHER_CHARTER, PAPER_VERSION, FUNDS_NEED_MEETING if it touches funds (COUNCIL-22)
   */
  public static Regulation byCouncil(
      RegulationText text, DecisionInForce decision, Optional<Regulation> before, Charter charter) {
    decision.requireAbout(QuestionType.REGULATION, text.digest());
    requireNext(text, before, charter);
    if (text.funds()) {
      throw new GovernanceException(Reason.FUNDS_NEED_MEETING, "number", text.number());
    }
    return new Regulation(text, Office.Body.COUNCIL, decision.id(), 0, decision.effectiveAt());
  }

  /**
   * Adopts a version that touches funds, by the Council and the general meeting (COUNCIL-22, MEET-28).
   *
   * @param text the version
   * @param decision decision REGULATION of the Council on its digest
   * @param meeting decision FUND_RULES of the meeting on the same digest
   * @param before the version until now, if there was one
   * @param charter the charter in force
   * @return the regulation, in force from the later of both decisions on
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OTHER_COOPERATIVE,
   *     REGULATION_OTHER_CHARTER, PAPER_VERSION
   */
  public static Regulation byCouncilAndMeeting(
      RegulationText text,
      DecisionInForce decision,
      MeetingDecision meeting,
      Optional<Regulation> before,
      Charter charter) {
    decision.requireAbout(QuestionType.REGULATION, text.digest());
    meeting.requireOf(text.cooperative(), ItemType.FUND_RULES);
    if (!meeting.subject().equals(text.digest())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          meeting.id(),
          "expected",
          text.digest(),
          "actual",
          meeting.subject());
    }
    requireNext(text, before, charter);
    TimePointSec held = TimePointSec.of(meeting.effectiveAt());
    return new Regulation(
        text,
        Office.Body.COUNCIL,
        decision.id(),
        meeting.id(),
        held.compareTo(decision.effectiveAt()) > 0 ? held : decision.effectiveAt());
  }

  /**
   * Adopts a version by the Board (BOARD-02, BOARD-06).
   *
   * @param text the version
   * @param decision decision of the Board on its digest
   * @param before the version until now, if there was one
   * @param charter the charter in force
   * @return the regulation in force
   * @throws GovernanceException DECISION_ON_OTHER_SUBJECT, OTHER_COOPERATIVE, COUNCIL_ONLY, SUBORDINATE_CONFLICT where the
   *     Council has ruled the matter, FUNDS_NEED_MEETING, REGULATION_OTHER_CHARTER, PAPER_VERSION
   */
  public static Regulation byBoard(
      RegulationText text, BoardDecision decision, Optional<Regulation> before, Charter charter) {
    decision.requireAbout(text.cooperative(), text.digest());
    if (text.kind().isCouncilOnly()) {
      throw new GovernanceException(Reason.COUNCIL_ONLY, "kind", text.kind());
    }
    before.filter(standing -> standing.by() == Office.Body.COUNCIL).ifPresent(standing -> {
      throw new GovernanceException(
          Reason.SUBORDINATE_CONFLICT, "number", text.number(), "decision", standing.decision());
    });
    requireNext(text, before, charter);
    if (text.funds()) {
      throw new GovernanceException(Reason.FUNDS_NEED_MEETING, "number", text.number());
    }
    return new Regulation(text, Office.Body.BOARD, decision.id(), 0, decision.effectiveAt());
  }

  private static void requireNext(
      RegulationText text, Optional<Regulation> before, Charter charter) {
    if (!text.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          charter.account(),
          "addressed",
          text.cooperative());
    }
    if (!text.charter().equals(charter.digest())) {
      throw new GovernanceException(
          Reason.REGULATION_OTHER_CHARTER, "number", text.number(), "charter", charter.digest());
    }
    int expected = 1 + before.map(standing -> standing.text().version()).orElse(0);
    boolean sameKind =
        before.map(standing -> standing.text().kind()).orElse(text.kind()) == text.kind();
    if (text.version() != expected || !sameKind) {
      throw new GovernanceException(
          Reason.PAPER_VERSION,
          "paper",
          before.map(standing -> standing.text().kind()).orElse(text.kind()),
          "version",
          text.version(),
          "expected",
          expected);
    }
  }

  /**
   * Digest by which papers cite it, such as contracts on material liability (KU-18).
   *
   * @return digest of the version
   */
  public Checksum256 digest() {
    return text.digest();
  }

  /**
   * One number for regulation and version.
   *
   * @return number × 10000 + version
   */
  public long versionKey() {
    return Math.addExact(
        Math.multiplyExact(text.number(), RegulationText.MAX_VERSION + 1L), text.version());
  }
}
