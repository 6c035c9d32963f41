package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.SectionPolicy;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.util.List;
import java.util.Objects;

/**
 * The decision a section stands on: of the Council, or of the general meeting where the charter says so (KU-07).
 *
 * @param by who decided
 * @param id number of the decision among those of that body, 1 or more
 * @param at when it took effect
 */
public record SectionDecision(
    SectionPolicy.Founder by, @AbiType("uint64") long id, TimePointSec at) {
  /** Refuses a decision without a number. */
  public SectionDecision {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    if (id < 1) {
      throw new InvalidValueException("a section stands on a numbered decision, got " + id);
    }
  }

  /**
   * A decision of the Council on a section.
   *
   * @param decision decision SECTION in force
   * @param subject what it has to be about: a plan or a closing
   * @param charter the charter in force
   * @return the decision
   * @throws GovernanceException DECISION_OF_OTHER_TYPE also where the charter leaves sections to the general meeting,
   *     DECISION_ON_OTHER_SUBJECT
   */
  public static SectionDecision of(DecisionInForce decision, Checksum256 subject, Charter charter) {
    requireFounder(SectionPolicy.Founder.COUNCIL, decision.id(), charter);
    decision.requireAbout(QuestionType.SECTION, subject);
    return new SectionDecision(
        SectionPolicy.Founder.COUNCIL, decision.id(), decision.effectiveAt());
  }

  /**
   * A decision of the general meeting on a section.
   *
   * @param decision decision OTHER on the subject
   * @param subject what it has to be about: a plan or a closing
   * @param charter the charter in force
   * @return the decision
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE also where the charter leaves sections to the
   *     Council, DECISION_ON_OTHER_SUBJECT
   */
  public static SectionDecision of(MeetingDecision decision, Checksum256 subject, Charter charter) {
    requireFounder(SectionPolicy.Founder.MEETING, decision.id(), charter);
    decision.requireOf(charter.account(), ItemType.OTHER);
    if (!decision.subject().equals(subject)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          subject,
          "actual",
          decision.subject());
    }
    return new SectionDecision(
        SectionPolicy.Founder.MEETING, decision.id(), TimePointSec.of(decision.effectiveAt()));
  }

  /**
   * Refuses a decision that founded a section before: one decision founds one section.
   *
   * @param sections sections of the cooperative, closed ones included
   * @throws GovernanceException DECISION_ALREADY_USED
   */
  public void requireUnused(List<? extends Section> sections) {
    for (Section section : sections) {
      SectionDecision founding = section.snapshot().founding();
      if (founding.by() == by && founding.id() == id) {
        throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", id);
      }
    }
  }

  private static void requireFounder(SectionPolicy.Founder by, long decision, Charter charter) {
    SectionPolicy.Founder expected = charter.sections().createdBy();
    if (by != expected) {
      throw new GovernanceException(
          Reason.DECISION_OF_OTHER_TYPE, "decision", decision, "expected", expected, "actual", by);
    }
  }
}
