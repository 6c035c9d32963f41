package io.github.coopj.governance.secret;

import io.github.coopj.InvalidValueException;
import java.util.List;

/**
 * A member's secret answer to one item: a ciphertext for each option and the proofs that each holds 0 or 1 and all together
 * 0 or 1. All zero is a blank answer.
 *
 * @param item number of the item
 * @param options a ciphertext for each option, in the order of the item
 * @param proofs a proof for each
 * @param sum proof for the sum of all
 */
public record SealedItem(int item, List<Ciphertext> options, List<OrProof> proofs, OrProof sum) {
  /** Refuses fewer or more proofs than options. */
  public SealedItem {
    options = List.copyOf(options);
    proofs = List.copyOf(proofs);
    if (options.size() != proofs.size()) {
      throw new InvalidValueException("a secret answer needs one proof for each option, got "
          + proofs.size() + " for " + options.size());
    }
  }
}
