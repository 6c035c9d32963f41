package io.github.coopj.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.internal.nativesecp.NativeEngine;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The native libraries on the class path of these tests are those for Linux. */
class EnginesTest {
  private static final ClassLoader HERE = ClassLoader.getSystemClassLoader();
  private static final ClassLoader EMPTY = ClassLoader.getPlatformClassLoader();

  private final SignatureEngine bouncyCastle = Engines.choose("bouncycastle", HERE);

  @BeforeEach
  void nativeLibraryIsForLinux() {
    assumeTrue(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"));
  }

  @Test
  void choose_takesNative_whenItIsThere() {
    assertThat(Engines.choose("auto", HERE).name()).isEqualTo("secp256k1");
    assertThat(Engines.choose("secp256k1", HERE).name()).isEqualTo("secp256k1");
    assertThat(bouncyCastle.name()).isEqualTo("bouncycastle");
  }

  @Test
  void choose_fallsBack_onlyWhenItMay() {
    assertThat(Engines.choose("auto", EMPTY).name()).isEqualTo("bouncycastle");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Engines.choose("secp256k1", EMPTY))
        .withMessage("the native signature engine that coopj.signatureEngine asks for is not there")
        .withCauseInstanceOf(ReflectiveOperationException.class);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Engines.choose("openssl", HERE))
        .withMessage(
            "coopj.signatureEngine must be auto, bouncycastle or secp256k1, got 'openssl'");
  }

  @Test
  void current_isOne_forTheProcess() {
    assertThat(Engines.current()).isSameAs(Engines.current());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void recover_isTheSame_onBothEngines(long seed) {
    SignatureEngine nativeEngine = Engines.choose("secp256k1", HERE);
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < 60; i++) {
      byte[] compact = new byte[65];
      byte[] digest = new byte[32];
      random.nextBytes(compact);
      random.nextBytes(digest);
      compact[0] = (byte) (27 + random.nextInt(8));
      if (random.nextInt(4) == 0) {
        Arrays.fill(compact, 1, 25, (byte) 0);
      }
      if (random.nextInt(8) == 0) {
        Arrays.fill(
            compact, random.nextBoolean() ? 1 : 33, 65, (byte) (random.nextBoolean() ? 0 : 0xff));
      }
      byte[] expected = bouncyCastle.recover(KeyType.K1, compact, digest);
      assertThat(nativeEngine.recover(KeyType.K1, compact, digest))
          .as("case %d", i)
          .isEqualTo(expected);
      found += expected == null ? 0 : 1;
    }
    assertThat(found).isBetween(5, 59);
  }

  @Test
  void recover_isNull_onBothEngines_atInfinity() {
    byte[] one = new byte[32];
    one[31] = 1;
    byte[] g = bouncyCastle.publicPoint(KeyType.K1, one);
    byte[] digest = Digests.sha256(one);
    byte[] compact = new byte[65];
    compact[0] = (byte) (31 + g[0] - 2);
    System.arraycopy(g, 1, compact, 1, 32);
    System.arraycopy(digest, 0, compact, 33, 32);
    assertThat(bouncyCastle.recover(KeyType.K1, compact, digest)).isNull();
    assertThat(Engines.choose("secp256k1", HERE).recover(KeyType.K1, compact, digest))
        .isNull();
  }

  /** The native engine leaves everything but the recovery of K1 to another one; here that one only keeps a record. */
  @Test
  void nativeEngine_asksTheOther_forAllButRecoveryOfK1() throws ReflectiveOperationException {
    List<String> asked = new ArrayList<>();
    SignatureEngine other = (SignatureEngine) Proxy.newProxyInstance(
        HERE, new Class<?>[] {SignatureEngine.class}, (proxy, method, arguments) -> {
          asked.add(method.getName());
          return method.invoke(bouncyCastle, arguments);
        });
    SignatureEngine engine = NativeEngine.load(HERE, other);
    byte[] secret = Digests.sha256(new byte[] {1});
    byte[] digest = Digests.sha256(new byte[] {2});
    asked.clear();
    for (KeyType type : new KeyType[] {KeyType.K1, KeyType.R1}) {
      byte[] point = engine.publicPoint(type, secret);
      byte[] signed = engine.sign(type, secret, digest, 1);
      assertThat(engine.recover(type, signed, digest)).isEqualTo(point);
      assertThat(engine.agree(type, secret, point)).hasSize(32);
      assertThat(engine.isPoint(type, point)).isTrue();
      assertThat(engine.isSecret(type, secret)).isTrue();
      assertThat(engine.isSecret(type, new byte[32])).isFalse();
    }
    assertThat(asked)
        .containsExactly(
            "publicPoint",
            "sign",
            "agree",
            "isPoint",
            "isSecret",
            "isSecret", //
            "publicPoint",
            "sign",
            "recover",
            "agree",
            "isPoint",
            "isSecret",
            "isSecret");
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(files = "src/test/resources/vectors/signatures.csv", numLinesToSkip = 1)
  void recover_findsTheSigner_onBothEngines(KeyType type, String seed, String message, String sig) {
    byte[] compact = Signature.parse(sig).toCompact();
    byte[] digest = Digests.sha256(message.getBytes(StandardCharsets.UTF_8));
    byte[] signer = PrivateKey.fromSeed(type, seed).publicKey().toPoint();
    assertThat(bouncyCastle.recover(type, compact, digest)).isEqualTo(signer);
    assertThat(Engines.choose("secp256k1", HERE).recover(type, compact, digest)).isEqualTo(signer);
  }
}
