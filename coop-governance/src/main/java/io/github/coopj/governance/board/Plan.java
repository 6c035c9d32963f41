package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.representation.AssemblyMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan in force, what was done of it, and to whom it was reported (BOARD-09, BCHAIR-02, BCHAIR-05, DMEET-10).
 *
 * @param text the plan
 * @param by which body decided on it
 * @param decision number of the decision
 * @param facts what was carried out, each item at most once
 * @param deliveries reports delivered, at most one to the Council and one to the meeting
 */
public record Plan(
    PlanText text,
    Office.Body by,
    @AbiType("uint64") long decision,
    List<PlanFact> facts,
    List<PlanDelivery> deliveries) {
  /** Keeps copies of the lists. */
  public Plan {
    facts = List.copyOf(facts);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * Puts a plan into force.
   *
   * @param text the plan
   * @param decision decision on its digest
   * @return the plan
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT
   */
  public static Plan adopt(PlanText text, ExecutiveDecision decision) {
    decision.requireAbout(text.cooperative(), text.digest());
    return new Plan(text, decision.body(), decision.id(), List.of(), List.of());
  }

  /**
   * Records that an item was carried out.
   *
   * @param item number of the item
   * @param owner who answers for it: whom the plan names, or the head of the executive
   * @param evidence digest of the paper that shows it
   * @param head who heads the Board, or the Council where there is none
   * @param now the moment
   * @return the plan with the fact
   * @throws GovernanceException NOT_ITS_OWNER, ALREADY_DONE
   * @throws InvalidValueException for an item the plan does not have, or no evidence
   */
  public Plan done(int item, Name owner, Checksum256 evidence, Name head, Instant now) {
    if (item < 1 || item > text.items().size() || evidence.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("plan " + text.id() + " has "
          + text.items().size() + " items, done with evidence, got " + item);
    }
    if (!ownerOf(text.items().get(item - 1), head).equals(owner)) {
      throw new GovernanceException(Reason.NOT_ITS_OWNER, "account", owner, "what", "item " + item);
    }
    if (fact(item).isPresent()) {
      throw new GovernanceException(Reason.ALREADY_DONE, "what", "item " + item);
    }
    List<PlanFact> all = new ArrayList<>(facts);
    all.add(new PlanFact(item, owner, evidence, TimePointSec.of(now)));
    return new Plan(text, by, decision, all, deliveries);
  }

  /**
   * Plan against fact.
   *
   * @param head who heads the Board, or the Council where there is none
   * @param now the moment
   * @return every item
   */
  public PlanReport report(Name head, Instant now) {
    List<PlanReport.Line> lines = new ArrayList<>();
    for (int number = 1; number <= text.items().size(); number++) {
      PlanItem item = text.items().get(number - 1);
      Optional<PlanFact> fact = fact(number);
      TimePointSec at = fact.map(PlanFact::at).orElse(TimePointSec.of(now));
      lines.add(new PlanReport.Line(
          number,
          item.task(),
          fact.map(PlanFact::by).orElse(ownerOf(item, head)),
          item.due(),
          fact,
          at.compareTo(item.due()) >= 0));
    }
    return new PlanReport(text.cooperative(), text.id(), lines);
  }

  /**
   * Reports to the Council.
   *
   * @param reporter who reports
   * @param head who heads the Board, or the Council where there is none
   * @param now the moment, not before the end of the plan
   * @return the plan with the report
   * @throws GovernanceException NOT_EXECUTIVE_HEAD, REPORT_TOO_EARLY, ALREADY_DONE
   */
  public Plan reportToCouncil(Name reporter, Name head, Instant now) {
    return reported(ReportedTo.COUNCIL, reporter, head, now);
  }

  /**
   * Reports to the meeting that decides at that moment: of members, or of representatives (DMEET-10).
   *
   * @param mode by what kind of meeting the cooperative decides
   * @param reporter who reports
   * @param head who heads the Board, or the Council where there is none
   * @param now the moment, not before the end of the plan
   * @return the plan with the report
   * @throws GovernanceException NOT_EXECUTIVE_HEAD, REPORT_TOO_EARLY, ALREADY_DONE
   */
  public Plan reportToMeeting(AssemblyMode mode, Name reporter, Name head, Instant now) {
    ReportedTo to =
        mode.body() == MeetingBody.MEMBERS ? ReportedTo.MEMBERS : ReportedTo.REPRESENTATIVES;
    return reported(to, reporter, head, now);
  }

  private Plan reported(ReportedTo to, Name reporter, Name head, Instant now) {
    if (!reporter.equals(head)) {
      throw new GovernanceException(Reason.NOT_EXECUTIVE_HEAD, "account", reporter);
    }
    if (now.isBefore(text.until().toInstant())) {
      throw new GovernanceException(
          Reason.REPORT_TOO_EARLY, "plan", text.id(), "until", text.until());
    }
    if (isReported(to == ReportedTo.COUNCIL)) {
      throw new GovernanceException(Reason.ALREADY_DONE, "what", "report");
    }
    List<PlanDelivery> all = new ArrayList<>(deliveries);
    all.add(new PlanDelivery(to, reporter, report(head, now).digest(), TimePointSec.of(now)));
    return new Plan(text, by, decision, facts, all);
  }

  /**
   * Whether a report was delivered.
   *
   * @param council true for the Council, false for the meeting
   * @return whether it was
   */
  public boolean isReported(boolean council) {
    return deliveries.stream()
        .anyMatch(delivery -> (delivery.to() == ReportedTo.COUNCIL) == council);
  }

  /**
   * Last day on which the reports may be delivered: the day the plan ends and the days it sets.
   *
   * @param charter the charter in force
   * @return the day in the zone of the cooperative
   */
  public LocalDate reportDueOn(Charter charter) {
    return text.until()
        .toInstant()
        .atZone(charter.zone())
        .toLocalDate()
        .plusDays(text.reportDays());
  }

  /**
   * What was done of an item.
   *
   * @param item number of the item
   * @return the fact, if it was
   */
  public Optional<PlanFact> fact(int item) {
    return facts.stream().filter(fact -> fact.item() == item).findFirst();
  }

  private static Name ownerOf(PlanItem item, Name head) {
    return item.owner().isEmpty() ? head : item.owner();
  }
}
