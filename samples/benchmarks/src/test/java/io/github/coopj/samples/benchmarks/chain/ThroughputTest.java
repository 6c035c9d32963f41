package io.github.coopj.samples.benchmarks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * That a chain can be begun whose slots hold 10,000 signed transfers a second, and that the measured rate is published with
 * its conditions. How fast this machine is, the program measures and not this test.
 */
@Tag("CHAIN-04")
class ThroughputTest {
  private static final int WANTED_PER_SECOND = 10_000;
  private static final long MILLIS = 1000;
  private static final int BLOCKS_PER_SECOND = (int) (MILLIS / BlockTimestamp.INTERVAL_MS);
  private static final int PER_BLOCK = WANTED_PER_SECOND / BLOCKS_PER_SECOND;
  private static final long CPU_US = 100;
  private static final int ACCOUNTS = 50;

  private final TransferWorld world = new TransferWorld(ACCOUNTS, ACCOUNTS);

  @Test
  void oneSecondOfSlots_takesTenThousandSignedTransfers_whichAnotherNodeAppliesAlike() {
    assertThat(BLOCKS_PER_SECOND).isEqualTo(2);
    Controller maker = new Controller(world.genesis(), world.catalog());
    Controller other = new Controller(world.genesis(), world.catalog());
    give(other, foundation(maker));
    BlockTimestamp first = maker.head().header().timestamp();
    int executed = 0;
    for (int i = 0; i < BLOCKS_PER_SECOND; i++) {
      Controller.Making making = maker.begin(maker.head().header().timestamp().next());
      for (TransactionMetadata transfer : transfers(maker, making, PER_BLOCK, i)) {
        making.execute(transfer, CPU_US);
      }
      SignedBlock block = seal(making);
      executed += block.transactions().size();
      give(other, block);
    }
    assertThat(executed).isEqualTo(WANTED_PER_SECOND);
    assertThat(maker.head().header().timestamp().slot() - first.slot())
        .isEqualTo(BLOCKS_PER_SECOND);
    assertThat(other.head()).isEqualTo(maker.head());
    assertThat(other.view().digest()).isEqualTo(maker.view().digest());
  }

  /** Why the limits of blocks belong to the published conditions. */
  @Test
  void blockOfTheDefaultLimits_endsAtTheTransferThatItsCpuDoesNotBear() {
    Genesis wide = world.genesis();
    Controller maker = new Controller(
        new Genesis(wide.initialTimestamp(), wide.initialKey(), ChainConfiguration.DEFAULT),
        world.catalog());
    foundation(maker);
    Controller.Making making = maker.begin(maker.head().header().timestamp().next());
    long onBlock = ChainConfiguration.DEFAULT.minTransactionCpuUsage();
    int fitting = (int) ((ChainConfiguration.DEFAULT.maxBlockCpuUsage() - onBlock) / CPU_US);
    assertThat(fitting).isEqualTo(1999).isLessThan(PER_BLOCK);
    List<TransactionMetadata> transfers = transfers(maker, making, fitting + 1, 7);
    transfers.subList(0, fitting).forEach(transfer -> making.execute(transfer, CPU_US));
    ChainException full = catchThrowableOfType(
        ChainException.class, () -> making.execute(transfers.get(fitting), CPU_US));
    assertThat(full.reason()).isEqualTo(ChainError.BLOCK_CPU_USAGE_EXCEEDED);
    assertThat(seal(making).transactions()).hasSize(fitting);
  }

  @Test
  void publishedResult_statesMachineAndConditions_andReachesWhatIsWanted() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "performance.md"));
    assertThat(page)
        .contains(
            "samples/benchmarks/chain node",
            "each with a key of its own",
            "Blocks may be 64 times as large as by the default configuration")
        .containsPattern("On \\d+ \\w+ \\d{4}, OpenJDK [\\d.]+, .+, \\d+ virtual cores");
    Matcher row = Pattern.compile(
            "\\| node, Bouncy Castle, [^|]+\\| ([\\d,]+) transfers/s, (\\d+) missed")
        .matcher(page);
    assertThat(row.find()).isTrue();
    assertThat(Integer.parseInt(row.group(1).replace(",", "")))
        .isGreaterThanOrEqualTo(WANTED_PER_SECOND);
    assertThat(row.group(2)).isEqualTo("0");
  }

  /** Block 2 with the token, the accounts and what they own. */
  private SignedBlock foundation(Controller chain) {
    Controller.Making making = chain.begin(chain.head().header().timestamp().next());
    for (List<Action> actions : world.setUp()) {
      making.execute(
          TransactionMetadata.recover(
              world
                  .sign(
                      actions, chain.chainId(), chain.head().id(), making.slot().toInstant())
                  .pack(Compression.NONE),
              chain.chainId()),
          CPU_US);
    }
    return seal(making);
  }

  private SignedBlock seal(Controller.Making making) {
    return making.seal(world.operator()).block();
  }

  private List<TransactionMetadata> transfers(
      Controller chain, Controller.Making making, int count, long seed) {
    return world
        .packed(count, seed, chain.chainId(), chain.head().id(), making.slot().toInstant())
        .parallelStream()
        .map(packed -> TransactionMetadata.recover(packed, chain.chainId()))
        .toList();
  }

  private static void give(Controller chain, SignedBlock block) {
    AppliedBlock applied = chain.apply(
        block,
        block.transactions().parallelStream()
            .map(receipt -> TransactionMetadata.recover(receipt.transaction(), chain.chainId()))
            .toList());
    assertThat(applied.block()).isEqualTo(block);
  }
}
