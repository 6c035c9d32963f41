package io.github.coopj.chain.system;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.AccountNames;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * The contract of the account {@code eosio}: what the chain itself does not decide about its own actions. Names of new
 * accounts follow the platform's policy (ACC-03, ACC-04, DOM-01 to DOM-03); producers are set by {@code eosio}. Resources are rented for
 * a period once terms are set; for the fees the system token is issued as planned (CHAIN-06, CHAIN-07).
 */
@ContractTable(name = "codehistory", row = CodeHistory.CodeVersion.class)
@ContractTable(name = "emission", row = EmissionState.class)
@ContractTable(name = "rent", row = RentTables.RentState.class)
@ContractTable(name = "rentorders", row = RentTables.RentOrder.class)
@ContractTable(name = "rentdebts", row = RentTables.RentDebt.class)
public final class SystemContract extends JavaContract {
  private static final Name ONBLOCK = Name.of("onblock");

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

  /**
   * Sets what an account may use; {@code eosio} authorises it.
   *
   * @param account account
   * @param ramBytes bytes of RAM, -1 for any number
   * @param netWeight weight of NET, -1 for no limit
   * @param cpuWeight weight of CPU, -1 for no limit
   */
  @AbiName("setalimits")
  public record SetAccountLimits(
      Name account,
      @AbiName("ram_bytes") long ramBytes,
      @AbiName("net_weight") long netWeight,
      @AbiName("cpu_weight") long cpuWeight) {}

  /**
   * Changes the limits of the chain; {@code eosio} authorises it.
   *
   * @param params the new limits
   */
  @AbiName("setparams")
  public record SetParameters(ChainConfiguration params) {}

  /**
   * Has a protocol feature become active with the next block; {@code eosio} authorises it.
   *
   * @param featureDigest digest of the feature
   */
  @AbiName("activate")
  public record Activate(@AbiName("feature_digest") Checksum256 featureDigest) {}

  /**
   * Makes the system token known, issues what there is at first to {@code eosio.saving}, and begins the first tact of the
   * plan. Once only; {@code eosio} authorises it.
   *
   * @param plan the decided plan
   * @param supply minor units issued at first, 0 or more, at most the plan's greatest supply
   */
  @AbiName("launch")
  public record Launch(EmissionPlan plan, long supply) {}

  /**
   * Decides another plan from now on, with the same greatest supply; {@code eosio} authorises it.
   *
   * @param plan the decided plan
   */
  @AbiName("replan")
  public record Replan(EmissionPlan plan) {}

  /**
   * Pays out what the savings or the producers' fees have collected; {@code eosio} authorises it.
   *
   * @param from {@code eosio.saving} or {@code eosio.bpay}
   * @param to receiver
   * @param quantity amount of the system token
   * @param memo at most 256 bytes
   */
  @AbiName("payout")
  public record PayOut(Name from, Name to, Asset quantity, String memo) {}

  /**
   * Sets the terms on which resources are rented; {@code eosio} authorises it. From the first time on, new accounts may use
   * only what is rented for them.
   *
   * @param terms the terms for payments from now on
   */
  @AbiName("setrent")
  public record SetRent(RentTerms terms) {}

  /**
   * Rents resources; the payer authorises it. A debt of the receiver for RAM is paid first, and the payment must be more.
   *
   * @param payer account that pays
   * @param receiver account that may use the resources
   * @param days days of the terms
   * @param payment amount of the system token
   * @param transfer true gives the resources for good, which only privileged accounts may do
   */
  @AbiName("powerup")
  public record PowerUp(
      Name payer, Name receiver, @AbiType("uint32") long days, Asset payment, boolean transfer) {}

  /**
   * Ends rents whose time has come; anybody may ask for it.
   *
   * @param user account that authorises it
   * @param max most orders to end
   */
  @AbiName("powerupexec")
  public record EndRents(Name user, @AbiType("uint16") int max) {}

  @ContractAction
  void newAccount(Context context, SystemActions.NewAccount data) {
    AccountNames.requireMayCreate(
        data.creator(), data.name(), context.isPrivileged(data.creator()));
    Renting renting = new Renting(context);
    if (renting.isOpen() && !context.isPrivileged(data.creator())) {
      renting.limit(data.name());
    }
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

  @ContractAction
  void setAccountLimits(Context context, SetAccountLimits data) {
    context.requireAuthorization(context.receiver());
    context
        .privileged()
        .setResourceLimits(
            data.account(), new AccountLimits(data.ramBytes(), data.netWeight(), data.cpuWeight()));
  }

  @ContractAction
  void setParameters(Context context, SetParameters data) {
    context.requireAuthorization(context.receiver());
    context.privileged().setParameters(data.params());
  }

  @ContractAction
  void activate(Context context, Activate data) {
    context.requireAuthorization(context.receiver());
    context.privileged().activateFeature(data.featureDigest());
  }

  @ContractAction
  void launch(Context context, Launch data) {
    context.requireAuthorization(context.receiver());
    new Emission(context).launch(data.plan(), data.supply());
  }

  @ContractAction
  void replan(Context context, Replan data) {
    context.requireAuthorization(context.receiver());
    new Emission(context).replan(data.plan());
  }

  @ContractAction
  void payOut(Context context, PayOut data) {
    context.requireAuthorization(context.receiver());
    context.check(
        data.from().equals(SystemAccounts.SAVING)
            || data.from().equals(SystemAccounts.PRODUCER_PAY),
        "only the savings and the producers' fees are paid out");
    context.check(
        data.quantity().symbol().equals(Symbol.AXON) && data.quantity().isPositive(),
        "what is paid out is more than nothing of the system token");
    SystemToken.transfer(context, data.from(), data.to(), data.quantity().amount(), data.memo());
  }

  @ContractAction
  void setRent(Context context, SetRent data) {
    context.requireAuthorization(context.receiver());
    new Renting(context).setTerms(data.terms());
  }

  @ContractAction
  void powerUp(Context context, PowerUp data) {
    context.requireAuthorization(data.payer());
    context.check(
        !data.transfer() || context.isPrivileged(data.payer()),
        "only privileged accounts give resources for good");
    new Renting(context)
        .rent(data.payer(), data.receiver(), data.days(), data.payment(), data.transfer());
  }

  @ContractAction
  void endRents(Context context, EndRents data) {
    context.requireAuthorization(data.user());
    new Renting(context).endDue(data.max());
  }

  /** The implicit action {@code onblock} moves what depends on time; any other action without a handler is refused. */
  @Override
  protected void unknown(Context context) {
    if (!context.action().name().equals(ONBLOCK)) {
      super.unknown(context);
      return;
    }
    context.requireAuthorization(context.receiver());
    new Emission(context).onBlock();
    new Renting(context).endDue(Renting.ENDED_AT_ONCE);
  }
}
