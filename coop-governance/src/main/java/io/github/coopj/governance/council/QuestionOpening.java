package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts questions to the Council. */
public final class QuestionOpening {
  private QuestionOpening() {}

  /**
   * Puts a question to the vote: in a session any member does, an absentee vote only the Chairman or a deputy and for at
   * least the time of the charter (CHAIR-09, COUNCIL-28).
   *
   * @param id number of the question, 1 or more
   * @param question what is put, with its materials (CHAIR-08) and the form of the vote
   * @param proposer a member in office
   * @param council the Council
   * @param charter the charter in force
   * @param now the moment
   * @param closesAt first moment in which nobody may vote any more
   * @return the open vote
   * @throws GovernanceException NOT_IN_COUNCIL, EXCLUSIVE_COMPETENCE, CLOSES_BEFORE_OPENING, SUSPENSION_NEEDS_MEETING with fewer than two
   *     members besides the Chairman, NOT_CHAIRMAN_OR_DEPUTY, WINDOW_TOO_SHORT
   * @throws InvalidValueException for {@link VotingForm#AUTOMATIC}, which is no vote
   */
  public static VotingQuestion open(
      long id,
      CouncilQuestion question,
      Name proposer,
      Council council,
      Charter charter,
      Instant now,
      Instant closesAt) {
    if (question.form() == VotingForm.AUTOMATIC) {
      throw new InvalidValueException("an automatic decision is not put to the vote");
    }
    council.requireMember(proposer, now);
    question.matter().requireWithin(Office.Body.COUNCIL, charter);
    TimePointSec openedAt = TimePointSec.of(now);
    TimePointSec end = TimePointSec.of(closesAt);
    if (end.compareTo(openedAt) <= 0) {
      throw new GovernanceException(
          Reason.CLOSES_BEFORE_OPENING, "opensAt", openedAt, "closesAt", end);
    }
    if (question.form() == VotingForm.ABSENTEE) {
      requireAbsentee(proposer, council, charter, openedAt, end);
    }
    if (question.type() == QuestionType.SUSPEND_CHAIRMAN) {
      CouncilCount.requireOthers(council, now);
    }
    return new VotingQuestion(CouncilDecisionRecord.opened(id, question, proposer, openedAt, end));
  }

  private static void requireAbsentee(
      Name opener, Council council, Charter charter, TimePointSec openedAt, TimePointSec end) {
    Instant now = openedAt.toInstant();
    boolean mayOpen = council.deputies(now).contains(opener)
        || council.actingChairman(now).equals(Optional.of(opener));
    if (!mayOpen) {
      throw new GovernanceException(Reason.NOT_CHAIRMAN_OR_DEPUTY, "account", opener);
    }
    long seconds = end.seconds() - openedAt.seconds();
    long required = Duration.ofHours(charter.council().absenteeHours()).toSeconds();
    if (seconds < required) {
      throw new GovernanceException(
          Reason.WINDOW_TOO_SHORT, "seconds", seconds, "required", required);
    }
  }
}
