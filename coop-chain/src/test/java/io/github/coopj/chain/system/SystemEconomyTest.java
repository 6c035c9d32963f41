package io.github.coopj.chain.system;

import static io.github.coopj.chain.system.PlatformChain.ALICE;
import static io.github.coopj.chain.system.PlatformChain.BOB;
import static io.github.coopj.chain.system.PlatformChain.CAROL;
import static io.github.coopj.chain.system.PlatformChain.EOSIO;
import static io.github.coopj.chain.system.PlatformChain.act;
import static io.github.coopj.chain.system.PlatformChain.authority;
import static io.github.coopj.chain.system.PlatformChain.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.chain.msig.MsigContract;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SystemEconomyTest {
  private static final Name SAVING = SystemAccounts.SAVING;
  private static final Name PAY = SystemAccounts.PRODUCER_PAY;
  private static final Name TOKEN = TokenContract.ACCOUNT;
  private static final long SUPPLY = 10_000_000; // 1000.0000
  private static final long WEIGHT = 1_000; // of NET and CPU before anything is rented
  private static final Duration MONTH = Duration.ofDays(30);

  private final PlatformChain chain =
      new PlatformChain(Stream.concat(SystemInstaller.contracts().stream(), Stream.of(new Probe()))
          .toList());
  private int asked;

  @BeforeEach
  void install() {
    for (List<Action> actions : SystemInstaller.transactions(key(EOSIO).publicKey())) {
      chain.pushSigned(List.of(key(EOSIO)), actions.toArray(Action[]::new));
    }
    chain.create(ALICE, BOB, CAROL, Probe.ACCOUNT);
    chain.install(Probe.ACCOUNT, new Probe());
    chain.push(system(new SystemContract.SetPrivileged(Probe.ACCOUNT, true)));
    chain.push(system(new SystemContract.Launch(SystemInstaller.PLAN, SUPPLY)));
  }

  private static Action system(Record data) {
    return act(EOSIO, data, EOSIO);
  }

  private static Asset axon(long amount) {
    return new Asset(amount, Symbol.AXON);
  }

  private void payOut(Name from, Name to, long amount) {
    chain.push(system(new SystemContract.PayOut(from, to, axon(amount), "" + chain.block())));
  }

  private long balance(Name owner) {
    return chain.balance(owner, Symbol.AXON).map(Asset::amount).orElse(0L);
  }

  private EmissionState emission() {
    return chain.row(EOSIO, EOSIO, Emission.TABLE, 0, EmissionState.class).orElseThrow();
  }

  private long supply() {
    long code = Symbol.AXON.code().value();
    return chain
        .row(TOKEN, new Name(code), TokenContract.STAT, code, TokenContract.CurrencyStats.class)
        .orElseThrow()
        .supply()
        .amount();
  }

  private void openRent(RentTerms terms) {
    chain.push(system(new SystemContract.SetRent(terms)));
  }

  private void limit(Name account, long ram) {
    chain.push(system(new SystemContract.SetAccountLimits(account, ram, WEIGHT, WEIGHT)));
  }

  private static Action rent(Name payer, Name receiver, long payment) {
    return act(EOSIO, new SystemContract.PowerUp(payer, receiver, 30, axon(payment), false), payer);
  }

  private Optional<RentTables.RentDebt> debt(Name account) {
    return chain.row(EOSIO, EOSIO, RentTables.DEBTS, account.value(), RentTables.RentDebt.class);
  }

  private RentShare rented() {
    return chain
        .row(EOSIO, EOSIO, RentTables.RENT, 0, RentTables.RentState.class)
        .orElseThrow()
        .rented();
  }

  private List<RentTables.RentOrder> orders() {
    return chain.rows(EOSIO, EOSIO, RentTables.ORDERS, RentTables.RentOrder.class);
  }

  @Test
  @Tag("CHAIN-06")
  void launch_issuesTheFirstSupply_ofAxonWithFourDecimals() {
    assertThat(chain.balance(SAVING, Symbol.AXON))
        .hasValueSatisfying(balance -> assertThat(balance).hasToString("1000.0000 AXON"));
    assertThat(supply()).isEqualTo(SUPPLY);
    assertThat(emission().threshold()).isEqualTo(6_180_469);
    chain.fails(
        "the system token has been launched already",
        system(new SystemContract.Launch(SystemInstaller.PLAN, 1)));
  }

  /** The example of the plan with real payments: fees of 2000.0000 in a tact that began with 1000.0000 in circulation. */
  @Test
  @Tag("CHAIN-07")
  void emission_followsThePlan_toTheUnit() {
    openRent(RentTerms.DEFAULT);
    limit(BOB, 100_000);
    payOut(SAVING, ALICE, SUPPLY);

    chain.push(rent(ALICE, BOB, 5_000_000));
    assertThat(supply()).isEqualTo(SUPPLY);
    assertThat(balance(SAVING)).isEqualTo(500_000);
    assertThat(balance(PAY)).isEqualTo(4_500_000);

    chain.push(rent(ALICE, BOB, 5_000_000));
    assertThat(supply()).isEqualTo(16_180_000);
    assertThat(balance(SAVING)).isEqualTo(1_000_000 + 6_180_000);
    payOut(PAY, ALICE, 9_000_000);
    chain.produce();
    chain.push(rent(ALICE, BOB, 9_000_000));
    payOut(PAY, ALICE, 1_000_000);
    chain.push(rent(ALICE, BOB, 1_000_000));

    assertThat(supply()).isEqualTo(32_360_000);
    assertThat(balance(SAVING)).isEqualTo(22_360_000 + 2_000_000);
    assertThat(emission().tactFees()).isEqualTo(20_000_000);
    assertThat(emission().tactEmission()).isEqualTo(22_360_000);
    assertThat(emission().supply()).isEqualTo(supply());
    assertThat(balance(SAVING) + balance(PAY) + balance(ALICE)).isEqualTo(supply());
  }

  @Test
  @Tag("CHAIN-07")
  void emission_beginsANewTact_withTheBlockOfItsTime() {
    openRent(RentTerms.DEFAULT);
    limit(BOB, 100_000);
    payOut(SAVING, ALICE, SUPPLY);
    chain.push(rent(ALICE, BOB, 10_000_000));
    assertThat(emission().tactNumber()).isEqualTo(1);
    TimePointSec start = emission().tactStart();

    TimePointSec end = start.plusSeconds(MONTH.toSeconds());
    chain.produce(Duration.between(chain.now(), end.toInstant()).minusMillis(500));
    assertThat(emission().tactNumber()).isEqualTo(1);
    chain.produce();
    assertThat(emission().tactNumber()).isEqualTo(2);
    assertThat(emission().tactStart()).isEqualTo(start.plusSeconds(MONTH.toSeconds()));
    assertThat(emission().tactFees()).isZero();
    assertThat(emission().threshold()).isEqualTo(10_000_000);
    assertThat(supply()).isEqualTo(16_180_000);
  }

  @Test
  @Tag("CHAIN-07")
  void issue_isRefused_besideThePlan_evenToTheHolderOfEosio() {
    TokenContract.Issue issue = new TokenContract.Issue(SAVING, axon(1), "more");
    chain.refused(ChainError.MISSING_AUTH, act(TOKEN, issue, EOSIO));
    for (Name permission : List.of(PermissionNames.ACTIVE, PermissionNames.OWNER)) {
      Action asSaving = JavaContract.action(TOKEN, issue, new PermissionLevel(SAVING, permission));
      chain.refused(
          ChainError.UNSATISFIED_AUTHORIZATION,
          () -> chain.pushSigned(List.of(key(EOSIO)), asSaving));
    }
    Action takeOver = JavaContract.action(
        EOSIO,
        new SystemActions.UpdateAuth(
            SAVING, PermissionNames.ACTIVE, PermissionNames.OWNER, authority(EOSIO)),
        new PermissionLevel(SAVING, PermissionNames.OWNER));
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION,
        () -> chain.pushSigned(List.of(key(EOSIO)), takeOver));
    assertThat(supply()).isEqualTo(SUPPLY);
  }

  @Test
  @Tag("CHAIN-07")
  void plan_isChanged_byEosioOnly_andNeverItsGreatestSupply() {
    EmissionPlan other = new EmissionPlan(500_000, 86_400, SystemInstaller.PLAN.maxSupply());
    chain.refused(ChainError.MISSING_AUTH, act(EOSIO, new SystemContract.Replan(other), ALICE));
    chain.fails(
        "the greatest supply was decided with the launch",
        system(new SystemContract.Replan(new EmissionPlan(500_000, 86_400, SUPPLY))));
    chain.push(system(new SystemContract.Replan(other)));
    assertThat(emission().threshold()).isEqualTo(6_666_666);
  }

  @Test
  void payOut_isRefused_fromOtherAccountsAndByOthers() {
    chain.push(system(new SystemContract.PayOut(SAVING, ALICE, axon(5), "work")));
    assertThat(balance(ALICE)).isEqualTo(5);
    chain.fails(
        "only the savings and the producers' fees are paid out",
        system(new SystemContract.PayOut(ALICE, BOB, axon(5), "")));
    chain.fails(
        "what is paid out is more than nothing of the system token",
        system(new SystemContract.PayOut(SAVING, BOB, axon(0), "")));
    chain.refused(
        ChainError.MISSING_AUTH,
        act(EOSIO, new SystemContract.PayOut(SAVING, BOB, axon(5), ""), ALICE));
  }

  @Test
  void rent_givesAQuarterAQuarterAndAHalf_forThirtyDays() {
    openRent(RentTerms.DEFAULT);
    limit(BOB, 100_000);
    payOut(SAVING, ALICE, 1_000_000);
    TimePointSec now = TimePointSec.of(chain.now());
    chain.push(rent(ALICE, BOB, 100_001));
    RentShare share = new RentShare(25_000, 25_000, 50_001);
    assertThat(limits(BOB)).isEqualTo("150001 25000 25000");
    assertThat(rented()).isEqualTo(share);
    assertThat(orders())
        .containsExactly(
            RentTables.RentOrder.of(1, BOB, now.plusSeconds(MONTH.toSeconds()), share));

    Duration left = Duration.between(chain.now(), orders().get(0).ends().toInstant());
    chain.produce(left.minusMillis(500));
    assertThat(limits(BOB)).isEqualTo("150001 25000 25000");
    chain.produce();
    assertThat(limits(BOB)).isEqualTo("100000 0 0");
    assertThat(rented()).isEqualTo(RentShare.NONE);
    assertThat(orders()).isEmpty();
    assertThat(debt(BOB)).isEmpty();
  }

  private String limits(Name account) {
    AccountLimits limits = ask(account).limits();
    return limits.ramBytes() + " " + (limits.netWeight() - WEIGHT) + " "
        + (limits.cpuWeight() - WEIGHT);
  }

  private Probe.Found ask(Name account) {
    TransactionTrace trace =
        chain.push(act(Probe.ACCOUNT, new Probe.Ask(account, ++asked), Probe.ACCOUNT));
    return RecordCodec.of(Probe.Found.class).decode(trace.returnValue().toArray());
  }

  @Test
  void rent_thatEnds_leavesADebtForRamInUse_whichIsPaidFirst() {
    openRent(RentTerms.DEFAULT);
    payOut(SAVING, ALICE, 5_000_000);
    long used = ramUsage(BOB);
    limit(BOB, used);
    chain.push(rent(ALICE, BOB, 4_000));
    assertThat(limits(BOB)).isEqualTo(used + 2_000 + " 1000 1000");
    chain.push(act(TOKEN, new TokenContract.Open(BOB, Symbol.AXON, BOB), BOB));
    long more = ramUsage(BOB) - used;
    assertThat(more).isBetween(1L, 2_000L);

    TimePointSec due = orders().get(0).ends();
    chain.produce(MONTH);
    assertThat(limits(BOB)).isEqualTo(used + more + " 0 0");
    assertThat(debt(BOB)).contains(new RentTables.RentDebt(BOB, more, due));
    assertThat(rented()).isEqualTo(new RentShare(0, 0, more));

    chain.fails("the payment must be more than the debt for RAM", rent(ALICE, BOB, more));
    chain.push(rent(ALICE, BOB, more + 4));
    assertThat(limits(BOB)).isEqualTo(used + more + 2 + " 1 1");
    assertThat(debt(BOB)).isEmpty();
    assertThat(rented()).isEqualTo(new RentShare(1, 1, more + 2));

    chain.produce(MONTH);
    assertThat(debt(BOB).orElseThrow().ramBytes()).isEqualTo(more);
    chain.push(act(TOKEN, new TokenContract.Close(BOB, Symbol.AXON), BOB));
    chain.push(rent(ALICE, BOB, more + 4));
    chain.produce(MONTH);
    assertThat(limits(BOB)).isEqualTo(used + " 0 0");
    assertThat(debt(BOB)).isEmpty();
    assertThat(rented()).isEqualTo(RentShare.NONE);
  }

  private long ramUsage(Name account) {
    return ask(account).ramUsage();
  }

  @Test
  void account_inDebt_canUseNoMoreRam() {
    openRent(RentTerms.DEFAULT);
    payOut(SAVING, ALICE, 5_000_000);
    limit(BOB, ramUsage(BOB));
    chain.push(rent(ALICE, BOB, 4_000));
    chain.push(act(TOKEN, new TokenContract.Open(BOB, Symbol.AXON, BOB), BOB));
    chain.produce(MONTH);
    chain.pushSigned(
        List.of(key(EOSIO)),
        act(TOKEN, new TokenContract.Create(CAROL, Asset.parse("5.00 RUB")), TOKEN));
    chain.refused(
        ChainError.RAM_USAGE_EXCEEDED,
        act(TOKEN, new TokenContract.Open(BOB, Symbol.of(2, "RUB"), BOB), BOB));
  }

  @Test
  void rent_endsTwoOrdersABlock_theEarliestFirst_orAsManyAsAskedFor() {
    openRent(RentTerms.DEFAULT);
    limit(BOB, 100_000);
    limit(CAROL, 100_000);
    payOut(SAVING, ALICE, 5_000_000);
    for (int i = 0; i < 3; i++) {
      chain.push(rent(ALICE, BOB, 100 + i));
    }
    chain.produce(Duration.ofSeconds(1));
    for (int i = 0; i < 5; i++) {
      chain.push(rent(ALICE, CAROL, 200 + i));
    }
    chain.produce(MONTH);
    assertThat(orders())
        .extracting(RentTables.RentOrder::owner)
        .containsExactly(BOB, CAROL, CAROL, CAROL, CAROL, CAROL);
    chain.produce();
    assertThat(orders())
        .extracting(RentTables.RentOrder::owner)
        .containsExactly(CAROL, CAROL, CAROL, CAROL);
    chain.push(act(EOSIO, new SystemContract.EndRents(BOB, 3), BOB));
    assertThat(orders()).hasSize(1);
  }

  @Test
  void rent_isRefused_besideTheTerms() {
    payOut(SAVING, ALICE, SUPPLY);
    limit(BOB, 100_000);
    chain.fails("no terms of rent have been set", rent(ALICE, BOB, 100));
    chain.refused(
        ChainError.MISSING_AUTH, act(EOSIO, new SystemContract.SetRent(RentTerms.DEFAULT), ALICE));
    openRent(new RentTerms(30, 100, 3_000_000));
    chain.fails("the payment is below the smallest one", rent(ALICE, BOB, 99));
    chain.push(rent(ALICE, BOB, 100));
    chain.fails(
        "rent lasts as many days as the terms say",
        act(EOSIO, new SystemContract.PowerUp(ALICE, BOB, 29, axon(100), false), ALICE));
    chain.fails(
        "rent is paid in the system token",
        act(
            EOSIO,
            new SystemContract.PowerUp(ALICE, BOB, 30, Asset.parse("1.00 AXON"), false),
            ALICE));
    chain.fails("the receiver's account does not exist", rent(ALICE, Name.of("nobody1"), 100));
    chain.fails("the account has no limits and needs no rent", rent(ALICE, CAROL, 100));
    chain.fails("there is no RAM left to rent", rent(ALICE, BOB, 6_000_000));
    chain.refused(
        ChainError.MISSING_AUTH,
        act(EOSIO, new SystemContract.PowerUp(ALICE, BOB, 30, axon(100), false), BOB));
    chain.fails("the account has no balance of this token", rent(BOB, BOB, 100));
  }

  @Test
  void rent_isRefused_beyondTheWeightOfTheSupply() {
    openRent(RentTerms.DEFAULT);
    limit(BOB, 100_000);
    payOut(SAVING, ALICE, SUPPLY);
    for (int i = 0; i < 4; i++) {
      chain.push(rent(ALICE, BOB, SUPPLY));
      long emitted = supply();
      assertThat(rented().netWeight()).isLessThanOrEqualTo(emitted);
      payOut(PAY, ALICE, 9_000_000);
      payOut(SAVING, ALICE, 1_000_000);
    }
    assertThat(rented().netWeight()).isEqualTo(SUPPLY);
  }

  @Test
  void transfer_givesForGood_fromPrivilegedAccountsOnly() {
    openRent(RentTerms.DEFAULT);
    limit(BOB, 100_000);
    payOut(SAVING, ALICE, 100_000);
    payOut(SAVING, EOSIO, 100_000);
    SystemContract.PowerUp gift = new SystemContract.PowerUp(ALICE, BOB, 30, axon(400), true);
    chain.fails("only privileged accounts give resources for good", act(EOSIO, gift, ALICE));
    chain.push(act(EOSIO, new SystemContract.PowerUp(EOSIO, BOB, 30, axon(400), true), EOSIO));
    assertThat(orders()).isEmpty();
    chain.produce(MONTH.plusDays(1));
    assertThat(limits(BOB)).isEqualTo("100200 100 100");
  }

  @Test
  @Tag("ACC-01")
  void newAccount_mayUseWhatIsRentedForIt_onceTermsAreSet() {
    openRent(RentTerms.DEFAULT);
    payOut(SAVING, ALICE, 1_000_000);
    Name newcomer = Name.of("newcomer");
    Action create = act(
        EOSIO,
        new SystemActions.NewAccount(ALICE, newcomer, authority(newcomer), authority(newcomer)),
        ALICE);
    chain.refused(ChainError.RAM_USAGE_EXCEEDED, create);
    chain.push(create, rent(ALICE, newcomer, 10_000));
    assertThat(ask(newcomer).limits()).isEqualTo(new AccountLimits(5_000, 2_500, 2_500));
    assertThat(ramUsage(newcomer)).isLessThanOrEqualTo(5_000);
  }

  @Test
  void limits_areSet_byEosioOnly() {
    chain.push(system(new SystemContract.SetAccountLimits(BOB, 9_000, 7, 8)));
    assertThat(ask(BOB).limits()).isEqualTo(new AccountLimits(9_000, 7, 8));
    chain.refused(
        ChainError.MISSING_AUTH,
        act(EOSIO, new SystemContract.SetAccountLimits(BOB, -1, -1, -1), BOB));
  }

  @Test
  void parameters_areSet_byEosioOnly() {
    ChainConfiguration d = ChainConfiguration.DEFAULT;
    ChainConfiguration changed = new ChainConfiguration(
        d.maxBlockNetUsage(),
        d.targetBlockNetUsagePct(),
        d.maxTransactionNetUsage(),
        d.basePerTransactionNetUsage(),
        d.netUsageLeeway(),
        d.contextFreeDiscountNetUsageNum(),
        d.contextFreeDiscountNetUsageDen(),
        d.maxBlockCpuUsage(),
        d.targetBlockCpuUsagePct(),
        d.maxTransactionCpuUsage(),
        d.minTransactionCpuUsage(),
        10,
        600,
        d.maxTransactionDelay(),
        d.maxInlineActionSize(),
        d.maxInlineActionDepth(),
        d.maxAuthorityDepth());
    chain.refused(
        ChainError.MISSING_AUTH, act(EOSIO, new SystemContract.SetParameters(changed), ALICE));
    chain.push(system(new SystemContract.SetParameters(changed)));
    chain.refused(ChainError.TX_EXP_TOO_FAR, act(EOSIO, new SystemContract.EndRents(BOB, 1), BOB));
  }

  @Test
  void onblock_isNotForOthers() {
    Action forged =
        new Action(EOSIO, Name.of("onblock"), List.of(PermissionLevel.active(ALICE)), Bytes.EMPTY);
    chain.refused(ChainError.MISSING_AUTH, forged);
  }

  @Test
  @Tag("SC-01")
  void abi_isPublished_ofEachContractOfTheSystem() {
    List<Name> accounts = List.of(EOSIO, TOKEN, MsigContract.ACCOUNT);
    List<Contract> contracts = SystemInstaller.contracts();
    for (int i = 0; i < accounts.size(); i++) {
      assertThat(chain.controller().kernel().present().abi(accounts.get(i)))
          .contains(Bytes.of(contracts.get(i).abi().toBinary()));
    }
  }
}
