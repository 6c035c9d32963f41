package io.github.coopj.chain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A chain with real signatures and contracts of the test's choice, without a node around it. */
public final class PlatformChain {
  public static final Name EOSIO = SystemActions.EOSIO;
  public static final Name ALICE = Name.of("alice1");
  public static final Name BOB = Name.of("bobbob");
  public static final Name CAROL = Name.of("carol1");

  public static final Genesis GENESIS =
      Genesis.of(TimePoint.parse("2026-01-01T00:00:00"), key(EOSIO).publicKey());

  private final List<SignedBlock> blocks = new ArrayList<>();
  private final Controller controller;
  private Controller.Making making;
  private int pushed;

  /** A chain whose hosts know the contracts; nothing is installed. */
  public PlatformChain(List<? extends Contract> catalog) {
    this.controller = new Controller(GENESIS, new ContractCatalog(catalog));
    this.making = controller.begin(nextSlot());
  }

  /** The key of an account. */
  public static PrivateKey key(Name name) {
    return PrivateKey.fromSeed(KeyType.K1, name.toString());
  }

  public static Authority authority(Name name) {
    return Authority.ofKey(key(name).publicKey());
  }

  /** An action authorised by the active permission of accounts. */
  public static Action act(Name contract, Record data, Name... actors) {
    PermissionLevel[] levels =
        List.of(actors).stream().map(PermissionLevel::active).toArray(PermissionLevel[]::new);
    return JavaContract.action(contract, data, levels);
  }

  @CanIgnoreReturnValue
  public PlatformChain create(Name... names) {
    for (Name name : names) {
      push(act(
          EOSIO,
          new SystemActions.NewAccount(EOSIO, name, authority(name), authority(name)),
          EOSIO));
    }
    return this;
  }

  @CanIgnoreReturnValue
  public PlatformChain install(Name account, Contract contract) {
    push(install(account, contract.descriptor()));
    return this;
  }

  public static Action install(Name account, io.github.coopj.Bytes code) {
    return act(EOSIO, new SystemActions.SetCode(account, 1, 0, code), account);
  }

  public Controller controller() {
    return controller;
  }

  public List<SignedBlock> blocks() {
    return List.copyOf(blocks);
  }

  /** Time of the block in the making. */
  public Instant now() {
    return making.slot().toInstant();
  }

  public BlockTimestamp slot() {
    return making.slot();
  }

  /** Number of the block in the making. */
  public long block() {
    return controller.head().number() + 1;
  }

  private BlockTimestamp nextSlot() {
    return controller.head().header().timestamp().next();
  }

  public SignedTransaction sign(List<Action> actions, List<? extends Signer> signers) {
    TransactionBuilder builder = TransactionBuilder.forChain(controller.chainId())
        .tapos(controller.head().id())
        .expiresAt(TimePointSec.of(now()).plusSeconds(60 + pushed++ % 3000));
    actions.forEach(builder::add);
    return builder.sign(signers.toArray(new Signer[0]));
  }

  /** Pushes actions as one transaction, signed with the keys of their actors. */
  @CanIgnoreReturnValue
  public TransactionTrace push(Action... actions) {
    List<Signer> signers = List.of(actions).stream()
        .flatMap(action -> action.authorization().stream())
        .<Signer>map(level -> key(level.actor()))
        .distinct()
        .toList();
    return pushSigned(signers, actions);
  }

  @CanIgnoreReturnValue
  public TransactionTrace pushSigned(List<? extends Signer> signers, Action... actions) {
    return making.execute(
        TransactionMetadata.recover(
            sign(List.of(actions), signers).pack(Compression.NONE), controller.chainId()),
        100);
  }

  /** Pushes what must be refused and must leave no trace. */
  @CanIgnoreReturnValue
  public ChainException refused(ChainError error, Action... actions) {
    return refused(error, () -> push(actions));
  }

  /** Does what must be refused and must leave no trace. */
  @CanIgnoreReturnValue
  public ChainException refused(ChainError error, Runnable push) {
    Checksum256 before = controller.kernel().present().digest();
    ChainException refusal = catchThrowableOfType(ChainException.class, push::run);
    assertThat(refusal).as("must be refused with %s", error).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(error);
    assertThat(controller.kernel().present().digest()).isEqualTo(before);
    return refusal;
  }

  /** Pushes what a contract must refuse with a text. */
  @CanIgnoreReturnValue
  public ChainException fails(String message, Action... actions) {
    ChainException refusal = refused(ChainError.ASSERT_MESSAGE, actions);
    assertThat(refusal).hasMessageEndingWith("assertion failure with message: " + message);
    return refusal;
  }

  /** Ends the block in the making and begins the one of the next slot. */
  @CanIgnoreReturnValue
  public SignedBlock produce() {
    return produce(Duration.ofMillis(500));
  }

  /** Ends the block in the making and begins one so much later. */
  @CanIgnoreReturnValue
  public SignedBlock produce(Duration later) {
    Instant next = now().plus(later);
    SignedBlock block = making.seal(key(making.producer().producerName())).block();
    blocks.add(block);
    making = controller.begin(BlockTimestamp.of(next));
    return block;
  }

  public <R extends Record> Optional<R> row(
      Name code, Name scope, Name table, long key, Class<R> type) {
    return controller
        .kernel()
        .present()
        .row(new TableKey(code, scope, table), key)
        .map(row -> RecordCodec.of(type).decode(row.value().toArray()));
  }

  public <R extends Record> List<R> rows(Name code, Name scope, Name table, Class<R> type) {
    return controller.kernel().present().rows(new TableKey(code, scope, table), 0, 10_000).stream()
        .map(row -> RecordCodec.of(type).decode(row.row().value().toArray()))
        .toList();
  }

  public Name payer(Name code, Name scope, Name table, long key) {
    return controller
        .kernel()
        .present()
        .row(new TableKey(code, scope, table), key)
        .orElseThrow()
        .payer();
  }

  /** Balance of a token, or nothing if there is no row. */
  public Optional<Asset> balance(Name owner, Symbol symbol) {
    return row(
            TokenContract.ACCOUNT,
            owner,
            TokenContract.ACCOUNTS,
            symbol.code().value(),
            TokenContract.Account.class)
        .map(TokenContract.Account::balance);
  }
}
