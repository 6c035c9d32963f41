package io.github.coopj.samples.year;

import io.github.coopj.Bytes;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilContract;
import io.github.coopj.chain.cooperative.SessionContract;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.SessionMinutes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Sessions of the Council: questions, votes of all members, minutes, the Chairman's signature under each decision and
 * under the minutes.
 */
final class CouncilSession {
  private static final Duration OPEN_FOR = Duration.ofHours(8);
  private static final int QUESTIONS_PER_TRANSACTION = 50;
  private static final int QUESTIONS_PER_SESSION = 500;

  /** To call, to open and to close it. */
  private static final long TRANSACTIONS_PER_SESSION = 3;

  private static final int SLOT_MILLIS = 500;

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
    long transactions = 0;
    for (int left = questions; left > 0; left -= QUESTIONS_PER_SESSION) {
      long put = Math.min(left, QUESTIONS_PER_SESSION);
      long batches = (put + QUESTIONS_PER_TRANSACTION - 1) / QUESTIONS_PER_TRANSACTION;
      transactions += put + batches * (council.size() + 2L) + TRANSACTIONS_PER_SESSION;
    }
    return transactions;
  }

  /** Decides one question. */
  long decide(QuestionType type, Checksum256 subject) {
    return decideAll(List.of(CouncilQuestion.of(type, subject))).get(0);
  }

  /** Decides questions of one type; the numbers of the decisions come in the order of the subjects, all in force. */
  List<Long> decide(QuestionType type, List<Checksum256> subjects) {
    return decideAll(
        subjects.stream().map(subject -> CouncilQuestion.of(type, subject)).toList());
  }

  /** Decides questions; the numbers of the decisions come in their order, all in force. */
  List<Long> decideAll(List<CouncilQuestion> questions) {
    List<Long> decisions = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += QUESTIONS_PER_SESSION) {
      decisions.addAll(
          hold(questions.subList(from, Math.min(questions.size(), from + QUESTIONS_PER_SESSION))));
    }
    return decisions;
  }

  private List<Long> hold(List<CouncilQuestion> questions) {
    long session = open();
    List<Long> decisions = propose(session, questions);
    for (Name member : council) {
      pushBatches(
          member,
          decisions,
          id -> new CouncilContract.CastVote(world.cooperative(), id, member, voteOf(member, id)));
    }
    pushBatches(chairman(), decisions, id -> new CouncilContract.Close(world.cooperative(), id));
    pushBatches(chairman(), decisions, this::signature);
    close(session, decisions);
    return decisions;
  }

  private long open() {
    TimePointSec opensAt = TimePointSec.of(world.now().plusMillis(SLOT_MILLIS));
    long session = number(world.push(
        world.keyOf(chairman()),
        world.action(
            CooperativeAccounts.SESSION,
            new SessionContract.Call(world.cooperative(), List.of(chairman()), List.of(), opensAt),
            chairman())));
    while (world.now().isBefore(opensAt.toInstant())) {
      world.block();
    }
    world.push(
        world.keyOf(chairman()),
        world.action(
            CooperativeAccounts.SESSION,
            new SessionContract.Open(world.cooperative(), session, chairman()),
            chairman()));
    return session;
  }

  private void close(long session, List<Long> decisions) {
    List<SessionMinutes.Outcome> outcomes = decisions.stream()
        .map(id -> SessionMinutes.Outcome.of(world.view().decision(id).orElseThrow()))
        .toList();
    Checksum256 text = Checksum256.sha256(Bytes.ofUtf8("Протокол заседания " + session));
    SessionMinutes minutes = new SessionMinutes(world.cooperative(), session, outcomes, text);
    world.push(
        world.keyOf(chairman()),
        world.action(
            CooperativeAccounts.SESSION,
            new SessionContract.Close(minutes, world.sign(chairman(), minutes.digest())),
            chairman()));
  }

  private static long number(PushResult result) {
    return new AbiReader(result.returnValue().toArray()).readU64();
  }

  /** One member of the Council is hard to convince and abstains on every seventh question. */
  private Vote voteOf(Name member, long question) {
    boolean last = member.equals(council.get(council.size() - 1));
    return last && question % 7 == 0 ? Vote.ABSTAIN : Vote.FOR;
  }

  private List<Long> propose(long session, List<CouncilQuestion> questions) {
    TimePointSec closesAt = TimePointSec.of(world.now().plus(OPEN_FOR));
    List<World.Unsigned> proposals = new ArrayList<>();
    for (CouncilQuestion question : questions) {
      Action propose = world.action(
          CooperativeAccounts.COUNCIL,
          new CouncilContract.Propose(world.cooperative(), chairman(), question, session, closesAt),
          chairman());
      proposals.add(World.Unsigned.of(world.keyOf(chairman()), propose));
    }
    return world.pushAll(proposals).stream().map(CouncilSession::number).toList();
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
