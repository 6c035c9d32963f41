package io.github.coopj.governance.council;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.List;

/** Open: questions are put and decided. */
public final class RunningSession extends CouncilSession {
  RunningSession(SessionRecord data) {
    super(data);
  }

  /**
   * Notes that a question is put in this session.
   *
   * @param question a question in the form of a session, opened since the session was
   * @return the session with one question more
   * @throws GovernanceException NOT_IN_SESSION for another form, OUT_OF_ORDER, DECISION_ALREADY_USED if it is noted
   */
  public RunningSession put(VotingQuestion question) {
    if (question.snapshot().question().form() != VotingForm.SESSION) {
      throw new GovernanceException(
          Reason.NOT_IN_SESSION, "session", id(), "question", question.id());
    }
    CouncilDecision.requireNotBefore(question.snapshot().openedAt(), data.openedAt());
    if (data.questions().contains(new SessionRecord.Put(question.id()))) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", question.id());
    }
    return new RunningSession(data.put(question.id()));
  }

  /**
   * Closes the session with its minutes.
   *
   * @param minutes the minutes: of each question put here what came of it, and of no other
   * @param signature signature of who leads the session under the minutes
   * @param questions the questions put here, in any order
   * @param keys which keys sign for which persons
   * @param now the moment
   * @return the closed session
   * @throws GovernanceException SESSION_WITHOUT_MINUTES with the first question that is not decided or whose outcome the
   *     minutes lack, NOT_IN_SESSION, SIGNATURE_FORGED, OUT_OF_ORDER
   */
  public ClosedSession close(
      SessionMinutes minutes,
      DocumentSignature signature,
      List<? extends CouncilDecision> questions,
      SignerKeys keys,
      Instant now) {
    for (SessionRecord.Put put : data.questions()) {
      boolean recorded = questions.stream()
          .filter(question -> question.id() == put.question())
          .anyMatch(question -> question.status() != DecisionStatus.VOTING
              && minutes.outcomes().contains(SessionMinutes.Outcome.of(question)));
      if (!recorded) {
        throw new GovernanceException(
            Reason.SESSION_WITHOUT_MINUTES, "session", id(), "question", put.question());
      }
    }
    for (SessionMinutes.Outcome outcome : minutes.outcomes()) {
      if (!data.questions().contains(new SessionRecord.Put(outcome.question()))) {
        throw new GovernanceException(
            Reason.NOT_IN_SESSION, "session", id(), "question", outcome.question());
      }
    }
    if (!minutes.cooperative().equals(data.plan().cooperative()) || minutes.session() != id()) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          data.plan().cooperative() + " session " + id(),
          "addressed",
          minutes.cooperative() + " session " + minutes.session());
    }
    signature.requireGenuine(minutes.digest(), data.chair(), keys.until(now));
    TimePointSec at = TimePointSec.of(now);
    CouncilDecision.requireNotBefore(at, data.openedAt());
    return new ClosedSession(data.closed(minutes.digest(), at));
  }
}
