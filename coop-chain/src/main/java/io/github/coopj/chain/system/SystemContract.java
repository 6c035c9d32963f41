package io.github.coopj.chain.system;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.name.AccountNames;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.PublicKey;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * The contract of the account {@code eosio}: what the chain itself does not decide about its own actions. Names of new
 * accounts follow the platform's policy (ACC-03, ACC-04, DOM-01 to DOM-03); producers are set by {@code eosio}.
 */
@ContractTable(name = "codehistory", row = CodeHistory.CodeVersion.class)
public final class SystemContract extends JavaContract {
  /** Creates the contract. */
  public SystemContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Sets the producers; the schedule becomes active once this block is irreversible.
   *
   * @param schedule producers in their order of turns
   */
  @AbiName("setprods")
  public record SetProducers(List<Producer> schedule) {
    /** Copies the list. */
    public SetProducers {
      schedule = List.copyOf(schedule);
    }
  }

  /**
   * A producer.
   *
   * @param producerName account
   * @param blockSigningKey key its blocks are signed with
   */
  @AbiName("producer_key")
  public record Producer(
      @AbiName("producer_name") Name producerName,
      @AbiName("block_signing_key") PublicKey blockSigningKey) {}

  /**
   * Makes an account privileged, or takes that away.
   *
   * @param account account
   * @param privileged the new state
   */
  @AbiName("setpriv")
  public record SetPrivileged(
      Name account, @AbiName("is_priv") boolean privileged) {}

  @ContractAction
  void newAccount(Context context, SystemActions.NewAccount data) {
    AccountNames.requireMayCreate(
        data.creator(), data.name(), context.isPrivileged(data.creator()));
  }

  @ContractAction
  void updateAuth(Context context, SystemActions.UpdateAuth data) {}

  @ContractAction
  void deleteAuth(Context context, SystemActions.DeleteAuth data) {}

  @ContractAction
  void linkAuth(Context context, SystemActions.LinkAuth data) {}

  @ContractAction
  void unlinkAuth(Context context, SystemActions.UnlinkAuth data) {}

  @ContractAction
  void setCode(Context context, SystemActions.SetCode data) {
    CodeHistory.add(context, data);
  }

  @ContractAction
  void setAbi(Context context, SystemActions.SetAbi data) {}

  @ContractAction
  void setProducers(Context context, SetProducers data) {
    context.requireAuthorization(context.receiver());
    long version = context
        .privileged()
        .proposeProducers(data.schedule().stream()
            .map(producer ->
                new Context.ProducerKey(producer.producerName(), producer.blockSigningKey()))
            .toList());
    context.check(version >= 0, "the schedule is the active one, or another one is waiting");
  }

  @ContractAction
  void setPrivileged(Context context, SetPrivileged data) {
    context.requireAuthorization(context.receiver());
    context.privileged().setPrivileged(data.account(), data.privileged());
  }

  /** The implicit action {@code onblock} needs no handler; any other action without one is refused. */
  @Override
  protected void unknown(Context context) {
    if (!context.action().name().equals(Name.of("onblock"))) {
      super.unknown(context);
    }
  }
}
