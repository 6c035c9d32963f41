package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
  private static final PublicKey K1 = PrivateKey.fromSeed(KeyType.K1, "a").publicKey();
  private static final PublicKey R1 = PrivateKey.fromSeed(KeyType.R1, "a").publicKey();
  private static final PublicKey WA = PublicKey.ofWebAuthn(R1.toPoint(), 1, "coop.example");

  private static void refused(String text, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.parse(text))
        .withMessage(message);
  }

  @Test
  void parse_namesWhatIsWrong_ofEachKind() {
    String text = K1.toString();
    refused("", "public key must start with PUB_K1_, PUB_R1_, PUB_WA_ or EOS, got ''");
    refused(
        "PUB_XX_abc",
        "public key must start with PUB_K1_, PUB_R1_, PUB_WA_ or EOS, got 'PUB_XX_a'");
    refused(
        "pub_k1_" + text.substring(7),
        "public key must start with PUB_K1_, PUB_R1_, PUB_WA_ or EOS, got 'pub_k1_" + text.charAt(7)
            + "'");
    refused("PUB_K1_", "public key PUB_K1_ must have 33 bytes and 4 of checksum, got 0 in all");
    refused(
        text.substring(0, text.length() - 1),
        "public key PUB_K1_ must have 33 bytes and 4 of checksum, got 36 in all");
    refused(text + "11", "public key PUB_K1_ must have 33 bytes and 4 of checksum, got 38 in all");
    refused(
        text.substring(0, 20) + "0" + text.substring(21),
        "public key PUB_K1_ has the character '0' (U+0030) at position 20, which is not Base58");
    refused(
        "PUB_WA_1", "public key PUB_WA_ must have 1 or more bytes and 4 of checksum, got 1 in all");
  }

  @Test
  void parse_refusesTheChecksum_ofAnotherKind() {
    String mistyped =
        "public key %s has a checksum that does not match its data: mistyped or of another kind";
    refused("PUB_K1_" + K1.toLegacyString().substring(3), mistyped.formatted("PUB_K1_"));
    refused("EOS" + K1.toString().substring(7), mistyped.formatted("EOS"));
    refused("PUB_R1_" + K1.toString().substring(7), mistyped.formatted("PUB_R1_"));
    refused("PUB_K1_" + R1.toString().substring(7), mistyped.formatted("PUB_K1_"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void parse_refuses_anySingleWrongCharacter(long seed) {
    Random random = new Random(seed);
    String alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    for (PublicKey key : List.of(K1, R1, WA)) {
      String text = key.toString();
      for (int at = 7; at < text.length(); at++) {
        StringBuilder wrong = new StringBuilder(text);
        wrong.setCharAt(at, alphabet.charAt(random.nextInt(58)));
        if (!wrong.toString().equals(text)) {
          assertThatExceptionOfType(InvalidValueException.class)
              .isThrownBy(() -> PublicKey.parse(wrong.toString()));
        }
      }
    }
  }

  @Test
  void parse_takesTheKeyOfZeros_thatNobodyOwns() {
    PublicKey zeros = PublicKey.ofBinary(new byte[34]);
    assertThat(PublicKey.parse(zeros.toLegacyString())).isEqualTo(zeros);
    assertThat(PublicKey.parse(zeros.toString())).isEqualTo(zeros);
    assertThat(zeros.isOnCurve()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,34", "1,34"})
  void ofBinary_takesExactlyTheSize_ofItsType(int type, int size) {
    for (int length : new int[] {0, 1, size - 1, size + 1}) {
      byte[] binary = new byte[length];
      if (length > 0) {
        binary[0] = (byte) type;
      }
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> PublicKey.ofBinary(binary));
    }
    byte[] exact = new byte[size];
    exact[0] = (byte) type;
    assertThat(PublicKey.ofBinary(exact).type().code()).isEqualTo(type);
  }

  @Test
  void ofBinary_namesWhatIsWrong() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofBinary(new byte[] {3}))
        .withMessage("key type must be 0 (K1), 1 (R1) or 2 (WA), got 3");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofBinary(new byte[33]))
        .withMessage("public key ends early: byte 34 needed, got 33 bytes");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofBinary(new byte[35]))
        .withMessage("public key ends at byte 34, got 35 bytes");
  }

  @Test
  void ofBinary_refusesWebAuthn_thatIsNotWhole() {
    byte[] whole = WA.toBinary();
    assertThat(PublicKey.ofBinary(whole)).isEqualTo(WA);
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> PublicKey.ofBinary(cut));
    }
    Bytes noSite = Bytes.of(whole).slice(0, 35);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofBinary(Bytes.ofHex(noSite + "00").toArray()))
        .withMessage("WA key must have a site (relying party id), got none");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> PublicKey.ofBinary(Bytes.ofHex(noSite + "ffffffff0f61").toArray()))
        .withMessage("public key ends early: 4294967295 bytes announced at byte 40, 1 left");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> PublicKey.ofBinary(Bytes.ofHex(noSite + "ffffffff1f61").toArray()))
        .withMessageStartingWith("public key has a length of more than 32 bits");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> PublicKey.ofBinary(Bytes.ofHex(noSite + "808080808001").toArray()))
        .withMessageStartingWith("public key has a length of more than 32 bits");
  }

  @Test
  void ofBinary_writesBackShortest_whenTheLengthWasPadded() {
    Bytes head = Bytes.of(WA.toBinary()).slice(0, 35);
    PublicKey padded = PublicKey.ofBinary(Bytes.ofHex(head + "8100" + "61").toArray());
    assertThat(Bytes.of(padded.toBinary())).isEqualTo(Bytes.ofHex(head + "0161"));
  }

  @Test
  void binaryLength_measures_insideALongerArray() {
    for (PublicKey key : List.of(K1, R1, WA)) {
      byte[] binary = key.toBinary();
      byte[] longer = new byte[binary.length + 7];
      System.arraycopy(binary, 0, longer, 3, binary.length);
      assertThat(PublicKey.binaryLength(longer, 3, longer.length)).isEqualTo(binary.length);
      for (int to = 0; to < binary.length; to++) {
        assertThat(PublicKey.binaryLength(longer, 3, 3 + to)).isEqualTo(-1);
      }
    }
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> PublicKey.binaryLength(new byte[3], 4, 4));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.binaryLength(new byte[] {3}, 0, 1))
        .withMessage("key type must be 0 (K1), 1 (R1) or 2 (WA), got 3");
  }

  @Test
  void site_isTaken_upTo16384Bytes() {
    PublicKey longest = PublicKey.ofWebAuthn(R1.toPoint(), 1, "x".repeat(16_384));
    assertThat(PublicKey.parse(longest.toString())).isEqualTo(longest);
    assertThat(PublicKey.ofBinary(longest.toBinary())).isEqualTo(longest);
    String message = "public key must have at most 16384 bytes of variable size, got 16385";
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofWebAuthn(R1.toPoint(), 1, "x".repeat(16_385)))
        .withMessage(message);
    byte[] binary = Arrays.copyOf(WA.toBinary(), 38 + 16_385);
    binary[35] = (byte) 0x81;
    binary[36] = (byte) 0x80;
    binary[37] = 1;
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofBinary(binary))
        .withMessage(message);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.binaryLength(binary, 0, binary.length))
        .withMessage(message);
  }

  @Test
  void ofWebAuthn_refuses_aSiteThatIsNoText() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofWebAuthn(R1.toPoint(), 1, "coop\ud83d"))
        .withMessage("site of a WA key must be text, got half of a surrogate pair");
  }

  @Test
  void parse_refusesLength_beforeReadingTheRest() {
    refused(
        "PUB_K1_" + "0".repeat(9_000),
        "public key PUB_K1_ must have at most 54 characters of Base58, got 9000");
    refused(
        "EOS" + "1".repeat(55), "public key EOS must have at most 54 characters of Base58, got 55");
  }

  @Test
  void ofWebAuthn_keepsItsParts_withinTheirRanges() {
    assertThat(WA.type()).isEqualTo(KeyType.WA);
    assertThat(WA.presence()).isEqualTo(1);
    assertThat(WA.site()).contains("coop.example");
    assertThat(WA.toPoint()).isEqualTo(R1.toPoint());
    assertThat(WA.isOnCurve()).isTrue();
    assertThat(PublicKey.ofWebAuthn(R1.toPoint(), 255, "x".repeat(200)).site())
        .contains("x".repeat(200));
    assertThat(K1.site()).isEmpty();
    assertThat(K1.presence()).isZero();
    for (int wrong : new int[] {-1, 256}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> PublicKey.ofWebAuthn(R1.toPoint(), wrong, "a"))
          .withMessage("presence of a WA key must be 0 to 255, got " + wrong);
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofWebAuthn(new byte[32], 0, "a"))
        .withMessage("point of a public key must have 33 bytes, got 32");
  }

  @Test
  void ofPoint_refuses_WebAuthnAndOtherLengths() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofPoint(KeyType.WA, R1.toPoint()))
        .withMessage("WA key needs presence and site beside its point");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PublicKey.ofPoint(KeyType.K1, new byte[34]))
        .withMessage("point of a public key must have 33 bytes, got 34");
  }

  @Test
  void toLegacyString_refuses_whatHasNone() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(R1::toLegacyString)
        .withMessage("only K1 keys have a legacy text, this is " + R1);
  }

  @Test
  void compareTo_ordersAsTheNode_typePointPresenceSite() {
    byte[] low = new byte[33];
    byte[] high = new byte[33];
    high[0] = (byte) 0x80;
    List<PublicKey> ordered = List.of(
        PublicKey.ofPoint(KeyType.K1, low),
        PublicKey.ofPoint(KeyType.K1, high),
        PublicKey.ofPoint(KeyType.R1, low),
        PublicKey.ofPoint(KeyType.R1, high),
        PublicKey.ofWebAuthn(low, 0, "b"),
        PublicKey.ofWebAuthn(low, 1, "aa"),
        PublicKey.ofWebAuthn(low, 1, "b"),
        PublicKey.ofWebAuthn(low, 128, "a"),
        PublicKey.ofWebAuthn(high, 0, "a"));
    for (long seed = 1; seed <= 20; seed++) {
      List<PublicKey> shuffled = new ArrayList<>(ordered);
      Collections.shuffle(shuffled, new Random(seed));
      Collections.sort(shuffled);
      assertThat(shuffled).as("seed %d", seed).isEqualTo(ordered);
    }
    assertThat(WA.compareTo(PublicKey.parse(WA.toString()))).isZero();
  }

  @Test
  void equals_distinguishes_typesAndOtherThings() {
    assertThat(K1)
        .isEqualTo(PublicKey.parse(K1.toString()))
        .hasSameHashCodeAs(PublicKey.parse(K1.toString()));
    assertThat(PublicKey.ofPoint(KeyType.R1, K1.toPoint())).isNotEqualTo(K1);
    assertThat(WA).isNotEqualTo(PublicKey.ofWebAuthn(R1.toPoint(), 2, "coop.example"));
    assertThat((Object) K1).isNotEqualTo(K1.toString());
  }

  @Test
  void toBinary_andToPoint_copyOut() {
    K1.toBinary()[5]++;
    K1.toPoint()[5]++;
    assertThat(K1).isEqualTo(PrivateKey.fromSeed(KeyType.K1, "a").publicKey());
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void keyType_ofCode_findsEach(KeyType type) {
    assertThat(KeyType.ofCode(type.code())).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 256})
  void keyType_ofCode_refusesOthers(int code) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> KeyType.ofCode(code))
        .withMessage("key type must be 0 (K1), 1 (R1) or 2 (WA), got " + code);
  }
}
