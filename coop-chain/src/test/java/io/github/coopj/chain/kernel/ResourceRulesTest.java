package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What accounts may use of RAM, NET and CPU, and what they are billed. */
class ResourceRulesTest {
  private static final Name ALICE = TestChain.ALICE;
  private static final long UNLIMITED = AccountLimits.UNLIMITED;

  private final Probe probe = new Probe();
  private final TestChain chain = TestChain.with(probe);
  private long number;

  @Test
  void newAccounts_areUnlimited_andBilledTheirPermissions() {
    long bytes = RamSizes.ofAccount(TestChain.authority(ALICE), TestChain.authority(ALICE));
    assertThat(ram(ALICE)).isEqualTo(bytes).isEqualTo(2724);
    assertThat(limits(ALICE)).isEqualTo(AccountLimits.NONE);
  }

  @Test
  void rows_areBilledToTheirPayer_withTheTableToTheFirst() {
    long before = ram(ALICE);
    long ledger = ram(TestChain.LEDGER);
    chain.push(TestChain.ledger(new Ledger.Put(ALICE, 1, "row"), ALICE));
    assertThat(ram(ALICE) - before).isEqualTo(112 + 112 + 8 + 4);
    chain.push(TestChain.ledger(new Ledger.Put(TestChain.LEDGER, 2, "row"), ALICE));
    assertThat(ram(TestChain.LEDGER) - ledger).isEqualTo(112 + 12);

    // the table stays hers until it is empty
    chain.push(TestChain.ledger(new Ledger.Drop(1), ALICE));
    assertThat(ram(ALICE) - before).isEqualTo(112);
    chain.push(TestChain.ledger(new Ledger.Drop(2), ALICE));
    assertThat(ram(ALICE)).isEqualTo(before);
    assertThat(ram(TestChain.LEDGER)).isEqualTo(ledger);
  }

  @Test
  void growingRow_needsTheAuthorityOfItsPayer() {
    chain.push(TestChain.ledger(new Ledger.Put(ALICE, 1, "row"), ALICE));
    Action grow = JavaContract.action(
        TestChain.LEDGER,
        new Ledger.Change(Name.EMPTY, 1, "a longer text"),
        PermissionLevel.active(TestChain.BOB));
    chain.refused(ChainError.UNAUTHORIZED_RAM_USAGE, grow);
    long before = ram(ALICE);
    chain.push(TestChain.ledger(new Ledger.Change(Name.EMPTY, 1, "a longer text"), ALICE));
    assertThat(ram(ALICE) - before).isEqualTo(13 - 12);
    // what shrinks costs nobody anything
    chain.push(JavaContract.action(
        TestChain.LEDGER,
        new Ledger.Change(Name.EMPTY, 1, "x"),
        PermissionLevel.active(TestChain.BOB)));
  }

  @Test
  void permissionsLinksCodeAndAbi_areBilledToTheirAccount() {
    Name post = Name.of("post");
    long before = ram(ALICE);
    Authority authority = TestChain.authority(post);
    chain.push(
        system(new SystemActions.UpdateAuth(ALICE, post, PermissionNames.ACTIVE, authority)));
    assertThat(ram(ALICE) - before).isEqualTo(288 + 50);
    Authority two = new Authority(
        1,
        authority.keys(),
        Authority.ofLevel(PermissionLevel.active(ALICE)).accounts(),
        List.of());
    chain.push(system(new SystemActions.UpdateAuth(ALICE, post, PermissionNames.ACTIVE, two)));
    assertThat(ram(ALICE) - before).isEqualTo(288 + 50 + 32);
    chain.push(system(new SystemActions.LinkAuth(ALICE, TestChain.LEDGER, Name.of("put"), post)));
    assertThat(ram(ALICE) - before).isEqualTo(288 + 82 + 144);
    // another permission for the same action takes the place of the link
    chain.push(system(new SystemActions.LinkAuth(
        ALICE, TestChain.LEDGER, Name.of("put"), PermissionNames.OWNER)));
    assertThat(ram(ALICE) - before).isEqualTo(288 + 82 + 144);
    chain.push(TestChain.system(
        new SystemActions.UnlinkAuth(ALICE, TestChain.LEDGER, Name.of("put")),
        new PermissionLevel(ALICE, PermissionNames.OWNER)));
    chain.push(system(new SystemActions.DeleteAuth(ALICE, post)));
    assertThat(ram(ALICE)).isEqualTo(before);

    Bytes code = new Ledger().descriptor();
    chain.push(system(new SystemActions.SetCode(ALICE, 1, 0, code)));
    assertThat(ram(ALICE) - before).isEqualTo(10L * code.size());
    chain.push(system(new SystemActions.SetAbi(ALICE, Bytes.of(new byte[77]))));
    assertThat(ram(ALICE) - before).isEqualTo(10L * code.size() + 77);
    chain.push(system(new SystemActions.SetCode(ALICE, 1, 0, Bytes.EMPTY)));
    chain.push(system(new SystemActions.SetAbi(ALICE, Bytes.EMPTY)));
    assertThat(ram(ALICE)).isEqualTo(before);
  }

  @Test
  void ram_isLimited_whenTheTransactionEnds() {
    long used = ram(ALICE);
    chain.refused(
        ChainError.RAM_USAGE_EXCEEDED, () -> setLimits(ALICE, used - 1, UNLIMITED, UNLIMITED));
    setLimits(ALICE, used + 112 + 112 + 12, UNLIMITED, UNLIMITED);
    chain.refused(
        ChainError.RAM_USAGE_EXCEEDED, TestChain.ledger(new Ledger.Put(ALICE, 1, "rows"), ALICE));
    chain.push(TestChain.ledger(new Ledger.Put(ALICE, 1, "row"), ALICE));
    // a row more and a row less is no more than before
    chain.push(
        TestChain.ledger(new Ledger.Put(ALICE, 2, "row"), ALICE),
        TestChain.ledger(new Ledger.Drop(1), ALICE));
    chain.refused(
        ChainError.RAM_USAGE_EXCEEDED, TestChain.ledger(new Ledger.Put(ALICE, 3, ""), ALICE));
  }

  @Test
  void usage_isBilledToTheFirstAuthoriser_andDecays() {
    TransactionTrace trace = chain.push(
        TestChain.ledger(new Ledger.Answer(1), ALICE),
        TestChain.ledger(new Ledger.Answer(1), TestChain.BOB));
    AccountUsage usage = usage(ALICE);
    assertThat(usage.net().consumed()).isEqualTo(trace.netUsage()).isPositive();
    assertThat(usage.net().lastOrdinal()).isEqualTo(chain.making().slot().slot());
    assertThat(usage.cpu().consumed()).isEqualTo(100);
    assertThat(usage(TestChain.BOB).net()).isEqualTo(UsageAccumulator.EMPTY);

    chain.produce();
    chain.push(TestChain.ledger(new Ledger.Answer(2), ALICE));
    assertThat(usage(ALICE).cpu().consumed()).isEqualTo(100 + 1);
  }

  @ParameterizedTest(name = "NET weight {0} and CPU weight {1} of 1000000 each -> {2}")
  @CsvSource({"0,-1,TX_NET_USAGE", "-1,0,TX_CPU_USAGE_EXCEEDED", "1000,1000,", "-1,-1,"})
  void weights_shareWhatBlocksOffer(
      long net, long cpu, @org.jspecify.annotations.Nullable ChainError refusal) {
    setLimits(TestChain.BOB, UNLIMITED, 1_000_000, 1_000_000);
    setLimits(ALICE, UNLIMITED, net, cpu);
    // not counted before the block is ended, as nobody has a weight yet
    chain.push(TestChain.ledger(new Ledger.Answer(1), ALICE));
    chain.produce();

    Action action = TestChain.ledger(new Ledger.Answer(2), ALICE);
    if (refusal == null) {
      chain.push(action);
    } else {
      chain.refused(refusal, action);
    }
  }

  @Test
  void totals_followTheLimits_whenTheBlockIsEnded() {
    setLimits(ALICE, 10_000, 5, 7);
    setLimits(TestChain.BOB, UNLIMITED, UNLIMITED, 11);
    assertThat(totals().cpuWeight()).isZero();
    chain.produce();
    assertThat(totals().cpuWeight()).isEqualTo(18);
    assertThat(totals().netWeight()).isEqualTo(5);
    assertThat(totals().ramBytes()).isEqualTo(10_000);
    setLimits(ALICE, UNLIMITED, UNLIMITED, 1);
    chain.produce();
    assertThat(totals().cpuWeight()).isEqualTo(12);
    assertThat(totals().netWeight()).isZero();
    assertThat(totals().ramBytes()).isZero();
  }

  @Test
  void virtualLimits_growInEmptyBlocks_andStopAtAThousandTimes() {
    ElasticLimit limit = new ElasticLimit(20_000, 200_000);
    assertThat(limit.next(200_000, 20_000)).isEqualTo(200_200);
    assertThat(limit.next(200_200, 20_001)).isEqualTo(200_000);
    assertThat(limit.next(199_999_999, 0)).isEqualTo(200_000_000);
    long before = totals().virtualNet();
    chain.produce();
    assertThat(totals().virtualNet()).isEqualTo(before * 1000 / 999);
  }

  @Test
  void accumulator_isRefused_whenTimeRunsBackOrNumbersOverflow() {
    UsageAccumulator used = UsageAccumulator.EMPTY.add(1, 10, 120);
    assertThat(used.add(1, 10, 120).consumed()).isEqualTo(2);
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> used.add(1, 9, 120))
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.RESOURCE_LIMIT);
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> used.add(Long.MAX_VALUE, 11, 120))
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.RATE_LIMITING_STATE_INCONSISTENT);
    // nothing is left after a whole window
    assertThat(used.add(0, 10 + 119, 120).valueEx()).isPositive();
    assertThat(used.add(0, 10 + 120, 120)).isEqualTo(new UsageAccumulator(130, 0, 0));
  }

  @Test
  void cpu_isBilledAsStated_fixedOrMeasured_neverBelowTheMinimum() {
    PendingBlock block = freshBlock();
    Iterator<Long> clock = List.of(0L, 250_999L, 300_000L, 310_000L).iterator();
    assertThat(execute(block, new Billing.Stated(777)).cpuUsageUs()).isEqualTo(777);
    assertThat(execute(block, new Billing.Fixed(50)).cpuUsageUs()).isEqualTo(100);
    assertThat(execute(block, new Billing.Fixed(150)).cpuUsageUs()).isEqualTo(150);
    assertThat(execute(block, new Billing.Measured(clock::next)).cpuUsageUs()).isEqualTo(250);
    assertThat(execute(block, new Billing.Measured(clock::next)).cpuUsageUs()).isEqualTo(100);
    refused(block, ChainError.TRANSACTION, new Billing.Stated(99), 0);
    refused(block, ChainError.TX_CPU_USAGE_EXCEEDED, new Billing.Stated(150_001), 0);
    refused(block, ChainError.TX_CPU_USAGE_EXCEEDED, new Billing.Stated(3_001), 3);
    execute(block, new Billing.Stated(150_000));
    // 100 of onblock and those above have been used of 200 000
    refused(block, ChainError.BLOCK_CPU_USAGE_EXCEEDED, new Billing.Stated(50_000), 0);
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Billing.Fixed(-1));
  }

  @Test
  void failure_tellsHowFarItCame() {
    ChainException refusal = chain.refused(
        ChainError.ASSERT_MESSAGE,
        TestChain.ledger(new Ledger.Answer(1), ALICE),
        TestChain.ledger(new Ledger.Fail("no"), ALICE),
        TestChain.ledger(new Ledger.Answer(3), ALICE));
    TransactionTrace trace = refusal.trace().orElseThrow();
    assertThat(trace.status()).isEqualTo(TransactionTrace.Status.HARD_FAIL);
    assertThat(trace.except()).contains(refusal);
    assertThat(trace.actions()).hasSize(3);
    assertThat(trace.actions().get(0).receipt()).isPresent();
    assertThat(trace.actions().get(1).receipt()).isEmpty();
    assertThat(trace.actions().get(1).except()).contains(refusal);
    assertThat(trace.actions().get(2).except()).isEmpty();
  }

  private static PendingBlock freshBlock() {
    BlockState genesis = BlockState.genesis(TestChain.GENESIS);
    Kernel kernel = new Kernel(TestChain.GENESIS, TestChain.catalog());
    return kernel.start(new BlockInfo(
        2,
        genesis.header().timestamp().next(),
        TestChain.EOSIO,
        genesis.id(),
        genesis.header(),
        genesis.activeSchedule(),
        false));
  }

  private TransactionTrace execute(PendingBlock block, Billing billing) {
    return block.execute(noop(0), billing);
  }

  private void refused(PendingBlock block, ChainError error, Billing billing, int maxCpuMs) {
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> block.execute(noop(maxCpuMs), billing))
        .extracting(ChainException::reason)
        .isEqualTo(error);
  }

  /** An action on an account without a contract, unlike all before. */
  private TransactionMetadata noop(int maxCpuMs) {
    Checksum256 chainId = TestChain.GENESIS.chainId();
    Action action = new Action(
        Name.of("eosio.null"),
        Name.of("nonce"),
        List.of(PermissionLevel.active(TestChain.EOSIO)),
        Bytes.of(new byte[] {(byte) number++}));
    TransactionBuilder builder = TransactionBuilder.forChain(chainId)
        .tapos(0, 0)
        .maxCpuUsageMs(maxCpuMs)
        .expiresAt(
            TimePointSec.of(TestChain.GENESIS.initialTimestamp().toInstant()).plusSeconds(60))
        .add(action);
    return TransactionMetadata.recover(
        builder.sign(TestChain.key(TestChain.EOSIO)).pack(Compression.NONE), chainId);
  }

  private void setLimits(Name account, long ram, long net, long cpu) {
    probe.does(context ->
        context.privileged().setResourceLimits(account, new AccountLimits(ram, net, cpu)));
    run();
  }

  private AccountLimits limits(Name account) {
    List<AccountLimits> seen = new ArrayList<>();
    probe.does(context -> seen.add(context.privileged().resourceLimits(account)));
    run();
    return seen.get(0);
  }

  private void run() {
    chain.push(JavaContract.action(
        Probe.PROBE, new Probe.Run(number++), PermissionLevel.active(Probe.PROBE)));
  }

  private AccountUsage usage(Name account) {
    return chain.kernel().state().accounts.of(account).usage();
  }

  private long ram(Name account) {
    return usage(account).ramBytes();
  }

  private ResourceTotals totals() {
    return chain.kernel().resources().totals();
  }

  private static Action system(Record data) {
    return TestChain.system(data, PermissionLevel.active(ALICE));
  }

  @Test
  void configuration_isChecked_asTheNodeDoes() {
    ChainConfiguration base = ChainConfiguration.DEFAULT;
    assertThat(with(base, 1_048_576, 524_288, 20, 100, 200_000, 150_000, 100, 6))
        .isEqualTo(base);
    refusedLimits(524_288, 524_288, 20, 100, 200_000, 150_000, 100, 6);
    refusedLimits(1_048_576, 10_251, 20, 100, 200_000, 150_000, 100, 6);
    refusedLimits(1_048_576, 524_288, 20, 0, 200_000, 150_000, 100, 6);
    refusedLimits(1_048_576, 524_288, 101, 100, 200_000, 150_000, 100, 6);
    refusedLimits(1_048_576, 524_288, 20, 100, 150_100, 150_000, 100, 6);
    refusedLimits(1_048_576, 524_288, 20, 100, 200_000, 150_000, 150_001, 6);
    refusedLimits(1_048_576, 524_288, 20, 100, 200_000, 150_000, 100, 0);
    assertThat(with(base, 1_048_576, 10_252, 100, 100, 150_101, 150_000, 100, 1))
        .isNotNull();
  }

  private static void refusedLimits(
      long blockNet, long net, long num, long den, long blockCpu, long cpu, long min, int depth) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            with(ChainConfiguration.DEFAULT, blockNet, net, num, den, blockCpu, cpu, min, depth));
  }

  private static ChainConfiguration with(
      ChainConfiguration base,
      long blockNet,
      long net,
      long num,
      long den,
      long blockCpu,
      long cpu,
      long min,
      int depth) {
    return new ChainConfiguration(
        blockNet,
        base.targetBlockNetUsagePct(),
        net,
        base.basePerTransactionNetUsage(),
        base.netUsageLeeway(),
        num,
        den,
        blockCpu,
        base.targetBlockCpuUsagePct(),
        cpu,
        min,
        base.maxTransactionLifetime(),
        base.deferredTrxExpirationWindow(),
        base.maxTransactionDelay(),
        base.maxInlineActionSize(),
        base.maxInlineActionDepth(),
        depth);
  }
}
