package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyTest {
  private static final PrivateKey KEY = PrivateKey.fromSeed(KeyType.K1, "a");
  private static final Checksum256 DIGEST =
      Checksum256.sha256("x".getBytes(StandardCharsets.UTF_8));

  private static void refused(String text, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKey.parse(text))
        .withMessage(message);
  }

  @Test
  void parse_namesWhatIsWrong_withoutTheSecret() {
    String prefix = "private key must start with PVT_K1_, PVT_R1_ or, in WIF, with 5";
    refused("", prefix);
    refused("PVT_", prefix);
    refused("PVT_XX_" + KEY.toPvt().substring(7), prefix);
    refused("L" + KEY.toWif().substring(1), prefix);
    refused(
        "PVT_WA_" + KEY.toPvt().substring(7),
        "WA has no private keys here: the secret never leaves its authenticator");
    refused(
        "PVT_R1_" + KEY.toPvt().substring(7),
        "private key PVT_R1_ has a checksum that does not match its data: mistyped or of another kind");
    refused(
        KEY.toPvt() + "1",
        "private key PVT_K1_ must have 32 bytes and 4 of checksum, got 37 in all");
    refused(
        KEY.toWif() + "1",
        "private key in WIF must have 37 bytes, got 38: Bitcoin's form with a mark for compressed"
            + " keys is not used here");
    refused(KEY.toWif().substring(0, 40), "private key in WIF must have 37 bytes, got 29");
    String wif = KEY.toWif();
    char last = wif.charAt(wif.length() - 1);
    refused(
        wif.substring(0, wif.length() - 1) + (last == '2' ? '3' : '2'),
        "private key in WIF has a checksum that does not match its data: mistyped");
    refused(
        "5" + wif.substring(1, 20) + "0" + wif.substring(21),
        "private key in WIF has the character '0' (U+0030) at"
            + " position 20, which is not Base58");
  }

  @ParameterizedTest
  @CsvSource({
    "K1,0000000000000000000000000000000000000000000000000000000000000000,false",
    "K1,0000000000000000000000000000000000000000000000000000000000000001,true",
    "K1,fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140,true",
    "K1,fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141,false",
    "R1,0000000000000000000000000000000000000000000000000000000000000000,false",
    "R1,0000000000000000000000000000000000000000000000000000000000000001,true",
    "R1,ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550,true",
    "R1,ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551,false",
    "R1,ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,false"
  })
  void ofSecret_takesTheRange_oneToOrderMinusOne(KeyType type, String secret, boolean valid) {
    byte[] bytes = HexFormat.of().parseHex(secret);
    if (valid) {
      PrivateKey key = PrivateKey.ofSecret(type, bytes);
      assertThat(key.sign(DIGEST).verify(DIGEST, key.publicKey())).isTrue();
    } else {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> PrivateKey.ofSecret(type, bytes))
          .withMessage("secret of a " + type + " key must be 1 to the order of the curve - 1");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void ofSecret_refuses_anotherLength(int length) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKey.ofSecret(KeyType.K1, new byte[length]))
        .withMessage("secret must have 32 bytes, got " + length);
  }

  @Test
  void everyFactory_refusesWebAuthn() {
    String message = "WA has no private keys here: the secret never leaves its authenticator";
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKey.ofSecret(KeyType.WA, KEY.toSecret()))
        .withMessage(message);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKey.generate(KeyType.WA, new SecureRandom()))
        .withMessage(message);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKey.fromSeed(KeyType.WA, "a"))
        .withMessage(message);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void generate_makesDifferentKeys_thatWork(KeyType type) {
    SecureRandom random = new SecureRandom();
    PrivateKey one = PrivateKey.generate(type, random);
    PrivateKey two = PrivateKey.generate(type, random);
    assertThat(one).isNotEqualTo(two);
    assertThat(one.sign(DIGEST).verify(DIGEST, one.publicKey())).isTrue();
    assertThat(one.sign(DIGEST).verify(DIGEST, two.publicKey())).isFalse();
  }

  @Test
  void secret_isCopied_inAndOut() {
    byte[] secret = KEY.toSecret();
    PrivateKey copy = PrivateKey.ofSecret(KeyType.K1, secret);
    secret[0]++;
    copy.toSecret()[1]++;
    assertThat(copy).isEqualTo(KEY);
    assertThat(copy.toSecret()).isEqualTo(KEY.toSecret());
  }

  @Test
  void destroy_refusesEveryUse_ofTheSecret() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "b");
    PrivateKey same = PrivateKey.fromSeed(KeyType.K1, "b");
    assertThat(key).isEqualTo(same);
    assertThat(key.isDestroyed()).isFalse();
    key.destroy();
    key.destroy();
    assertThat(key.isDestroyed()).isTrue();
    String message = "private key of " + same.publicKey() + " was destroyed";
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> key.sign(DIGEST))
        .withMessage(message);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(key::toSecret)
        .withMessage(message);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(key::toWif)
        .withMessage(message);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(key::toPvt)
        .withMessage(message);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> key.sharedSecret(KEY.publicKey()))
        .withMessage(message);
    assertThat(key.publicKey()).isEqualTo(same.publicKey());
    assertThat(key).isNotEqualTo(same);
    assertThat(List.of(key)).contains(key);
    assertThat(same).isNotEqualTo(key);
  }

  @Test
  void destroy_zeroesTheArray_itself() throws ReflectiveOperationException {
    PrivateKey key = PrivateKey.fromSeed(KeyType.R1, "b");
    Field field = PrivateKey.class.getDeclaredField("secret");
    field.setAccessible(true);
    byte[] held = (byte[]) field.get(key);
    assertThat(held).isEqualTo(key.toSecret());
    key.destroy();
    assertThat(held).containsOnly(0);
  }

  @Test
  void toString_namesThePublicKey_only() {
    assertThat(KEY).hasToString("PrivateKey[" + KEY.publicKey() + "]");
    assertThat(KEY.toString())
        .doesNotContain(KEY.toWif())
        .doesNotContain(HexFormat.of().formatHex(KEY.toSecret()));
  }

  @Test
  void equals_distinguishes_typesOfOneSecret() {
    PrivateKey r1 = PrivateKey.ofSecret(KeyType.R1, KEY.toSecret());
    assertThat(KEY).isNotEqualTo(r1).isNotEqualTo(PrivateKey.fromSeed(KeyType.K1, "c"));
    assertThat(KEY)
        .isEqualTo(PrivateKey.fromSeed(KeyType.K1, "a"))
        .hasSameHashCodeAs(PrivateKey.fromSeed(KeyType.K1, "a"));
    assertThat((Object) KEY).isNotEqualTo(KEY.publicKey());
  }

  @Test
  void toWif_refuses_R1() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKey.fromSeed(KeyType.R1, "a").toWif())
        .withMessage("only K1 keys have a WIF, this one is R1");
  }

  @Test
  void sharedSecret_isErased_andNeverShown() throws ReflectiveOperationException {
    PublicKey other = PrivateKey.fromSeed(KeyType.K1, "b").publicKey();
    SharedSecret secret = KEY.sharedSecret(other);
    SharedSecret same = KEY.sharedSecret(other);
    assertThat(secret.toBytes()).hasSize(64).isEqualTo(same.toBytes());
    assertThat(secret).isEqualTo(same).hasSameHashCodeAs(same).hasToString("SharedSecret");
    assertThat(secret).isNotEqualTo(KEY.sharedSecret(KEY.publicKey())).isNotEqualTo("SharedSecret");
    secret.toBytes()[0]++;
    assertThat(secret).isEqualTo(same);
    Field field = SharedSecret.class.getDeclaredField("bytes");
    field.setAccessible(true);
    byte[] held = (byte[]) field.get(secret);
    assertThat(secret.isDestroyed()).isFalse();
    secret.close();
    secret.destroy();
    assertThat(secret.isDestroyed()).isTrue();
    assertThat(held).containsOnly(0);
    assertThat(List.of(secret)).contains(secret);
    assertThat(secret).isNotEqualTo(same);
    assertThat(same).isNotEqualTo(secret);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(secret::toBytes)
        .withMessage("shared secret was destroyed");
  }

  @Test
  void parse_refusesLength_beforeReadingTheRest() {
    refused(
        "5" + "0".repeat(9_999),
        "private key in WIF must have at most 53 characters of Base58, got 10000");
    refused(
        "PVT_R1_" + "0".repeat(9_000),
        "private key PVT_R1_ must have at most 53 characters of Base58, got 9000");
  }

  @Test
  void fromSeed_refuses_halfOfAPair() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKey.fromSeed(KeyType.K1, "a\ud83d"))
        .withMessage("seed of a key must be text, got half of a surrogate pair");
  }

  /** Each comparison meets the moment of destruction at another place; none may fail. */
  @Test
  void equals_neverThrows_whenTheOtherIsDestroyedMeanwhile() throws InterruptedException {
    List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    for (int round = 0; round < 300; round++) {
      PrivateKey one = PrivateKey.ofSecret(KeyType.K1, KEY.toSecret());
      PrivateKey two = PrivateKey.ofSecret(KeyType.K1, KEY.toSecret());
      AtomicBoolean destroyed = new AtomicBoolean();
      Thread comparing = new Thread(() -> {
        boolean equal = true;
        while (equal && !destroyed.get()) {
          equal = one.equals(two) && two.equals(one);
        }
      });
      comparing.setUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
      comparing.start();
      two.destroy();
      destroyed.set(true);
      comparing.join();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void sharedSecret_refuses_anotherTypeAndNonPoints() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> KEY.sharedSecret(PrivateKey.fromSeed(KeyType.R1, "a").publicKey()))
        .withMessage("shared secret needs two keys of one type, got K1 and R1");
    PublicKey zeros = PublicKey.ofBinary(new byte[34]);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> KEY.sharedSecret(zeros))
        .withMessage("shared secret needs a point of the curve, got " + zeros);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void sign_isCanonicalAndRecovers_forManyDigests(KeyType type) {
    PrivateKey key = PrivateKey.fromSeed(type, "many");
    for (int i = 0; i < 100; i++) {
      Checksum256 digest = Checksum256.sha256(new byte[] {(byte) i});
      Signature signature = key.sign(digest);
      assertThat(signature.isCanonical()).isTrue();
      assertThat(signature.recover(digest)).isEqualTo(key.publicKey());
      assertThat(key.sign(digest)).isEqualTo(signature);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void sign_takesAnyDigest_alsoBeyondTheOrder(String digest) {
    for (KeyType type : new KeyType[] {KeyType.K1, KeyType.R1}) {
      PrivateKey key = PrivateKey.fromSeed(type, "edge");
      Checksum256 value = Checksum256.ofHex(digest);
      assertThat(key.sign(value).recover(value)).isEqualTo(key.publicKey());
    }
  }
}
