package io.github.coopj.chain.token;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.RowStore;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import java.lang.invoke.MethodHandles;

/**
 * Keeps tokens: who issued them, how many there are and may be, who has how many (CHAIN-06).
 *
 * <p>Actions, tables and the order of checks are those of the token contract that Antelope wallets know. Table
 * {@code stat} has a row a token in the scope of its letters; {@code accounts} has a row a token in the scope of the
 * owner. Every refusal leaves everything as it was.
 */
@ContractTable(name = "accounts", row = TokenContract.Account.class)
@ContractTable(name = "stat", row = TokenContract.CurrencyStats.class)
public final class TokenContract extends JavaContract {
  /** Account that the platform's token contract is installed on. */
  public static final Name ACCOUNT = Name.of("eosio.token");

  /** Table of balances, in the scope of the owner. */
  public static final Name ACCOUNTS = Name.of("accounts");

  /** Table of tokens, in the scope of the token's letters. */
  public static final Name STAT = Name.of("stat");

  /** Bytes of UTF-8 that a memo can have at most. */
  public static final int MAX_MEMO = 256;

  private static final Codec<Account> ACCOUNT_CODEC = RecordCodec.of(Account.class);
  private static final Codec<CurrencyStats> STATS_CODEC = RecordCodec.of(CurrencyStats.class);

  /** Creates the contract. */
  public TokenContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Makes a token known; none of it exists yet. The contract's account authorises it.
   *
   * @param issuer account that may issue and retire it
   * @param maximumSupply how many there may ever be
   */
  @AbiName("create")
  public record Create(
      Name issuer, @AbiName("maximum_supply") Asset maximumSupply) {}

  /**
   * Issues tokens to the issuer, who authorises it.
   *
   * @param to the issuer
   * @param quantity how many, 1 minor unit or more
   * @param memo at most {@value #MAX_MEMO} bytes
   */
  @AbiName("issue")
  public record Issue(Name to, Asset quantity, String memo) {}

  /**
   * Destroys tokens of the issuer, who authorises it.
   *
   * @param quantity how many, 1 minor unit or more
   * @param memo at most {@value #MAX_MEMO} bytes
   */
  @AbiName("retire")
  public record Retire(Asset quantity, String memo) {}

  /**
   * Hands tokens over. The sender authorises it; both sides are notified.
   *
   * @param from sender
   * @param to receiver, another account
   * @param quantity how many, 1 minor unit or more
   * @param memo at most {@value #MAX_MEMO} bytes
   */
  @AbiName("transfer")
  public record Transfer(Name from, Name to, Asset quantity, String memo) {}

  /**
   * Makes a row for a balance, so that receiving costs nobody RAM. Does nothing if there is one.
   *
   * @param owner account of the balance
   * @param symbol the token
   * @param ramPayer account that pays for the row and authorises it
   */
  @AbiName("open")
  public record Open(
      Name owner, Symbol symbol, @AbiName("ram_payer") Name ramPayer) {}

  /**
   * Removes the row of a balance of nothing; the owner authorises it.
   *
   * @param owner account of the balance
   * @param symbol the token
   */
  @AbiName("close")
  public record Close(Name owner, Symbol symbol) {}

  /**
   * Row of {@code accounts}.
   *
   * @param balance how much the owner has
   */
  @AbiName("account")
  public record Account(Asset balance) {}

  /**
   * Row of {@code stat}.
   *
   * @param supply how much there is
   * @param maxSupply how much there may be
   * @param issuer account that may issue and retire
   */
  @AbiName("currency_stats")
  public record CurrencyStats(
      Asset supply, @AbiName("max_supply") Asset maxSupply, Name issuer) {}

  @ContractAction
  void create(Context context, Create data) {
    context.requireAuthorization(context.receiver());
    context.check(data.maximumSupply().isPositive(), "the greatest supply must be above zero");
    Symbol symbol = data.maximumSupply().symbol();
    RowStore stats = stats(context, symbol);
    context.check(
        stats.find(codeOf(symbol)) == null, "a token with these letters is there already");
    put(
        stats,
        context.receiver(),
        symbol,
        new CurrencyStats(Asset.zero(symbol), data.maximumSupply(), data.issuer()));
  }

  @ContractAction
  void issue(Context context, Issue data) {
    Symbol symbol = data.quantity().symbol();
    requireMemo(context, data.memo());
    RowStore stats = stats(context, symbol);
    CurrencyStats token = token(context, stats, symbol);
    context.check(data.to().equals(token.issuer()), "tokens are issued to their issuer only");
    context.requireAuthorization(token.issuer());
    requireQuantity(context, data.quantity(), token);
    context.check(
        data.quantity().amount() <= token.maxSupply().amount() - token.supply().amount(),
        "the issue goes beyond the greatest supply");
    change(
        stats,
        symbol,
        new CurrencyStats(token.supply().plus(data.quantity()), token.maxSupply(), token.issuer()));
    add(context, token.issuer(), data.quantity(), token.issuer());
  }

  @ContractAction
  void retire(Context context, Retire data) {
    Symbol symbol = data.quantity().symbol();
    requireMemo(context, data.memo());
    RowStore stats = stats(context, symbol);
    CurrencyStats token = token(context, stats, symbol);
    context.requireAuthorization(token.issuer());
    requireQuantity(context, data.quantity(), token);
    take(context, token.issuer(), data.quantity());
    change(
        stats,
        symbol,
        new CurrencyStats(
            token.supply().minus(data.quantity()), token.maxSupply(), token.issuer()));
  }

  @ContractAction
  void transfer(Context context, Transfer data) {
    Name from = data.from();
    Name to = data.to();
    Asset quantity = data.quantity();
    context.check(!from.equals(to), "sender and receiver are one account");
    context.requireAuthorization(from);
    context.check(context.isAccount(to), "the receiver's account does not exist");
    CurrencyStats token = token(context, stats(context, quantity.symbol()), quantity.symbol());
    context.requireRecipient(from);
    context.requireRecipient(to);
    requireQuantity(context, quantity, token);
    requireMemo(context, data.memo());
    Name payer = context.hasAuthorization(to) ? to : from;
    take(context, from, quantity);
    add(context, to, quantity, payer);
  }

  @ContractAction
  void open(Context context, Open data) {
    context.requireAuthorization(data.ramPayer());
    context.check(context.isAccount(data.owner()), "the owner's account does not exist");
    CurrencyStats token = token(context, stats(context, data.symbol()), data.symbol());
    context.check(
        token.supply().symbol().equals(data.symbol()),
        "the token has another number of decimal places");
    RowStore accounts = context.rows(ACCOUNTS, data.owner());
    if (accounts.find(codeOf(data.symbol())) == null) {
      accounts.insert(data.ramPayer(), codeOf(data.symbol()), balance(Asset.zero(data.symbol())));
    }
  }

  @ContractAction
  void close(Context context, Close data) {
    context.requireAuthorization(data.owner());
    RowStore accounts = context.rows(ACCOUNTS, data.owner());
    Bytes row = accounts.find(codeOf(data.symbol()));
    if (row == null) {
      context.check(false, "there is no row of this balance to remove");
      return;
    }
    context.check(balance(row).isZero(), "only a balance of nothing can be closed");
    accounts.remove(codeOf(data.symbol()));
  }

  /** Key of a token's rows: its letters without the decimal places. */
  private static long codeOf(Symbol symbol) {
    return symbol.value() >>> 8;
  }

  private static RowStore stats(Context context, Symbol symbol) {
    return context.rows(STAT, new Name(codeOf(symbol)));
  }

  private static CurrencyStats token(Context context, RowStore stats, Symbol symbol) {
    Bytes row = stats.find(codeOf(symbol));
    context.check(row != null, "there is no token with these letters");
    return STATS_CODEC.decode((row == null ? Bytes.EMPTY : row).toArray());
  }

  private static void put(RowStore stats, Name payer, Symbol symbol, CurrencyStats token) {
    stats.insert(payer, codeOf(symbol), Bytes.of(STATS_CODEC.encode(token)));
  }

  private static void change(RowStore stats, Symbol symbol, CurrencyStats token) {
    stats.update(Name.EMPTY, codeOf(symbol), Bytes.of(STATS_CODEC.encode(token)));
  }

  private static void requireQuantity(Context context, Asset quantity, CurrencyStats token) {
    context.check(quantity.amount() > 0, "the quantity must be above zero");
    context.check(
        quantity.symbol().equals(token.supply().symbol()),
        "the token has another number of decimal places");
  }

  private static void requireMemo(Context context, String memo) {
    context.check(Utf8.fits(memo, MAX_MEMO), "a memo has at most 256 bytes");
  }

  private static void take(Context context, Name owner, Asset quantity) {
    RowStore accounts = context.rows(ACCOUNTS, owner);
    long key = codeOf(quantity.symbol());
    Bytes row = accounts.find(key);
    if (row == null) {
      context.check(false, "the account has no balance of this token");
      return;
    }
    Asset balance = balance(row);
    context.check(balance.amount() >= quantity.amount(), "the balance is too small");
    accounts.update(owner, key, balance(balance.minus(quantity)));
  }

  private static void add(Context context, Name owner, Asset quantity, Name payer) {
    RowStore accounts = context.rows(ACCOUNTS, owner);
    long key = codeOf(quantity.symbol());
    Bytes row = accounts.find(key);
    if (row == null) {
      accounts.insert(payer, key, balance(quantity));
    } else {
      accounts.update(Name.EMPTY, key, balance(balance(row).plus(quantity)));
    }
  }

  private static Asset balance(Bytes row) {
    return ACCOUNT_CODEC.decode(row.toArray()).balance();
  }

  private static Bytes balance(Asset balance) {
    return Bytes.of(ACCOUNT_CODEC.encode(new Account(balance)));
  }
}
