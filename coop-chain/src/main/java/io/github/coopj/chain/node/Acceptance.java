package io.github.coopj.chain.node;

import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.crypto.Checksum256;
import java.util.Optional;

/** What became of a block that was made elsewhere. */
public sealed interface Acceptance {
  /**
   * It is the head now, after the one before it.
   *
   * @param reception what it changed
   */
  record Extended(Reception reception) implements Acceptance {
    @Override
    public Optional<Reception> change() {
      return Optional.of(reception);
    }
  }

  /**
   * It is the head now, and blocks of another branch were taken back for it.
   *
   * @param reception what it changed
   */
  record Switched(Reception reception) implements Acceptance {
    @Override
    public Optional<Reception> change() {
      return Optional.of(reception);
    }
  }

  /** It is kept on a branch that is not better than that of the head; its transactions were not executed. */
  record Kept() implements Acceptance {}

  /** It was accepted before. */
  record Duplicate() implements Acceptance {}

  /**
   * The block before it is not here. Once that was accepted, it may be sent again.
   *
   * @param previous id of the block that is missing
   */
  record Unlinkable(Checksum256 previous) implements Acceptance {}

  /**
   * It is wrong, contradicts what is irreversible, or cannot be kept; the chain is as before.
   *
   * @param refusal why, naming the block
   */
  record Refused(ChainException refusal) implements Acceptance {}

  /**
   * What it changed.
   *
   * @return empty if the head is where it was
   */
  default Optional<Reception> change() {
    return Optional.empty();
  }
}
