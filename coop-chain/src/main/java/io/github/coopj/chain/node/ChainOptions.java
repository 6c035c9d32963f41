package io.github.coopj.chain.node;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Deadline;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.crypto.Signer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How a {@link LocalChain} is run. A mandatory attribute left out is refused when the options are built. */
@CoopStyle
@Value.Immutable
public interface ChainOptions {
  /**
   * What the chain begins with.
   *
   * @return the genesis
   */
  Genesis genesis();

  /**
   * Contracts that can be installed.
   *
   * @return the catalogue
   */
  ContractCatalog catalog();

  /**
   * Protocol features active from the beginning. A chain that exists must be opened with those it was begun with.
   *
   * @return {@link ProtocolFeature#FIRST} unless set
   */
  @Value.Default
  default Set<ProtocolFeature> features() {
    return ProtocolFeature.FIRST;
  }

  /**
   * Decides the slots of blocks.
   *
   * @return the system's clock unless set
   */
  @Value.Default
  default InstantSource clock() {
    return InstantSource.system();
  }

  /**
   * Keys of the producers that this process makes blocks for.
   *
   * @return none unless set: the chain can then be read but not grown
   */
  List<Signer> producers();

  /**
   * How far blocks may run ahead of the clock where they are made faster than a slot passes.
   *
   * @return 7 seconds unless set, which is what nodes tolerate of each other's blocks; 0 or more
   */
  @Value.Default
  default Duration maxLead() {
    return Duration.ofSeconds(7);
  }

  /**
   * CPU billed for each transaction executed here.
   *
   * @return {@value LocalChain#CPU_PER_TRANSACTION_US} microseconds unless set, so that blocks do not depend on the
   *     machine; {@code new Billing.Measured(System::nanoTime)} bills what a transaction takes
   */
  @Value.Default
  default Billing billing() {
    return new Billing.Fixed(LocalChain.CPU_PER_TRANSACTION_US);
  }

  /**
   * When a transaction that is executed here is cut, so that a contract without end does not hold up the chain. Of
   * consequence is only whether it comes into a block: those of others are executed as they are.
   *
   * @return {@value LocalChain#MOST_OPERATIONS} calls of a contract unless set, the same on every machine; {@code new
   *     Deadline.Elapsed(System::nanoTime, limit)} cuts by time
   */
  @Value.Default
  default Deadline deadline() {
    return new Deadline.Operations(LocalChain.MOST_OPERATIONS);
  }

  /**
   * How many transactions may wait for a block.
   *
   * @return 10000 unless set, 1 or more
   */
  @Value.Default
  default int queueCapacity() {
    return 10_000;
  }

  /**
   * How many blocks that can still be undone are kept, on all branches. A chain that is so many ahead of the last
   * irreversible block makes no more.
   *
   * @return {@value ForkedChain#MAX_REVERSIBLE} unless set, half an hour of slots; 1 or more
   */
  @Value.Default
  default int maxReversible() {
    return ForkedChain.MAX_REVERSIBLE;
  }

  /**
   * Hears of what the chain does.
   *
   * @return nobody unless set
   */
  @Value.Default
  default ChainListener listener() {
    return ChainListener.NONE;
  }

  /** Refuses values out of range. */
  @Value.Check
  default void check() {
    if (maxLead().isNegative()) {
      throw new InvalidValueException(
          "blocks run ahead of the clock by 0 or more, got " + maxLead());
    }
    if (queueCapacity() < 1) {
      throw new InvalidValueException(
          "a queue holds 1 transaction or more, got " + queueCapacity());
    }
    if (maxReversible() < 1) {
      throw new InvalidValueException(
          "at least 1 reversible block is kept, got " + maxReversible());
    }
  }

  /**
   * How the chain is kept on disk: folder, snapshots, durability, history.
   *
   * @return empty, unless set, for a chain in memory only
   */
  Optional<StoreOptions> store();

  /**
   * Begins the options of a chain.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the options. */
  final class Builder extends ImmutableChainOptions.Builder {
    Builder() {}
  }
}
