package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A remark of the Revision commission and what became of it (AUDIT-09 to AUDIT-11). An {@link IssuedRemark} is delivered
 * to the Council or the Board; from then on it is an {@link OpenRemark}, to be considered and carried out in the days of
 * the charter, until it is an {@link ExecutedRemark} with evidence or an {@link EscalatedRemark} before the general
 * meeting. Nobody changes a remark: whoever holds its text can compare it with the digest (AUDIT-07).
 */
public abstract sealed class Remark
    permits IssuedRemark, OpenRemark, ExecutedRemark, EscalatedRemark {
  final RemarkRecord data;

  Remark(RemarkRecord data) {
    this.data = data;
  }

  /**
   * A remark the commission has decided on.
   *
   * @param content the remark
   * @param decision decision REMARK on it
   * @return the remark to deliver
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public static IssuedRemark issue(RemarkContent content, AuditDecision decision) {
    decision.requireAbout(content.topic());
    return new IssuedRemark(new RemarkRecord(
        content,
        decision.hash(),
        decision.effectiveAt(),
        RemarkStatus.ISSUED,
        RemarkStep.NONE,
        RemarkStep.NONE,
        false,
        RemarkStep.NONE));
  }

  /**
   * Restores a stored remark.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the remark in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static Remark restore(RemarkRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case ISSUED -> new IssuedRemark(stored);
      case DELIVERED -> new DeliveredRemark(stored);
      case ACCEPTED -> new AcceptedRemark(stored);
      case OBJECTED -> new ObjectedRemark(stored);
      case EXECUTED -> new ExecutedRemark(stored);
      case ESCALATED -> new EscalatedRemark(stored);
    };
  }

  /**
   * The remark as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public RemarkRecord snapshot() {
    return data;
  }

  /**
   * This remark, if it has not been delivered.
   *
   * @return the remark to deliver
   * @throws GovernanceException WRONG_STATE
   */
  public IssuedRemark requireIssued() {
    return require(IssuedRemark.class, RemarkStatus.ISSUED);
  }

  /**
   * This remark, if the body has not answered.
   *
   * @return the delivered remark
   * @throws GovernanceException WRONG_STATE
   */
  public DeliveredRemark requireDelivered() {
    return require(DeliveredRemark.class, RemarkStatus.DELIVERED);
  }

  /**
   * This remark, if the body agrees with it and has yet to carry it out.
   *
   * @return the accepted remark
   * @throws GovernanceException WRONG_STATE
   */
  public AcceptedRemark requireAccepted() {
    return require(AcceptedRemark.class, RemarkStatus.ACCEPTED);
  }

  /**
   * This remark, if it is delivered and has not ended.
   *
   * @return the open remark
   * @throws GovernanceException WRONG_STATE
   */
  public OpenRemark requireOpen() {
    return require(OpenRemark.class, RemarkStatus.DELIVERED);
  }

  /**
   * This remark, if the body owes something for it (AUDIT-10).
   *
   * @return the remark while it waits for an answer, or for the work the body agreed to
   */
  public Optional<OpenRemark> owed() {
    return this instanceof OpenRemark open && data.status() != RemarkStatus.OBJECTED
        ? Optional.of(open)
        : Optional.empty();
  }

  /**
   * This remark, if it is before the general meeting (MEET-30).
   *
   * @return the remark once it was passed on
   */
  public Optional<EscalatedRemark> escalated() {
    return this instanceof EscalatedRemark passed ? Optional.of(passed) : Optional.empty();
  }

  /**
   * This remark, if it is before the general meeting (MEET-30).
   *
   * @return the escalated remark
   * @throws GovernanceException WRONG_STATE
   */
  public EscalatedRemark requireEscalated() {
    return require(EscalatedRemark.class, RemarkStatus.ESCALATED);
  }

  private <S extends Remark> S require(Class<S> state, RemarkStatus needed) {
    return States.require(this, state, "remark " + data.content().id(), data.status(), needed);
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
    /**
     * For a remark not delivered.
     *
     * @param remark the state
     * @return the answer
     */
    R issued(IssuedRemark remark);

    /**
     * For a remark without answer.
     *
     * @param remark the state
     * @return the answer
     */
    R delivered(DeliveredRemark remark);

    /**
     * For a remark the body agrees with.
     *
     * @param remark the state
     * @return the answer
     */
    R accepted(AcceptedRemark remark);

    /**
     * For a remark the body disagrees with.
     *
     * @param remark the state
     * @return the answer
     */
    R objected(ObjectedRemark remark);

    /**
     * For a remark carried out.
     *
     * @param remark the state
     * @return the answer
     */
    R executed(ExecutedRemark remark);

    /**
     * For a remark before the meeting.
     *
     * @param remark the state
     * @return the answer
     */
    R escalated(EscalatedRemark remark);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Remark remark && data.equals(remark.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }

  /** The objection of the body, with no document if there is none. */
  Disagreement difference() {
    return new Disagreement(
        data.content().cooperative(),
        data.content().digest(),
        data.content().addressee(),
        data.agreed() ? Checksum256.ZERO : data.answer().paper());
  }

  /** One step, by a member of the body the remark is addressed to. */
  RemarkStep step(
      List<Mandate> mandates, Name by, Checksum256 paper, TimePointSec notBefore, Instant now) {
    Office.Body body = data.content().addressee();
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, notBefore);
    boolean seated = mandates.stream()
        .anyMatch(m -> m.office().body() == body && m.holder().equals(by) && m.isInForce(now));
    if (!seated) {
      throw new GovernanceException(Reason.NOT_IN_BODY, "account", by, "body", body, "at", at);
    }
    return new RemarkStep(by, at, paper);
  }

  static void requireNotBefore(TimePointSec at, TimePointSec notBefore) {
    if (at.compareTo(notBefore) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", notBefore);
    }
  }
}
