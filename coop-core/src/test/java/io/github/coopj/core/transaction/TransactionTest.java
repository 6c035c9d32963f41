package io.github.coopj.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.Signature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTest {
  record Transfer(Name from, Name to, Asset quantity, String memo) {}

  private static final Checksum256 CHAIN = Checksum256.sha256(Bytes.ofUtf8("a chain"));
  private static final Checksum256 BLOCK =
      Checksum256.ofHex("00012345" + "aaaaaaaa" + "efbeadde" + "00".repeat(20));
  private static final PrivateKey ALICE = PrivateKey.fromSeed(KeyType.K1, "alice");
  private static final PrivateKey BOB = PrivateKey.fromSeed(KeyType.R1, "bob");
  private static final Action PAY = Action.of(
      Name.of("eosio.token"),
      Name.of("transfer"),
      List.of(PermissionLevel.active(Name.of("alice"))),
      new Transfer(Name.of("alice"), Name.of("bob"), Asset.parse("1.0000 AXON"), "x"));
  private static final String PAY_DATA =
      "0000000000855c34" + "0000000000000e3d" + "1027000000000000" + "0441584f4e000000" + "0178";
  private static final String PAY_HEX = "00a6823403ea3055" + "000000572d3ccdcd" + "01"
      + "0000000000855c34" + "00000000a8ed3232" + "22" + PAY_DATA;

  private static TransactionBuilder builder() {
    return TransactionBuilder.forChain(CHAIN)
        .expiresAt(new TimePointSec(0x5e0be11eL))
        .tapos(BLOCK);
  }

  @Test
  @Tag("CHAIN-01")
  void pack_givesHeaderActionsAndExtensions() {
    Transaction transaction = builder()
        .maxNetUsageWords(200)
        .maxCpuUsageMs(255)
        .delaySec(0)
        .add(PAY)
        .add(new Extension(0x0102, Bytes.ofHex("ff")))
        .build();
    String hex = "1ee10b5e" + "4523" + "efbeadde" + "c801" + "ff" + "00" + "00" + "01" + PAY_HEX
        + "01" + "0201" + "01ff";
    assertThat(Bytes.of(transaction.pack()).toHex()).isEqualTo(hex);
    assertThat(transaction.id()).isEqualTo(Checksum256.sha256(Bytes.ofHex(hex)));
    assertThat(Transaction.CODEC.decode(transaction.pack())).isEqualTo(transaction);
    assertThat(transaction.header().tapos()).isEqualTo(new Tapos(0x2345, 0xdeadbeefL));
  }

  @Test
  @Tag("CHAIN-01")
  void action_hasTheBytesOfItsRecord_andTwoDigests() {
    assertThat(PAY.data().toHex()).isEqualTo(PAY_DATA);
    assertThat(PAY.dataAs(Transfer.class).quantity()).isEqualTo(Asset.parse("1.0000 AXON"));
    assertThat(Bytes.of(Action.CODEC.encode(PAY)).toHex()).isEqualTo(PAY_HEX);
    assertThat(PAY.digest()).isEqualTo(Checksum256.sha256(Bytes.ofHex(PAY_HEX)));
    String head = Checksum256.sha256(Bytes.ofHex(PAY_HEX).slice(0, 33)).toHex();
    String tail = Checksum256.sha256(Bytes.ofHex("22" + PAY_DATA + "02cafe")).toHex();
    assertThat(PAY.digest(Bytes.ofHex("cafe")))
        .isEqualTo(Checksum256.sha256(Bytes.ofHex(head + tail)));
  }

  @Test
  @Tag("CHAIN-01")
  void signingDigest_coversChainBytesAndContextFreeData() {
    Transaction transaction = builder().add(PAY).build();
    String packed = Bytes.of(transaction.pack()).toHex();
    assertThat(transaction.signingDigest(CHAIN, List.of()))
        .isEqualTo(Checksum256.sha256(Bytes.ofHex(CHAIN.toHex() + packed + "00".repeat(32))));
    List<Bytes> data = List.of(Bytes.ofHex("0102"), Bytes.EMPTY);
    assertThat(transaction.signingDigest(CHAIN, data))
        .isEqualTo(Checksum256.sha256(Bytes.ofHex(CHAIN.toHex()
            + packed
            + Checksum256.sha256(Bytes.ofHex("02" + "020102" + "00")).toHex())));
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  @Tag("SC-06")
  void packed_keepsEverything_andTellsTheSigners(Compression compression) {
    SignedTransaction signed = builder()
        .addContextFree(new Action(Name.of("nil"), Name.of("nonce"), List.of(), Bytes.ofHex("01")))
        .addContextFreeData(Bytes.ofHex("0a"))
        .add(PAY)
        .sign(ALICE, BOB);
    PackedTransaction packed = signed.pack(compression);
    assertThat(packed.unpackSigned()).isEqualTo(signed);
    assertThat(packed.id()).isEqualTo(signed.id());
    assertThat(packed.signingDigest(CHAIN)).isEqualTo(signed.signingDigest(CHAIN));
    assertThat(packed.recoverKeys(CHAIN)).containsExactly(ALICE.publicKey(), BOB.publicKey());
    assertThat(packed.recoverKeys(Checksum256.ZERO))
        .doesNotContain(ALICE.publicKey(), BOB.publicKey());
    assertThat(PackedTransaction.CODEC.decode(PackedTransaction.CODEC.encode(packed)))
        .isEqualTo(packed);
  }

  @Test
  void pack_leavesContextFreeDataEmpty_whenThereIsNone() {
    SignedTransaction signed = builder().add(PAY).sign();
    for (Compression compression : Compression.values()) {
      PackedTransaction packed = signed.pack(compression);
      assertThat(packed.packedContextFreeData()).isEqualTo(Bytes.EMPTY);
      assertThat(packed.unpackContextFreeData()).isEmpty();
    }
    // some clients compress an empty list instead
    PackedTransaction other = new PackedTransaction(
        List.of(),
        Compression.ZLIB,
        Bytes.of(Compression.ZLIB.pack(new byte[1])),
        signed.pack(Compression.ZLIB).packedTrx());
    assertThat(other.unpackSigned()).isEqualTo(signed);
  }

  @Test
  void packedDigest_coversCompressionTransactionAndPrunableHash() {
    SignedTransaction signed = builder().add(PAY).sign(ALICE);
    PackedTransaction packed = signed.pack(Compression.NONE);
    String prunable =
        "01" + Bytes.of(ALICE.sign(signed.signingDigest(CHAIN)).toBinary()).toHex() + "00";
    assertThat(packed.packedTrx().size()).isEqualTo(16 + PAY_HEX.length() / 2);
    String bytes = "00" + String.format("%02x", packed.packedTrx().size())
        + packed.packedTrx().toHex() + Checksum256.sha256(Bytes.ofHex(prunable)).toHex();
    assertThat(packed.packedDigest()).isEqualTo(Checksum256.sha256(Bytes.ofHex(bytes)));
  }

  @Test
  void recoverKeys_isRefused_whenAKeySignedTwice() {
    SignedTransaction once = builder().add(PAY).sign(ALICE);
    assertThat(once.signedBy(CHAIN, BOB).recoverKeys(CHAIN))
        .containsExactly(ALICE.publicKey(), BOB.publicKey());
    assertThatExceptionOfType(TransactionException.class)
        .isThrownBy(() -> once.signedBy(CHAIN, ALICE).pack(Compression.ZLIB).recoverKeys(CHAIN))
        .withMessage("DUPLICATE_SIGNATURE: two signatures of the key " + ALICE.publicKey())
        .extracting(TransactionException::reason)
        .isEqualTo(TransactionException.Reason.DUPLICATE_SIGNATURE);
  }

  /** Anybody could turn a signature into its other form, and the transaction would have another packed digest. */
  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void recoverKeys_isRefused_whenASignatureWasRewritten(KeyType type) {
    BigInteger order = new BigInteger(
        type == KeyType.K1
            ? "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"
            : "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        16);
    SignedTransaction signed = builder().add(PAY).sign(PrivateKey.fromSeed(type, "rewritten"));
    assertThat(signed.recoverKeys(CHAIN)).hasSize(1);
    byte[] compact = signed.signatures().get(0).toCompact();
    BigInteger s = order.subtract(new BigInteger(1, Arrays.copyOfRange(compact, 33, 65)));
    System.arraycopy(Bytes.ofHex("%064x".formatted(s)).toArray(), 0, compact, 33, 32);
    compact[0] = (byte) ((compact[0] - 31 ^ 1) + 31);
    SignedTransaction rewritten = new SignedTransaction(
        signed.transaction(), List.of(Signature.ofCompact(type, compact)), List.of());
    assertThatExceptionOfType(TransactionException.class)
        .isThrownBy(() -> rewritten.recoverKeys(CHAIN))
        .withMessageEndingWith(" is not canonical")
        .extracting(TransactionException::reason)
        .isEqualTo(TransactionException.Reason.NOT_CANONICAL);
  }

  @Test
  void recoverKeys_isRefused_whenNoKeyCanHaveSigned() {
    SignedTransaction unsigned = builder().add(PAY).sign();
    byte[] nonsense = new byte[66];
    nonsense[1] = 31;
    nonsense[2] = 1;
    nonsense[34] = 1;
    SignedTransaction signed = new SignedTransaction(
        unsigned.transaction(), List.of(Signature.ofBinary(nonsense)), unsigned.contextFreeData());
    assertThatExceptionOfType(TransactionException.class)
        .isThrownBy(() -> signed.recoverKeys(CHAIN))
        .extracting(TransactionException::reason)
        .isEqualTo(TransactionException.Reason.UNRECOVERABLE_SIGNATURE);
  }

  /** Nodes leave aside what follows, and count it as NET all the same; id and signatures say nothing of it. */
  @ParameterizedTest
  @EnumSource(Compression.class)
  void unpack_leavesAside_whatFollows(Compression compression) {
    SignedTransaction signed = builder()
        .addContextFree(new Action(Name.of("nil"), Name.of("nonce"), List.of(), Bytes.ofHex("01")))
        .addContextFreeData(Bytes.ofHex("0a"))
        .add(PAY)
        .sign(ALICE);
    byte[] trx = signed.transaction().pack();
    byte[] data = SignedTransaction.packContextFreeData(signed.contextFreeData());
    PackedTransaction longer = new PackedTransaction(
        signed.signatures(),
        compression,
        Bytes.of(compression.pack(Arrays.copyOf(data, data.length + 5))),
        Bytes.of(compression.pack(Arrays.copyOf(trx, trx.length + 9))));
    assertThat(longer.unpackSigned()).isEqualTo(signed);
    assertThat(longer.id()).isEqualTo(signed.id());
    assertThat(longer.recoverKeys(CHAIN)).containsExactly(ALICE.publicKey());
    assertThat(longer.packedDigest()).isNotEqualTo(signed.pack(compression).packedDigest());
  }

  @Test
  void unpack_isRefused_whenSomethingIsMissing() {
    byte[] packed = builder().add(PAY).build().pack();
    for (int cut = 0; cut < packed.length; cut++) {
      byte[] part = Arrays.copyOf(packed, cut);
      assertThatExceptionOfType(AbiException.class)
          .isThrownBy(() -> plain(part).unpack())
          .extracting(AbiException::reason)
          .isIn(Reason.TRUNCATED, Reason.TOO_LARGE);
    }
  }

  private static PackedTransaction plain(byte[] trx) {
    return new PackedTransaction(List.of(), Compression.NONE, Bytes.EMPTY, Bytes.of(trx));
  }

  @Test
  void unpack_isRefused_beyondOneMebibyte() {
    byte[] largest = new byte[Compression.MAX_INFLATED];
    assertThat(Compression.ZLIB.unpack(Compression.ZLIB.pack(largest))).isEqualTo(largest);
    byte[] bomb = Compression.ZLIB.pack(new byte[Compression.MAX_INFLATED + 1]);
    assertThat(bomb.length).isLessThan(2000);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Compression.ZLIB.unpack(bomb))
        .withMessageContaining("inflates to more than 1048576 bytes")
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void unpack_isRefused_whenTheStreamIsCutFollowedOrNone() {
    byte[] stream = Compression.ZLIB.pack(new byte[] {1, 2, 3});
    assertThat(Compression.ZLIB.unpack(stream)).containsExactly(1, 2, 3);
    assertCompressed(Arrays.copyOf(stream, stream.length - 1), Reason.TRUNCATED);
    assertCompressed(new byte[0], Reason.TRUNCATED);
    assertCompressed(Arrays.copyOf(stream, stream.length + 1), Reason.TRAILING_DATA);
    assertCompressed(new byte[] {1, 2, 3}, Reason.INVALID_VALUE);
    // a stream that asks for a preset dictionary
    assertCompressed(new byte[] {0x78, (byte) 0xbb, 1, 2, 3, 4}, Reason.TRUNCATED);
  }

  private static void assertCompressed(byte[] data, Reason reason) {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Compression.ZLIB.unpack(data))
        .extracting(AbiException::reason)
        .isEqualTo(reason);
  }

  @Test
  void compression_hasNumberAndText() {
    assertThat(Compression.ofCode(0)).isEqualTo(Compression.NONE);
    assertThat(Compression.ofCode(1)).isEqualTo(Compression.ZLIB);
    assertThat(Compression.ZLIB.code()).isEqualTo(1);
    assertThat(Compression.NONE.text()).isEqualTo("none");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Compression.ofCode(2))
        .withMessage("UNKNOWN_CASE at compression: no compression 2");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void packed_endsInAbiException_forMutatedBytes(long seed) {
    Random random = new Random(seed);
    SignedTransaction signed =
        builder().add(PAY).addContextFreeData(Bytes.ofHex("0a0b")).sign(ALICE);
    List<byte[]> valid = new ArrayList<>();
    for (Compression compression : Compression.values()) {
      valid.add(PackedTransaction.CODEC.encode(signed.pack(compression)));
    }
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] garbage = valid.get(random.nextInt(2)).clone();
      // leave the signature alone: it is checked elsewhere and takes long
      for (int change = random.nextInt(3); change >= 0; change--) {
        garbage[67 + random.nextInt(garbage.length - 67)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(
          garbage, random.nextBoolean() ? garbage.length : random.nextInt(garbage.length));
      try {
        PackedTransaction packed = PackedTransaction.CODEC.decode(cut);
        packed.packedDigest();
        packed.unpackSigned().signingDigest(CHAIN);
      } catch (AbiException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 1000);
  }

  @Test
  @Tag("SC-06")
  void builder_namesWhatIsMissing() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TransactionBuilder.forChain(CHAIN).build())
        .withMessage("mandatory attributes are missing: expiration, tapos, actions");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> TransactionBuilder.forChain(CHAIN).tapos(1, 2).add(PAY).sign(ALICE))
        .withMessage("mandatory attributes are missing: expiration");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder().addContextFree(PAY))
        .withMessageStartingWith("context-free action transfer must have no authorization");
  }

  @Test
  void header_isRefused_justOutsideTheRanges() {
    TimePointSec time = new TimePointSec(0);
    assertThat(new TransactionHeader(time, 0xFFFF, 0xFFFF_FFFFL, 0xFFFF_FFFFL, 0xFF, 0xFFFF_FFFFL)
            .delaySec())
        .isEqualTo(0xFFFF_FFFFL);
    assertHeader("ref_block_num", () -> new TransactionHeader(time, 0x10000, 0, 0, 0, 0));
    assertHeader("ref_block_num", () -> new TransactionHeader(time, -1, 0, 0, 0, 0));
    assertHeader("ref_block_prefix", () -> new TransactionHeader(time, 0, 1L << 32, 0, 0, 0));
    assertHeader("max_net_usage_words", () -> new TransactionHeader(time, 0, 0, 1L << 32, 0, 0));
    assertHeader("max_cpu_usage_ms", () -> new TransactionHeader(time, 0, 0, 0, 256, 0));
    assertHeader("delay_sec", () -> new TransactionHeader(time, 0, 0, 0, 0, -1));
    assertHeader("ref_block_num", () -> new Tapos(0x10000, 0));
    assertHeader("ref_block_prefix", () -> new Tapos(0, -1));
    assertHeader("extension type", () -> new Extension(0x10000, Bytes.EMPTY));
    assertThat(new Extension(0xFFFF, Bytes.EMPTY).type()).isEqualTo(0xFFFF);
  }

  private static void assertHeader(
      String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(call)
        .withMessageStartingWith(field + " must be");
  }

  @Test
  void tapos_isTheLowNumberAndThePrefix_ofABlock() {
    Tapos tapos = Tapos.of(BLOCK);
    assertThat(tapos).isEqualTo(new Tapos(0x2345, 0xdeadbeefL));
    assertThat(tapos.matches(BLOCK)).isTrue();
    assertThat(tapos.matches(Checksum256.ZERO)).isFalse();
  }

  @Test
  void lists_areCopied() {
    List<Action> actions = new ArrayList<>(List.of(PAY));
    Transaction transaction = new Transaction(
        new TransactionHeader(new TimePointSec(0), 0, 0, 0, 0, 0), List.of(), actions, List.of());
    actions.clear();
    assertThat(transaction.actions()).containsExactly(PAY);
  }
}
