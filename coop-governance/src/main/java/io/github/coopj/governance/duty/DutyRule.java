package io.github.coopj.governance.duty;

import java.time.Instant;
import java.util.function.Consumer;

/** One reason for duties. */
interface DutyRule {
  /** Tells what is owed at a moment on account of this rule. */
  void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed);
}
