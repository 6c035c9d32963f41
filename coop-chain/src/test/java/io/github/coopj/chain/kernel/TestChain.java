package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.SignatureRecovery;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.abi.RecordCodec;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A chain without a node around it: blocks are begun, filled and sealed by the test. */
public final class TestChain {
  public static final Name EOSIO = SystemActions.EOSIO;
  public static final Name LEDGER = Name.of("ledger");
  public static final Name OTHER = Name.of("otherledger");
  public static final Name ALICE = Name.of("alice1");
  public static final Name BOB = Name.of("bobbob");

  public static final Genesis GENESIS =
      Genesis.of(TimePoint.parse("2026-01-01T00:00:00"), key(EOSIO).publicKey());

  private final Controller controller;
  private final List<SignedBlock> blocks = new ArrayList<>();
  private Controller.Making making;
  private int pushed;

  /** A chain with the accounts above, a key each, and the ledger on both of its accounts. */
  public TestChain() {
    this(List.of());
  }

  /** Such a chain, with the probe on its own account. */
  public static TestChain with(Probe probe) {
    TestChain chain = new TestChain(List.of(probe));
    chain.push(newAccount(EOSIO, Probe.PROBE));
    chain.push(install(Probe.PROBE, probe));
    chain.push(
        system(new SystemContract.SetPrivileged(Probe.PROBE, true), PermissionLevel.active(EOSIO)));
    chain.produce();
    return chain;
  }

  /** Such a chain that begins with other protocol features. */
  public static TestChain beginningWith(Set<ProtocolFeature> features) {
    return new TestChain(List.of(), features);
  }

  private TestChain(List<Contract> more) {
    this(more, ProtocolFeature.FIRST);
  }

  private TestChain(List<Contract> more, Set<ProtocolFeature> features) {
    List<Contract> contracts =
        new ArrayList<>(List.of(new SystemContract(), new Ledger(), new Ledger(2)));
    contracts.addAll(more);
    controller = new Controller(
        GENESIS, features, new ContractCatalog(contracts), SignatureRecovery.COMPUTED);
    making = controller.begin(nextSlot());
    push(install(EOSIO, new SystemContract()));
    for (Name account : List.of(LEDGER, OTHER, ALICE, BOB)) {
      push(newAccount(EOSIO, account));
    }
    push(install(LEDGER, new Ledger()));
    push(install(OTHER, new Ledger()));
    produce();
  }

  public static ContractCatalog catalog() {
    return new ContractCatalog(List.of(new SystemContract(), new Ledger(), new Ledger(2)));
  }

  /** The key of an account of that name, and of any other thing of that name. */
  public static PrivateKey key(Object name) {
    return PrivateKey.fromSeed(KeyType.K1, name.toString());
  }

  public static Authority authority(Object name) {
    return Authority.ofKey(key(name).publicKey());
  }

  public static Action newAccount(Name creator, Name name) {
    return newAccount(creator, name, authority(name));
  }

  public static Action newAccount(Name creator, Name name, Authority authority) {
    return system(
        new SystemActions.NewAccount(creator, name, authority, authority),
        PermissionLevel.active(creator));
  }

  public static Action install(Name account, Contract contract) {
    return setCode(account, 1, contract.descriptor());
  }

  public static Action setCode(Name account, int vmType, Bytes code) {
    return system(
        new SystemActions.SetCode(account, vmType, 0, code), PermissionLevel.active(account));
  }

  public static Action system(Record data, PermissionLevel... authorization) {
    return JavaContract.action(EOSIO, data, authorization);
  }

  /** An action of the ledger, authorised by the account's active permission. */
  public static Action ledger(Record data, Name account) {
    return JavaContract.action(LEDGER, data, PermissionLevel.active(account));
  }

  public Controller controller() {
    return controller;
  }

  public Kernel kernel() {
    return controller.kernel();
  }

  public Controller.Making making() {
    return making;
  }

  /** All blocks after the first. */
  public List<SignedBlock> blocks() {
    return List.copyOf(blocks);
  }

  public BlockTimestamp nextSlot() {
    return controller.head().header().timestamp().next();
  }

  /** Starts a transaction that is valid for the block in the making and unlike the others. */
  public TransactionBuilder transaction(Action... actions) {
    TransactionBuilder builder = TransactionBuilder.forChain(controller.chainId())
        .tapos(controller.head().id())
        .expiresAt(TimePointSec.of(making.slot().toInstant()).plusSeconds(60 + pushed++ % 3000));
    for (Action action : actions) {
      builder.add(action);
    }
    return builder;
  }

  @CanIgnoreReturnValue
  public TransactionTrace push(SignedTransaction transaction) {
    return making.execute(
        TransactionMetadata.recover(transaction.pack(Compression.NONE), controller.chainId()), 100);
  }

  /** Pushes actions as one transaction, signed with the keys of their actors. */
  @CanIgnoreReturnValue
  public TransactionTrace push(Action... actions) {
    Signer[] signers = List.of(actions).stream()
        .flatMap(action -> action.authorization().stream())
        .map(level -> key(level.actor()))
        .distinct()
        .toArray(Signer[]::new);
    return push(transaction(actions).sign(signers));
  }

  @CanIgnoreReturnValue
  public TransactionTrace pushSigned(Action action, Object... keys) {
    Signer[] signers = List.of(keys).stream().map(TestChain::key).toArray(Signer[]::new);
    return push(transaction(action).sign(signers));
  }

  /** Runs something that must be refused and must leave no trace. */
  @CanIgnoreReturnValue
  public ChainException refused(ChainError error, Runnable push) {
    Checksum256 before = kernel().present().digest();
    ChainException refusal = catchThrowableOfType(ChainException.class, push::run);
    assertThat(refusal).as("must be refused with %s", error).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(error);
    assertThat(kernel().present().digest()).isEqualTo(before);
    return refusal;
  }

  @CanIgnoreReturnValue
  public ChainException refused(ChainError error, Action... actions) {
    return refused(error, () -> push(actions));
  }

  /** Ends the block in the making and begins the one of the next slot. */
  @CanIgnoreReturnValue
  public SignedBlock produce() {
    SignedBlock block = making.seal(key(making.producer().producerName())).block();
    blocks.add(block);
    making = controller.begin(nextSlot());
    return block;
  }

  /** Takes the block in the making back and begins one of another slot. */
  public void restart(BlockTimestamp slot) {
    making.abort();
    making = controller.begin(slot);
  }

  public List<Ledger.Item> items(Name contract) {
    return kernel().present().rows(new TableKey(contract, contract, Ledger.ITEMS), 0, 1000).stream()
        .map(entry ->
            RecordCodec.of(Ledger.Item.class).decode(entry.row().value().toArray()))
        .toList();
  }
}
