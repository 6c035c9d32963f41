package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Crypto;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.crypto.Checksum256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A contract without end is cut, its transaction leaves nothing behind, and the chain goes on. */
class DeadlineTest {
  private static final Billing FIXED = new Billing.Fixed(100);
  private static final Name THINGS = Name.of("things");

  private final Probe probe = new Probe();
  private final TestChain chain = TestChain.with(probe);
  private final AtomicLong nanos = new AtomicLong();
  private long number;

  @Test
  @Tag("SC-05")
  @Tag("SC-08")
  void transaction_isCut_afterAsManyCallsAsItMayMake_andNothingIsLeft() {
    AtomicLong calls = new AtomicLong();
    probe.does(context -> {
      Table<Probe.Thing> things = things(context);
      for (long id = 0; ; id++) {
        things.insert(Probe.PROBE, new Probe.Thing(id, Probe.PROBE, id));
        calls.incrementAndGet();
      }
    });
    ChainException refusal = refused(ChainError.DEADLINE, FIXED, new Deadline.Operations(1000));
    assertThat(refusal).hasMessageContaining("more than 1000 calls");
    assertThat(refusal.reason().code()).isEqualTo(3080006);
    assertThat(calls.get()).isPositive().isLessThan(1000);
    assertThat(refusal.trace()).isPresent();

    probe.does(context -> things(context).insert(Probe.PROBE, new Probe.Thing(1, Probe.PROBE, 1)));
    push(FIXED, new Deadline.Operations(1000));
    assertThat(chain.produce().transactions()).hasSize(1);
  }

  @Test
  void operations_areCounted_toTheLastOne() {
    probe.does(context -> {
      for (int i = 0; i < 10; i++) {
        context.receiver();
      }
    });
    long enough = 0;
    while (isCut(new Deadline.Operations(enough))) {
      enough++;
    }
    assertThat(enough).isBetween(10L, 40L);
    probe.does(context -> {
      for (int i = 0; i < 11; i++) {
        context.receiver();
      }
    });
    assertThat(isCut(new Deadline.Operations(enough))).isTrue();
    assertThat(isCut(new Deadline.Operations(enough + 1))).isFalse();
  }

  /** Whatever a contract calls without end, it is cut. */
  @Test
  void everyCall_isOneThatTheDeadlineIsLookedAtIn() {
    List<Consumer<Context>> calls = List.of(
        Context::receiver,
        Context::action,
        Context::currentTime,
        Context::currentBlock,
        Context::sender,
        Context::transaction,
        context -> context.print(""),
        context -> context.check(true, "never"),
        context -> context.hasAuthorization(Probe.PROBE),
        context -> context.isAccount(Probe.PROBE),
        context -> context.requireRecipient(Probe.PROBE),
        context -> context.codeHash(Probe.PROBE),
        context -> context.isFeatureActivated(Checksum256.ZERO),
        context -> context.rows(THINGS, THINGS),
        context -> context.setReturnValue(Bytes.EMPTY),
        context -> context.privileged().parameters(),
        context -> context.sendInline(run()));
    for (Consumer<Context> call : calls) {
      probe.does(context -> {
        while (true) {
          call.accept(context);
        }
      });
      refused(ChainError.DEADLINE, FIXED, new Deadline.Operations(500));
    }
    probe.does(context -> {
      var rows = context.rows(THINGS, THINGS);
      while (true) {
        assertThat(rows.find(1)).isNull();
      }
    });
    refused(ChainError.DEADLINE, FIXED, new Deadline.Operations(500));
    probe.does(context -> {
      Context.Privileged privileged = context.privileged();
      while (true) {
        assertThat(privileged.parameters()).isNotNull();
      }
    });
    refused(ChainError.DEADLINE, FIXED, new Deadline.Operations(500));
    probe.does(context -> {
      Crypto crypto = context.crypto();
      while (true) {
        assertThat(crypto.sha256(Bytes.EMPTY)).isNotNull();
      }
    });
    refused(ChainError.DEADLINE, FIXED, new Deadline.Operations(500));
  }

  @Test
  void transaction_isCut_whenItsTimeIsOver() {
    takes(1_000_000);
    refused(ChainError.DEADLINE, FIXED, new Deadline.Elapsed(nanos::get, Duration.ofMillis(500)));
    probe.does(context -> context.print("done"));
    push(FIXED, new Deadline.Elapsed(nanos::get, Duration.ofMillis(500)));
  }

  /** Catching the refusal does not help. */
  @Test
  void transaction_isCut_alsoIfItsContractCatchesTheRefusal() {
    probe.does(context -> {
      for (int i = 0; i < 200; i++) {
        try {
          context.receiver();
        } catch (ChainException e) {
          assertThat(e.reason()).isEqualTo(ChainError.DEADLINE);
        }
      }
    });
    refused(ChainError.DEADLINE, FIXED, new Deadline.Operations(100));
    push(FIXED, new Deadline.Operations(1000));
  }

  /** Where CPU is measured, the limits of transaction, block and payer cut, each with the node's error. */
  @Test
  void measuredTransaction_isCut_whenItHasUsedWhatItMay() {
    Billing measured = new Billing.Measured(nanos::get);
    takes(1_000_000);
    ChainException tooLong = refused(ChainError.TX_CPU_USAGE_EXCEEDED, measured, Deadline.NONE);
    assertThat(tooLong).hasMessageContaining("150000 us");
    assertThat(nanos.get()).as("it was cut soon after").isLessThan(200_000_000);

    probe.does(context -> nanos.addAndGet(140_000_000));
    assertThat(push(measured, Deadline.NONE).cpuUsageUs()).isEqualTo(140_000);
    takes(1_000_000);
    refused(ChainError.BLOCK_CPU_USAGE_EXCEEDED, measured, Deadline.NONE);
    chain.produce();

    probe.does(context ->
        context.privileged().setResourceLimits(Probe.PROBE, new AccountLimits(-1, -1, 1)));
    push(FIXED, Deadline.NONE);
    probe.does(context -> context
        .privileged()
        .setResourceLimits(TestChain.ALICE, new AccountLimits(-1, -1, 1_000_000_000_000L)));
    chain.produce();
    chain.push(JavaContract.action(
        Probe.PROBE, new Probe.Run(number++), PermissionLevel.active(TestChain.ALICE)));
    chain.produce();
    takes(1_000_000);
    refused(ChainError.LEEWAY_DEADLINE, measured, Deadline.NONE);
  }

  /** What a producer measured, others bill as its block says, whatever they would measure. */
  @Test
  @Tag("PLAT-03")
  void blocksOfMeasuredTransactions_giveTheSameState_elsewhere() {
    Random random = new Random(7);
    Billing measured = new Billing.Measured(nanos::get);
    List<Long> billed = new ArrayList<>();
    for (int block = 0; block < 5; block++) {
      for (int i = 0; i < 3; i++) {
        long micros = random.nextInt(30_000);
        probe.does(context -> nanos.addAndGet(micros * 1000));
        billed.add(push(measured, Deadline.NONE).cpuUsageUs());
        assertThat(billed.get(billed.size() - 1)).isEqualTo(Math.max(micros, 100));
      }
      chain.produce();
    }
    probe.does(context -> {});
    Controller replica = new Controller(
        TestChain.GENESIS, new ContractCatalog(List.of(new SystemContract(), new Ledger(), probe)));
    chain
        .blocks()
        .forEach(block -> replica.apply(
            block,
            block.transactions().stream()
                .map(receipt ->
                    TransactionMetadata.recover(receipt.transaction(), replica.chainId()))
                .toList()));
    chain.making().abort();
    assertThat(replica.view().digest()).isEqualTo(chain.controller().view().digest());
    assertThat(chain.blocks().stream()
            .skip(chain.blocks().size() - 5)
            .flatMap(block -> block.transactions().stream())
            .map(receipt -> receipt.cpuUsageUs()))
        .containsExactlyElementsOf(billed);
  }

  @Test
  void deadline_refuses_whatIsLessThanNothing() {
    assertThatThrownBy(() -> new Deadline.Operations(-1)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Deadline.Elapsed(nanos::get, Duration.ofNanos(-1)))
        .isInstanceOf(InvalidValueException.class);
  }

  /** The contract goes on for ever; each call takes some time. */
  private void takes(long nanosPerCall) {
    probe.does(context -> {
      while (true) {
        nanos.addAndGet(nanosPerCall);
        context.receiver();
      }
    });
  }

  private boolean isCut(Deadline deadline) {
    try {
      push(FIXED, deadline);
      return false;
    } catch (ChainException e) {
      assertThat(e.reason()).isEqualTo(ChainError.DEADLINE);
      return true;
    }
  }

  @CanIgnoreReturnValue
  private ChainException refused(ChainError error, Billing billing, Deadline deadline) {
    Checksum256 before = chain.kernel().present().digest();
    ChainException refusal =
        catchThrowableOfType(ChainException.class, () -> push(billing, deadline));
    assertThat(refusal).as("must be refused with %s", error).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(error);
    assertThat(chain.kernel().present().digest()).isEqualTo(before);
    return refusal;
  }

  @CanIgnoreReturnValue
  private TransactionTrace push(Billing billing, Deadline deadline) {
    return chain
        .making()
        .execute(
            TransactionMetadata.recover(
                chain.transaction(run()).sign(TestChain.key(Probe.PROBE)).pack(Compression.NONE),
                TestChain.GENESIS.chainId()),
            billing,
            deadline);
  }

  private Action run() {
    return JavaContract.action(
        Probe.PROBE, new Probe.Run(number++), PermissionLevel.active(Probe.PROBE));
  }

  private static Table<Probe.Thing> things(Context context) {
    return context.table(THINGS, THINGS, Probe.Thing.class, Probe.Thing::id);
  }
}
