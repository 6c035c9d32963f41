package io.github.coopj.testkit;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;

/** A second chain that sees blocks only. It applies them when its state is asked for, and not before. */
final class Witness {
  private final Controller controller;
  private final List<SignedBlock> seen = new ArrayList<>();

  Witness(Genesis genesis) {
    this.controller = new Controller(genesis, CooperativeContracts.catalog());
  }

  void see(SignedBlock block) {
    seen.add(block);
  }

  Checksum256 stateDigest() {
    for (SignedBlock block : seen) {
      List<TransactionMetadata> transactions = new ArrayList<>();
      for (TransactionReceipt receipt : block.transactions()) {
        transactions.add(TransactionMetadata.recover(receipt.transaction(), controller.chainId()));
      }
      controller.apply(block, transactions);
    }
    seen.clear();
    return controller.kernel().present().digest();
  }
}
