package io.github.coopj.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.crypto.Checksum256;
import java.util.Arrays;
import java.util.List;

/** Whatever arrives as a transaction, AbiException or TransactionException comes out, or one that goes round. */
class PackedTransactionFuzzTest {
  /** A packed transaction as it stands in a block. */
  @FuzzTest(maxDuration = "3m")
  void unpack(byte[] data) {
    PackedTransaction packed;
    try {
      packed = PackedTransaction.CODEC.decode(data);
    } catch (AbiException e) {
      assertThat(e.offset()).isBetween(AbiException.NO_OFFSET, data.length);
      return;
    }
    assertThat(PackedTransaction.CODEC.decode(PackedTransaction.CODEC.encode(packed)))
        .isEqualTo(packed);
    inspect(packed);
  }

  /** The parts alone: first byte the compression, the second the length of the context-free data. */
  @FuzzTest(maxDuration = "3m")
  void unpackParts(byte[] data) {
    if (data.length < 2) {
      return;
    }
    int end = Math.min(data.length, 2 + (data[1] & 0xFF));
    inspect(new PackedTransaction(
        List.of(),
        Compression.ofCode(data[0] & 1),
        Bytes.of(Arrays.copyOfRange(data, 2, end)),
        Bytes.of(Arrays.copyOfRange(data, end, data.length))));
  }

  private static void inspect(PackedTransaction packed) {
    packed.packedDigest();
    SignedTransaction signed;
    try {
      signed = packed.unpackSigned();
    } catch (AbiException e) {
      return;
    }
    assertThat(packed.id()).isEqualTo(signed.transaction().id());
    assertThat(signed.pack(Compression.ZLIB).unpackSigned()).isEqualTo(signed);
    try {
      assertThat(packed.recoverKeys(Checksum256.ZERO).size())
          .isLessThanOrEqualTo(packed.signatures().size());
    } catch (TransactionException e) {
      assertThat(e.reason()).isNotNull();
    }
  }

  /** A zlib stream by itself; what comes out never exceeds the limit. */
  @FuzzTest(maxDuration = "3m")
  void inflate(byte[] data) {
    byte[] plain;
    try {
      plain = Compression.ZLIB.unpack(data);
    } catch (AbiException e) {
      return;
    }
    assertThat(plain.length).isLessThanOrEqualTo(Compression.MAX_INFLATED);
    assertThat(Compression.ZLIB.unpack(Compression.ZLIB.pack(plain))).isEqualTo(plain);
  }
}
