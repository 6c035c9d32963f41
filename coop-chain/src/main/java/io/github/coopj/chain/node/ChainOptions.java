package io.github.coopj.chain.node;

import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.crypto.Signer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
   * File of the block log.
   *
   * @return empty, unless set, for a chain in memory only
   */
  Optional<Path> log();

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
