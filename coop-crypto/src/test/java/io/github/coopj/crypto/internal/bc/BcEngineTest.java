package io.github.coopj.crypto.internal.bc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.KeyType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds our own signing and recovery against the signer that Bouncy Castle brings. */
class BcEngineTest {
  private final BcEngine engine = new BcEngine();

  private static ECDomainParameters domain(KeyType type) {
    X9ECParameters curve =
        CustomNamedCurves.getByName(type == KeyType.K1 ? "secp256k1" : "secp256r1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void sign_equalsBouncyCastle_withoutExtraEntropy(KeyType type) {
    ECDomainParameters domain = domain(type);
    for (int i = 0; i < 50; i++) {
      byte[] secret = Digests.sha256(new byte[] {(byte) i});
      byte[] digest = Digests.sha256(new byte[] {(byte) i, 1});
      ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
      signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, secret), domain));
      BigInteger[] expected = signer.generateSignature(digest);
      byte[] compact = engine.sign(type, secret, digest, 0);
      assertThat(new BigInteger(1, compact, 1, 32)).isEqualTo(expected[0]);
      assertThat(new BigInteger(1, compact, 33, 32))
          .isIn(expected[1], domain.getN().subtract(expected[1]));
      assertThat(new BigInteger(1, compact, 33, 32))
          .isLessThanOrEqualTo(domain.getN().shiftRight(1));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void recover_yieldsKeys_thatBouncyCastleVerifies(KeyType type) {
    ECDomainParameters domain = domain(type);
    int found = 0;
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      for (int i = 0; i < 20; i++) {
        byte[] compact = new byte[65];
        byte[] digest = new byte[32];
        random.nextBytes(compact);
        random.nextBytes(digest);
        compact[0] = (byte) (27 + random.nextInt(4));
        if ((compact[0] - 27 & 2) != 0) { // make r small enough to be beyond the order
          Arrays.fill(compact, 1, 25, (byte) 0);
        }
        byte[] point = engine.recover(type, compact, digest);
        if (point != null) {
          ECDSASigner verifier = new ECDSASigner();
          verifier.init(
              false, new ECPublicKeyParameters(domain.getCurve().decodePoint(point), domain));
          assertThat(verifier.verifySignature(
                  digest, new BigInteger(1, compact, 1, 32), new BigInteger(1, compact, 33, 32)))
              .as("seed %d case %d", seed, i)
              .isTrue();
          found++;
        }
      }
    }
    assertThat(found).isBetween(25, 75); // every second x is that of a point
  }

  @Test
  void sign_differs_withEachAttempt() {
    byte[] secret = Digests.sha256(new byte[] {1});
    byte[] digest = Digests.sha256(new byte[] {2});
    assertThat(engine.sign(KeyType.K1, secret, digest, 1))
        .isNotEqualTo(engine.sign(KeyType.K1, secret, digest, 2))
        .isNotEqualTo(engine.sign(KeyType.K1, secret, digest, 0));
    assertThat(engine.name()).isEqualTo("bouncycastle");
  }

  @Test
  void isPoint_refuses_otherForms() {
    byte[] point = engine.publicPoint(KeyType.K1, Digests.sha256(new byte[] {1}));
    assertThat(engine.isPoint(KeyType.K1, point)).isTrue();
    assertThat(engine.isPoint(KeyType.K1, Arrays.copyOf(point, 32))).isFalse();
    assertThat(engine.isPoint(KeyType.K1, new byte[] {0})).isFalse();
    byte[] beyondTheField = new byte[33];
    Arrays.fill(beyondTheField, (byte) 0xff);
    beyondTheField[0] = 2;
    assertThat(engine.isPoint(KeyType.K1, beyondTheField)).isFalse();
    point[0] = 4;
    assertThat(engine.isPoint(KeyType.K1, point)).isFalse();
  }

  @Test
  void anyCall_refuses_WebAuthnAsACurve() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> engine.isPoint(KeyType.WA, new byte[33]))
        .withMessage("WA is not a curve: use R1");
  }

  /** Appendix A.1 of RFC 5869, first case. */
  @Test
  void hkdf_equalsTheRfc() {
    byte[] derived = BcKeyDerivation.hkdfSha256(
        Bytes.ofHex("0b".repeat(22)).toArray(),
        Bytes.ofHex("000102030405060708090a0b0c").toArray(),
        Bytes.ofHex("f0f1f2f3f4f5f6f7f8f9").toArray(),
        42);
    assertThat(Bytes.of(derived))
        .hasToString(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  }

  /** Section 12 of RFC 7914, second case. */
  @Test
  void scrypt_equalsTheRfc() {
    byte[] derived = BcKeyDerivation.scrypt(
        "password".getBytes(StandardCharsets.US_ASCII),
        "NaCl".getBytes(StandardCharsets.US_ASCII),
        1024,
        8,
        16,
        64);
    assertThat(Bytes.of(derived))
        .hasToString("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
            + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
  }
}
