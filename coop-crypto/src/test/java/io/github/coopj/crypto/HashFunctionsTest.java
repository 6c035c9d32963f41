package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers: of the standards for hash functions, and of EIP-152. */
class HashFunctionsTest {
  private static final String START =
      "48c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5"
          + "d182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b";
  private static final byte[][] THREE = {{3, 0, 0, 0, 0, 0, 0, 0}, new byte[8]};

  @Test
  void digests_giveTheKnownAnswers() {
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
    assertThat(hex(Digests.sha1(abc))).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    assertThat(hex(Digests.sha1(new byte[0])))
        .isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
    assertThat(hex(Digests.sha3(abc)))
        .isEqualTo("3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
    assertThat(hex(Digests.sha3(new byte[0])))
        .isEqualTo("a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a");
    assertThat(hex(Digests.keccak256(abc)))
        .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    assertThat(hex(Digests.keccak256(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @ParameterizedTest(name = "{0} rounds, last: {1}")
  @CsvSource({
    "0,true,08c9bcf367e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5"
        + "d282e6ad7f520e511f6c3e2b8c68059b9442be0454267ce079217e1319cde05b",
    "1,true,b63a380cb2897d521994a85234ee2c181b5f844d2c624c002677e9703449d2fb"
        + "a551b3a8333bcdf5f2f7e08993d53923de3d64fcc68c034e717b9293fed7a421",
    "12,true,ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
    "12,false,75ab69d3190a562c51aef8d88f1c2775876944407270c42c9844252c26d28752"
        + "98743e7f6d5ea2f2d3e8d226039cd31b4e426ac4f2d3d666a610c2116fde4735"
  })
  void compress_givesTheKnownAnswers(long rounds, boolean last, String next) {
    assertThat(hex(Blake2.compress(rounds, start(), abc(), THREE, last, () -> {})))
        .isEqualTo(next);
  }

  @Test
  void compress_tellsThatItGoesOn_whenRoundsAreMany() {
    AtomicInteger ticks = new AtomicInteger();
    byte[] few = Blake2.compress(15, start(), abc(), THREE, true, ticks::incrementAndGet);
    assertThat(ticks).hasValue(0);
    byte[] more = Blake2.compress(160, start(), abc(), THREE, true, ticks::incrementAndGet);
    assertThat(ticks).hasValue(10);
    assertThat(few).isNotEqualTo(more);
  }

  @Test
  void compress_refusesOtherSizes() {
    for (int wrong : new int[] {63, 65}) {
      assertThatThrownBy(() -> Blake2.compress(1, new byte[wrong], abc(), THREE, true, () -> {}))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage("expected 64 bytes, got " + wrong);
    }
    assertThatThrownBy(() -> Blake2.compress(1, start(), new byte[127], THREE, true, () -> {}))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Blake2.compress(
            1, start(), abc(), new byte[][] {new byte[8], new byte[9]}, true, () -> {}))
        .isInstanceOf(InvalidValueException.class);
  }

  private static byte[] start() {
    return Bytes.ofHex(START).toArray();
  }

  private static byte[] abc() {
    byte[] message = new byte[128];
    System.arraycopy("abc".getBytes(StandardCharsets.US_ASCII), 0, message, 0, 3);
    return message;
  }

  private static String hex(byte[] bytes) {
    return Bytes.of(bytes).toHex();
  }
}
