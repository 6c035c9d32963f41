package io.github.coopj.chain.node;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Recovers the keys of transactions on all processors: the costly part of a transaction, and one that needs no state. */
final class KeyRecovery implements AutoCloseable {
  private final Checksum256 chainId;
  private final ExecutorService threads;

  KeyRecovery(Checksum256 chainId) {
    this.chainId = chainId;
    this.threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
          Thread thread = new Thread(task, "signature-recovery");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** A transaction whose keys are being recovered. */
  final class Recovering {
    private final Future<TransactionMetadata> future;

    private Recovering(Callable<TransactionMetadata> recovery) {
      try {
        this.future = threads.submit(recovery);
      } catch (RejectedExecutionException e) {
        throw new IllegalStateException("the chain is closed", e);
      }
    }

    /**
     * Waits for the keys. An interrupt does not end the wait, which is short; it is kept for the caller.
     *
     * @return the transaction with its keys
     * @throws ChainException if it cannot be read, or a signature is wrong
     */
    TransactionMetadata await() {
      boolean interrupted = false;
      try {
        while (true) {
          try {
            return future.get();
          } catch (InterruptedException e) {
            interrupted = true;
          } catch (ExecutionException e) {
            if (e.getCause() instanceof ChainException refusal) {
              throw refusal;
            }
            throw new IllegalStateException("signature recovery broke down", e.getCause());
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /**
   * Begins with a transaction.
   *
   * @param packed gives its packed form, asked on another thread
   * @return the transaction whose keys are being recovered
   * @throws IllegalStateException if this was closed
   */
  Recovering begin(Supplier<PackedTransaction> packed) {
    return new Recovering(() -> TransactionMetadata.recover(packed.get(), chainId));
  }

  /**
   * Recovers the keys of all transactions of a block.
   *
   * @param block the block
   * @return its transactions in their order
   * @throws ChainException naming block and transaction if one cannot be read or a signature is wrong
   */
  List<TransactionMetadata> recoverAll(SignedBlock block) {
    return recoverAll(block, packed -> Optional.empty());
  }

  /**
   * Recovers the keys of all transactions of a block, but for those that are known.
   *
   * @param known gives a transaction whose keys were recovered before, asked on other threads
   */
  List<TransactionMetadata> recoverAll(
      SignedBlock block, Function<PackedTransaction, Optional<TransactionMetadata>> known) {
    List<Recovering> recovering = new ArrayList<>();
    for (TransactionReceipt receipt : block.transactions()) {
      PackedTransaction packed = receipt.transaction();
      recovering.add(new Recovering(() -> {
        Optional<TransactionMetadata> there = known.apply(packed);
        return there.isPresent() ? there.get() : TransactionMetadata.recover(packed, chainId);
      }));
    }
    List<TransactionMetadata> transactions = new ArrayList<>();
    for (int i = 0; i < recovering.size(); i++) {
      try {
        transactions.add(recovering.get(i).await());
      } catch (ChainException e) {
        throw new ChainException(
            e.reason(),
            "block " + block.number() + " " + block.id() + ", transaction " + (i + 1) + ": "
                + e.getMessage(),
            e);
      }
    }
    return transactions;
  }

  /** Takes no more transactions; those begun are finished. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
