package io.github.coopj.governance.board;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandates;
import java.time.Instant;
import java.util.Optional;

/**
 * A branch, an office or another unit in the registry (BOARD-07). Sections are none: their members elect who heads them.
 *
 * @param plan as it was opened
 * @param head who heads it now, empty if nobody does
 * @param by which body decided on it last
 * @param decision number of that decision
 * @param since when that decision took effect
 * @param closedAt when it was closed, {@link TimePointSec#EPOCH} if it is open
 */
public record Unit(
    UnitPlan plan,
    Name head,
    Office.Body by,
    @AbiType("uint64") long decision,
    TimePointSec since,
    TimePointSec closedAt) {
  /**
   * Opens a unit.
   *
   * @param plan the unit
   * @param decision decision on its digest
   * @return the unit under its first head
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT
   */
  public static Unit open(UnitPlan plan, ExecutiveDecision decision) {
    decision.requireAbout(plan.cooperative(), plan.digest());
    return new Unit(
        plan,
        plan.head(),
        decision.body(),
        decision.id(),
        decision.effectiveAt(),
        TimePointSec.EPOCH);
  }

  /**
   * Subject of the question of another head.
   *
   * @param next who is to head the unit
   * @return digest over unit and head
   */
  public Checksum256 headSubject(Name next) {
    return DocumentDigest.of(DocumentType.UNIT, new Heading("HEAD", plan, next));
  }

  /**
   * Appoints another head.
   *
   * @param next who is to head the unit
   * @param by decision on {@link #headSubject}
   * @return the unit under him
   * @throws GovernanceException UNIT_CLOSED, OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED
   */
  public Unit withHead(Name next, ExecutiveDecision by) {
    requireOpen();
    return decided(headSubject(next), next, TimePointSec.EPOCH, by);
  }

  /**
   * Subject of the question of closing the unit.
   *
   * @return digest over its plan
   */
  public Checksum256 closingSubject() {
    return DocumentDigest.of(DocumentType.UNIT, new Closing("CLOSE", plan));
  }

  /**
   * Content of the question of another head.
   *
   * @param act HEAD
   * @param plan the unit
   * @param head who is to head it
   */
  public record Heading(String act, UnitPlan plan, Name head) {}

  /**
   * Content of the question of closing a unit.
   *
   * @param act CLOSE
   * @param plan the unit
   */
  public record Closing(String act, UnitPlan plan) {}

  /**
   * Closes the unit.
   *
   * @param by decision on {@link #closingSubject}
   * @return the closed unit, headed by nobody
   * @throws GovernanceException UNIT_CLOSED, OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED
   */
  public Unit closed(ExecutiveDecision by) {
    requireOpen();
    return decided(closingSubject(), Name.EMPTY, by.effectiveAt(), by);
  }

  /**
   * Removes the head for what he did. Who chairs a section is removed by its members alone (KU-21).
   *
   * @param removal whom and why
   * @param by decision on its digest
   * @param sections mandates of the chairmen of sections
   * @param now the moment
   * @return the unit without a head
   * @throws GovernanceException UNIT_CLOSED, NOT_REMOVABLE for a chairman of a section, NOT_HEAD for anybody else who does
   *     not head the unit, OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED
   */
  public Unit removed(
      HeadRemoval removal, ExecutiveDecision by, SectionMandates sections, Instant now) {
    requireOpen();
    if (removal.unit() != plan.id() || !removal.head().equals(head)) {
      Optional<SectionMandate> chairs = sections.mandates().stream()
          .filter(m -> m.holder().equals(removal.head()) && m.isInOffice(now))
          .findFirst();
      throw chairs.isPresent()
          ? chairs.get().requireActing().notRemovableBy(by.body())
          : new GovernanceException(Reason.NOT_HEAD, "account", removal.head(), "unit", plan.id());
    }
    return decided(removal.digest(), Name.EMPTY, TimePointSec.EPOCH, by);
  }

  private Unit decided(
      Checksum256 subject, Name next, TimePointSec closing, ExecutiveDecision last) {
    last.requireAbout(plan.cooperative(), subject);
    last.requireAfter(by, decision, since);
    return new Unit(plan, next, last.body(), last.id(), last.effectiveAt(), closing);
  }

  private void requireOpen() {
    if (!closedAt.equals(TimePointSec.EPOCH)) {
      throw new GovernanceException(Reason.UNIT_CLOSED, "unit", plan.id());
    }
  }
}
