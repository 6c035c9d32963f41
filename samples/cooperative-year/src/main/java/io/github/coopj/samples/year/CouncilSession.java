package io.github.coopj.samples.year;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilContract;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.council.QuestionType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** A session of the Council: questions, votes of all members, the Chairman's signature under each decision. */
final class CouncilSession {
  private static final Duration OPEN_FOR = Duration.ofHours(8);
  private static final int QUESTIONS_PER_TRANSACTION = 50;

  private final World world;
  private final List<Name> council;

  CouncilSession(World world, List<Name> council) {
    this.world = world;
    this.council = council;
  }

  Name chairman() {
    return council.get(0);
  }

  /** The first member who is not in the Council, and so may be elected to control it (COUNCIL-30). */
  Name outsider(List<Name> members) {
    return members.stream()
        .filter(member -> !council.contains(member))
        .findFirst()
        .orElseThrow();
  }

  /** Number of transactions that {@link #decide} makes for so many questions. */
  long transactionsFor(int questions) {
    long batches = (questions + QUESTIONS_PER_TRANSACTION - 1L) / QUESTIONS_PER_TRANSACTION;
    return questions + batches * (council.size() + 2L);
  }

  /** Decides one question. */
  long decide(QuestionType type, Checksum256 subject) {
    return decide(type, List.of(subject)).get(0);
  }

  /** Decides questions of one type; the numbers of the decisions come in the order of the subjects, all in force. */
  List<Long> decide(QuestionType type, List<Checksum256> subjects) {
    List<Long> decisions = propose(type, subjects);
    for (Name member : council) {
      pushBatches(
          member,
          decisions,
          id -> new CouncilContract.CastVote(world.cooperative(), id, member, voteOf(member, id)));
    }
    pushBatches(chairman(), decisions, id -> new CouncilContract.Close(world.cooperative(), id));
    pushBatches(chairman(), decisions, this::signature);
    return decisions;
  }

  /** One member of the Council is hard to convince and abstains on every seventh question. */
  private Vote voteOf(Name member, long question) {
    boolean last = member.equals(council.get(council.size() - 1));
    return last && question % 7 == 0 ? Vote.ABSTAIN : Vote.FOR;
  }

  private List<Long> propose(QuestionType type, List<Checksum256> subjects) {
    TimePointSec closesAt = TimePointSec.of(world.now().plus(OPEN_FOR));
    List<World.Unsigned> proposals = new ArrayList<>();
    for (Checksum256 subject : subjects) {
      Action propose = world.action(
          CooperativeAccounts.COUNCIL,
          new CouncilContract.Propose(
              world.cooperative(), chairman(), CouncilQuestion.of(type, subject), closesAt),
          chairman());
      proposals.add(World.Unsigned.of(world.keyOf(chairman()), propose));
    }
    return world.pushAll(proposals).stream()
        .map(result -> new AbiReader(result.returnValue().toArray()).readU64())
        .toList();
  }

  private CouncilContract.Sign signature(long id) {
    PendingDecision decision = world.view().decision(id).orElseThrow().requirePendingSignature();
    return new CouncilContract.Sign(
        world.cooperative(), id, world.sign(chairman(), decision.hash()));
  }

  private void pushBatches(Name actor, List<Long> decisions, LongFunction<Record> data) {
    List<World.Unsigned> transactions = new ArrayList<>();
    for (int from = 0; from < decisions.size(); from += QUESTIONS_PER_TRANSACTION) {
      List<Action> actions = new ArrayList<>();
      for (long id :
          decisions.subList(from, Math.min(decisions.size(), from + QUESTIONS_PER_TRANSACTION))) {
        actions.add(world.action(CooperativeAccounts.COUNCIL, data.apply(id), actor));
      }
      transactions.add(new World.Unsigned(actions, List.of(world.keyOf(actor))));
    }
    world.pushAll(transactions);
  }
}
