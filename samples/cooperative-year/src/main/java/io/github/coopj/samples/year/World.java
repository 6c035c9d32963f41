package io.github.coopj.samples.year;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.cooperative.CooperativeView;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.Signer;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What all stages of the year share: the chain, its clock, and everybody's keys. In life each person keeps a key of his
 * own; here all of them come from one function of names, so that every run gives the same blocks.
 */
final class World {
  /** Permission of the cooperative that its accountant holds. */
  static final Name CASHIER = Name.of("cashier");

  /** Permission of the cooperative that its office holds. */
  static final Name OFFICE = Name.of("office");

  /** Transactions signed, recovered and executed at a time. */
  private static final int CHUNK = 250;

  private static final int SECONDS_PER_TURN = 6;
  private static final int MAX_BLOCKS_TO_SETTLE = 200;

  private final LocalChain chain;
  private final VirtualClock clock;
  private final Charter charter;
  private final Journal journal;
  private final Function<Name, PrivateKey> keySource;
  private final Map<Name, PrivateKey> keys = new ConcurrentHashMap<>();
  private long jumps;

  World(
      LocalChain chain,
      VirtualClock clock,
      Charter charter,
      Journal journal,
      Function<Name, PrivateKey> keySource) {
    this.chain = chain;
    this.clock = clock;
    this.charter = charter;
    this.journal = journal;
    this.keySource = keySource;
  }

  /** A transaction to be signed. */
  record Unsigned(List<Action> actions, List<? extends Signer> signers) {
    static Unsigned of(Signer signer, Action... actions) {
      return new Unsigned(List.of(actions), List.of(signer));
    }
  }

  LocalChain chain() {
    return chain;
  }

  CooperativeView view() {
    return new CooperativeView(chain, cooperative());
  }

  Charter charter() {
    return charter;
  }

  Name cooperative() {
    return charter.account();
  }

  Journal journal() {
    return journal;
  }

  /** Key of an account, or of a permission of the cooperative. */
  PrivateKey keyOf(Name name) {
    return keys.computeIfAbsent(name, keySource);
  }

  /** The keys of the year: the same in every run. */
  static PrivateKey deriveKey(Name name) {
    return PrivateKey.fromSeed(KeyType.K1, "coopj cooperative-year " + name);
  }

  /** Salt of the cooperative, without which nobody can try out whose digest is on the chain. */
  Bytes salt() {
    return Bytes.of(Checksum256.sha256(Bytes.ofUtf8("coopj cooperative-year salt " + cooperative()))
        .toBytes());
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Moves the clock to an hour of a day in the cooperative's zone, unless it is later already; to the next producer's turn
   * within that minute, so that all producers take part although most slots of the year pass without a block.
   */
  void goTo(LocalDate day, int hour) {
    Instant moment = day.atTime(hour, 0).atZone(charter.zone()).toInstant();
    Instant turn = moment.plusSeconds(SECONDS_PER_TURN * (jumps % Boot.PRODUCERS.size()));
    if (turn.isAfter(clock.instant())) {
      clock.advanceTo(turn);
      jumps++;
    }
  }

  /** Makes blocks until all that has happened so far is irreversible. */
  void settle() {
    long head = chain.info().headNumber();
    for (int blocks = 0; chain.info().irreversibleNumber() < head; blocks++) {
      if (blocks == MAX_BLOCKS_TO_SETTLE) {
        throw new IllegalStateException("block " + head + " did not become irreversible");
      }
      block();
    }
  }

  /** An action, authorised by an account. */
  Action action(Name contract, Record data, Name actor) {
    return JavaContract.action(contract, data, PermissionLevel.active(actor));
  }

  /** An action, authorised by the cooperative with one of its permissions. */
  Action byCooperative(Name permission, Name contract, Record data) {
    return JavaContract.action(contract, data, new PermissionLevel(cooperative(), permission));
  }

  DocumentSignature sign(Name signer, Checksum256 document) {
    return DocumentSignature.sign(keyOf(signer), signer, document, now());
  }

  /** Pushes one transaction and makes a block; the results are those of the transaction. */
  PushResult push(Signer signer, Action... actions) {
    return push(List.of(signer), List.of(actions));
  }

  PushResult push(List<? extends Signer> signers, List<Action> actions) {
    PushResult result = chain.push(actions, signers);
    block();
    journal.transactions(1);
    return result;
  }

  /** Pushes a transaction that must be refused; what the refusal says. */
  String refused(Signer signer, Action action) {
    try {
      chain.push(List.of(action), List.of(signer));
    } catch (ChainException e) {
      block();
      return String.valueOf(e.getMessage());
    }
    throw new IllegalStateException("was accepted, must be refused: " + action);
  }

  /** Signs transactions on all processors and pushes them in their order, a block for each few hundred. */
  List<PushResult> pushAll(List<Unsigned> transactions) {
    List<PushResult> results = new ArrayList<>();
    for (int from = 0; from < transactions.size(); from += CHUNK) {
      List<Unsigned> chunk =
          transactions.subList(from, Math.min(transactions.size(), from + CHUNK));
      List<SignedTransaction> signed = IntStream.range(0, chunk.size())
          .parallel()
          .mapToObj(i -> chain.sign(chunk.get(i).actions(), chunk.get(i).signers()))
          .toList();
      chain.pushAll(signed).forEach(outcome -> results.add(outcome.orElseThrow()));
      block();
      journal.transactions(chunk.size());
    }
    return results;
  }

  /** Makes a block and lets the clock follow it. */
  SignedBlock block() {
    SignedBlock block = chain.produceBlock();
    Instant slot = block.header().timestamp().toInstant();
    if (slot.isAfter(clock.instant())) {
      clock.advanceTo(slot);
    }
    journal.block();
    return block;
  }
}
