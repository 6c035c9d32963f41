package io.github.coopj.governance.appeal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.matter.Ruling;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All orders by which the general meeting changed or cancelled decisions of other bodies (MEET-11). The meeting may order again
 * about the same decision; its last order counts.
 *
 * @param cooperative account of the cooperative
 * @param entries orders in the order in which they took effect; stored as they are
 */
public record Overrides(Name cooperative, List<OverrideEntry> entries) {
  /** Refuses orders of other cooperatives and out of order. */
  public Overrides {
    entries = List.copyOf(entries);
    TimePointSec last = TimePointSec.EPOCH;
    for (OverrideEntry entry : entries) {
      if (!entry.order().cooperative().equals(cooperative)
          || entry.effectiveAt().compareTo(last) < 0) {
        throw new InvalidValueException(
            "orders of " + cooperative + " are kept by time, got " + entry);
      }
      last = entry.effectiveAt();
    }
  }

  /**
   * Puts an order into force.
   *
   * @param order what the meeting was asked
   * @param decision the meeting's decision on an item OVERRIDE over the digest of the order
   * @return all orders with this one
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER for a
   *     decision older than the last, DECISION_ALREADY_USED
   */
  public Overrides with(OverrideOrder order, MeetingDecision decision) {
    decision.requireOf(cooperative, ItemType.OVERRIDE);
    if (!order.cooperative().equals(cooperative)) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", cooperative, "addressed", order.cooperative());
    }
    if (!decision.subject().equals(order.digest())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          order.digest(),
          "actual",
          decision.subject());
    }
    if (entries.stream().anyMatch(entry -> entry.by() == decision.id())) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    TimePointSec at = TimePointSec.of(decision.effectiveAt());
    if (!entries.isEmpty() && at.compareTo(entries.get(entries.size() - 1).effectiveAt()) < 0) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER,
          "at",
          at,
          "notBefore",
          entries.get(entries.size() - 1).effectiveAt());
    }
    List<OverrideEntry> all = new ArrayList<>(entries);
    all.add(new OverrideEntry(order, decision.id(), at));
    return new Overrides(cooperative, all);
  }

  /**
   * The order that took effect last.
   *
   * @return the order
   * @throws InvalidValueException if there is none
   */
  public OverrideEntry last() {
    if (entries.isEmpty()) {
      throw new InvalidValueException("no decision of " + cooperative + " was overridden");
    }
    return entries.get(entries.size() - 1);
  }

  /**
   * What a decision amounts to.
   *
   * @param decision the decision of the other body
   * @param at the moment
   * @return its own subject while no order binds, then what takes its place; nothing if it is cancelled
   */
  public Optional<Checksum256> inEffect(ChallengedDecision decision, Instant at) {
    Checksum256 subject =
        last(decision, at).map(entry -> entry.order().replacement()).orElse(decision.subject());
    return subject.equals(Checksum256.ZERO) ? Optional.empty() : Optional.of(subject);
  }

  /**
   * A decision of the Council as it is to be carried out.
   *
   * @param decision the decision as it was taken
   * @param at the moment
   * @return the same with what the meeting put in its place, if it did
   * @throws GovernanceException DECISION_OVERRIDDEN naming the meeting's decision, if the meeting cancelled it
   */
  public DecisionInForce inEffect(DecisionInForce decision, Instant at) {
    Checksum256 subject = requireStanding(ChallengedDecision.ofCouncil(decision), at);
    return subject.equals(decision.subject()) ? decision : decision.amounting(subject);
  }

  /**
   * A decision of the Board as it is to be carried out.
   *
   * @param decision the decision as it was taken
   * @param at the moment
   * @return the same with what the meeting put in its place, if it did
   * @throws GovernanceException DECISION_OVERRIDDEN naming the meeting's decision, if the meeting cancelled it
   */
  public BoardDecision inEffect(BoardDecision decision, Instant at) {
    Checksum256 subject = requireStanding(ChallengedDecision.ofBoard(decision), at);
    return subject.equals(decision.question().subject()) ? decision : decision.amounting(subject);
  }

  Checksum256 requireStanding(ChallengedDecision decision, Instant at) {
    Optional<Checksum256> subject = inEffect(decision, at);
    if (subject.isEmpty()) {
      throw new GovernanceException(
          Reason.DECISION_OVERRIDDEN,
          "decision",
          decision.decision(),
          "by",
          last(decision, at).orElseThrow().by());
    }
    return subject.get();
  }

  /**
   * What the orders say on a matter: what takes the place of a decision stands, and what is cancelled may not be decided again
   * (MEET-01, MEET-24).
   *
   * @param matter key of the matter
   * @return the ruling by the last order about a decision on it, if there is one
   */
  public Optional<Ruling> ruling(Checksum256 matter) {
    Optional<Ruling> standing = Optional.empty();
    for (OverrideEntry entry : entries) {
      ChallengedDecision challenged = entry.order().challenged();
      if (challenged.matter().equals(matter)) {
        boolean cancelled = entry.order().replacement().equals(Checksum256.ZERO);
        standing = Optional.of(new Ruling(
            matter,
            entry.by(),
            cancelled ? challenged.subject() : entry.order().replacement(),
            cancelled,
            entry.effectiveAt()));
      }
    }
    return standing;
  }

  private Optional<OverrideEntry> last(ChallengedDecision decision, Instant at) {
    return entries.stream()
        .filter(entry -> entry.order().challenged().equals(decision))
        .filter(entry -> !entry.effectiveAt().toInstant().isAfter(at))
        .reduce((earlier, later) -> later);
  }
}
