package io.github.coopj.crypto.group;

import static io.github.coopj.crypto.group.Group.P256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTest {
  private static final BigInteger N = AffineP256.N;

  private static Scalar scalar(BigInteger value) {
    return Scalar.decode(Bytes.ofHex("%064x".formatted(value)));
  }

  private static List<BigInteger> edges() {
    return List.of(
        BigInteger.ZERO,
        BigInteger.ONE,
        BigInteger.TWO,
        BigInteger.valueOf(3),
        BigInteger.ONE.shiftLeft(128),
        N.shiftRight(1),
        N.subtract(BigInteger.TWO),
        N.subtract(BigInteger.ONE));
  }

  @Test
  void multiplications_equalTextbook_atTheEdges() {
    Element g = P256.generator();
    AffineP256.Point base = AffineP256.multiply(AffineP256.G, BigInteger.valueOf(77));
    Element other = g.times(Scalar.of(77));
    for (BigInteger factor : edges()) {
      Bytes ofG = AffineP256.encode(AffineP256.multiply(AffineP256.G, factor));
      Bytes ofOther = AffineP256.encode(AffineP256.multiply(base, factor));
      assertThat(g.times(scalar(factor)).encode()).isEqualTo(ofG);
      assertThat(g.timesSecret(scalar(factor)).encode()).isEqualTo(ofG);
      assertThat(other.times(scalar(factor)).encode()).isEqualTo(ofOther);
      assertThat(other.timesSecret(scalar(factor)).encode()).isEqualTo(ofOther);
      assertThat(P256.neutral().timesSecret(scalar(factor)).isNeutral()).isTrue();
      assertThat(P256.neutral().times(scalar(factor)).isNeutral()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void operations_equalTextbook_seeded(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      BigInteger a = new BigInteger(300, random).mod(N);
      BigInteger b = new BigInteger(300, random).mod(N);
      AffineP256.Point first = AffineP256.multiply(AffineP256.G, a);
      AffineP256.Point second = AffineP256.multiply(first, b);
      Element one = P256.generator().timesSecret(scalar(a));
      Element two = one.timesSecret(scalar(b));
      assertThat(two.encode()).isEqualTo(AffineP256.encode(second));
      assertThat(one.plus(two).encode())
          .isEqualTo(AffineP256.encode(AffineP256.add(first, second)));
      assertThat(one.minus(two).plus(two)).isEqualTo(one).hasSameHashCodeAs(one);
      assertThat(P256.sum(one, scalar(b), two, scalar(a)).encode())
          .isEqualTo(AffineP256.encode(
              AffineP256.add(AffineP256.multiply(first, b), AffineP256.multiply(second, a))));
      assertThat(P256.decode(one.encode()))
          .isEqualTo(one)
          .hasToString(one.encode().toHex());
    }
  }

  @Test
  void sums_areNeutral_whenTheyCancelOut() {
    Element g = P256.generator();
    Scalar last = Scalar.ZERO.minus(Scalar.ONE);
    assertThat(g.minus(g)).isEqualTo(P256.neutral());
    assertThat(g.plus(g.times(last)).isNeutral()).isTrue();
    assertThat(P256.sum(g, Scalar.ONE, g, last).isNeutral()).isTrue();
    assertThat(g.plus(g)).isEqualTo(g.times(Scalar.of(2)));
    assertThat(P256.neutral().encode()).isEqualTo(Bytes.ofHex("00"));
    assertThat(P256.decodeSum(Bytes.ofHex("00")).isNeutral()).isTrue();
    assertThat(P256.decodeSum(g.encode())).isEqualTo(g);
    assertThat(P256.neutral().plus(g)).isEqualTo(g);
  }

  @Test
  void sum_equalsTextbook_forNeutralElementsAndZeroFactors() {
    Element g = P256.generator();
    Element two = g.plus(g);
    Element none = P256.neutral();
    for (Element other : List.of(g, two)) {
      for (BigInteger factor : edges()) {
        Scalar f = scalar(factor);
        assertThat(P256.sum(other, f, none, Scalar.of(5))).isEqualTo(other.times(f));
        assertThat(P256.sum(none, Scalar.of(5), other, f)).isEqualTo(other.times(f));
        assertThat(P256.sum(other, f, two, Scalar.ZERO)).isEqualTo(other.times(f));
        assertThat(P256.sum(two, Scalar.ZERO, other, f)).isEqualTo(other.times(f));
        assertThat(P256.sum(other, f, other, f.negate()).isNeutral()).isTrue();
        assertThat(P256.sum(none, f, none, f).isNeutral()).isTrue();
      }
    }
  }

  @Test
  void decode_refuses_whatIsNoCompressedPoint() {
    String x = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    String y = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    assertThat(P256.decode(Bytes.ofHex("03" + x))).isEqualTo(P256.generator());
    String ofNoPoint = "%064x".formatted(firstXOfNoPoint());
    String tooBig = AffineP256.P.toString(16);
    for (String wrong : List.of(
        "",
        "00",
        "00".repeat(33),
        "01" + x,
        "04" + x,
        "04" + x + y,
        "06" + x + y,
        "03" + x + "00",
        "03" + x.substring(2),
        "02" + ofNoPoint,
        "03" + ofNoPoint,
        "02" + tooBig,
        "02" + "ff".repeat(32))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .as(wrong)
          .isThrownBy(() -> P256.decode(Bytes.ofHex(wrong)))
          .withMessageStartingWith("element must be a compressed point of P-256 in 33 bytes, got ");
      if (!wrong.equals("00")) {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> P256.decodeSum(Bytes.ofHex(wrong)));
      }
    }
  }

  private static BigInteger firstXOfNoPoint() {
    BigInteger x = BigInteger.ONE;
    BigInteger half = AffineP256.P.shiftRight(1);
    while (true) {
      BigInteger square = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(AffineP256.B);
      if (!square.modPow(half, AffineP256.P).equals(BigInteger.ONE)) {
        return x;
      }
      x = x.add(BigInteger.ONE);
    }
  }

  @Test
  void decode_ofScalar_takesExactlyWhatIsBelowTheOrder() {
    assertThat(scalar(N.subtract(BigInteger.ONE)).plus(Scalar.ONE)).isEqualTo(Scalar.ZERO);
    assertThat(scalar(BigInteger.ZERO).isZero()).isTrue();
    assertThat(scalar(BigInteger.ONE).isZero()).isFalse();
    for (BigInteger wrong :
        List.of(N, N.add(BigInteger.ONE), BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> scalar(wrong))
          .withMessage("scalar must be below the order of the group");
    }
    for (int size : new int[] {0, 31, 33}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Scalar.decode(Bytes.of(new byte[size])))
          .withMessage("scalar must have 32 bytes, got " + size);
    }
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Scalar.of(-1));
  }

  @Test
  void scalars_calculate_moduloTheOrder() {
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      BigInteger a = new BigInteger(300, random).mod(N);
      BigInteger b = new BigInteger(300, random).mod(N);
      assertThat(scalar(a).plus(scalar(b))).isEqualTo(scalar(a.add(b).mod(N)));
      assertThat(scalar(a).minus(scalar(b))).isEqualTo(scalar(a.subtract(b).mod(N)));
      assertThat(scalar(a).times(scalar(b))).isEqualTo(scalar(a.multiply(b).mod(N)));
      assertThat(scalar(a).negate().plus(scalar(a))).isEqualTo(Scalar.ZERO);
      assertThat(scalar(a).inverse().times(scalar(a))).isEqualTo(Scalar.ONE);
      assertThat(scalar(a).encode().toHex()).isEqualTo("%064x".formatted(a));
    }
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(Scalar.ZERO::inverse);
    assertThat(Scalar.ONE).hasToString("Scalar").isNotEqualTo(Scalar.ZERO);
  }

  @Test
  void hash_isSha512_ofLengthsAndParts() throws NoSuchAlgorithmException {
    byte[] statement = HexFormat.of().parseHex("00000003" + "6b6579" + "00000000" + "00000002ab01");
    BigInteger expected =
        new BigInteger(1, MessageDigest.getInstance("SHA-512").digest(statement)).mod(N);
    assertThat(new String(statement, 4, 3, StandardCharsets.US_ASCII)).isEqualTo("key");
    assertThat(P256.hash("key", Bytes.EMPTY, Bytes.ofHex("ab01"))).isEqualTo(scalar(expected));
    assertThat(P256.hash("key", Bytes.ofHex("ab"), Bytes.ofHex("01")))
        .isNotEqualTo(P256.hash("key", Bytes.ofHex("ab01")));
    assertThat(P256.hash("key", Bytes.ofHex("ab01"), Bytes.EMPTY))
        .isNotEqualTo(P256.hash("key", Bytes.EMPTY, Bytes.ofHex("ab01")));
    assertThat(P256.hash("keys")).isNotEqualTo(P256.hash("key", Bytes.ofHex("73")));
  }
}
