package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Chains that all begin with the same blocks, after which four producers take turns. */
public final class Forks {
  public static final Name A = TestChain.ALICE;
  public static final Name B = TestChain.BOB;
  public static final Name C = TestChain.LEDGER;
  public static final Name D = TestChain.OTHER;

  /** The latest slot there is, where a test does not care. */
  public static final BlockTimestamp EVER = new BlockTimestamp(BlockTimestamp.MAX_SLOT);

  private static final int ENOUGH = 3600;

  private final List<SignedBlock> boot;
  final List<Evidence> evidence = new ArrayList<>();

  public Forks() {
    TestChain chain = new TestChain();
    chain.push(ScheduleChangeTest.setProducers(A, B, C, D));
    while (chain.controller().head().activeSchedule().version() == 0) {
      chain.produce();
    }
    boot = chain.blocks();
  }

  /** The blocks that all chains begin with. */
  public List<SignedBlock> boot() {
    return boot;
  }

  public ForkedChain chain() {
    return chain(ENOUGH);
  }

  /** Transactions of a block with their keys. */
  public static List<TransactionMetadata> recovered(SignedBlock block) {
    return ControllerTest.recovered(block, TestChain.GENESIS.chainId());
  }

  ForkedChain chain(int limit) {
    Controller controller = new Controller(TestChain.GENESIS, TestChain.catalog());
    boot.forEach(block -> ControllerTest.apply(controller, block));
    return new ForkedChain(controller, limit, evidence::add);
  }

  /** The nth slot, from 0, of a producer's first turn that begins after the block where all chains start. */
  public BlockTimestamp slot(Name producer, int round, int nth) {
    long turn = 12L;
    long start =
        (boot.get(boot.size() - 1).header().timestamp().slot() / (4 * turn) + 1) * 4 * turn;
    int index = List.of(A, B, C, D).indexOf(producer);
    return new BlockTimestamp(start + (round * 4L + index) * turn + nth);
  }

  public static SignedBlock make(
      ForkedChain chain, BlockTimestamp slot, TransactionMetadata... transactions) {
    Controller.Making making = chain.begin(slot);
    for (TransactionMetadata transaction : transactions) {
      making.execute(transaction, 100);
    }
    Signer signer = TestChain.key(making.producer().producerName());
    return chain.seal(making, signer, block -> {}).applied().get(0).block();
  }

  public static Reception give(ForkedChain chain, SignedBlock block) {
    return chain.receive(block, recovered(block), EVER);
  }

  public static void giveAll(ForkedChain chain, SignedBlock... blocks) {
    Stream.of(blocks).forEach(block -> give(chain, block));
  }

  /** A transaction that any chain takes: it refers to a block they all have. */
  public TransactionMetadata put(long id, BlockTimestamp expiresAfter) {
    return TransactionMetadata.recover(
        TransactionBuilder.forChain(TestChain.GENESIS.chainId())
            .tapos(boot.get(0).id())
            .expiresAt(TimePointSec.of(expiresAfter.toInstant()).plusSeconds(1))
            .add(TestChain.ledger(new Ledger.Put(A, id, "row"), A))
            .sign(TestChain.key(A))
            .pack(Compression.NONE),
        TestChain.GENESIS.chainId());
  }
}
