package io.github.coopj.samples.benchmarks.chain;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Accounts that own tokens and send them to each other. Everything follows from the number of accounts and a seed.
 */
final class TransferWorld {
  /** Time of the genesis. */
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final Name EOSIO = SystemActions.EOSIO;
  private static final int LETTERS = 26;
  private static final int NAME_LENGTH = 8;
  private static final int ACTIONS_PER_TRANSACTION = 100;
  private static final Asset FUNDS = Asset.parse("1000000.0000 AXON");
  private static final Asset SUPPLY = Asset.parse("400000000000000.0000 AXON");
  private static final Asset SENT = Asset.parse("0.0001 AXON");

  private final TokenContract token = new TokenContract();
  private final PrivateKey operator = PrivateKey.fromSeed(KeyType.K1, "benchmark operator");
  private final List<Name> accounts;
  private final List<PrivateKey> keys;

  /**
   * Names accounts.
   *
   * @param count how many accounts, 2 or more
   * @param distinctKeys how many keys they have; the accounts beyond share them in turns
   */
  TransferWorld(int count, int distinctKeys) {
    this.accounts = IntStream.range(0, count).mapToObj(TransferWorld::nameOf).toList();
    this.keys = IntStream.range(0, Math.min(count, distinctKeys))
        .parallel()
        .mapToObj(i -> PrivateKey.fromSeed(KeyType.K1, "benchmark account " + i))
        .toList();
  }

  /** The genesis: as by default, but for blocks that may hold as much as this machine manages. */
  Genesis genesis() {
    ChainConfiguration usual = ChainConfiguration.DEFAULT;
    ChainConfiguration wide = new ChainConfiguration(
        64L * usual.maxBlockNetUsage(),
        usual.targetBlockNetUsagePct(),
        usual.maxTransactionNetUsage(),
        usual.basePerTransactionNetUsage(),
        usual.netUsageLeeway(),
        usual.contextFreeDiscountNetUsageNum(),
        usual.contextFreeDiscountNetUsageDen(),
        64L * usual.maxBlockCpuUsage(),
        usual.targetBlockCpuUsagePct(),
        usual.maxTransactionCpuUsage(),
        usual.minTransactionCpuUsage(),
        usual.maxTransactionLifetime(),
        usual.deferredTrxExpirationWindow(),
        usual.maxTransactionDelay(),
        usual.maxInlineActionSize(),
        usual.maxInlineActionDepth(),
        usual.maxAuthorityDepth());
    return new Genesis(TimePoint.of(START), operator.publicKey(), wide);
  }

  ContractCatalog catalog() {
    return new ContractCatalog(List.<Contract>of(token));
  }

  /** Holds {@code eosio} and the token, and produces the blocks. */
  PrivateKey operator() {
    return operator;
  }

  /** Actions that create the token, the accounts and their balances, in lists of one transaction each. */
  List<List<Action>> setUp() {
    Name contract = TokenContract.ACCOUNT;
    PermissionLevel issuer = PermissionLevel.active(contract);
    List<Action> all = new ArrayList<>();
    all.add(JavaContract.action(
        EOSIO,
        new SystemActions.SetCode(contract, SystemActions.SetCode.JAVA_VM, 0, token.descriptor()),
        issuer));
    all.add(JavaContract.action(contract, new TokenContract.Create(contract, SUPPLY), issuer));
    all.add(
        JavaContract.action(contract, new TokenContract.Issue(contract, SUPPLY, "all"), issuer));
    List<List<Action>> transactions = new ArrayList<>();
    transactions.add(List.of(newAccount(contract, operator)));
    transactions.add(List.copyOf(all));
    all.clear();
    for (int i = 0; i < accounts.size(); i++) {
      all.add(newAccount(accounts.get(i), keyOf(i)));
      all.add(JavaContract.action(
          contract, new TokenContract.Transfer(contract, accounts.get(i), FUNDS, ""), issuer));
      if (all.size() >= ACTIONS_PER_TRANSACTION || i + 1 == accounts.size()) {
        transactions.add(List.copyOf(all));
        all.clear();
      }
    }
    return transactions;
  }

  /** One transaction of the set-up, signed. */
  SignedTransaction sign(List<Action> actions, Checksum256 chainId, Checksum256 block, Instant at) {
    TransactionBuilder builder =
        TransactionBuilder.forChain(chainId).tapos(block).expiresAt(expiration(at));
    actions.forEach(builder::add);
    return builder.sign(operator);
  }

  /** Packed transfers between random accounts, each signed by its sender, none like another. */
  List<PackedTransaction> packed(
      int count, long seed, Checksum256 chainId, Checksum256 block, Instant at) {
    Random random = new Random(seed);
    int[] from = new int[count];
    int[] to = new int[count];
    for (int i = 0; i < count; i++) {
      from[i] = random.nextInt(accounts.size());
      to[i] = (from[i] + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
    }
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(i -> TransactionBuilder.forChain(chainId)
            .tapos(block)
            .expiresAt(expiration(at))
            .add(JavaContract.action(
                TokenContract.ACCOUNT,
                new TokenContract.Transfer(
                    accounts.get(from[i]), accounts.get(to[i]), SENT, "n" + i),
                PermissionLevel.active(accounts.get(from[i]))))
            .sign(keyOf(from[i]))
            .pack(Compression.NONE))
        .toList();
  }

  private static TimePointSec expiration(Instant at) {
    return TimePointSec.of(
        at.plusSeconds(ChainConfiguration.DEFAULT.maxTransactionLifetime() - 60));
  }

  private Action newAccount(Name name, PrivateKey key) {
    Authority authority = Authority.ofKey(key.publicKey());
    return JavaContract.action(
        EOSIO,
        new SystemActions.NewAccount(EOSIO, name, authority, authority),
        PermissionLevel.active(EOSIO));
  }

  private PrivateKey keyOf(int account) {
    return keys.get(account % keys.size());
  }

  private static Name nameOf(int number) {
    char[] letters = new char[NAME_LENGTH];
    int rest = number;
    for (int i = NAME_LENGTH - 1; i >= 0; i--) {
      letters[i] = (char) ('a' + rest % LETTERS);
      rest /= LETTERS;
    }
    return Name.of(new String(letters));
  }
}
