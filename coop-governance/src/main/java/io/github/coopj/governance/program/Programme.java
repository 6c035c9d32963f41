package io.github.coopj.governance.program;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/**
 * A target consumer programme (ЦПП): {@code Draft -approve-> Active -close-> Closed}; {@code Active -revise-> Active}.
 *
 * <p>Only a decision of the Council in force makes a programme active (CPP-03); only an active programme takes consents
 * and contributions.
 */
public sealed interface Programme {
  /**
   * Number of the built-in admission programme: entrance and share contributions of those who join run under it, so that
   * every entry about a member names a programme (CPP-04). It has no regulation of its own: the charter sets its
   * contributions, and the application to join is the consent.
   */
  long ADMISSION_ID = 1;

  /**
   * The programme as stored.
   *
   * @return the row; {@link #restore} of it equals this state
   */
  ProgrammeRecord snapshot();

  /**
   * Number of the programme within the cooperative.
   *
   * @return {@link #ADMISSION_ID} or more
   */
  default long id() {
    return snapshot().id();
  }

  /**
   * This programme, if it is a draft.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Draft requireDraft() {
    return ProgrammeState.require(this, Draft.class, ProgrammeStatus.DRAFT);
  }

  /**
   * This programme, if it is active.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Active requireActive() {
    return ProgrammeState.require(this, Active.class, ProgrammeStatus.ACTIVE);
  }

  /**
   * This programme, if it is closed.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Closed requireClosed() {
    return ProgrammeState.require(this, Closed.class, ProgrammeStatus.CLOSED);
  }

  /**
   * Answers with one of the cases, whichever this state is.
   *
   * @param cases one function per state
   * @param <R> type of the answer
   * @return what the function of this state answers
   */
  <R> R match(Cases<R> cases);

  /**
   * One function per state.
   *
   * @param <R> type of the answer
   */
  interface Cases<R> {
    /**
     * For a draft.
     *
     * @param programme the state
     * @return the answer
     */
    R draft(Draft programme);

    /**
     * For an active programme.
     *
     * @param programme the state
     * @return the answer
     */
    R active(Active programme);

    /**
     * For a closed programme.
     *
     * @param programme the state
     * @return the answer
     */
    R closed(Closed programme);
  }

  /**
   * Drafts a programme from its regulation.
   *
   * @param regulation version 1 of the regulation, all sections written
   * @param charter charter in force, the one that the regulation names
   * @return the draft
   * @throws GovernanceException PROGRAMME_SECTION_MISSING, PROGRAMME_OTHER_CHARTER, PROGRAMME_MISMATCH unless it is
   *     version 1
   */
  static Draft draft(ProgrammeRegulation regulation, Charter charter) {
    ProgrammeState.requireFits(regulation, charter);
    ProgrammeState.requireVersion(regulation, regulation.programme(), 1);
    return new Draft(ProgrammeState.row(regulation, ProgrammeStatus.DRAFT, 0, TimePointSec.EPOCH));
  }

  /**
   * The version of a programme that was in force at a time: the one that took effect last.
   *
   * @param history versions of one programme, in any order
   * @param at a time, usually of a contribution
   * @return the version
   * @throws GovernanceException PROGRAMME_NOT_IN_FORCE if none was in force yet
   */
  static Active inForceAt(Collection<Active> history, Instant at) {
    return history.stream()
        .filter(version -> !version.since().isAfter(at))
        .max(Comparator.comparing(Active::since)
            .thenComparingInt(version -> version.snapshot().version()))
        .orElseThrow(() -> new GovernanceException(
            Reason.PROGRAMME_NOT_IN_FORCE,
            "programme",
            history.stream().map(Active::id).distinct().toList(),
            "at",
            at));
  }

  /**
   * The state of a stored row.
   *
   * @param row a row that {@link #snapshot} gave
   * @return the state
   * @throws io.github.coopj.InvalidValueException if the parts contradict each other
   */
  static Programme restore(ProgrammeRecord row) {
    row.requireConsistent();
    return switch (row.status()) {
      case DRAFT -> new Draft(row);
      case ACTIVE -> new Active(row);
      case CLOSED -> new Closed(row);
    };
  }

  /** The regulation is written; the Council has not approved it. */
  final class Draft extends ProgrammeState implements Programme {
    Draft(ProgrammeRecord row) {
      super(row);
    }

    /**
     * What the Council has to decide.
     *
     * @return digest of the regulation, the subject of the Council's decision
     */
    public Checksum256 subject() {
      return row.regulationHash();
    }

    /**
     * Makes the programme active by the Council's decision in force (CPP-03, CPP-08), if it still accords with the charter
     * (CPP-02).
     *
     * @param charter charter in force, the one that the regulation names
     * @param decision decision PROGRAMME over {@link #subject}
     * @return the active programme, from the time the decision took effect
     * @throws GovernanceException PROGRAMME_OTHER_CHARTER if the charter was changed since the draft,
     *     DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, FUNDS_NEED_MEETING if it touches rules of funds (COUNCIL-22)
     */
    public Active approve(Charter charter, DecisionInForce decision) {
      requireCharter(row.cooperative(), row.charterDigest(), charter);
      decision.requireAbout(QuestionType.PROGRAMME, subject());
      requireNoFunds(row.funds(), row.id());
      return new Active(row.with(ProgrammeStatus.ACTIVE, decision.id(), 0, decision.effectiveAt()));
    }

    /**
     * Makes a programme active that touches rules of funds, by the Council and the general meeting (COUNCIL-22, MEET-28).
     *
     * @param charter charter in force, the one that the regulation names
     * @param decision decision PROGRAMME over {@link #subject}
     * @param meeting decision FUND_RULES of the meeting over the same
     * @return the active programme, from the later of both decisions on
     * @throws GovernanceException PROGRAMME_OTHER_CHARTER, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE,
     *     DECISION_ON_OTHER_SUBJECT
     */
    public Active approve(Charter charter, DecisionInForce decision, MeetingDecision meeting) {
      requireCharter(row.cooperative(), row.charterDigest(), charter);
      decision.requireAbout(QuestionType.PROGRAMME, subject());
      requireFundRules(row.cooperative(), subject(), meeting);
      return new Active(row.with(
          ProgrammeStatus.ACTIVE,
          decision.id(),
          row.funds() ? meeting.id() : 0,
          later(decision, meeting)));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.draft(this);
    }
  }

  /** Members may consent and contribute. */
  final class Active extends ProgrammeState implements Programme {
    Active(ProgrammeRecord row) {
      super(row);
    }

    /**
     * When the present version of the regulation took effect.
     *
     * @return time of the Council's decision
     */
    public Instant since() {
      return row.since().toInstant();
    }

    /**
     * Puts a new version of the regulation in force. Participants stay bound by the version they consented to and
     * contribute again after consenting to the new one (CPP-10).
     *
     * @param next the regulation with the next version number
     * @param charter charter in force
     * @param decision decision PROGRAMME over the digest of {@code next}
     * @return the programme with the new version
     * @throws GovernanceException PROGRAMME_MISMATCH, PROGRAMME_SECTION_MISSING, PROGRAMME_OTHER_CHARTER,
     *     DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER, FUNDS_NEED_MEETING if it touches rules of funds
     *     (COUNCIL-22)
     */
    public Active revise(ProgrammeRegulation next, Charter charter, DecisionInForce decision) {
      requireFits(next, charter);
      requireVersion(next, row.id(), row.version() + 1);
      decision.requireAbout(QuestionType.PROGRAMME, next.digest());
      requireAfter(decision);
      requireNoFunds(next.funds(), row.id());
      return new Active(row(next, ProgrammeStatus.ACTIVE, decision.id(), decision.effectiveAt()));
    }

    /**
     * Puts a new version in force that touches rules of funds, by the Council and the general meeting (COUNCIL-22).
     *
     * @param next the regulation with the next version number
     * @param charter charter in force
     * @param decision decision PROGRAMME over the digest of {@code next}
     * @param meeting decision FUND_RULES of the meeting over the same
     * @return the programme with the new version, from the later of both decisions on
     * @throws GovernanceException PROGRAMME_MISMATCH, PROGRAMME_SECTION_MISSING, PROGRAMME_OTHER_CHARTER,
     *     OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER
     */
    public Active revise(
        ProgrammeRegulation next,
        Charter charter,
        DecisionInForce decision,
        MeetingDecision meeting) {
      requireFits(next, charter);
      requireVersion(next, row.id(), row.version() + 1);
      decision.requireAbout(QuestionType.PROGRAMME, next.digest());
      requireFundRules(row.cooperative(), next.digest(), meeting);
      requireAfter(decision);
      ProgrammeRecord version =
          row(next, ProgrammeStatus.ACTIVE, decision.id(), decision.effectiveAt());
      return new Active(version.with(
          ProgrammeStatus.ACTIVE,
          decision.id(),
          next.funds() ? meeting.id() : 0,
          later(decision, meeting)));
    }

    /**
     * What the Council has to decide to end the programme.
     *
     * @return the document whose digest is the subject of the Council's decision
     */
    public ProgrammeClosure closure() {
      return new ProgrammeClosure(row.cooperative(), row.id(), row.regulationHash());
    }

    /**
     * Ends the programme.
     *
     * @param decision decision PROGRAMME over the digest of {@link #closure}
     * @return the closed programme
     * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER
     */
    public Closed close(DecisionInForce decision) {
      decision.requireAbout(QuestionType.PROGRAMME, closure().digest());
      requireAfter(decision);
      return new Closed(
          row.with(ProgrammeStatus.CLOSED, decision.id(), row.meeting(), decision.effectiveAt()));
    }

    private void requireAfter(DecisionInForce decision) {
      if (decision.effectiveAt().compareTo(row.since()) < 0) {
        throw new GovernanceException(
            Reason.OUT_OF_ORDER, "at", decision.effectiveAt(), "notBefore", row.since());
      }
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.active(this);
    }
  }

  /** Ended by the Council. */
  final class Closed extends ProgrammeState implements Programme {
    Closed(ProgrammeRecord row) {
      super(row);
    }

    /**
     * The paper under which the share of a participant becomes due, as nobody has to apply for it (CPP-16).
     *
     * @param member account of the participant
     * @return digest, another one for each participant
     */
    public Checksum256 releaseOf(Name member) {
      return new ProgrammeConsent(
              row.cooperative(), member, row.id(), row.version(), row.regulationHash())
          .digest();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.closed(this);
    }
  }
}
