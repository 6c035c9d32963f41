package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proven holds in affine arithmetic of plain integers, equation by equation. */
class EquationsOracleTest {
  private static final BigInteger N = AffineP256.N;

  private static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toArray());
  }

  private static AffineP256.@Nullable Point times(Bytes factor, AffineP256.@Nullable Point point) {
    return AffineP256.multiply(point, number(factor));
  }

  private static BigInteger hash(String label, Bytes... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] name = label.getBytes(StandardCharsets.US_ASCII);
    out.writeBytes(ByteBuffer.allocate(4).putInt(name.length).array());
    out.writeBytes(name);
    for (Bytes part : parts) {
      out.writeBytes(ByteBuffer.allocate(4).putInt(part.size()).array());
      out.writeBytes(part.toArray());
    }
    return new BigInteger(1, Digests.sha512(out.toByteArray())).mod(N);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void schnorr_holds_inPlainIntegers(long seed) {
    ScalarSource chance = Chances.seeded(seed);
    Scalar secret = chance.next();
    Bytes context = Bytes.ofHex("0102");
    SchnorrProof proof = SchnorrProof.prove("key", List.of(context), secret, chance);

    AffineP256.Point a = times(secret.encode(), AffineP256.G);
    AffineP256.Point r =
        AffineP256.subtract(times(proof.response(), AffineP256.G), times(proof.challenge(), a));
    assertThat(hash("key", context, AffineP256.encode(a), AffineP256.encode(r)))
        .isEqualTo(number(proof.challenge()));
    Element point = P256.generator().timesSecret(secret);
    assertThat(proof.verifies("key", List.of(context), point)).isTrue();
    assertThat(proof.verifies("share", List.of(context), point)).isFalse();
    assertThat(proof.verifies("key", List.of(Bytes.ofHex("0103")), point)).isFalse();
    assertThat(proof.verifies("key", List.of(context), point.plus(P256.generator())))
        .isFalse();
    Bytes c = proof.challenge();
    Bytes z = proof.response();
    assertThat(new SchnorrProof(z, c).verifies("key", List.of(context), point)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equality_holds_inPlainIntegers(long seed) {
    ScalarSource chance = Chances.seeded(seed);
    Scalar secret = chance.next();
    Element base = P256.generator().times(chance.next());
    List<Bytes> context = List.of(Bytes.ofHex("07"), base.encode());
    EqualityProof proof = EqualityProof.prove(context, base, secret, chance);

    AffineP256.Point a = AffineP256.decode(base.encode());
    AffineP256.Point x = times(secret.encode(), AffineP256.G);
    AffineP256.Point d = times(secret.encode(), a);
    AffineP256.Point p =
        AffineP256.subtract(times(proof.response(), AffineP256.G), times(proof.challenge(), x));
    AffineP256.Point q =
        AffineP256.subtract(times(proof.response(), a), times(proof.challenge(), d));
    assertThat(hash(
            "dec",
            context.get(0),
            context.get(1),
            AffineP256.encode(x),
            AffineP256.encode(d),
            AffineP256.encode(p),
            AffineP256.encode(q)))
        .isEqualTo(number(proof.challenge()));
    Element key = P256.generator().timesSecret(secret);
    Element product = base.timesSecret(secret);
    assertThat(proof.verifies(context, base, key, product)).isTrue();
    assertThat(proof.verifies(context, base, key, product.plus(base))).isFalse();
    assertThat(proof.verifies(context, base, product, key)).isFalse();
    assertThat(proof.verifies(context.subList(0, 1), base, key, product)).isFalse();
  }

  @ParameterizedTest(name = "bit {0} seed {1}")
  @CsvSource({"0, 1", "0, 2", "1, 1", "1, 2"})
  @Tag("MEET-13")
  void or_holds_inPlainIntegers(int bit, long seed) {
    ScalarSource chance = Chances.seeded(seed);
    Element key = P256.generator().times(chance.next());
    Scalar r = chance.next();
    Pair pair = Pair.encrypt(key, bit, r);
    Bytes statement = Bytes.ofHex("aabb");
    OrProof proof = OrProof.prove(statement, key, pair, bit, r, chance);

    AffineP256.Point y = AffineP256.decode(key.encode());
    AffineP256.Point alpha = times(r.encode(), AffineP256.G);
    AffineP256.Point beta = AffineP256.add(
        times(r.encode(), y), AffineP256.multiply(AffineP256.G, BigInteger.valueOf(bit)));
    assertThat(pair.ciphertext())
        .isEqualTo(new Ciphertext(AffineP256.encode(alpha), AffineP256.encode(beta)));
    AffineP256.Point a0 = AffineP256.subtract(
        times(proof.response0(), AffineP256.G), times(proof.challenge0(), alpha));
    AffineP256.Point b0 =
        AffineP256.subtract(times(proof.response0(), y), times(proof.challenge0(), beta));
    AffineP256.Point a1 = AffineP256.subtract(
        times(proof.response1(), AffineP256.G), times(proof.challenge1(), alpha));
    AffineP256.Point b1 = AffineP256.subtract(
        times(proof.response1(), y),
        times(proof.challenge1(), AffineP256.subtract(beta, AffineP256.G)));
    BigInteger whole = hash(
        "or",
        statement,
        AffineP256.encode(y),
        AffineP256.encode(alpha),
        AffineP256.encode(beta),
        AffineP256.encode(a0),
        AffineP256.encode(b0),
        AffineP256.encode(a1),
        AffineP256.encode(b1));
    assertThat(number(proof.challenge0()).add(number(proof.challenge1())).mod(N))
        .isEqualTo(whole);
    assertThat(proof.verifies(statement, key, pair)).isTrue();
    assertThat(RecordEquations.isBit(proof, statement, key, pair.alpha(), pair.beta()))
        .isTrue();
  }

  /** A prover who encrypts another number than 0 and 1 has no proof: neither of his two branches closes. */
  @ParameterizedTest(name = "m = {0}")
  @ValueSource(longs = {2, 3, 1000})
  @Tag("MEET-04")
  void or_isRefused_forAnyOtherNumber(long message) {
    ScalarSource chance = Chances.seeded(message);
    Element key = P256.generator().times(chance.next());
    Scalar r = chance.next();
    Pair pair = new Pair(
        P256.generator().times(r), key.times(r).plus(P256.generator().times(Scalar.of(message))));
    for (int claimed = 0; claimed <= 1; claimed++) {
      OrProof proof = OrProof.prove(Bytes.EMPTY, key, pair, claimed, r, chance);
      assertThat(proof.verifies(Bytes.EMPTY, key, pair)).isFalse();
      assertThat(RecordEquations.isBit(proof, Bytes.EMPTY, key, pair.alpha(), pair.beta()))
          .isFalse();
    }
    Pair minusOne = new Pair(P256.generator().times(r), key.times(r).minus(P256.generator()));
    assertThat(OrProof.prove(Bytes.EMPTY, key, minusOne, 0, r, chance)
            .verifies(Bytes.EMPTY, key, minusOne))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 99, 100})
  void logarithm_isFound_upToTheBoundOnly(long bound) {
    DiscreteLogarithm logarithm = new DiscreteLogarithm(bound);
    for (long m = 0; m <= bound; m++) {
      assertThat(logarithm.of(P256.generator().times(Scalar.of(m)))).hasValue(m);
    }
    for (long m = bound + 1; m < bound + 30; m++) {
      assertThat(logarithm.of(P256.generator().times(Scalar.of(m)))).isEmpty();
    }
    assertThat(logarithm.of(P256.generator().times(Scalar.ONE.negate()))).isEmpty();
  }
}
