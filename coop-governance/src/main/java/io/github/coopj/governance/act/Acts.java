package io.github.coopj.governance.act;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.board.Expense;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.Spending;
import java.time.Instant;
import java.util.Optional;

/**
 * Logs acts of officers. Of two acts of different officers on one matter the earlier stands; the later one is logged too and
 * flagged (CHAIR-03).
 */
public final class Acts {
  private final Officers officers;
  private final ActLog log;

  /**
   * Acts of the officers of a cooperative.
   *
   * @param officers who they are, and by which rules
   * @param log what was done before
   */
  public Acts(Officers officers, ActLog log) {
    this.officers = officers;
    this.log = log;
  }

  /**
   * Logs what an officer does alone.
   *
   * @param text the act
   * @param now the moment
   * @return the act with its ground
   * @throws GovernanceException as {@link Competence#require}
   */
  public Act alone(ActText text, Instant now) {
    Authority authority = new Competence(officers).require(text, now);
    return entry(text, text.body(), authority.mandate(), authority.source(), 0, now);
  }

  /**
   * Logs a payment that the Council has decided on (COUNCIL-14).
   *
   * @param text the act, a PAYMENT
   * @param spending what was decided
   * @param decision decision SPENDING of the Council on it
   * @param now the moment
   * @return the act, for which the Council answers
   * @throws GovernanceException OTHER_COOPERATIVE, NO_AUTHORITY, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     ACT_NOT_AS_DECIDED, WRONG_CURRENCY, OVER_BODY_LIMIT, DECISION_ALREADY_USED
   */
  public Act pay(ActText text, Spending spending, DecisionInForce decision, Instant now) {
    Mandate mandate = new Competence(officers).requireHead(text, now);
    decision.requireAbout(QuestionType.SPENDING, spending.subject());
    requireAsDecided(text, ActKind.PAYMENT, spending.amount(), spending.document(), decision.id());
    officers.charter().spending().requireCouncil(spending.amount());
    requireUnused(Office.Body.COUNCIL, decision.id());
    return entry(
        text, Office.Body.COUNCIL, mandate.ground(), spending.subject(), decision.id(), now);
  }

  /**
   * Logs an expense outside the estimate that the Board has decided on (BOARD-04), within the powers it has from the Council
   * (COUNCIL-19).
   *
   * @param text the act, OFF_BUDGET
   * @param expense what was decided, with the account it is paid from
   * @param decision decision of the Board on it
   * @param now the moment
   * @return the act, for which the Board answers
   * @throws GovernanceException OTHER_COOPERATIVE, NO_BOARD_REGULATION, NO_AUTHORITY, DECISION_ON_OTHER_SUBJECT,
   *     ACT_NOT_AS_DECIDED, WRONG_CURRENCY, OVER_BODY_LIMIT, OUTSIDE_POWERS, DECISION_ALREADY_USED
   */
  public Act offBudget(ActText text, Expense expense, BoardDecision decision, Instant now) {
    Mandate mandate = new Competence(officers).requireHead(text, now);
    decision.requireAbout(text.cooperative(), expense.digest());
    requireAsDecided(text, ActKind.OFF_BUDGET, expense.amount(), expense.document(), decision.id());
    officers.charter().spending().requireBoard(expense.amount());
    new Competence(officers).requirePowers(text, now);
    requireUnused(Office.Body.BOARD, decision.id());
    return entry(text, Office.Body.BOARD, mandate.ground(), expense.digest(), decision.id(), now);
  }

  /**
   * Logs an expense outside the estimate that the Council has decided on, where there is no Board or the expense is above
   * its limit (COUNCIL-09, BOARD-04).
   *
   * @param text the act, OFF_BUDGET
   * @param expense what was decided, with the account it is paid from
   * @param decision decision SPENDING of the Council on it
   * @param now the moment
   * @return the act, for which the Council answers
   * @throws GovernanceException OTHER_COOPERATIVE, NO_AUTHORITY, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     ACT_NOT_AS_DECIDED, WRONG_CURRENCY, OVER_BODY_LIMIT, DECISION_ALREADY_USED
   */
  public Act offBudget(ActText text, Expense expense, DecisionInForce decision, Instant now) {
    Mandate mandate = new Competence(officers).requireHead(text, now);
    decision.requireAbout(QuestionType.SPENDING, expense.digest());
    requireAsDecided(text, ActKind.OFF_BUDGET, expense.amount(), expense.document(), decision.id());
    officers.charter().spending().requireCouncil(expense.amount());
    requireUnused(Office.Body.COUNCIL, decision.id());
    return entry(text, Office.Body.COUNCIL, mandate.ground(), expense.digest(), decision.id(), now);
  }

  private static void requireAsDecided(
      ActText text, ActKind kind, Asset amount, Checksum256 document, long decision) {
    String differs = "";
    if (text.kind() != kind) {
      differs = "kind";
    } else if (!text.amount().equals(Optional.of(amount))) {
      differs = "amount";
    } else if (!text.document().equals(document)) {
      differs = "document";
    }
    if (!differs.isEmpty()) {
      throw new GovernanceException(
          Reason.ACT_NOT_AS_DECIDED, "decision", decision, "differs", differs);
    }
  }

  private void requireUnused(Office.Body body, long decision) {
    if (log.of(body, decision).isPresent()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision);
    }
  }

  private Act entry(
      ActText text,
      Office.Body responsible,
      Ground mandate,
      Checksum256 source,
      long decision,
      Instant now) {
    long conflict = log.standing(text.matter())
        .filter(standing -> !standing.text().actor().equals(text.actor()))
        .filter(standing -> !standing.text().document().equals(text.document()))
        .map(Act::id)
        .orElse(0L);
    return new Act(
        log.nextId(), text, responsible, mandate, source, decision, conflict, TimePointSec.of(now));
  }
}
