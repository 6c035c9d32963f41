package io.github.coopj.chain.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.transaction.Extension;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedBlockTest {
  private static final SignedBlock EMPTY;
  private static final SignedBlock FULL;

  static {
    TestChain chain = new TestChain();
    EMPTY = chain.produce();
    for (int i = 0; i < 3; i++) {
      chain.push(TestChain.ledger(new Ledger.Put(TestChain.ALICE, i, "row " + i), TestChain.ALICE));
    }
    SignedBlock three = chain.produce();
    FULL = new SignedBlock(
        three.header(),
        three.producerSignature(),
        three.transactions(),
        List.of(new Extension(9, Bytes.ofHex("010203"))));
  }

  @Test
  void unpack_givesTheBlock_ofItsBytes() {
    assertThat(SignedBlock.unpack(EMPTY.pack())).isEqualTo(EMPTY);
    assertThat(SignedBlock.unpack(FULL.pack())).isEqualTo(FULL);
    assertThat(FULL.transactions()).hasSize(3);
    assertThat(FULL.id()).isEqualTo(FULL.header().id());
    assertThat(FULL.number()).isEqualTo(4);
  }

  @Test
  void unpack_refuses_everyTruncation() {
    byte[] packed = FULL.pack();
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatExceptionOfType(RuntimeException.class)
          .as("%d of %d bytes", length, packed.length)
          .isThrownBy(() -> SignedBlock.unpack(cut))
          .matches(SignedBlockTest::isRefusal);
    }
  }

  @Test
  void unpack_refuses_bytesBehindTheBlock() {
    byte[] packed = Arrays.copyOf(EMPTY.pack(), EMPTY.pack().length + 1);

    assertThatExceptionOfType(AbiException.class).isThrownBy(() -> SignedBlock.unpack(packed));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void unpack_readsOrRefuses_whateverTheBytes(long seed) {
    Random random = new Random(seed);
    byte[] packed = FULL.pack();
    for (int round = 0; round < 1000; round++) {
      byte[] hostile = packed.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        hostile[random.nextInt(hostile.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(hostile);
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      readOrRefuse(noise);
    }
  }

  /** Counts of four thousand million, with nothing behind them, are refused at once and without memory. */
  @Test
  void unpack_refusesHugeCounts_withoutMakingRoom() {
    byte[] header = RecordCodec.of(BlockHeader.class).encode(EMPTY.header());
    byte[] signature = EMPTY.producerSignature().toBinary();
    byte[] huge = varUint32(0xffff_ffffL);

    List<byte[]> hostile = List.of(
        join(header, signature, huge),
        join(header, signature, varUint32(0), huge),
        // a transaction with so many signatures
        join(header, signature, varUint32(1), new byte[5], varUint32(0), varUint32(1), huge),
        // a transaction with so many bytes
        join(
            header,
            signature,
            varUint32(1),
            new byte[5],
            varUint32(0),
            varUint32(1),
            varUint32(0),
            new byte[1],
            huge),
        // so many header extensions
        join(Arrays.copyOf(header, header.length - 1), huge),
        // a legacy schedule of so many producers
        join(Arrays.copyOf(header, header.length - 2), new byte[] {1, 0, 0, 0, 0}, huge));

    for (byte[] bytes : hostile) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> SignedBlock.unpack(bytes))
          .matches(SignedBlockTest::isRefusal);
    }
  }

  @Test
  void unpack_refuses_whatIsNoExecutedPackedTransaction() {
    byte[] header = RecordCodec.of(BlockHeader.class).encode(EMPTY.header());
    byte[] start = join(header, EMPTY.producerSignature().toBinary(), varUint32(1));

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SignedBlock.unpack(join(start, new byte[] {1, 0, 0, 0, 0, 0, 1})))
        .withMessage("a block holds executed, packed transactions only, got status 1 kind 1");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SignedBlock.unpack(join(start, new byte[] {0, 0, 0, 0, 0, 0, 0})))
        .withMessage("a block holds executed, packed transactions only, got status 0 kind 0");
  }

  @Test
  void receipt_isRefused_withBillingOutOfRange() {
    TransactionReceipt receipt = FULL.transactions().get(0);

    assertThat(new TransactionReceipt(0xffff_ffffL, 0xffff_ffffL, receipt.transaction()).digest())
        .isNotEqualTo(receipt.digest());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new TransactionReceipt(-1, 0, receipt.transaction()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new TransactionReceipt(0x1_0000_0000L, 0, receipt.transaction()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new TransactionReceipt(0, -1, receipt.transaction()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new TransactionReceipt(0, 0x1_0000_0000L, receipt.transaction()))
        .withMessage("billed CPU and NET are 0 to 2^32-1, got 0 and 4294967296");
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      SignedBlock block = SignedBlock.unpack(bytes);
      assertThat(SignedBlock.unpack(block.pack())).isEqualTo(block);
    } catch (RuntimeException e) {
      assertThat(isRefusal(e)).as("%s", e).isTrue();
    }
  }

  private static boolean isRefusal(Throwable e) {
    return e instanceof AbiException || e instanceof InvalidValueException;
  }

  private static byte[] varUint32(long value) {
    AbiWriter out = new AbiWriter();
    out.writeVarUint32(value);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    AbiWriter out = new AbiWriter();
    for (byte[] part : parts) {
      out.writeRaw(part);
    }
    return out.toByteArray();
  }
}
