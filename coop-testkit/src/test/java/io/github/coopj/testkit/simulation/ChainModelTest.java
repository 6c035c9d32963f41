package io.github.coopj.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.StateView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tells the model of runs in which a promise was broken, and expects it to notice. */
class ChainModelTest {
  private static final Recorder RUN = new Recorder();

  private final ChainModel model = new ChainModel();

  /** What one node did in a quiet run. */
  private static final class Recorder implements SimulationListener {
    private final List<SignedBlock> blocks = new ArrayList<>();
    private final List<SignedBlock> settled = new ArrayList<>();
    private final List<StateView> views = new ArrayList<>();
    private @Nullable Start start;

    @Override
    public void begun(Start begin) {
      start = begin;
    }

    @Override
    public void applied(int node, SignedBlock block) {
      if (node == 0) {
        blocks.add(block);
      }
    }

    @Override
    public void irreversible(int node, SignedBlock block) {
      if (node == 0) {
        settled.add(block);
      }
    }

    @Override
    public void rested(int node, StateView view) {
      views.add(view);
    }
  }

  @BeforeAll
  static void aRun() {
    Simulation.run(1, Scenario.QUIET, RUN);
  }

  private void begin(int blocks) {
    begin(Objects.requireNonNull(RUN.start), blocks);
  }

  private void begin(Start start, int blocks) {
    model.begun(start);
    model.started(0);
    model.started(1);
    RUN.blocks.subList(0, blocks).forEach(block -> model.applied(0, block));
  }

  /** A start after which anybody may sign anything. */
  private static Start dishonest() {
    Start start = Objects.requireNonNull(RUN.start);
    return new Start(
        start.headId(),
        start.headNumber(),
        start.slot(),
        start.irreversible(),
        start.scheduleVersion(),
        start.producers(),
        start.producers());
  }

  @Test
  void model_notices_thatAProducerIsBoundAlready() {
    begin(all());
    List<SignedBlock> other = new ArrayList<>();
    Simulation.run(2, Scenario.QUIET, new SimulationListener() {
      @Override
      public void applied(int node, SignedBlock block) {
        if (node == 0) {
          other.add(block);
        }
      }
    });
    broken("was bound up to", () -> other.forEach(block -> model.applied(1, block)));
  }

  private static int all() {
    return RUN.blocks.size();
  }

  @Test
  void model_isContent_withTheRunAsItWas() {
    begin(all());
    RUN.blocks.forEach(block -> model.applied(1, block));
    model.healed();
    for (int node = 0; node < 2; node++) {
      for (SignedBlock block : RUN.settled) {
        model.irreversible(node, block);
      }
      model.rested(node, RUN.views.get(node));
    }
    assertThat(model.blocks()).isEqualTo(all());
    broken(
        "node 0 has " + RUN.settled.get(RUN.settled.size() - 1).number() + " irreversible, block",
        model::finished);
  }

  @Test
  void model_notices_thatAnIrreversibleBlockIsUndone_orReplacedAfterARestart() {
    begin(dishonest(), all());
    SignedBlock last = RUN.settled.get(RUN.settled.size() - 1);
    RUN.settled.forEach(block -> model.irreversible(0, block));
    for (int i = all() - 1; !RUN.blocks.get(i).id().equals(last.id()); i--) {
      model.undone(0, RUN.blocks.get(i));
    }
    broken("is irreversible and was undone", () -> model.undone(0, last));

    List<SignedBlock> other = new ArrayList<>();
    Simulation.run(2, Scenario.QUIET, new SimulationListener() {
      @Override
      public void applied(int node, SignedBlock block) {
        if (node == 0) {
          other.add(block);
        }
      }
    });
    model.started(0);
    broken("replaces irreversible", () -> other.forEach(block -> model.applied(0, block)));
    other.forEach(block -> model.applied(1, block));
    int fork = 0;
    while (other.get(fork).id().equals(RUN.blocks.get(fork).id())) {
      fork++;
    }
    SignedBlock first = other.get(fork);
    broken("another node settled", () -> model.irreversible(1, first));
  }

  @Test
  void model_notices_thatABlockIsSettledTooEarly() {
    begin(all());
    SignedBlock head = RUN.blocks.get(all() - 1);

    broken("has too few confirmations", () -> model.irreversible(0, head));
    begin(2);
  }

  @Test
  void model_notices_thatATransactionIsExecutedAgain() {
    int at = 0;
    while (RUN.blocks.get(at).transactions().isEmpty()) {
      at++;
    }
    SignedBlock full = RUN.blocks.get(at);
    SignedBlock next = RUN.blocks.get(at + 1);
    begin(at + 1);

    broken(
        "executes " + full.transactions().get(0).transaction().id() + " again",
        () -> model.applied(
            0,
            new SignedBlock(
                next.header(), next.producerSignature(), full.transactions(), List.of())));
  }

  @Test
  void model_notices_thatABlockDoesNotFollow_orIsInAnotherTurn() {
    begin(3);

    broken("does not follow", () -> model.applied(0, RUN.blocks.get(4)));
    Start start = Objects.requireNonNull(RUN.start);
    ChainModel turned = new ChainModel();
    turned.begun(new Start(
        start.headId(),
        start.headNumber(),
        start.slot(),
        start.irreversible(),
        start.scheduleVersion(),
        List.of(
            start.producers().get(1),
            start.producers().get(2),
            start.producers().get(0)),
        List.of()));
    broken("is in the turn of", () -> turned.applied(0, RUN.blocks.get(0)));
  }

  @Test
  void model_notices_thatTheStateDoesNotFollowFromTheBlocks() {
    int full = 0;
    while (RUN.blocks.get(full).transactions().isEmpty()) {
      full++;
    }
    begin(full);

    broken("its blocks set {}", () -> model.rested(0, RUN.views.get(0)));
  }

  private static void broken(String what, Runnable step) {
    assertThatExceptionOfType(BrokenPromiseException.class)
        .isThrownBy(step::run)
        .withMessageContaining(what);
  }
}
