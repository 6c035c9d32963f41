package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.internal.Engines;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Holds texts, bytes and signatures against those of the ecosystem's libraries; see the README of the vectors. The build
 * runs this class twice: with the engine that is chosen by itself, which on Linux is the native one, and with Bouncy
 * Castle's.
 */
@Tag("CHAIN-01")
class VectorsTest {
  private static Checksum256 digest(String message) {
    return Checksum256.sha256(message.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void engine_isTheOneOfThisRun() {
    String wanted = System.getProperty(Engines.PROPERTY, "auto");
    boolean onLinux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    assumeTrue(onLinux || !wanted.equals("auto"));
    assertThat(Engines.current().name()).isEqualTo(wanted.equals("auto") ? "secp256k1" : wanted);
  }

  @ParameterizedTest(name = "{1}")
  @CsvFileSource(files = "src/test/resources/vectors/keys.csv", numLinesToSkip = 1)
  void keys_equalTheLibraries_inEveryForm(
      KeyType type,
      String seed,
      @Nullable String wif,
      String pvt,
      String pub,
      @Nullable String legacy) {
    PrivateKey key = PrivateKey.fromSeed(type, seed);
    assertThat(key.type()).isEqualTo(type);
    assertThat(key.toPvt()).isEqualTo(pvt);
    assertThat(PrivateKey.parse(pvt)).isEqualTo(key);
    assertThat(key.publicKey()).hasToString(pub);
    assertThat(PublicKey.parse(pub)).isEqualTo(key.publicKey());
    assertThat(PublicKey.ofBinary(key.publicKey().toBinary())).isEqualTo(key.publicKey());
    assertThat(key.publicKey().isOnCurve()).isTrue();
    if (wif != null && legacy != null) {
      assertThat(type).isEqualTo(KeyType.K1);
      assertThat(key.toWif()).isEqualTo(wif);
      assertThat(PrivateKey.parse(wif)).isEqualTo(key);
      assertThat(key.publicKey().toLegacyString()).isEqualTo(legacy);
      assertThat(PublicKey.parse(legacy)).isEqualTo(key.publicKey());
    }
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(files = "src/test/resources/vectors/signatures.csv", numLinesToSkip = 1)
  void signatures_equalTheLibraries_byteForByte(
      KeyType type, String seed, String message, String sig) {
    PrivateKey key = PrivateKey.fromSeed(type, seed);
    Signature signature = key.sign(digest(message));
    assertThat(signature).hasToString(sig);
    assertThat(signature.isCanonical()).isTrue();
    assertThat(Signature.parse(sig)).isEqualTo(signature);
    assertThat(Signature.ofBinary(signature.toBinary())).isEqualTo(signature);
    assertThat(signature.recover(digest(message))).isEqualTo(key.publicKey());
    assertThat(signature.verify(digest(message), key.publicKey())).isTrue();
    assertThat(signature.verify(digest(message + "!"), key.publicKey())).isFalse();
  }

  @ParameterizedTest(name = "{1} and {2}")
  @CsvFileSource(files = "src/test/resources/vectors/agreements.csv", numLinesToSkip = 1)
  void sharedSecret_equalsTheLibrary_fromBothSides(
      KeyType type, String seedA, String seedB, String shared) {
    PrivateKey a = PrivateKey.fromSeed(type, seedA);
    PrivateKey b = PrivateKey.fromSeed(type, seedB);
    assertThat(Bytes.of(a.sharedSecret(b.publicKey()).toBytes())).hasToString(shared);
    assertThat(Bytes.of(b.sharedSecret(a.publicKey()).toBytes())).hasToString(shared);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(files = "src/test/resources/vectors/assertions.csv", numLinesToSkip = 1)
  void assertions_recoverTheKey_withPresenceAndSite(
      String message, int presence, String site, String sig, String pub) {
    Signature signature = Signature.parse(sig);
    PublicKey key = signature.recover(digest(message));
    assertThat(key).hasToString(pub).isEqualTo(PublicKey.parse(pub));
    assertThat(key.presence()).isEqualTo(presence);
    assertThat(key.site()).contains(site);
    assertThat(signature).hasToString(sig).isEqualTo(Signature.ofBinary(signature.toBinary()));
    assertThat(signature.isCanonical()).isTrue();
    assertThat(signature.verify(digest(message), key)).isTrue();
    assertThat(signature.verify(digest(message + "!"), key)).isFalse();
    assertThat(signature.verify(digest(message), PublicKey.ofWebAuthn(key.toPoint(), 3, site)))
        .isFalse();
    assertThat(signature.verify(digest(message), PublicKey.ofPoint(KeyType.R1, key.toPoint())))
        .isFalse();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> signature.recover(digest(message + "!")))
        .withMessage("WA signature has a challenge that is not the digest");
  }
}
