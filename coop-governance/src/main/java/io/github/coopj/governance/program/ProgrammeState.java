package io.github.coopj.governance.program;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.meeting.MeetingDecision;
import org.jspecify.annotations.Nullable;

/** What all states of a programme share: the row, equality by it, and the checks that several moves make. */
abstract class ProgrammeState {
  final ProgrammeRecord row;

  ProgrammeState(ProgrammeRecord row) {
    this.row = row;
  }

  /**
   * The programme as stored.
   *
   * @return the row
   */
  public ProgrammeRecord snapshot() {
    return row;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProgrammeState that && row.equals(that.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + row.cooperative() + "#" + row.id() + ", version "
        + row.version() + "]";
  }

  static <S extends Programme> S require(
      Programme programme, Class<S> state, ProgrammeStatus needed) {
    return States.require(
        programme, state, "programme " + programme.id(), programme.snapshot().status(), needed);
  }

  static ProgrammeRecord row(
      ProgrammeRegulation regulation, ProgrammeStatus status, long decisionId, TimePointSec since) {
    return new ProgrammeRecord(
        regulation.programme(),
        regulation.cooperative(),
        regulation.title(),
        regulation.version(),
        regulation.digest(),
        regulation.charterDigest(),
        regulation.fee(),
        status,
        decisionId,
        since,
        regulation.funds(),
        0);
  }

  /** Refuses what touches rules of funds and was not put to the general meeting (COUNCIL-22). */
  static void requireNoFunds(boolean funds, long programme) {
    if (funds) {
      throw new GovernanceException(Reason.FUNDS_NEED_MEETING, "number", programme);
    }
  }

  /** Asks for a decision of the general meeting on the rules of funds that a regulation touches. */
  static void requireFundRules(Name cooperative, Checksum256 regulation, MeetingDecision meeting) {
    meeting.requireOf(cooperative, ItemType.FUND_RULES);
    if (!meeting.subject().equals(regulation)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          meeting.id(),
          "expected",
          regulation,
          "actual",
          meeting.subject());
    }
  }

  static TimePointSec later(DecisionInForce decision, MeetingDecision meeting) {
    TimePointSec held = TimePointSec.of(meeting.effectiveAt());
    return held.compareTo(decision.effectiveAt()) > 0 ? held : decision.effectiveAt();
  }

  static void requireFits(ProgrammeRegulation regulation, Charter charter) {
    regulation.requireComplete();
    requireCharter(regulation.cooperative(), regulation.charterDigest(), charter);
  }

  static void requireCharter(Name cooperative, Checksum256 digest, Charter charter) {
    if (!cooperative.equals(charter.account()) || !digest.equals(charter.digest())) {
      throw new GovernanceException(
          Reason.PROGRAMME_OTHER_CHARTER,
          "regulation",
          cooperative + " " + digest,
          "charter",
          charter.account() + " " + charter.digest());
    }
  }

  static void requireVersion(ProgrammeRegulation regulation, long programme, int version) {
    if (regulation.programme() != programme || regulation.version() != version) {
      throw new GovernanceException(
          Reason.PROGRAMME_MISMATCH,
          "programme",
          regulation.programme() + " version " + regulation.version(),
          "expected",
          programme + " version " + version);
    }
  }
}
