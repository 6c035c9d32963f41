package io.github.coopj.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.cooperative.PlatformInstaller;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.node.ChainOptions;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.chain.store.ChainStore;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.chain.system.SystemAccounts;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.AccountNames;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.Signer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A chain with the contracts of the platform, made by one producer, whose accounts are held by {@link TestKeys}.
 *
 * <p>Each push makes a block, so that what it did can be read at once, and moves the clock to the slot of that block: half
 * a second a push, unless the clock was moved further. A refused push makes an empty block.
 */
public final class TestChain implements AutoCloseable {
  private final LocalChain chain;
  private final VirtualClock clock;
  private final Witness witness;

  private TestChain(LocalChain chain, VirtualClock clock, Genesis genesis) {
    this.chain = chain;
    this.clock = clock;
    this.witness = new Witness(genesis);
  }

  /**
   * A chain in memory that begins at the clock's time.
   *
   * @param clock clock of the chain
   * @return the chain, contracts installed
   */
  public static TestChain inMemory(VirtualClock clock) {
    return start(clock, CooperativeContracts.catalog(), Optional.empty());
  }

  /** The same with contracts that are wrapped for a test. */
  static TestChain inMemory(VirtualClock clock, ContractCatalog catalog) {
    return start(clock, catalog, Optional.empty());
  }

  /**
   * A chain that is kept in a folder.
   *
   * @param clock clock of the chain
   * @param directory the folder, without a chain yet; the block log in it is {@link ChainStore#LOG}
   * @return the chain, contracts installed
   */
  public static TestChain onDisk(VirtualClock clock, Path directory) {
    return start(clock, CooperativeContracts.catalog(), Optional.of(StoreOptions.in(directory)));
  }

  private static TestChain start(
      VirtualClock clock, ContractCatalog catalog, Optional<StoreOptions> store) {
    PrivateKey operator = TestKeys.of(SystemActions.EOSIO);
    Genesis genesis = Genesis.of(TimePoint.of(clock.instant()), operator.publicKey());
    LocalChain chain = LocalChain.open(ChainOptions.builder()
        .genesis(genesis)
        .catalog(catalog)
        .clock(clock)
        .addProducers(operator)
        .store(store)
        .build());
    try {
      TestChain installed = new TestChain(chain, clock, genesis);
      for (List<Action> actions : PlatformInstaller.transactions(operator.publicKey())) {
        installed.pushSignedBy(List.of(operator), actions.toArray(new Action[0]));
      }
      return installed;
    } catch (RuntimeException e) {
      chain.close();
      throw e;
    }
  }

  /**
   * The chain itself.
   *
   * @return the chain in process
   */
  public LocalChain chain() {
    return chain;
  }

  /**
   * The clock of the chain.
   *
   * @return the clock
   */
  public VirtualClock clock() {
    return clock;
  }

  /**
   * Digest of the whole state after the latest block.
   *
   * @return equal digests mean equal states
   */
  public Checksum256 stateDigest() {
    return chain.stateDigest();
  }

  /**
   * Digest of the state that a second chain reaches from the same genesis when it is given the blocks and nothing else.
   * It differs from {@link #stateDigest} if something outside the blocks left a trace, such as a refused transaction.
   *
   * @return the digest
   */
  public Checksum256 witnessedDigest() {
    return witness.stateDigest();
  }

  /**
   * Creates accounts, each by who may: names with a dot by their domain, others by {@code eosio}.
   *
   * @param names names
   */
  public void createAccounts(String... names) {
    for (String text : names) {
      Name name = Name.of(text);
      Name creator = AccountNames.zoneOf(name).orElse(SystemActions.EOSIO);
      Authority authority = Authority.ofKey(TestKeys.of(name).publicKey());
      push(PlatformInstaller.newAccount(creator, name, authority, authority));
    }
  }

  /**
   * Gives an account system tokens out of what was issued at the launch, 10 000.0000 AXON in all.
   *
   * @param account account
   * @param quantity amount of AXON
   */
  public void fund(String account, Asset quantity) {
    push(JavaContract.action(
        SystemActions.EOSIO,
        new SystemContract.PayOut(SystemAccounts.SAVING, Name.of(account), quantity, "for tests"),
        PermissionLevel.active(SystemActions.EOSIO)));
  }

  /**
   * What an account has of a token of the platform's token contract.
   *
   * @param account account
   * @param symbol token
   * @return the balance, zero if there is no row
   */
  public Asset balance(String account, Symbol symbol) {
    return chain
        .row(
            TokenContract.ACCOUNT,
            Name.of(account),
            TokenContract.ACCOUNTS,
            symbol.code().value(),
            TokenContract.Account.class)
        .map(TokenContract.Account::balance)
        .orElse(Asset.zero(symbol));
  }

  /**
   * Pushes actions as one transaction signed by everybody whom they name as actors, and makes a block.
   *
   * @param actions actions
   * @return what became of it
   */
  @CanIgnoreReturnValue
  public PushResult push(Action... actions) {
    NavigableSet<Name> actors = new TreeSet<>();
    for (Action action : actions) {
      for (PermissionLevel level : action.authorization()) {
        actors.add(level.actor());
      }
    }
    return pushSignedBy(actors.stream().map(TestKeys::of).toList(), actions);
  }

  /**
   * Pushes actions as one transaction with the given signatures, and makes a block.
   *
   * @param signers keys
   * @param actions actions
   * @return what became of it
   */
  @CanIgnoreReturnValue
  public PushResult pushSignedBy(List<? extends Signer> signers, Action... actions) {
    try {
      return chain.push(List.of(actions), signers);
    } finally {
      produceBlock();
    }
  }

  /**
   * Makes a block and moves the clock to its slot if the clock is behind.
   *
   * @return the block
   */
  @CanIgnoreReturnValue
  public SignedBlock produceBlock() {
    SignedBlock block = chain.produceBlock();
    witness.see(block);
    Instant slot = block.header().timestamp().toInstant();
    if (slot.isAfter(clock.instant())) {
      clock.advanceTo(slot);
    }
    return block;
  }

  @Override
  public void close() {
    chain.close();
  }
}
