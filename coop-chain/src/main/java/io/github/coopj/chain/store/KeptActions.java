package io.github.coopj.chain.store;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.chain.kernel.ActionTrace;
import io.github.coopj.chain.kernel.RamDelta;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The forms in which the history keeps actions: the executions of a transaction together, without what one of them has in
 * common with the one before, and the numbers of an account's executions in a block together.
 */
final class KeptActions {
  static final Codec<Executed> CODEC = RecordCodec.of(Executed.class);

  private static final byte[] ONE = {};

  private KeptActions() {}

  /**
   * What a transaction executed.
   *
   * @param block number of its block
   * @param time slot of that block
   * @param id its id
   * @param executions in the order in which they were asked for
   */
  public record Executed(
      @AbiType("uint32") long block,
      BlockTimestamp time,
      Checksum256 id,
      List<Execution> executions) {
    /** Copies the list. */
    public Executed {
      executions = List.copyOf(executions);
    }

    /** The executions of a transaction that have a receipt. */
    static Executed of(TransactionTrace transaction) {
      List<Execution> executions = new ArrayList<>();
      Optional<Action> action = Optional.empty();
      Optional<Checksum256> digest = Optional.empty();
      for (ActionTrace trace : transaction.actions()) {
        if (trace.receipt().isPresent()) {
          ActionReceipt receipt = trace.receipt().get();
          Optional<Action> thisAction = Optional.of(trace.action());
          Optional<Checksum256> thisDigest = Optional.of(receipt.actDigest());
          executions.add(new Execution(
              trace.ordinal(),
              trace.creatorOrdinal(),
              trace.receiver(),
              thisAction.equals(action) ? Optional.empty() : thisAction,
              thisDigest.equals(digest) ? Optional.empty() : thisDigest,
              receipt.globalSequence(),
              receipt.recvSequence(),
              receipt.authSequence(),
              receipt.codeSequence(),
              receipt.abiSequence(),
              trace.returnValue(),
              trace.contextFree(),
              trace.console(),
              trace.ramDeltas()));
          action = thisAction;
          digest = thisDigest;
        }
      }
      return new Executed(
          transaction.block(), transaction.blockTime(), transaction.id(), executions);
    }

    /** The smallest number of an execution; those of a transaction stand together. */
    long first() {
      return executions.stream().mapToLong(Execution::globalSequence).min().orElseThrow();
    }

    /** The largest number of an execution. */
    long last() {
      return executions.stream().mapToLong(Execution::globalSequence).max().orElseThrow();
    }

    /** The executions, each for itself. */
    List<RecordedAction> actions() {
      List<RecordedAction> actions = new ArrayList<>();
      Optional<Action> action = Optional.empty();
      Optional<Checksum256> digest = Optional.empty();
      for (Execution execution : executions) {
        action = execution.action().or(latest(action));
        digest = execution.digest().or(latest(digest));
        actions.add(new RecordedAction(
            block,
            time,
            id,
            execution.ordinal(),
            execution.creatorOrdinal(),
            execution.receiver(),
            action.orElseThrow(),
            new ActionReceipt(
                execution.receiver(),
                digest.orElseThrow(),
                execution.globalSequence(),
                execution.recvSequence(),
                execution.authSequence(),
                execution.codeSequence(),
                execution.abiSequence()),
            execution.returnValue(),
            execution.contextFree(),
            execution.console(),
            execution.ramDeltas()));
      }
      return actions;
    }

    private static <T> Supplier<Optional<T>> latest(Optional<T> before) {
      return () -> before;
    }
  }

  /**
   * One execution.
   *
   * @param ordinal its number in the transaction
   * @param creatorOrdinal number of the execution that caused it
   * @param receiver account whose contract ran
   * @param action the action; empty if it is that of the execution before
   * @param digest digest of the action and its return value; empty if it is that of the execution before
   * @param globalSequence its number since genesis
   * @param recvSequence its number for the receiver
   * @param authSequence numbers for the authorisers
   * @param codeSequence how often the code was set
   * @param abiSequence how often the ABI was set
   * @param returnValue what the contract returned
   * @param contextFree whether it ran without authority and state
   * @param console what the contract printed
   * @param ramDeltas changes of RAM by account
   */
  public record Execution(
      @AbiType("varuint32") int ordinal,
      @AbiType("varuint32") int creatorOrdinal,
      Name receiver,
      Optional<Action> action,
      Optional<Checksum256> digest,
      @AbiType("uint64") long globalSequence,
      @AbiType("uint64") long recvSequence,
      List<ActionReceipt.AuthSequence> authSequence,
      @AbiType("varuint32") long codeSequence,
      @AbiType("varuint32") long abiSequence,
      Bytes returnValue,
      boolean contextFree,
      String console,
      List<RamDelta> ramDeltas) {
    /** Copies the list. */
    public Execution {
      ramDeltas = List.copyOf(ramDeltas);
    }
  }

  /** Numbers of an account's executions in one block, but for the first: each as its distance from the one before. */
  static byte[] packNumbers(List<Long> ascending) {
    if (ascending.size() == 1) {
      return ONE;
    }
    AbiWriter out = new AbiWriter();
    for (int i = 1; i < ascending.size(); i++) {
      out.writeVarUint32(ascending.get(i) - ascending.get(i - 1));
    }
    return out.toByteArray();
  }

  /** The numbers, given the first one. */
  static List<Long> numbers(long first, byte[] packed) {
    List<Long> numbers = new ArrayList<>();
    numbers.add(first);
    AbiReader in = new AbiReader(packed);
    for (long number = first; in.remaining() > 0; ) {
      number += in.readVarUint32();
      numbers.add(number);
    }
    return numbers;
  }
}
