package io.github.coopj.governance.life;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.council.QuestionOpening;
import io.github.coopj.governance.council.VotingQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Three founders who vote on every question, each as he likes, and the first of them who signs or declines. */
final class LifeCouncil {
  private final LifeContext life;
  private final Council council;
  private final List<CouncilDecisionRecord> decisions = new ArrayList<>();

  LifeCouncil(LifeContext life, Council council) {
    this.life = life;
    this.council = council;
  }

  Council council() {
    return council;
  }

  List<CouncilDecisionRecord> decisions() {
    return decisions;
  }

  /** Decides a question at once; the result is in force, rejected or declined. */
  CouncilDecision decide(CouncilQuestion question) {
    List<Name> members = council.membersInOffice(life.now());
    Name chairman = council.chairman(life.now()).orElseThrow();
    VotingQuestion voting = QuestionOpening.open(
        decisions.size() + 2L,
        question,
        chairman,
        council,
        life.charter,
        life.now(),
        life.now().plus(Duration.ofDays(3)));
    int votesFor = 0;
    for (Name member : members) {
      boolean agrees = !life.oneIn(5);
      votesFor += agrees ? 1 : 0;
      voting = voting.cast(council, member, agrees ? Vote.FOR : Vote.AGAINST, life.now());
    }
    CouncilDecision decided = voting.close(council, life.charter, life.now());
    boolean signs = !life.oneIn(12);
    if (decided instanceof PendingDecision pending) {
      decided = signs
          ? Councils.signed(pending, council, chairman, life.now())
          : pending.decline(council, chairman, "not ready", life.now());
    }
    if (life.oneIn(3)) {
      CouncilDecision restored = CouncilDecision.restore(decided.snapshot());
      LifeModel.same("restored decision", restored, decided);
      life.happened(LifeEvent.RESTORED);
      decided = restored;
    }
    LifeModel.same("members of the Council", members.size(), 3);
    LifeModel.same(
        "decision in force",
        decided.status() == DecisionStatus.IN_FORCE,
        life.model.isInForce(votesFor, signs));
    LifeModel.same(
        "type of a decision in force",
        decided instanceof DecisionInForce,
        decided.status() == DecisionStatus.IN_FORCE);
    decisions.add(decided.snapshot());
    life.wrote(decided.snapshot());
    return decided;
  }
}
