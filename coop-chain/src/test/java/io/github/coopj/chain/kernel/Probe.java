package io.github.coopj.chain.kernel;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.IndexType;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.name.Name;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;

/** A contract that does what the test tells it, in the test's own words. */
@ContractTable(
    name = "things",
    row = Probe.Thing.class,
    indexes = {
      @ContractTable.Index(name = "byowner", type = IndexType.I64),
      @ContractTable.Index(name = "byhash", type = IndexType.I256)
    })
public final class Probe extends JavaContract {
  /** Account it is installed on. */
  public static final Name PROBE = Name.of("probe1");

  private Consumer<Context> body = context -> {};
  private Consumer<Context> notified = context -> {};

  public Probe() {
    super(MethodHandles.lookup(), 1);
  }

  @AbiName("thing")
  public record Thing(long id, Name owner, long amount) {}

  /** Runs what the test has set; the number only makes actions differ. */
  @AbiName("run")
  public record Run(long number) {}

  public void does(Consumer<Context> what) {
    body = what;
  }

  public void whenNotified(Consumer<Context> what) {
    notified = what;
  }

  @ContractAction
  void run(Context context, Run data) {
    body.accept(context);
  }

  @Override
  protected void notified(Context context) {
    notified.accept(context);
  }
}
