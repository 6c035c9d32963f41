package io.github.coopj.chain.store;

import io.github.coopj.InvalidValueException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.immutables.value.Value;

/** How a chain is kept in a folder. A mandatory attribute left out is refused when the options are built. */
@StoreOptions.Style
@Value.Immutable
public interface StoreOptions {
  /**
   * The folder, of this chain alone; made if it is missing.
   *
   * @return its path on the default file system
   */
  Path directory();

  /**
   * How many blocks lie between two snapshots.
   *
   * @return 1200 unless set, ten minutes of blocks; 0 for no snapshots but those {@link ChainStore#write written} on
   *     request, a start then replays from there or from genesis
   */
  @Value.Default
  default long snapshotInterval() {
    return 1200;
  }

  /**
   * How many transactions lie between two snapshots at most, whatever the interval: those after the last one are executed
   * again at a start.
   *
   * @return 500,000 unless set, which takes less than a minute on two processors; 1 or more
   */
  @Value.Default
  default long snapshotTransactions() {
    return 500_000;
  }

  /**
   * How many snapshots stay, the oldest going first.
   *
   * @return 2 unless set, so that one may go bad
   */
  @Value.Default
  default int snapshotsKept() {
    return 2;
  }

  /**
   * When blocks are made durable.
   *
   * @return {@link Durability#GROUPED} unless set
   */
  @Value.Default
  default Durability durability() {
    return Durability.GROUPED;
  }

  /**
   * Whether the history of rows and actions is kept (CHAIN-08).
   *
   * @return true unless set
   */
  @Value.Default
  default boolean history() {
    return true;
  }

  /**
   * How much memory the latest blocks of the history may take before they are written, roughly.
   *
   * @return 32 MiB unless set; bytes, 1 or more
   */
  @Value.Default
  default long historyMemory() {
    return 32 << 20;
  }

  /** When blocks are made durable. A block is never reported as durable before it is. */
  enum Durability {
    /** All blocks that wait at the moment with one flush of the disk. */
    GROUPED,
    /** Each block with a flush of its own. */
    EACH_BLOCK
  }

  /** Checks the ranges. */
  @Value.Check
  default void check() {
    if (snapshotInterval() < 0) {
      throw new InvalidValueException(
          "a snapshot interval is 0 or more blocks, got " + snapshotInterval());
    }
    if (snapshotTransactions() < 1) {
      throw new InvalidValueException(
          "a snapshot is taken after 1 transaction or more, got " + snapshotTransactions());
    }
    if (historyMemory() < 1) {
      throw new InvalidValueException(
          "the history takes 1 byte of memory or more, got " + historyMemory());
    }
    if (snapshotsKept() < 1) {
      throw new InvalidValueException("at least 1 snapshot is kept, got " + snapshotsKept());
    }
  }

  /**
   * A chain kept in a folder, everything else as it is unless set.
   *
   * @param directory the folder
   * @return the options
   */
  static StoreOptions in(Path directory) {
    return builder().directory(directory).build();
  }

  /**
   * Begins options.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the options. */
  final class Builder extends ImmutableStoreOptions.Builder {
    Builder() {}
  }

  /** How the type is generated: hidden behind its interface, refusals of the house. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @Value.Style(
      jdkOnly = true,
      overshadowImplementation = true,
      visibility = Value.Style.ImplementationVisibility.PACKAGE,
      throwForInvalidImmutableState = InvalidValueException.class)
  @interface Style {}
}
