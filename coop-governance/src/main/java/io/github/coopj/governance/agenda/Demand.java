package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.States;
import io.github.coopj.governance.audit.AuditDecision;
import io.github.coopj.governance.audit.AuditQuestionType;
import io.github.coopj.governance.audit.AuditTopic;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A demand for an extraordinary meeting (требование о созыве, MEET-07, MEET-08): members sign a {@link CollectingDemand};
 * presented, it obliges the Council; the {@link PresentedDemand} ends as {@link MetDemand} or {@link BreachedDemand}, which
 * becomes a {@link ConvenedDemand} if who demanded convenes himself, or a {@link MetDemand} if the Council does so after all.
 */
public abstract sealed class Demand
    permits CollectingDemand, OwedDemand, MetDemand, ConvenedDemand {
  final DemandRecord data;

  Demand(DemandRecord data) {
    this.data = data;
  }

  /**
   * Begins a demand of members.
   *
   * @param text what is demanded
   * @return a demand that nobody has signed
   */
  public static CollectingDemand begin(DemandText text) {
    return new CollectingDemand(DemandRecord.collecting(text, List.of()));
  }

  /**
   * Presents a demand of the Revision commission, which needs no signers besides its own (MEET-07).
   *
   * @param text what is demanded
   * @param act decision DEMAND_MEETING of the commission over the text
   * @param charter the charter in force
   * @param now date of the demand
   * @return the presented demand
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public static PresentedDemand ofCommission(
      DemandText text, AuditDecision act, Charter charter, Instant now) {
    act.requireAbout(
        new AuditTopic(text.cooperative(), AuditQuestionType.DEMAND_MEETING, text.digest()));
    return new PresentedDemand(new DemandRecord(
        text,
        DemandStatus.PRESENTED,
        act.id(),
        act.responsible(),
        0,
        TimePointSec.of(now),
        charter.demand().conveneDays(),
        TimePointSec.EPOCH,
        0,
        0));
  }

  /**
   * Restores a stored demand.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the demand in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static Demand restore(DemandRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case COLLECTING -> new CollectingDemand(stored);
      case PRESENTED -> new PresentedDemand(stored);
      case MET -> new MetDemand(stored);
      case BREACHED -> new BreachedDemand(stored);
      case CONVENED -> new ConvenedDemand(stored);
    };
  }

  /**
   * The demand as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public DemandRecord snapshot() {
    return data;
  }

  /**
   * Number of the demand.
   *
   * @return 1 or more
   */
  public long id() {
    return data.text().id();
  }

  /**
   * Account of the cooperative.
   *
   * @return account
   */
  public Name cooperative() {
    return data.text().cooperative();
  }

  /**
   * Who demands.
   *
   * @return accounts in the order of their signatures; once presented, those who counted
   */
  public List<Name> signers() {
    return data.signers();
  }

  /**
   * Answers by state.
   *
   * @param <R> type of the answer
   * @param cases one answer per state
   * @return what the case of this state answers
   */
  public abstract <R> R match(Cases<R> cases);

  /**
   * One answer per state.
   *
   * @param <R> type of the answer
   */
  public interface Cases<R> {
    /** Members sign. */
    R collecting(CollectingDemand demand);

    /** The Council owes a meeting. */
    R presented(PresentedDemand demand);

    /** The Council convened. */
    R met(MetDemand demand);

    /** The Council let its time pass. */
    R breached(BreachedDemand demand);

    /** Who demanded convened himself. */
    R convened(ConvenedDemand demand);
  }

  /**
   * This demand, if the Council owes a meeting.
   *
   * @return the demand
   * @throws GovernanceException WRONG_STATE
   */
  public PresentedDemand requirePresented() {
    return require(PresentedDemand.class, DemandStatus.PRESENTED);
  }

  /**
   * This demand, if the Council owes a meeting, late or not.
   *
   * @return the demand
   * @throws GovernanceException WRONG_STATE
   */
  public OwedDemand requireOwed() {
    return require(OwedDemand.class, DemandStatus.PRESENTED);
  }

  /**
   * This demand, if members are signing it.
   *
   * @return the demand
   * @throws GovernanceException WRONG_STATE
   */
  public CollectingDemand requireCollecting() {
    return require(CollectingDemand.class, DemandStatus.COLLECTING);
  }

  /**
   * This demand, if the Council let its time pass.
   *
   * @return the demand
   * @throws GovernanceException WRONG_STATE
   */
  public BreachedDemand requireBreached() {
    return require(BreachedDemand.class, DemandStatus.BREACHED);
  }

  /**
   * This demand, if who demanded convened himself.
   *
   * @return the demand
   * @throws GovernanceException WRONG_STATE
   */
  public ConvenedDemand requireConvened() {
    return require(ConvenedDemand.class, DemandStatus.CONVENED);
  }

  private <S extends Demand> S require(Class<S> state, DemandStatus needed) {
    return States.require(this, state, "demand " + id(), data.status(), needed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Demand demand && data.equals(demand.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
