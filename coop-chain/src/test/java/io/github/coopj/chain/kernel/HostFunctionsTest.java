package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Crypto;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract may call besides tables, authority and actions, and from which feature on. */
class HostFunctionsTest {
  private static final Bytes ABC = Bytes.ofUtf8("abc");
  private static final BigInteger FIELD =
      new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);
  private static final PrivateKey KEY = PrivateKey.fromSeed(KeyType.K1, "host functions");

  private final Probe probe = new Probe();
  private final TestChain chain = TestChain.with(probe);
  private long number;

  @Test
  @Tag("CHAIN-05")
  void hashFunctions_giveWhatTheyAreNamedAfter_andRequireIt() {
    Crypto crypto = crypto();
    assertThat(crypto.sha256(ABC)).isEqualTo(Checksum256.sha256(ABC));
    assertThat(crypto.sha1(ABC).toHex()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    assertThat(crypto.sha512(ABC)).isEqualTo(Checksum512.sha512(ABC));
    assertThat(crypto.ripemd160(ABC)).isEqualTo(Checksum160.ripemd160(ABC));
    assertThat(crypto.sha3(ABC).toBytes()).isEqualTo(Digests.sha3(ABC.toArray()));
    assertThat(crypto.keccak256(ABC).toBytes())
        .isEqualTo(Digests.keccak256(ABC.toArray()))
        .isNotEqualTo(crypto.sha3(ABC).toBytes());

    crypto.requireSha256(ABC, crypto.sha256(ABC));
    crypto.requireSha1(ABC, crypto.sha1(ABC));
    crypto.requireSha512(ABC, crypto.sha512(ABC));
    crypto.requireRipemd160(ABC, crypto.ripemd160(ABC));
    refused(
        ChainError.CRYPTO_API,
        context -> context.crypto().requireSha256(ABC, Checksum256.sha256(Bytes.EMPTY)));
    refused(
        ChainError.CRYPTO_API, context -> context.crypto().requireSha1(ABC, crypto.ripemd160(ABC)));
    refused(
        ChainError.CRYPTO_API,
        context -> context.crypto().requireSha512(ABC, crypto.sha512(Bytes.EMPTY)));
    refused(
        ChainError.CRYPTO_API, context -> context.crypto().requireRipemd160(ABC, crypto.sha1(ABC)));
  }

  @Test
  @Tag("CHAIN-05")
  void recoverKey_givesTheSigner_andRequiresIt() {
    Checksum256 digest = Checksum256.sha256(ABC);
    Signature signature = KEY.sign(digest);
    Crypto crypto = crypto();
    assertThat(crypto.recoverKey(digest, signature)).isEqualTo(KEY.publicKey());
    PublicKey recovered = ask(context -> context.recoverKey(digest, signature));
    assertThat(recovered).isEqualTo(KEY.publicKey());
    crypto.requireRecoveredKey(digest, signature, KEY.publicKey());
    refused(
        ChainError.CRYPTO_API,
        context -> context
            .crypto()
            .requireRecoveredKey(
                digest, signature, TestChain.key(TestChain.ALICE).publicKey()));
  }

  @Test
  void k1Recover_givesBothCoordinates_andNothingForWhatIsNoSignature() {
    for (int i = 0; i < 8; i++) {
      Checksum256 digest = Checksum256.sha256(new byte[] {(byte) i});
      byte[] compact = KEY.sign(digest).toCompact();
      Bytes point = k1(compact, digest.toBytes()).orElseThrow();
      byte[] compressed = KEY.publicKey().toPoint();
      assertThat(point.size()).isEqualTo(65);
      assertThat(point.get(0)).isEqualTo((byte) 4);
      assertThat(point.slice(1, 33)).isEqualTo(Bytes.of(compressed).slice(1, 33));
      BigInteger x = new BigInteger(1, point.slice(1, 33).toArray());
      BigInteger y = new BigInteger(1, point.slice(33, 65).toArray());
      assertThat(y.modPow(BigInteger.TWO, FIELD))
          .isEqualTo(x.pow(3).add(BigInteger.valueOf(7)).mod(FIELD));
      assertThat(y.testBit(0)).isEqualTo(compressed[0] == 3);
      byte[] other = compact.clone();
      other[0] = (byte) (other[0] - 4);
      assertThat(k1(other, digest.toBytes()))
          .as("header of an uncompressed key")
          .contains(point);
      for (int header : new int[] {0, 26, 35, 255}) {
        other[0] = (byte) header;
        assertThat(k1(other, digest.toBytes())).as("header %s", header).isEmpty();
      }
      assertThat(k1(new byte[65], digest.toBytes())).isEmpty();
      assertThat(k1(new byte[64], digest.toBytes())).isEmpty();
      assertThat(k1(compact, new byte[31])).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}^{1} mod {2}")
  @CsvSource({
    "03,fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2e,"
        + "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f,"
        + "0000000000000000000000000000000000000000000000000000000000000001",
    "'',01,000f,0000",
    "01,01,0000,0000",
    "00,00,0f,01",
    "00,01,0f,00",
    "0102,03,ff00,1308",
    "02,08,0101,0100",
    "ff,02,00ffff,00fe01"
  })
  void modExp_isThePower_asLongAsTheModulus(String base, String exp, String mod, String power) {
    assertThat(crypto().modExp(Bytes.ofHex(base), Bytes.ofHex(exp), Bytes.ofHex(mod)))
        .contains(Bytes.ofHex(power));
    BigInteger divisor = new BigInteger("0" + mod, 16);
    if (divisor.signum() != 0) {
      assertThat(new BigInteger(power, 16))
          .isEqualTo(new BigInteger("0" + base, 16).modPow(new BigInteger(exp, 16), divisor));
    }
  }

  @Test
  void modExp_isEmptyWithoutModulus_andRefusesWhatTakesTooLong() {
    Bytes one = Bytes.ofHex("01");
    assertThat(crypto().modExp(one, one, Bytes.EMPTY)).isEmpty();
    Bytes longer = Bytes.of(new byte[2]);
    refused(
        ChainError.SUBJECTIVE_BLOCK_PRODUCTION,
        context -> context.crypto().modExp(one, longer, one));
    assertThat(crypto().modExp(one, longer, longer)).isPresent();
    // 5 * 8 + 8 * 8 = 104 may be, 5 * 9 + 8 * 8 = 109 not
    Bytes bits8 = Bytes.of(new byte[256]);
    assertThat(crypto().modExp(bits8, bits8, bits8)).contains(bits8);
    Bytes bits9 = Bytes.of(new byte[257]);
    refused(
        ChainError.SUBJECTIVE_BLOCK_PRODUCTION,
        context -> context.crypto().modExp(bits9, bits8, bits8));
  }

  @Test
  void blake2f_isTheCompressionFunction_andEmptyForOtherSizes() {
    Bytes state = Bytes.of(new byte[64]);
    Bytes message = Bytes.of(new byte[128]);
    Bytes offset = Bytes.of(new byte[8]);
    Crypto crypto = crypto();
    assertThat(crypto
            .blake2f(12, state, message, offset, offset, true)
            .orElseThrow()
            .size())
        .isEqualTo(64);
    assertThat(crypto.blake2f(12, message, message, offset, offset, true)).isEmpty();
    assertThat(crypto.blake2f(12, state, state, offset, offset, true)).isEmpty();
    assertThat(crypto.blake2f(12, state, message, state, offset, true)).isEmpty();
    assertThat(crypto.blake2f(12, state, message, offset, state, true)).isEmpty();
  }

  @Test
  @Tag("CHAIN-05")
  void check_failsWithTheNumberOfTheContract() {
    for (long code : new long[] {0, 7, Long.MIN_VALUE, -8446744073709551617L}) {
      ChainException refusal =
          refused(ChainError.EOSIO_ASSERT_CODE, context -> context.check(false, code));
      assertThat(refusal.assertedCode()).hasValue(code);
      assertThat(refusal)
          .hasMessageContaining(
              "assertion failure with error code: " + Long.toUnsignedString(code));
      assertThat(refusal.reason().code()).isEqualTo(3050004);
    }
    for (long reserved : new long[] {-8446744073709551616L, -1}) {
      ChainException refusal =
          refused(ChainError.RESTRICTED_ERROR_CODE, context -> context.check(false, reserved));
      assertThat(refusal.assertedCode()).isEmpty();
    }
    chain.push(doing(context -> context.check(true, 7)));
  }

  @Test
  @Tag("CHAIN-02")
  void activeProducers_areThoseOfTheActiveSchedule() {
    assertThat(ask(Context::activeProducers)).containsExactly(TestChain.EOSIO);
    probe.does(context -> context
        .privileged()
        .proposeProducers(List.of(
            new Context.ProducerKey(TestChain.BOB, TestChain.key(TestChain.BOB).publicKey()),
            new Context.ProducerKey(
                TestChain.ALICE, TestChain.key(TestChain.ALICE).publicKey()))));
    chain.push(run());
    while (chain.controller().head().activeSchedule().version() == 0) {
      chain.produce();
    }
    assertThat(ask(Context::activeProducers)).containsExactly(TestChain.BOB, TestChain.ALICE);
  }

  /** Hash functions are for context-free actions too, the state is not. */
  @Test
  void contextFreeAction_mayCompute_andNotAskForProducers() {
    List<Checksum256> hashes = new ArrayList<>();
    probe.does(context -> {
      hashes.add(context.crypto().sha256(ABC));
      assertThatThrownBy(context::activeProducers)
          .isInstanceOf(ChainException.class)
          .extracting(e -> ((ChainException) e).reason())
          .isEqualTo(ChainError.UNACCESSIBLE_API);
    });
    TransactionBuilder builder = chain.transaction(
        TestChain.ledger(new Ledger.Put(TestChain.ALICE, 1, "one"), TestChain.ALICE));
    builder.addContextFree(JavaContract.action(Probe.PROBE, new Probe.Run(number++)));
    chain.push(builder.sign(TestChain.key(TestChain.ALICE)));
    assertThat(hashes).containsExactly(Checksum256.sha256(ABC));
  }

  /** On a chain without features, each function waits for its own. */
  @Test
  void functions_areRefused_beforeTheirFeature() {
    Set<ProtocolFeature> without = EnumSet.noneOf(ProtocolFeature.class);
    refusedBefore(without, ProtocolFeature.GET_SENDER, Context::sender);
    refusedBefore(without, ProtocolFeature.GET_BLOCK_NUM, Context::currentBlock);
    refusedBefore(
        without, ProtocolFeature.GET_CODE_HASH, context -> context.codeHash(TestChain.EOSIO));
    refusedBefore(
        without,
        ProtocolFeature.ACTION_RETURN_VALUE,
        context -> context.setReturnValue(Bytes.EMPTY));
    ProtocolFeature primitives = ProtocolFeature.CRYPTO_PRIMITIVES;
    refusedBefore(without, primitives, context -> context.crypto().sha3(ABC));
    refusedBefore(without, primitives, context -> context.crypto().keccak256(ABC));
    refusedBefore(without, primitives, context -> context.crypto().modExp(ABC, ABC, ABC));
    refusedBefore(
        without, primitives, context -> context.crypto().blake2f(1, ABC, ABC, ABC, ABC, true));
    refusedBefore(without, primitives, context -> context.crypto().k1Recover(ABC, ABC));
    refusedBefore(
        without,
        ProtocolFeature.WTMSIG_BLOCK_SIGNATURES,
        context -> context.privileged().proposeSchedule(List.of()));
  }

  /** Nodes have no deferred transactions any more, so there is never one to cancel. */
  @Test
  void cancelDelay_findsNoTransaction() {
    Action cancel = new Action(
        TestChain.EOSIO,
        Name.of("canceldelay"),
        List.of(PermissionLevel.active(TestChain.ALICE)),
        Bytes.of(new byte[48]));
    chain.refused(ChainError.TX_NOT_FOUND, cancel);
  }

  private static void refusedBefore(
      Set<ProtocolFeature> features, ProtocolFeature needed, Consumer<Context> call) {
    Probe system = new Probe();
    Kernel kernel = new Kernel(TestChain.GENESIS, new ContractCatalog(List.of(system)), features);
    BlockState genesis = BlockState.genesis(TestChain.GENESIS, features);
    PendingBlock block = kernel.start(new BlockInfo(
        2,
        genesis.header().timestamp().next(),
        TestChain.EOSIO,
        genesis.id(),
        genesis.header(),
        genesis.activeSchedule(),
        false));
    block.execute(signed(kernel, TestChain.install(TestChain.EOSIO, system)), 100);
    system.does(call);
    Action run = JavaContract.action(
        SystemActions.EOSIO, new Probe.Run(1), PermissionLevel.active(TestChain.EOSIO));
    assertThatThrownBy(() -> block.execute(signed(kernel, run), 100))
        .isInstanceOf(ChainException.class)
        .hasMessageContaining(needed.name())
        .extracting(e -> ((ChainException) e).reason())
        .isEqualTo(ChainError.UNACCESSIBLE_API);
  }

  private static TransactionMetadata signed(Kernel kernel, Action action) {
    return TransactionMetadata.recover(
        TransactionBuilder.forChain(kernel.chainId())
            .tapos(0, 0)
            .expiresAt(TimePointSec.of(TestChain.GENESIS.initialTimestamp().toInstant())
                .plusSeconds(60))
            .add(action)
            .sign(TestChain.key(TestChain.EOSIO))
            .pack(Compression.NONE),
        kernel.chainId());
  }

  private Optional<Bytes> k1(byte[] signature, byte[] digest) {
    return ask(context -> context.crypto().k1Recover(Bytes.of(signature), Bytes.of(digest)));
  }

  /** The functions of an execution, usable beyond it, as they compute only. */
  private Crypto crypto() {
    return ask(Context::crypto);
  }

  private <T> T ask(Function<Context, T> question) {
    List<T> answers = new ArrayList<>();
    chain.push(doing(context -> answers.add(question.apply(context))));
    return answers.get(0);
  }

  private Action doing(Consumer<Context> what) {
    probe.does(what);
    return run();
  }

  @CanIgnoreReturnValue
  private ChainException refused(ChainError error, Consumer<Context> what) {
    return chain.refused(error, doing(what));
  }

  private Action run() {
    return JavaContract.action(
        Probe.PROBE, new Probe.Run(number++), PermissionLevel.active(Probe.PROBE));
  }
}
