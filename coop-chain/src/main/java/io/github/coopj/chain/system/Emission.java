package io.github.coopj.chain.system;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.util.Optional;

/** Binds the planned emission to its table and to the token. */
final class Emission {
  static final Name TABLE = Name.of("emission");

  private static final long KEY = 0;

  private final Context context;
  private final Table<EmissionState> table;

  Emission(Context context) {
    this.context = context;
    this.table = context.table(TABLE, context.receiver(), EmissionState.class, state -> KEY);
  }

  /** The state of the tact that is running, if the token has been launched. */
  Optional<EmissionState> state() {
    return table.find(KEY).map(state -> state.at(now()));
  }

  void launch(EmissionPlan plan, long supply) {
    context.check(!table.contains(KEY), "the system token has been launched already");
    context.check(supply >= 0, "what is issued at first is 0 or more");
    table.insert(context.receiver(), EmissionState.begin(plan, supply, now()));
    SystemToken.launch(context, plan.maxSupply(), supply);
  }

  void replan(EmissionPlan plan) {
    EmissionState state = require();
    context.check(
        plan.maxSupply() == state.plan().maxSupply(),
        "the greatest supply was decided with the launch");
    table.update(state.replan(plan));
  }

  /** Counts a fee and issues what the plan gives for it. */
  void pay(long fee) {
    EmissionState before = require();
    EmissionState after = before.pay(fee);
    table.update(after);
    SystemToken.issue(context, after.supply() - before.supply(), "planned emission");
  }

  /** Begins the next tact when its time has come. */
  void onBlock() {
    table.find(KEY).ifPresent(state -> {
      EmissionState running = state.at(now());
      if (!running.equals(state)) {
        table.update(running);
      }
    });
  }

  EmissionState require() {
    Optional<EmissionState> state = state();
    context.check(state.isPresent(), "the system token has not been launched");
    return state.orElseThrow();
  }

  private TimePointSec now() {
    return TimePointSec.of(context.currentTime());
  }
}
