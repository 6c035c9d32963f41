package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.proxy.ProxyPaper;
import io.github.coopj.governance.proxy.ProxyPower;
import io.github.coopj.governance.proxy.ProxyRecord;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Registers powers of attorney (доверенности) to vote at general meetings (BALLOT-09). The rule is that of {@link ProxyPower};
 * {@link MeetingContract} reads the tables.
 */
@ContractTable(name = "powers", row = ProxyRecord.class)
@ContractTable(name = "principals", row = ProxyContract.PrincipalRow.class)
@ContractTable(name = "proxies", row = ProxyContract.ProxyRow.class)
public final class ProxyContract extends JavaContract {
  static final Name POWERS = Name.of("powers");
  static final Name PRINCIPALS = Name.of("principals");
  static final Name PROXIES = Name.of("proxies");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public ProxyContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * The last power that a member has given; scope is the cooperative.
   *
   * @param principal the member
   * @param power number of the power
   */
  public record PrincipalRow(
      Name principal, @AbiType("uint64") long power) {}

  /**
   * Who ever gave a member a power; scope is the cooperative.
   *
   * @param proxy the member
   * @param principals each once, in the order of their first power
   */
  public record ProxyRow(Name proxy, List<Name> principals) {
    /** Copies the list. */
    public ProxyRow {
      principals = List.copyOf(principals);
    }
  }

  /**
   * Registers a power of attorney; its principal authorises it. Returns its number, 8 bytes little-endian.
   *
   * @param paper what it says
   * @param signature the principal's signature under it
   */
  @AbiName("register")
  public record Register(ProxyPaper paper, DocumentSignature signature) {}

  /**
   * Revokes a power of attorney; its principal authorises it.
   *
   * @param coop cooperative
   * @param principal who revokes it
   * @param power number of the power
   */
  @AbiName("revoke")
  public record Revoke(
      Name coop, Name principal, @AbiType("uint64") long power) {}

  /**
   * Records which powers have ended with the membership of a principal or proxy; anybody may send it.
   *
   * @param coop cooperative
   * @param member the principal or proxy
   */
  @AbiName("lapse")
  public record Lapse(Name coop, Name member) {}

  @ContractAction
  void register(Context context, Register data) {
    Name coop = data.paper().cooperative();
    Name principal = data.paper().principal();
    Persons.acting(context, coop, principal);
    Table<ProxyRecord> powers = powers(context, coop);
    ProxyPower power = ProxyPower.register(
        NextId.of(powers, ProxyRecord::id),
        data.paper(),
        data.signature(),
        last(context, coop, principal),
        Signed.keys(context),
        charters.current(context, coop),
        Persons.now(context));
    powers.insert(context.receiver(), power.snapshot());
    principals(context, coop)
        .put(context.receiver(), new PrincipalRow(principal, power.snapshot().id()));
    Table<ProxyRow> proxies = proxies(context, coop);
    Name proxy = data.paper().proxy();
    Set<Name> given = givers(proxies, proxy);
    given.add(principal);
    proxies.put(context.receiver(), new ProxyRow(proxy, List.copyOf(given)));
    AbiWriter result = new AbiWriter();
    result.writeU64(power.snapshot().id());
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  @ContractAction
  void revoke(Context context, Revoke data) {
    Persons.acting(context, data.coop(), data.principal());
    Table<ProxyRecord> powers = powers(context, data.coop());
    ProxyPower power = powers
        .find(data.power())
        .map(ProxyPower::restore)
        .orElseThrow(() -> new InvalidValueException(
            "cooperative " + data.coop() + " has no power of attorney " + data.power()));
    powers.update(power.revoke(data.principal(), Persons.now(context)).snapshot());
  }

  @ContractAction
  void lapse(Context context, Lapse data) {
    Table<ProxyRecord> powers = powers(context, data.coop());
    Set<Name> principals = givers(proxies(context, data.coop()), data.member());
    principals.add(data.member());
    for (Name principal : principals) {
      last(context, data.coop(), principal)
          .map(power -> power.withoutLeavers(
              MembershipTables.lookup(context, data.coop()), Persons.now(context)))
          .ifPresent(power -> powers.update(power.snapshot()));
    }
  }

  private static Set<Name> givers(Table<ProxyRow> proxies, Name proxy) {
    return new LinkedHashSet<>(
        proxies.find(proxy.value()).map(ProxyRow::principals).orElse(List.of()));
  }

  private static Table<ProxyRow> proxies(Context context, Name coop) {
    return context.table(PROXIES, coop, ProxyRow.class, row -> row.proxy().value());
  }

  /** The last power that a member has given. */
  static Optional<ProxyPower> last(Context context, Name coop, Name principal) {
    return principals(context, coop)
        .find(principal.value())
        .flatMap(row -> powers(context, coop).find(row.power()))
        .map(ProxyPower::restore);
  }

  private static Table<ProxyRecord> powers(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.PROXY)
        ? context.table(POWERS, coop, ProxyRecord.class, ProxyRecord::id)
        : context.table(
            CooperativeAccounts.PROXY, POWERS, coop, ProxyRecord.class, ProxyRecord::id);
  }

  private static Table<PrincipalRow> principals(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.PROXY)
        ? context.table(
            PRINCIPALS, coop, PrincipalRow.class, row -> row.principal().value())
        : context.table(
            CooperativeAccounts.PROXY,
            PRINCIPALS,
            coop,
            PrincipalRow.class,
            row -> row.principal().value());
  }
}
