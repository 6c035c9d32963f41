package io.github.coopj.governance.representation;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.MeetingBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question reserved to all members of a cooperative that decides by representatives (DMEET-08): the Council puts it to
 * the meetings of all sections, and their votes are summed over all members with the quorum of the general meeting.
 *
 * <p>An {@link AskedQuestion} becomes a {@link DecidedQuestion}, or a {@link MissedQuestion}, which may be asked again. What
 * was adopted is in force as a {@link SignedQuestion}.
 * States arise through moves or from {@link #restore} only.
 */
public abstract sealed class ReservedQuestion
    permits AskedQuestion, MissedQuestion, DecidedQuestion, SignedQuestion {
  final ReservedRecord row;

  ReservedQuestion(ReservedRecord row) {
    this.row = row;
  }

  /**
   * Puts a question to the sections.
   *
   * @param call what is asked
   * @param decision decision CONVENE_MEETING in force on {@link ReservedCall#digest}
   * @param mode the mode when the decision took effect
   * @param members all members of the cooperative at that moment
   * @param charter the charter in force
   * @param now the moment, not before the decision
   * @return the question
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER,
   *     MODE_MISMATCH where all members decide in one meeting, ITEM_NOT_RESERVED, NO_MEMBERS_ON_ROLL
   */
  public static AskedQuestion ask(
      ReservedCall call,
      DecisionInForce decision,
      AssemblyMode mode,
      long members,
      Charter charter,
      Instant now) {
    if (!call.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          charter.account(),
          "addressed",
          call.cooperative());
    }
    decision.requireAbout(QuestionType.CONVENE_MEETING, call.digest());
    if (now.isBefore(decision.effectiveAt().toInstant())) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", now, "notBefore", decision.effectiveAt());
    }
    mode.requireBody(MeetingBody.REPRESENTATIVES);
    if (!charter.delegates().reserved().contains(call.item().type())) {
      throw new GovernanceException(
          Reason.ITEM_NOT_RESERVED, "item", call.item().type());
    }
    if (members < 1) {
      throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", members);
    }
    return new AskedQuestion(new ReservedRecord(
        call,
        charter.version(),
        decision.id(),
        decision.effectiveAt(),
        members,
        1,
        call.opensAt(),
        call.closesAt(),
        ReservedStatus.ASKED,
        List.of(),
        Optional.empty(),
        Optional.empty()));
  }

  /**
   * Restores a stored question.
   *
   * @param row what {@link #snapshot} gave
   * @return the question in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static ReservedQuestion restore(ReservedRecord row) {
    boolean summed = row.status() != ReservedStatus.ASKED;
    boolean met = row.result().filter(ReservedItem::quorum).isPresent();
    boolean adopted = row.result().filter(ReservedItem::adopted).isPresent();
    boolean signed = row.status() == ReservedStatus.SIGNED;
    if (row.members() < 1
        || row.cycle() < 1
        || row.result().isPresent() != summed
        || met != (signed || row.status() == ReservedStatus.DECIDED)
        || row.signed().isPresent() != signed
        || (signed && !adopted)) {
      throw new InvalidValueException(
          "the record of reserved question " + row.call().id() + " contradicts itself");
    }
    return switch (row.status()) {
      case ASKED -> new AskedQuestion(row);
      case MISSED -> new MissedQuestion(row);
      case DECIDED -> new DecidedQuestion(row);
      case SIGNED -> new SignedQuestion(row);
    };
  }

  static void requireCharter(ReservedRecord row, Charter charter) {
    if (charter.version() != row.charterVersion()
        || !charter.account().equals(row.call().cooperative())) {
      throw new GovernanceException(
          Reason.CHARTER_VERSION_MISMATCH,
          "charter",
          charter.account() + "/" + charter.version(),
          "expected",
          row.call().cooperative() + "/" + row.charterVersion());
    }
  }

  /**
   * What the members are asked.
   *
   * @return the one question, as an agenda would list it
   */
  public List<AgendaItem> items() {
    return List.of(row.call().item());
  }

  /**
   * The question as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public ReservedRecord snapshot() {
    return row;
  }

  /**
   * This question, if the sections are asked.
   *
   * @return the question
   * @throws GovernanceException WRONG_STATE
   */
  public AskedQuestion requireAsked() {
    return require(AskedQuestion.class, ReservedStatus.ASKED);
  }

  /**
   * This question, if too few came.
   *
   * @return the question
   * @throws GovernanceException WRONG_STATE
   */
  public MissedQuestion requireMissed() {
    return require(MissedQuestion.class, ReservedStatus.MISSED);
  }

  /**
   * This question, if it was decided and is not signed.
   *
   * @return the question
   * @throws GovernanceException WRONG_STATE
   */
  public DecidedQuestion requireDecided() {
    return require(DecidedQuestion.class, ReservedStatus.DECIDED);
  }

  /**
   * This question, if its decision is in force.
   *
   * @return the question
   * @throws GovernanceException WRONG_STATE
   */
  public SignedQuestion requireSigned() {
    return require(SignedQuestion.class, ReservedStatus.SIGNED);
  }

  private <S extends ReservedQuestion> S require(Class<S> state, ReservedStatus needed) {
    return States.require(
        this, state, "reserved question " + row.call().id(), row.status(), needed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReservedQuestion question && row.equals(question.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return row.toString();
  }
}
