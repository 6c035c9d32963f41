package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Deadline;
import io.github.coopj.chain.kernel.Probe;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A contract without end holds up nobody but the one who sent the transaction. */
class EndlessContractTest {
  private static final Signer EOSIO = TestChain.key(TestChain.EOSIO);
  private static final Signer SENDER = TestChain.key(Probe.PROBE);

  private final Probe probe = new Probe();
  private final AtomicLong nanos = new AtomicLong();
  private final LocalChain chain = open();

  @AfterEach
  void close() {
    chain.close();
  }

  @Test
  @Tag("SC-05")
  void transactionWithoutEnd_isRefused_andTheChainGoesOn() throws Exception {
    Checksum256 before = chain.stateDigest();
    probe.does(context -> {
      while (true) {
        nanos.addAndGet(1_000_000);
        context.receiver();
      }
    });
    ChainException pushed =
        catchThrowableOfType(ChainException.class, () -> chain.push(run(1), List.of(SENDER)));
    assertThat(pushed.reason()).isEqualTo(ChainError.DEADLINE);
    CompletableFuture<PushResult> submitted = chain.submit(chain.sign(run(2), List.of(SENDER)));
    ExecutionException refused = catchThrowableOfType(ExecutionException.class, submitted::get);
    assertThat(refused.getCause())
        .isInstanceOfSatisfying(
            ChainException.class,
            cause -> assertThat(cause.reason()).isEqualTo(ChainError.DEADLINE));
    assertThat(chain.stateDigest()).isEqualTo(before);

    probe.does(context -> {});
    PushResult good = chain.push(run(3), List.of(SENDER));
    assertThat(chain.produceBlock().transactions())
        .singleElement()
        .satisfies(receipt -> assertThat(receipt.transaction().id()).isEqualTo(good.id()));
  }

  private LocalChain open() {
    List<Contract> contracts = List.of(new SystemContract(), probe);
    LocalChain opened = LocalChain.open(ChainOptions.builder()
        .genesis(TestChain.GENESIS)
        .catalog(new ContractCatalog(contracts))
        .clock(new VirtualClock(Instant.parse("2026-01-01T00:00:00Z")))
        .deadline(new Deadline.Elapsed(nanos::get, Duration.ofMillis(150)))
        .addProducers(EOSIO)
        .build());
    opened.push(
        List.of(
            TestChain.install(TestChain.EOSIO, new SystemContract()),
            TestChain.newAccount(TestChain.EOSIO, Probe.PROBE)),
        List.of(EOSIO));
    opened.push(List.of(TestChain.install(Probe.PROBE, probe)), List.of(SENDER));
    opened.produceBlock();
    return opened;
  }

  private static List<Action> run(long number) {
    return List.of(JavaContract.action(
        Probe.PROBE, new Probe.Run(number), PermissionLevel.active(Probe.PROBE)));
  }
}
