package io.github.coopj.chain.system;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import java.lang.invoke.MethodHandles;

/** Returns what an account may use and what it does use; its account must be privileged. */
final class Probe extends JavaContract {
  static final Name ACCOUNT = Name.of("probe1");

  Probe() {
    super(MethodHandles.lookup(), 1);
  }

  /** Asks. */
  public record Ask(Name account, long number) {}

  /** What was found. */
  public record Found(AccountLimits limits, long ramUsage) {}

  @ContractAction
  void ask(Context context, Ask data) {
    Found found = new Found(
        context.privileged().resourceLimits(data.account()),
        context.privileged().ramUsage(data.account()));
    context.setReturnValue(Bytes.of(RecordCodec.of(Found.class).encode(found)));
  }
}
