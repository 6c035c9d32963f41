package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.founder;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.Suspension;
import java.time.Duration;
import java.util.Arrays;

/** Steps by which the Council of a test changes itself. */
final class CouncilSteps {
  static final Name COOP = Cooperative.ACCOUNT;

  private final Cooperative coop;

  CouncilSteps(Cooperative coop) {
    this.coop = coop;
  }

  Council council() {
    return coop.view().council().orElseThrow();
  }

  /** An action on the Council's contract. */
  Action act(Record data, Name by) {
    return coop.actions().act(CooperativeAccounts.COUNCIL, data, by);
  }

  /** Appoints a deputy by a decision of all; its number. */
  long deputy(Name member) {
    long decision = coop.decide(QuestionType.APPOINTMENT, Council.deputySubject(member));
    coop.chain().push(appoint(decision, member));
    return decision;
  }

  Action appoint(long decision, Name member) {
    return act(new CouncilActions.AppointDeputy(COOP, decision, member, founder(2)), founder(2));
  }

  Suspension suspension(int days) {
    return new Suspension(
        COOP,
        Steps.CHAIRMAN,
        "превысил полномочия и злоупотребил ими",
        TimePointSec.of(coop.now().plus(Duration.ofDays(days))));
  }

  /** Takes a question through the votes of all but the Chairman; its number, waiting for a signature. */
  long adoptByOthers(QuestionType type, Checksum256 subject) {
    long id = coop.propose(type, subject);
    for (int i = 2; i <= 5; i++) {
      coop.chain().push(coop.actions().vote(id, founder(i), Vote.FOR));
    }
    return id;
  }

  /** Closes the vote after three days, for the Chairman might still vote. */
  void closeVote(long id) {
    coop.chain().push(coop.actions().closeVote(id, founder(2)));
  }

  Action signByVoters(long id, Name... signers) {
    Checksum256 hash = coop.decision(id).requirePendingSignature().hash();
    return JavaContract.action(
        CooperativeAccounts.COUNCIL,
        new CouncilActions.SignByVoters(
            COOP,
            id,
            Arrays.stream(signers)
                .map(name -> coop.actions().signature(name, hash))
                .toList()),
        Arrays.stream(signers).map(PermissionLevel::active).toArray(PermissionLevel[]::new));
  }

  /** Suspends the Chairman by the signatures of all others; number of the decision. */
  long suspend(Suspension suspension) {
    long id = adoptByOthers(QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    closeVote(id);
    coop.chain().push(signByVoters(id, founder(2), founder(3), founder(4), founder(5)));
    coop.chain().push(act(new CouncilActions.Suspend(id, suspension, founder(2)), founder(2)));
    return id;
  }
}
