package io.github.coopj.samples.year;

import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.store.BlockLog;
import io.github.coopj.chain.store.LogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stage 8: the block log alone gives the same state again, and a damaged byte in it does not go unnoticed. */
final class Proof {
  private final Journal journal;

  Proof(Journal journal) {
    this.journal = journal;
  }

  /** Applies all blocks of a log again, from genesis, in a fresh instance. */
  LocalChain.Replayed replay(Path log) {
    return LocalChain.replay(log, CooperativeContracts.catalog(), block -> journal.step(1));
  }

  /** Flips one bit in the middle of a copy of the log; what reading it says names the block. */
  String damage(Path log) {
    Path copy = log.resolveSibling("damaged-" + log.getFileName());
    try {
      byte[] bytes = Files.readAllBytes(log);
      bytes[bytes.length / 2] ^= 1;
      Files.write(copy, bytes);
      BlockLog.read(copy, block -> {});
    } catch (LogException e) {
      return String.valueOf(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("a flipped bit in " + copy + " went unnoticed");
  }
}
