package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Two chains of one genesis in one process, each with keys of two of four producers, and the few lines of a host that give
 * each the blocks of the other.
 */
final class TwoChains implements AutoCloseable {
  static final Name A = TestChain.ALICE;
  static final Name B = TestChain.BOB;
  static final Name C = Name.of("carol1");
  static final Name D = Name.of("dave11");
  static final Symbol AXON = Symbol.AXON;

  /** Slots of one turn. */
  static final int TURN = 12;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Name TOKEN = TokenContract.ACCOUNT;

  final VirtualClock clock = new VirtualClock(START);
  private final List<Optional<Path>> folders;
  private final List<ChainListener> listeners;
  private final List<LocalChain> chains = new ArrayList<>();
  private boolean together = true;
  private int transfers;
  private Checksum256 common = TestChain.GENESIS.chainId();

  /** Both have founded the chain, all four producers take turns, and it is the first slot of A's turn. */
  TwoChains(List<Optional<Path>> folders, List<ChainListener> listeners) {
    this.folders = folders;
    this.listeners = listeners;
    chains.add(open(0));
    chains.add(open(1));
    found();
    while (here().view().proposedSchedule().isPresent()
        || here().info().irreversibleNumber() < 3
        || slot() % (4 * TURN) != 4 * TURN - 1) {
      pass();
    }
    common = here().info().headId();
  }

  static TwoChains inMemory() {
    return new TwoChains(
        List.of(Optional.empty(), Optional.empty()),
        List.of(ChainListener.NONE, ChainListener.NONE));
  }

  private LocalChain open(int chain) {
    List<Name> own = chain == 0 ? List.of(TestChain.EOSIO, A, C) : List.of(B, D);
    return LocalChain.open(ChainOptions.builder()
        .genesis(TestChain.GENESIS)
        .catalog(new ContractCatalog(List.of(new SystemContract(), new TokenContract())))
        .clock(clock)
        .addAllProducers(own.stream().map(TestChain::key).toList())
        .store(folders
            .get(chain)
            .map(folder ->
                StoreOptions.builder().directory(folder).snapshotInterval(20).build()))
        .listener(listeners.get(chain))
        .build());
  }

  private void found() {
    Signer operator = TestChain.key(TestChain.EOSIO);
    push(operator, TestChain.install(TestChain.EOSIO, new SystemContract()));
    for (Name name : List.of(TOKEN, A, B, C, D)) {
      push(operator, TestChain.newAccount(TestChain.EOSIO, name));
    }
    push(TestChain.key(TOKEN), TestChain.install(TOKEN, new TokenContract()));
    push(
        TestChain.key(TOKEN),
        act(new TokenContract.Create(A, Asset.parse("1000.0000 AXON")), TOKEN));
    push(
        TestChain.key(A), act(new TokenContract.Issue(A, Asset.parse("1000.0000 AXON"), "all"), A));
    push(
        operator,
        TestChain.system(
            new SystemContract.SetProducers(Stream.of(A, B, C, D)
                .map(name ->
                    new SystemContract.Producer(name, TestChain.key(name).publicKey()))
                .toList()),
            PermissionLevel.active(TestChain.EOSIO)));
  }

  private void push(Signer signer, Action action) {
    assertThat(here().push(List.of(action), List.of(signer)).block()).isEqualTo(2);
  }

  private static Action act(Record data, Name actor) {
    return JavaContract.action(TOKEN, data, PermissionLevel.active(actor));
  }

  LocalChain here() {
    return chains.get(0);
  }

  LocalChain there() {
    return chains.get(1);
  }

  LocalChain chain(int number) {
    return chains.get(number);
  }

  /** Stops the chain and starts it from its folder. */
  void restart(int chain) {
    chains.get(chain).close();
    chains.set(chain, open(chain));
  }

  void apart() {
    together = false;
  }

  void rejoin() {
    together = true;
  }

  long slot() {
    return BlockTimestamp.of(clock.instant()).slot();
  }

  void pass(int slots) {
    for (int i = 0; i < slots; i++) {
      pass();
    }
  }

  /** One slot: who has its turn makes a block, and the other one gets it. */
  void pass() {
    clock.advance(Duration.ofMillis(500));
    for (int i = 0; i < 2; i++) {
      Optional<SignedBlock> block = make(chain(i));
      if (block.isPresent() && together) {
        give(chain(i), block.get(), chain(1 - i));
      }
    }
  }

  /** The block of the slot that has begun, if there is none and it is for this chain to make. */
  private Optional<SignedBlock> make(LocalChain chain) {
    if (chain.info().headTime().slot() >= slot()) {
      return Optional.empty();
    }
    try {
      return Optional.of(chain.produceBlock());
    } catch (ChainException e) {
      if (e.reason() == ChainError.WRONG_PRODUCER
          || e.reason() == ChainError.PRODUCER_DOUBLE_CONFIRM) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What a host does with a block, as told in the documentation of {@link LocalChain}. */
  static void give(LocalChain here, SignedBlock block, LocalChain there) {
    if (there.accept(block) instanceof Acceptance.Unlinkable) {
      for (long n = there.info().irreversibleNumber() + 1; n <= block.number(); n++) {
        here.block(n).ifPresent(there::accept);
      }
    }
  }

  /** A transfer of one unit, valid on all branches, unlike all others. */
  SignedTransaction transfer(Duration lives) {
    synchronized (clock) {
      return TransactionBuilder.forChain(TestChain.GENESIS.chainId())
          .tapos(common)
          .expiresAt(TimePointSec.of(clock.instant().plus(lives)))
          .add(act(
              new TokenContract.Transfer(A, B, Asset.parse("0.0001 AXON"), "no " + ++transfers), A))
          .sign(TestChain.key(A));
    }
  }

  /** Submits where the promise does not matter, too. */
  @CanIgnoreReturnValue
  static CompletableFuture<PushResult> submit(LocalChain chain, SignedTransaction transaction) {
    return chain.submit(transaction);
  }

  /** How many units were transferred. */
  static long transferred(LocalChain chain) {
    return chain
        .row(TOKEN, B, TokenContract.ACCOUNTS, AXON.code().value(), TokenContract.Account.class)
        .map(row -> row.balance().amount())
        .orElse(0L);
  }

  /** Ids of all transactions of the best branch after a block. */
  static List<Checksum256> transactions(LocalChain chain, long after) {
    List<Checksum256> ids = new ArrayList<>();
    for (long n = after + 1; n <= chain.info().headNumber(); n++) {
      chain
          .block(n)
          .orElseThrow()
          .transactions()
          .forEach(receipt -> ids.add(receipt.transaction().id()));
    }
    return ids;
  }

  @Override
  public void close() {
    chains.forEach(LocalChain::close);
  }
}
