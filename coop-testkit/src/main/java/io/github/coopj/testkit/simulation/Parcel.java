package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/** A block with its transactions as their keys were recovered, so that not every node has to do that again. */
record Parcel(SignedBlock block, List<TransactionMetadata> transactions) {
  Parcel {
    transactions = List.copyOf(transactions);
  }

  Checksum256 id() {
    return block.id();
  }
}
