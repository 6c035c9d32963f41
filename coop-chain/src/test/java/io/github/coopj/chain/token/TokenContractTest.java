package io.github.coopj.chain.token;

import static io.github.coopj.chain.system.PlatformChain.ALICE;
import static io.github.coopj.chain.system.PlatformChain.BOB;
import static io.github.coopj.chain.system.PlatformChain.CAROL;
import static io.github.coopj.chain.system.PlatformChain.EOSIO;
import static io.github.coopj.chain.system.PlatformChain.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.kernel.ActionTrace;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.chain.system.PlatformChain;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAIN-06")
class TokenContractTest {
  private static final Name TOKEN = TokenContract.ACCOUNT;
  private static final Symbol AXON = Symbol.AXON;
  private static final Asset MAX = Asset.parse("1000.0000 AXON");

  private final PlatformChain chain =
      new PlatformChain(List.of(new SystemContract(), new TokenContract(), new Refuser()));

  /** Refuses to be paid. */
  static final class Refuser extends JavaContract {
    Refuser() {
      super(MethodHandles.lookup(), 1);
    }

    @Override
    protected void notified(Context context) {
      context.check(false, "no, thank you");
    }
  }

  @BeforeEach
  void install() {
    chain.install(EOSIO, new SystemContract());
    chain.create(TOKEN, ALICE, BOB, CAROL);
    chain.install(TOKEN, new TokenContract());
    chain.push(act(TOKEN, new TokenContract.Create(ALICE, MAX), TOKEN));
  }

  private static Action issue(Name to, String quantity, Name actor) {
    return act(TOKEN, new TokenContract.Issue(to, Asset.parse(quantity), "new"), actor);
  }

  private static Action retire(String quantity, Name actor) {
    return act(TOKEN, new TokenContract.Retire(Asset.parse(quantity), "gone"), actor);
  }

  private static Action transfer(Name from, Name to, String quantity, Name... actors) {
    return act(
        TOKEN, new TokenContract.Transfer(from, to, Asset.parse(quantity), "for milk"), actors);
  }

  private TokenContract.CurrencyStats stats() {
    long code = AXON.code().value();
    return chain
        .row(TOKEN, new Name(code), TokenContract.STAT, code, TokenContract.CurrencyStats.class)
        .orElseThrow();
  }

  private String balance(Name owner) {
    return chain.balance(owner, AXON).map(Asset::toString).orElse("no row");
  }

  @Test
  void create_makesATokenOfWhichThereIsNothing() {
    assertThat(stats()).isEqualTo(new TokenContract.CurrencyStats(Asset.zero(AXON), MAX, ALICE));
    assertThat(balance(ALICE)).isEqualTo("no row");
  }

  @Test
  void create_isRefused_withoutTheContractsAuthority() {
    chain.refused(
        ChainError.MISSING_AUTH,
        act(TOKEN, new TokenContract.Create(ALICE, Asset.parse("1.00 RUB")), ALICE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00 RUB", "-0.01 RUB"})
  void create_isRefused_withoutAPositiveSupply(String supply) {
    chain.fails(
        "the greatest supply must be above zero",
        act(TOKEN, new TokenContract.Create(ALICE, Asset.parse(supply)), TOKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0000 AXON", "5.00 AXON"})
  void create_isRefused_forLettersInUse(String supply) {
    chain.fails(
        "a token with these letters is there already",
        act(TOKEN, new TokenContract.Create(BOB, Asset.parse(supply)), TOKEN));
  }

  @Test
  void issue_givesToTheIssuer_andCounts() {
    chain.push(issue(ALICE, "999.9999 AXON", ALICE));
    chain.push(issue(ALICE, "0.0001 AXON", ALICE));
    assertThat(balance(ALICE)).isEqualTo("1000.0000 AXON");
    assertThat(stats().supply()).isEqualTo(MAX);
  }

  @Test
  void issue_isRefused_beyondTheGreatestSupply() {
    chain.fails("the issue goes beyond the greatest supply", issue(ALICE, "1000.0001 AXON", ALICE));
    chain.push(issue(ALICE, "1000.0000 AXON", ALICE));
    chain.fails("the issue goes beyond the greatest supply", issue(ALICE, "0.0001 AXON", ALICE));
  }

  @Test
  void issue_isRefused_atTheEdgeOfLongs() {
    Asset max = new Asset(Asset.MAX_AMOUNT, Symbol.of(0, "BIG"));
    chain.push(act(TOKEN, new TokenContract.Create(BOB, max), TOKEN));
    chain.push(act(TOKEN, new TokenContract.Issue(BOB, max, ""), BOB));
    chain.fails(
        "the issue goes beyond the greatest supply",
        act(TOKEN, new TokenContract.Issue(BOB, max, ""), BOB));
    assertThat(chain.balance(BOB, max.symbol())).contains(max);
  }

  @Test
  void issue_isRefused_toOthersAndByOthers() {
    chain.fails("tokens are issued to their issuer only", issue(BOB, "1.0000 AXON", ALICE));
    chain.refused(ChainError.MISSING_AUTH, issue(ALICE, "1.0000 AXON", BOB));
    chain.fails("there is no token with these letters", issue(ALICE, "1.00 RUB", ALICE));
  }

  @Test
  void issue_isRefused_forNothingAndAnotherPrecision() {
    chain.fails("the quantity must be above zero", issue(ALICE, "0.0000 AXON", ALICE));
    chain.fails("the quantity must be above zero", issue(ALICE, "-1.0000 AXON", ALICE));
    chain.fails(
        "the token has another number of decimal places", issue(ALICE, "1.000 AXON", ALICE));
  }

  @Test
  void retire_takesFromTheIssuer_andCounts() {
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    chain.push(retire("4.0000 AXON", ALICE));
    assertThat(balance(ALICE)).isEqualTo("6.0000 AXON");
    assertThat(stats().supply()).hasToString("6.0000 AXON");
    chain.push(retire("6.0000 AXON", ALICE));
    assertThat(stats().supply()).hasToString("0.0000 AXON");
  }

  @Test
  void retire_isRefused_byOthersAndBeyondTheBalance() {
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    chain.push(transfer(ALICE, BOB, "4.0000 AXON", ALICE));
    chain.refused(ChainError.MISSING_AUTH, retire("1.0000 AXON", BOB));
    chain.fails("the balance is too small", retire("6.0001 AXON", ALICE));
    chain.fails("the quantity must be above zero", retire("0.0000 AXON", ALICE));
    chain.fails("the token has another number of decimal places", retire("1.00 AXON", ALICE));
    chain.fails("there is no token with these letters", retire("1.00 RUB", ALICE));
  }

  @Test
  void transfer_movesAndNotifiesBothSides() {
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    TransactionTrace trace = chain.push(transfer(ALICE, BOB, "10.0000 AXON", ALICE));
    assertThat(balance(ALICE)).isEqualTo("0.0000 AXON");
    assertThat(balance(BOB)).isEqualTo("10.0000 AXON");
    assertThat(trace.actions())
        .extracting(ActionTrace::receiver)
        .containsExactly(TOKEN, ALICE, BOB);
  }

  @Test
  void transfer_isRefused_bySenderAndReceiver() {
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    chain.fails("sender and receiver are one account", transfer(ALICE, ALICE, "1.0000 AXON", BOB));
    chain.refused(ChainError.MISSING_AUTH, transfer(ALICE, BOB, "1.0000 AXON", BOB));
    chain.fails(
        "the receiver's account does not exist",
        transfer(ALICE, Name.of("nobody1"), "1.0000 AXON", ALICE));
  }

  @Test
  void transfer_isRefused_byQuantity() {
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    chain.fails("there is no token with these letters", transfer(ALICE, BOB, "1.00 RUB", ALICE));
    chain.fails("the quantity must be above zero", transfer(ALICE, BOB, "0.0000 AXON", ALICE));
    chain.fails("the quantity must be above zero", transfer(ALICE, BOB, "-1.0000 AXON", ALICE));
    chain.fails(
        "the token has another number of decimal places", transfer(ALICE, BOB, "1.00 AXON", ALICE));
    chain.fails("the balance is too small", transfer(ALICE, BOB, "10.0001 AXON", ALICE));
    chain.fails(
        "the account has no balance of this token", transfer(BOB, ALICE, "0.0001 AXON", BOB));
  }

  @Test
  @Tag("SC-08")
  void transfer_isUndone_whenTheReceiverRefuses() {
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    chain.install(BOB, new Refuser());
    chain.fails("no, thank you", transfer(ALICE, BOB, "1.0000 AXON", ALICE));
    assertThat(balance(ALICE)).isEqualTo("10.0000 AXON");
  }

  @Test
  void memo_has256Bytes_andNotOneMore() {
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    Asset one = Asset.parse("0.0001 AXON");
    String full = "м".repeat(128);
    chain.push(act(TOKEN, new TokenContract.Transfer(ALICE, BOB, one, full), ALICE));
    chain.push(act(TOKEN, new TokenContract.Issue(ALICE, one, "x".repeat(256)), ALICE));
    chain.push(act(TOKEN, new TokenContract.Retire(one, full), ALICE));
    String refusal = "a memo has at most 256 bytes";
    chain.fails(
        refusal, act(TOKEN, new TokenContract.Transfer(ALICE, BOB, one, full + "x"), ALICE));
    chain.fails(refusal, act(TOKEN, new TokenContract.Issue(ALICE, one, "x".repeat(257)), ALICE));
    chain.fails(refusal, act(TOKEN, new TokenContract.Retire(one, full + "x"), ALICE));
  }

  @Test
  void rows_arePaid_byWhoAuthorised() {
    long key = AXON.code().value();
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    assertThat(chain.payer(TOKEN, ALICE, TokenContract.ACCOUNTS, key)).isEqualTo(ALICE);
    chain.push(transfer(ALICE, BOB, "1.0000 AXON", ALICE));
    assertThat(chain.payer(TOKEN, BOB, TokenContract.ACCOUNTS, key)).isEqualTo(ALICE);
    chain.push(transfer(BOB, ALICE, "0.5000 AXON", BOB));
    assertThat(chain.payer(TOKEN, BOB, TokenContract.ACCOUNTS, key)).isEqualTo(BOB);
    chain.push(transfer(ALICE, CAROL, "1.0000 AXON", ALICE, CAROL));
    assertThat(chain.payer(TOKEN, CAROL, TokenContract.ACCOUNTS, key)).isEqualTo(CAROL);
  }

  @Test
  void open_makesARowOnce_andCloseRemovesIt() {
    chain.push(act(TOKEN, new TokenContract.Open(BOB, AXON, ALICE), ALICE));
    assertThat(balance(BOB)).isEqualTo("0.0000 AXON");
    assertThat(chain.payer(TOKEN, BOB, TokenContract.ACCOUNTS, AXON.code().value()))
        .isEqualTo(ALICE);
    chain.push(issue(ALICE, "10.0000 AXON", ALICE));
    chain.push(transfer(ALICE, BOB, "1.0000 AXON", ALICE));
    chain.push(act(TOKEN, new TokenContract.Open(BOB, AXON, CAROL), CAROL));
    assertThat(balance(BOB)).isEqualTo("1.0000 AXON");
    chain.fails(
        "only a balance of nothing can be closed",
        act(TOKEN, new TokenContract.Close(BOB, AXON), BOB));
    chain.push(transfer(BOB, ALICE, "1.0000 AXON", BOB));
    chain.push(act(TOKEN, new TokenContract.Close(BOB, AXON), BOB));
    assertThat(balance(BOB)).isEqualTo("no row");
    chain.fails(
        "there is no row of this balance to remove",
        act(TOKEN, new TokenContract.Close(BOB, AXON), BOB));
  }

  @Test
  void openAndClose_areRefused_forOthersAndUnknownTokens() {
    chain.refused(
        ChainError.MISSING_AUTH, act(TOKEN, new TokenContract.Open(BOB, AXON, ALICE), BOB));
    chain.refused(ChainError.MISSING_AUTH, act(TOKEN, new TokenContract.Close(BOB, AXON), ALICE));
    chain.fails(
        "the owner's account does not exist",
        act(TOKEN, new TokenContract.Open(Name.of("nobody1"), AXON, ALICE), ALICE));
    chain.fails(
        "there is no token with these letters",
        act(TOKEN, new TokenContract.Open(BOB, Symbol.of(2, "RUB"), ALICE), ALICE));
    chain.fails(
        "the token has another number of decimal places",
        act(TOKEN, new TokenContract.Open(BOB, Symbol.of(2, "AXON"), ALICE), ALICE));
  }

  @Test
  void balances_addUpToTheSupply_random2026() {
    Random random = new Random(2026);
    List<Name> owners = List.of(ALICE, BOB, CAROL);
    Map<Name, Long> expected = new TreeMap<>();
    long supply = 0;
    for (int i = 0; i < 400; i++) {
      Name from = owners.get(random.nextInt(3));
      Name to = owners.get(random.nextInt(3));
      long amount = random.nextInt(2_000_000) - 10_000L;
      Asset quantity = new Asset(amount, AXON);
      boolean enough = expected.getOrDefault(from, 0L) >= amount;
      Action action;
      boolean allowed;
      switch (random.nextInt(4)) {
        case 0 -> {
          action = act(TOKEN, new TokenContract.Issue(ALICE, quantity, "" + i), ALICE);
          allowed = amount > 0 && supply + amount <= MAX.amount();
          if (allowed) {
            supply += amount;
            expected.merge(ALICE, amount, Long::sum);
          }
        }
        case 1 -> {
          action = act(TOKEN, new TokenContract.Retire(quantity, "" + i), ALICE);
          allowed = amount > 0 && expected.getOrDefault(ALICE, 0L) >= amount;
          if (allowed) {
            supply -= amount;
            expected.merge(ALICE, -amount, Long::sum);
          }
        }
        default -> {
          action = act(TOKEN, new TokenContract.Transfer(from, to, quantity, "" + i), from);
          allowed = amount > 0 && enough && !from.equals(to);
          if (allowed) {
            expected.merge(from, -amount, Long::sum);
            expected.merge(to, amount, Long::sum);
          }
        }
      }
      if (allowed) {
        chain.push(action);
      } else {
        chain.refused(ChainError.ASSERT_MESSAGE, action);
      }
      long held = 0;
      for (Name owner : owners) {
        long balance = chain.balance(owner, AXON).map(Asset::amount).orElse(0L);
        assertThat(balance).isEqualTo(expected.getOrDefault(owner, 0L));
        held += balance;
      }
      assertThat(stats().supply().amount()).isEqualTo(supply).isEqualTo(held);
    }
  }

  @Test
  void abi_isTheOneWalletsKnow() {
    assertThat(new TokenContract().abi().actions())
        .extracting(a -> a.name().toString())
        .containsExactly("close", "create", "issue", "open", "retire", "transfer");
    assertThat(new TokenContract().abi().tables())
        .extracting(t -> t.name() + " " + t.type())
        .containsExactly("accounts account", "stat currency_stats");
    assertThat(new TokenContract().abi().structs()).anySatisfy(struct -> {
      assertThat(struct.name()).isEqualTo("transfer");
      assertThat(struct.fields())
          .extracting(f -> f.name() + " " + f.type())
          .containsExactly("from name", "to name", "quantity asset", "memo string");
    });
  }
}
