package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.GroundKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules in force on how membership contributions are divided among the five funds (FUND-14, FUND-15). They come from a
 * meeting's decision ({@link FundRegulation#activate}); until the first one the proportions of the charter that the founding
 * meeting adopted hold. None come from anybody else (MEET-28).
 */
public final class FundRules {
  private final FundRulesRecord row;

  private FundRules(FundRulesRecord row) {
    this.row = row;
  }

  static FundRules approved(FundRegulation regulation, MeetingDecision decision) {
    return new FundRules(new FundRulesRecord(
        regulation.version(),
        decision.id(),
        TimePointSec.of(decision.effectiveAt()),
        regulation.shares(),
        regulation.uses(),
        regulation.moves()));
  }

  /**
   * The proportions of the charter that the founding meeting adopted; they hold until a meeting approves a regulation.
   *
   * @param charter the charter that it adopted
   * @param founding the decision of the founding meeting
   * @return rules of version 0
   * @throws InvalidValueException for a decision of any other body (MEET-28)
   */
  public static FundRules ofCharter(Charter charter, Ground founding) {
    if (founding.kind() != GroundKind.FOUNDING) {
      throw new InvalidValueException(
          "fund rules of the charter need the decision of the founding meeting, got " + founding);
    }
    List<FundShare> shares = charter.funds().weights().stream()
        .map(weight -> new FundShare(FundCode.of(weight.fund()), weight.basisPoints()))
        .toList();
    return new FundRules(new FundRulesRecord(
        0,
        founding.id(),
        TimePointSec.of(charter.effectiveFrom().atStartOfDay(charter.zone()).toInstant()),
        shares,
        FundUse.DEFAULT,
        List.of()));
  }

  /**
   * The rules of a stored row.
   *
   * @param row a row that {@link #snapshot} gave
   * @return the rules
   * @throws InvalidValueException if they name no decision of a meeting (MEET-28)
   */
  public static FundRules restore(FundRulesRecord row) {
    FundRegulation.requireWhole(row.shares());
    FundRegulation.requireOnce(row.uses());
    if (row.meetingDecisionId() < 1) {
      throw new InvalidValueException("fund rules of version " + row.version()
          + " need the decision of a meeting, got decision " + row.meetingDecisionId());
    }
    return new FundRules(row);
  }

  /**
   * The rules in force at a time: those that came into force last (FUND-15).
   *
   * @param history all rules, in any order
   * @param at a time, usually of a contribution
   * @return the rules
   * @throws GovernanceException NO_FUND_RULES if none were in force yet
   */
  public static FundRules inForceAt(Collection<FundRules> history, Instant at) {
    FundRules found = null;
    for (FundRules rules : history) {
      if (!rules.effectiveFrom().isAfter(at)
          && (found == null
              || rules.effectiveFrom().isAfter(found.effectiveFrom())
              || (rules.effectiveFrom().equals(found.effectiveFrom())
                  && rules.version() > found.version()))) {
        found = rules;
      }
    }
    if (found == null) {
      throw new GovernanceException(Reason.NO_FUND_RULES, "at", at);
    }
    return found;
  }

  /**
   * The rules as stored.
   *
   * @return the row
   */
  public FundRulesRecord snapshot() {
    return row;
  }

  /**
   * Version, recorded in every entry made under the rules.
   *
   * @return 0 for those of the charter, otherwise 1 or more
   */
  public int version() {
    return row.version();
  }

  /**
   * From when the rules hold.
   *
   * @return time the meeting's decision took effect
   */
  public Instant effectiveFrom() {
    return row.effectiveFrom().toInstant();
  }

  /**
   * Parts of the five funds.
   *
   * @return in the order of {@link FundCode}, together 10000 basis points
   */
  public List<FundShare> shares() {
    return row.shares();
  }

  /**
   * Refuses to spend a fund on what it is not for (FUND-05 to FUND-08, FUND-16).
   *
   * @param fund code of the fund
   * @param purpose code of the purpose
   * @throws GovernanceException PURPOSE_NOT_OF_FUND
   */
  public void requirePurpose(Name fund, Name purpose) {
    boolean named = row.uses().stream()
        .anyMatch(use -> use.fund().equals(fund) && use.purposes().contains(purpose));
    if (!named) {
      throw new GovernanceException(
          Reason.PURPOSE_NOT_OF_FUND, "fund", fund, "purpose", purpose, "version", version());
    }
  }

  /**
   * Refuses to move money between funds that the meeting has not joined (FUND-16).
   *
   * @param move from which fund to which
   * @throws GovernanceException NO_MOVE_BETWEEN_FUNDS
   */
  public void requireMove(FundMove move) {
    if (!row.moves().contains(move)) {
      throw new GovernanceException(
          Reason.NO_MOVE_BETWEEN_FUNDS, "from", move.from(), "to", move.to(), "version", version());
    }
  }

  /**
   * Refuses rules that were not in force at a time.
   *
   * @param at the time
   * @throws GovernanceException NO_FUND_RULES
   */
  public void requireInForce(Instant at) {
    if (effectiveFrom().isAfter(at)) {
      throw new GovernanceException(Reason.NO_FUND_RULES, "at", at);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FundRules that && row.equals(that.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return "FundRules[version " + row.version() + ", " + row.shares() + "]";
  }
}
