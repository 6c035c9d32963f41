package io.github.coopj.chain.node;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.SignatureRecovery;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.store.BlockLog;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongConsumer;

/** Applies blocks of a log to a chain, each checked against what it says. */
final class Replayer {
  private final Controller controller;
  private final KeyRecovery recovery;

  private Replayer(Controller controller, KeyRecovery recovery) {
    this.controller = controller;
    this.recovery = recovery;
  }

  private void apply(SignedBlock block) {
    controller.apply(block, recovery.recoverAll(block));
  }

  /** Replays a whole log from its genesis, in a chain of its own. */
  static LocalChain.Replayed replay(
      Path log, Set<ProtocolFeature> features, ContractCatalog catalog, LongConsumer progress) {
    Genesis genesis = BlockLog.readGenesis(log);
    Controller controller = new Controller(genesis, features, catalog, SignatureRecovery.COMPUTED);
    try (KeyRecovery recovery = new KeyRecovery(genesis.chainId())) {
      Replayer replayer = new Replayer(controller, recovery);
      BlockLog.read(log, block -> {
        replayer.apply(block);
        progress.accept(block.number());
      });
      return new LocalChain.Replayed(
          controller.head().number(), controller.view().digest());
    }
  }
}
