package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * A remark of the Revision commission as it is stored.
 *
 * @param content the remark
 * @param decision hash of the commission's decision on it
 * @param issuedAt when that was in force
 * @param status how far it has come
 * @param delivery who received it and when; its paper is the remark
 * @param answer who answered for the body and when, with the body's paper
 * @param agreed whether that answer agrees with the remark; false if there is none
 * @param end who carried it out with which evidence, or which decision passed it to the meeting
 */
public record RemarkRecord(
    RemarkContent content,
    Checksum256 decision,
    TimePointSec issuedAt,
    RemarkStatus status,
    RemarkStep delivery,
    RemarkStep answer,
    boolean agreed,
    RemarkStep end) {
  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    boolean delivered = status != RemarkStatus.ISSUED;
    boolean ended = status == RemarkStatus.EXECUTED || status == RemarkStatus.ESCALATED;
    boolean answered = status == RemarkStatus.ACCEPTED
        || status == RemarkStatus.OBJECTED
        || status == RemarkStatus.EXECUTED
        || (status == RemarkStatus.ESCALATED && answer.isTaken());
    boolean agrees = status == RemarkStatus.ACCEPTED || status == RemarkStatus.EXECUTED;
    boolean mayAgree = agrees || (status == RemarkStatus.ESCALATED && answered);
    if ((agreed && !mayAgree) || (agrees && !agreed)) {
      throw new InvalidValueException(
          "remark " + content.id() + " is " + status + " and agreed says " + agreed);
    }
    require(delivery, delivered, issuedAt);
    require(answer, answered, delivery.at());
    require(end, ended, answered ? answer.at() : delivery.at());
  }

  private void require(RemarkStep step, boolean taken, TimePointSec notBefore) {
    boolean whole = !step.at().equals(TimePointSec.EPOCH)
        && !step.paper().equals(Checksum256.ZERO)
        && step.at().compareTo(notBefore) >= 0;
    if (step.isTaken() != taken || (taken ? !whole : !step.equals(RemarkStep.NONE))) {
      throw new InvalidValueException(
          "remark " + content.id() + " is " + status + ", which does not fit the step " + step);
    }
  }
}
