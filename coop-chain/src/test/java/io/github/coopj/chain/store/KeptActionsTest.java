package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.kernel.ActionTrace;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.Probe;
import io.github.coopj.chain.kernel.RamDelta;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That all an execution's trace tells comes back from the form in which the history keeps it. */
class KeptActionsTest {
  private static final Name THINGS = Name.of("things");

  private final Probe probe = new Probe();
  private final TestChain chain = TestChain.with(probe);

  @Test
  @Tag("CHAIN-08")
  void codec_keepsConsoleAndRamAndWhetherItWasContextFree() {
    probe.does(context -> {
      context.print("один ");
      context.print("two");
      if (!context.action().authorization().isEmpty()) {
        context
            .table(THINGS, THINGS, Probe.Thing.class, Probe.Thing::id)
            .insert(Probe.PROBE, new Probe.Thing(1, Probe.PROBE, 5));
        context.requireRecipient(TestChain.ALICE);
      }
    });
    TransactionTrace trace = chain.push(chain
        .transaction(
            JavaContract.action(Probe.PROBE, new Probe.Run(1), PermissionLevel.active(Probe.PROBE)))
        .addContextFree(JavaContract.action(Probe.PROBE, new Probe.Run(2)))
        .sign(TestChain.key(Probe.PROBE)));

    List<RecordedAction> actions = back(trace);
    assertThat(actions).hasSize(3);
    assertThat(actions).extracting(RecordedAction::contextFree).containsExactly(true, false, false);
    assertThat(actions)
        .extracting(RecordedAction::console)
        .containsExactly("один two", "один two", "");
    assertThat(actions.get(0).ramDeltas()).isEmpty();
    assertThat(actions.get(1).ramDeltas())
        .singleElement()
        .extracting(RamDelta::account)
        .isEqualTo(Probe.PROBE);
    assertThat(actions.get(1).ramDeltas().get(0).delta()).isGreaterThan(112 + 112);
    assertAsTraced(actions, trace);
  }

  @Test
  @Tag("CHAIN-08")
  void codec_keepsRamThatIsGivenBack() {
    chain.push(TestChain.ledger(new Ledger.Put(TestChain.ALICE, 1, "one"), TestChain.ALICE));
    TransactionTrace trace = chain.push(TestChain.ledger(new Ledger.Drop(1), TestChain.BOB));
    List<RecordedAction> actions = back(trace);
    assertAsTraced(actions, trace);
    assertThat(actions.get(0).ramDeltas()).isNotEmpty();
    assertThat(actions.get(0).ramDeltas().get(0).delta()).isNegative();
  }

  private static List<RecordedAction> back(TransactionTrace trace) {
    return KeptActions.CODEC
        .decode(KeptActions.CODEC.encode(KeptActions.Executed.of(trace)))
        .actions();
  }

  private static void assertAsTraced(List<RecordedAction> actions, TransactionTrace trace) {
    assertThat(actions).hasSameSizeAs(trace.actions());
    for (int i = 0; i < actions.size(); i++) {
      RecordedAction action = actions.get(i);
      ActionTrace traced = trace.actions().get(i);
      assertThat(action)
          .isEqualTo(new RecordedAction(
              trace.block(),
              trace.blockTime(),
              trace.id(),
              traced.ordinal(),
              traced.creatorOrdinal(),
              traced.receiver(),
              traced.action(),
              traced.receipt().orElseThrow(),
              traced.returnValue(),
              traced.contextFree(),
              traced.console(),
              traced.ramDeltas()));
    }
  }
}
