package io.github.coopj.chain.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockHeaderTest {
  private static final PublicKey KEY =
      PrivateKey.fromSeed(KeyType.K1, "producer").publicKey();

  @Test
  void number_is1_afterZeros() {
    assertThat(header(Checksum256.ZERO, List.of()).number()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 255, 256, 65_535, 65_536, 0x7fff_ffffL, 0x8000_0000L, 0xffff_fffeL})
  void number_isOneMore_thanThatOfThePreviousId(long previous) {
    BlockHeader header = header(idOf(previous), List.of());

    assertThat(BlockHeader.numberOf(header.previous())).isEqualTo(previous);
    assertThat(header.number()).isEqualTo(previous + 1);
    assertThat(BlockHeader.numberOf(header.id())).isEqualTo(previous + 1);
  }

  @Test
  void id_isTheDigest_behindTheNumber() {
    BlockHeader header = header(idOf(41), List.of());

    assertThat(header.id().toHex().substring(8))
        .isEqualTo(header.digest().toHex().substring(8));
    assertThat(header.id().toHex()).startsWith("0000002a");
  }

  @Test
  void announcedSchedule_isThatOfExtension1() {
    ProducerSchedule schedule =
        new ProducerSchedule(3, List.of(ProducerSchedule.Producer.of(Name.of("first"), KEY)));
    Extension unknown = new Extension(7, Bytes.ofHex("00"));

    assertThat(header(idOf(1), List.of(unknown)).announcedSchedule()).isEmpty();
    assertThat(header(idOf(1), List.of(unknown, BlockHeader.announcement(schedule)))
            .announcedSchedule())
        .contains(schedule);
  }

  @Test
  void announcedSchedule_isRefused_whenItsBytesAreNone() {
    BlockHeader header =
        header(idOf(1), List.of(new Extension(BlockHeader.SCHEDULE_EXTENSION, Bytes.ofHex("01"))));

    assertThatExceptionOfType(AbiException.class).isThrownBy(header::announcedSchedule);
  }

  @Test
  void announcedSchedule_isRefused_withoutProducers() {
    BlockHeader header = header(
        idOf(1), List.of(new Extension(BlockHeader.SCHEDULE_EXTENSION, Bytes.ofHex("0100000000"))));

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(header::announcedSchedule)
        .matches(e -> e instanceof AbiException || e instanceof InvalidValueException)
        .withMessageContaining("a schedule has 1 to 125 producers, got 0");
  }

  private static BlockHeader header(Checksum256 previous, List<Extension> extensions) {
    return new BlockHeader(
        new BlockTimestamp(7),
        Name.of("producer"),
        0,
        previous,
        Checksum256.ZERO,
        Checksum256.ZERO,
        0,
        Optional.empty(),
        extensions);
  }

  private static Checksum256 idOf(long number) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) (number >>> (24 - 8 * i));
    }
    return Checksum256.of(bytes);
  }
}
