package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureTest {
  private static final String ORDER_K1 =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
  private static final String ORDER_R1 =
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
  private static final String ONE = "0".repeat(63) + "1";
  private static final PrivateKey KEY = PrivateKey.fromSeed(KeyType.K1, "a");
  private static final Checksum256 DIGEST =
      Checksum256.sha256("x".getBytes(StandardCharsets.UTF_8));

  private static Signature of(KeyType type, int header, String r, String s) {
    return Signature.ofCompact(type, HexFormat.of().parseHex("%02x".formatted(header) + r + s));
  }

  @Test
  void parse_namesWhatIsWrong_ofEachKind() {
    String text = KEY.sign(DIGEST).toString();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.parse("PUB_K1_a"))
        .withMessage("signature must start with SIG_K1_, SIG_R1_ or SIG_WA_, got 'PUB_K1_a'");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.parse("SIG_K1_"))
        .withMessage("signature SIG_K1_ must have 65 bytes and 4 of checksum, got 0 in all");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.parse("SIG_R1_" + text.substring(7)))
        .withMessage(
            "signature SIG_R1_ has a checksum that does not match its data: mistyped or of another kind");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.parse("SIG_K1_" + "l" + text.substring(8)))
        .withMessage(
            "signature SIG_K1_ has the character 'l' (U+006C) at position 7, which is not Base58");
  }

  @Test
  void ofBinary_takesExactlyTheSize() {
    byte[] binary = KEY.sign(DIGEST).toBinary();
    assertThat(binary).hasSize(66);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofBinary(Arrays.copyOf(binary, 65)))
        .withMessage("signature ends early: byte 66 needed, got 65 bytes");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofBinary(Arrays.copyOf(binary, 67)))
        .withMessage("signature ends at byte 66, got 67 bytes");
    assertThat(Signature.binaryLength(Arrays.copyOf(binary, 90), 0, 90)).isEqualTo(66);
    binary[0] = 3;
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofBinary(binary))
        .withMessage("key type must be 0 (K1), 1 (R1) or 2 (WA), got 3");
  }

  @Test
  void ofCompact_refuses_WebAuthnAndOtherLengths() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofCompact(KeyType.WA, new byte[65]))
        .withMessage("WA signature needs authenticator data and client JSON beside its numbers");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofCompact(KeyType.K1, new byte[64]))
        .withMessage("signature must have 65 bytes, got 64");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofWebAuthn(new byte[66], new byte[0], new byte[0]))
        .withMessage("signature must have 65 bytes, got 66");
  }

  @ParameterizedTest
  @CsvSource({
    "26,false",
    "27,true",
    "30,true",
    "31,true",
    "34,true",
    "35,false",
    "255,false",
    "0,false"
  })
  void recover_takesHeaders_27To34(int header, boolean taken) {
    byte[] compact = KEY.sign(DIGEST).toCompact();
    compact[0] = (byte) header;
    Signature signature = Signature.ofCompact(KeyType.K1, compact);
    if (!taken) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> signature.recover(DIGEST))
          .withMessage("K1 signature must have a header of 27 to 34, got " + header);
    } else if ((header - 27 & 2) != 0) { // r + order is beyond the field for nearly every r
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> signature.recover(DIGEST))
          .withMessageStartingWith("K1 signature yields no key");
    } else {
      assertThat(signature.recover(DIGEST).type()).isEqualTo(KeyType.K1);
    }
  }

  @Test
  void recover_ignores_whetherTheHeaderSaysCompressed() {
    byte[] compact = KEY.sign(DIGEST).toCompact();
    compact[0] = (byte) (compact[0] - 4);
    assertThat(Signature.ofCompact(KeyType.K1, compact).recover(DIGEST)).isEqualTo(KEY.publicKey());
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void recover_refuses_numbersOutOfRange(KeyType type) {
    String order = type == KeyType.K1 ? ORDER_K1 : ORDER_R1;
    String zero = "0".repeat(64);
    String message =
        type + " signature yields no key: r or s is out of range or no point of the curve";
    String high = "R1 signature must have an s of at most half the order, got a higher one";
    for (String[] numbers : new String[][] {{zero, ONE}, {ONE, zero}, {order, ONE}, {ONE, order}}) {
      Signature signature = of(type, 31, numbers[0], numbers[1]);
      boolean highS = type == KeyType.R1 && numbers[1].equals(order);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> signature.recover(DIGEST))
          .withMessage(highS ? high : message);
      assertThat(signature.verify(DIGEST, PrivateKey.fromSeed(type, "a").publicKey()))
          .isFalse();
    }
  }

  @Test
  void recover_refuses_rThatIsNoPoint() {
    // 5 is the smallest x without a point on secp256k1
    Signature signature = of(KeyType.K1, 31, "0".repeat(63) + "5", ONE);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> signature.recover(DIGEST));
    assertThat(of(KeyType.K1, 31, ONE, ONE).recover(DIGEST).isOnCurve()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void recover_refuses_infinity(KeyType type) {
    // with k = 1, r = x(G), s = e the key would be (s*R - e*G)/r = 0
    PublicKey g = PrivateKey.ofSecret(type, HexFormat.of().parseHex(ONE)).publicKey();
    byte[] compact = new byte[65];
    compact[0] = (byte) (31 + (g.toPoint()[0] - 2));
    System.arraycopy(g.toPoint(), 1, compact, 1, 32);
    System.arraycopy(DIGEST.toBytes(), 0, compact, 33, 32);
    Signature signature = Signature.ofCompact(type, compact);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> signature.recover(DIGEST));
    Checksum256 other = Checksum256.sha256(new byte[0]);
    assertThat(signature.recover(other).isOnCurve()).isTrue();
  }

  /** r is the x of a point beyond the order, less the order: only recovery ids 2 and 3 lead back to it. */
  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void recover_findsPoints_beyondTheOrder(KeyType type) {
    BigInteger order = new BigInteger(type == KeyType.K1 ? ORDER_K1 : ORDER_R1, 16);
    int found = 0;
    for (int small = 1; small <= 8; small++) {
      byte[] point =
          HexFormat.of().parseHex("02" + "%064x".formatted(order.add(BigInteger.valueOf(small))));
      if (!PublicKey.ofPoint(type, point).isOnCurve()) {
        continue;
      }
      found++;
      String r = "%064x".formatted(small);
      PublicKey even = of(type, 33, r, ONE).recover(DIGEST);
      PublicKey odd = of(type, 34, r, ONE).recover(DIGEST);
      assertThat(even.isOnCurve()).isTrue();
      assertThat(odd.isOnCurve()).isTrue();
      assertThat(even).isNotEqualTo(odd);
    }
    assertThat(found).isPositive();
  }

  @Test
  void verify_isFalse_forAnyOtherPart() {
    Signature signature = KEY.sign(DIGEST);
    assertThat(signature.verify(DIGEST, KEY.publicKey())).isTrue();
    assertThat(signature.verify(Checksum256.ZERO, KEY.publicKey())).isFalse();
    assertThat(signature.verify(DIGEST, PrivateKey.fromSeed(KeyType.K1, "b").publicKey()))
        .isFalse();
    assertThat(signature.verify(
            DIGEST, PublicKey.ofPoint(KeyType.R1, KEY.publicKey().toPoint())))
        .isFalse();
    assertThat(signature.verify(DIGEST, PublicKey.ofBinary(new byte[34]))).isFalse();
    for (int at = 1; at < 65; at++) {
      byte[] compact = signature.toCompact();
      compact[at] ^= 1;
      assertThat(Signature.ofCompact(KeyType.K1, compact).verify(DIGEST, KEY.publicKey()))
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7f,7f,true",
    "80,7f,false",
    "7f,80,false",
    "0080,01,true",
    "007f,01,false",
    "01,0080,true",
    "01,007f,false"
  })
  void isCanonical_asksPlainPositiveNumbers_ofK1(String r, String s, boolean canonical) {
    Signature signature = of(
        KeyType.K1,
        31,
        (r + "0".repeat(64)).substring(0, 64),
        (s + "0".repeat(64)).substring(0, 64));
    assertThat(signature.isCanonical()).isEqualTo(canonical);
    assertThat(Signature.parse(signature.toString())).isEqualTo(signature);
  }

  @Test
  void isCanonical_asksLowS_ofR1() {
    BigInteger half = new BigInteger(ORDER_R1, 16).shiftRight(1);
    assertThat(of(KeyType.R1, 31, "f".repeat(64), "%064x".formatted(half)).isCanonical())
        .isTrue();
    assertThat(
            of(KeyType.R1, 31, ONE, "%064x".formatted(half.add(BigInteger.ONE))).isCanonical())
        .isFalse();
  }

  /** The other form of a signature: s less the order, and the other recovery id. */
  private static Signature twin(Signature signature, String order) {
    byte[] compact = signature.toCompact();
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(compact, 33, 65));
    byte[] other =
        HexFormat.of().parseHex("%064x".formatted(new BigInteger(order, 16).subtract(s)));
    System.arraycopy(other, 0, compact, 33, 32);
    compact[0] = (byte) ((compact[0] - 27 ^ 1) + 27);
    return Signature.ofCompact(signature.type(), compact);
  }

  @Test
  void recover_refuses_highSOfR1() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.R1, "a");
    Signature low = key.sign(DIGEST);
    Signature high = twin(low, ORDER_R1);
    assertThat(low.recover(DIGEST)).isEqualTo(key.publicKey());
    assertThat(high.isCanonical()).isFalse();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> high.recover(DIGEST))
        .withMessage("R1 signature must have an s of at most half the order, got a higher one");
    assertThat(low.verify(DIGEST, key.publicKey())).isTrue();
    assertThat(high.verify(DIGEST, key.publicKey())).isFalse();
  }

  @Test
  void recover_takesR1_upToHalfTheOrder() {
    BigInteger half = new BigInteger(ORDER_R1, 16).shiftRight(1);
    String r = "%064x"
        .formatted(
            new BigInteger(1, PrivateKey.fromSeed(KeyType.R1, "r").publicKey().toPoint())
                .clearBit(257)
                .clearBit(256));
    assertThat(of(KeyType.R1, 31, r, "%064x".formatted(half)).recover(DIGEST).isOnCurve())
        .isTrue();
    Signature above = of(KeyType.R1, 31, r, "%064x".formatted(half.add(BigInteger.ONE)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> above.recover(DIGEST))
        .withMessageStartingWith("R1 signature must have an s");
  }

  @Test
  void verify_isFalse_whenK1IsNotCanonical() {
    Signature twin = twin(KEY.sign(DIGEST), ORDER_K1);
    assertThat(twin.isCanonical()).isFalse();
    assertThat(twin.recover(DIGEST)).isEqualTo(KEY.publicKey());
    assertThat(twin.verify(DIGEST, KEY.publicKey())).isFalse();
  }

  @Test
  void variableParts_areTaken_upTo16384Bytes() {
    byte[] compact = KEY.sign(DIGEST).toCompact();
    Signature longest = Signature.ofWebAuthn(compact, new byte[384], new byte[16_000]);
    assertThat(longest.variableSize()).isEqualTo(16_384);
    assertThat(Signature.ofBinary(longest.toBinary())).isEqualTo(longest);
    assertThat(Signature.parse(longest.toString())).isEqualTo(longest);
    String message = "signature must have at most 16384 bytes of variable size, got 16385";
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofWebAuthn(compact, new byte[385], new byte[16_000]))
        .withMessage(message);
    byte[] longer = new byte[66 + 2 + 385 + 2 + 16_000];
    longer[0] = 2;
    longer[66] = (byte) 0x81;
    longer[67] = 3;
    longer[68 + 385] = (byte) 0x80;
    longer[69 + 385] = 0x7d;
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.ofBinary(longer))
        .withMessage(message);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.binaryLength(longer, 0, longer.length))
        .withMessage(message);
  }

  @Test
  void binaryLength_tellsWhetherTheWholeIsThere() {
    byte[] k1 = KEY.sign(DIGEST).toBinary();
    byte[] wa = Signature.ofWebAuthn(KEY.sign(DIGEST).toCompact(), new byte[200], new byte[3])
        .toBinary();
    for (byte[] binary : new byte[][] {k1, wa}) {
      byte[] longer = new byte[binary.length + 9];
      System.arraycopy(binary, 0, longer, 2, binary.length);
      assertThat(Signature.binaryLength(longer, 2, longer.length)).isEqualTo(binary.length);
      for (int to = 0; to < binary.length; to++) {
        assertThat(Signature.binaryLength(longer, 2, 2 + to)).isEqualTo(-1);
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.binaryLength(new byte[] {3}, 0, 1))
        .withMessage("key type must be 0 (K1), 1 (R1) or 2 (WA), got 3");
  }

  @Test
  void parse_refusesLength_beforeReadingTheRest() {
    String text = KEY.sign(DIGEST).toString();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.parse(text + "0".repeat(20_000)))
        .withMessage("signature SIG_K1_ must have at most 98 characters of Base58, got 20094");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Signature.parse("SIG_WA_" + "0".repeat(30_000)))
        .withMessageEndingWith("characters of Base58, got 30000");
  }

  @Test
  void equals_dependsOnEveryPart() {
    byte[] compact = KEY.sign(DIGEST).toCompact();
    Signature k1 = Signature.ofCompact(KeyType.K1, compact);
    assertThat(k1).isEqualTo(KEY.sign(DIGEST)).hasSameHashCodeAs(KEY.sign(DIGEST));
    assertThat(k1).isNotEqualTo(Signature.ofCompact(KeyType.R1, compact));
    Signature wa = Signature.ofWebAuthn(compact, new byte[] {1}, new byte[] {2});
    assertThat(wa).isEqualTo(Signature.ofWebAuthn(compact, new byte[] {1}, new byte[] {2}));
    assertThat(wa).isNotEqualTo(Signature.ofWebAuthn(compact, new byte[] {2}, new byte[] {2}));
    assertThat(wa).isNotEqualTo(Signature.ofWebAuthn(compact, new byte[] {1}, new byte[] {1}));
    assertThat((Object) k1).isNotEqualTo(k1.toString());
    k1.toCompact()[3]++;
    assertThat(k1).isEqualTo(KEY.sign(DIGEST));
    assertThat(wa.variableSize()).isEqualTo(2);
    assertThat(k1.variableSize()).isZero();
  }
}
