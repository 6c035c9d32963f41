package io.github.coopj.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedDataTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PrivateKey RECEIVER = PrivateKey.fromSeed(KeyType.K1, "cooperative");
  private static final SealContext CONTEXT =
      SealContext.of("quick registration", "person 17", "consent 5");
  private static final byte[] PERSON = "Иванова, 1990-05-01".getBytes(StandardCharsets.UTF_8);

  private static SealedData sealed() {
    return SealedData.seal(PERSON, RECEIVER.publicKey(), CONTEXT, RANDOM);
  }

  @Test
  void context_refuses_halfOfAPair() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SealContext.of("consent\ud83d"))
        .withMessage("purpose of sealed data must be text, got half of a surrogate pair");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SealContext.of("consent", "5", "\ude00"))
        .withMessage("fact of sealed data must be text, got half of a surrogate pair");
  }

  private static Reason reasonOf(byte[] bytes, PrivateKey receiver, SealContext context) {
    try {
      SealedData.of(Bytes.of(bytes)).open(receiver, context);
    } catch (SealException e) {
      assertThat(e).hasMessageStartingWith(e.reason().name());
      return e.reason();
    }
    throw new AssertionError("opened");
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void open_givesTheText_toItsReceiver(KeyType type) {
    PrivateKey receiver = PrivateKey.fromSeed(type, "cooperative");
    SealedData sealed = SealedData.seal(PERSON, receiver.publicKey(), CONTEXT, RANDOM);
    assertThat(SealedData.of(sealed.toBytes()).open(receiver, CONTEXT)).isEqualTo(PERSON);
    assertThat(sealed.isFor(receiver.publicKey())).isTrue();
    assertThat(sealed.toBytes().size()).isEqualTo(94 + PERSON.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 1_000_000})
  void open_givesTheText_ofAnySize(int size) {
    byte[] text = new byte[size];
    RANDOM.nextBytes(text);
    assertThat(SealedData.seal(text, RECEIVER.publicKey(), CONTEXT, RANDOM).open(RECEIVER, CONTEXT))
        .isEqualTo(text);
  }

  @Test
  @Tag("USER-09")
  void open_refusesAnotherKey_whateverItsType() {
    byte[] bytes = sealed().toBytes().toArray();
    assertThat(reasonOf(bytes, PrivateKey.fromSeed(KeyType.K1, "other"), CONTEXT))
        .isEqualTo(Reason.WRONG_RECEIVER);
    assertThat(reasonOf(bytes, PrivateKey.fromSeed(KeyType.R1, "cooperative"), CONTEXT))
        .isEqualTo(Reason.WRONG_RECEIVER);
    assertThat(sealed().isFor(PrivateKey.fromSeed(KeyType.K1, "other").publicKey()))
        .isFalse();
  }

  @Test
  @Tag("USER-09")
  void seal_hidesTheText_andTheContext() {
    String bytes = sealed().toBytes().toHex();
    assertThat(bytes).doesNotContain(Bytes.of(PERSON).slice(0, 8).toHex());
    assertThat(bytes).doesNotContain(Bytes.ofUtf8("person 17").toHex());
    assertThat(sealed()).hasToString("SealedData[" + (94 + PERSON.length) + " bytes]");
  }

  @Test
  void open_refusesAnotherContext_alsoWhenItsTextsJoinToTheSame() {
    byte[] bytes = sealed().toBytes().toArray();
    for (SealContext other : List.of(
        SealContext.of("quick registration", "person 18", "consent 5"),
        SealContext.of("quick registration", "person 17consent 5"),
        SealContext.of("quick registration", "person 17", "consent ", "5"),
        SealContext.of("quick registration", "person 17"),
        SealContext.of("quick registratio", "nperson 17", "consent 5"))) {
      assertThat(reasonOf(bytes, RECEIVER, other)).as("%s", other).isEqualTo(Reason.WRONG_CONTEXT);
    }
  }

  @Test
  void open_refusesEveryFlippedBit_asTampering() {
    byte[] bytes = sealed().toBytes().toArray();
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit += at < 78 ? 1 : 3) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << bit);
        assertThat(reasonOf(flipped, RECEIVER, CONTEXT))
            .as("byte %d bit %d", at, bit)
            .isEqualTo(at < 4 ? Reason.MALFORMED : Reason.TAMPERED);
      }
    }
  }

  @Test
  void open_refusesCutAndLengthenedBytes() {
    byte[] bytes = sealed().toBytes().toArray();
    for (int length : new int[] {0, 4, 93}) {
      assertThat(reasonOf(Arrays.copyOf(bytes, length), RECEIVER, CONTEXT))
          .isEqualTo(Reason.MALFORMED);
    }
    for (int length : new int[] {94, bytes.length - 1, bytes.length + 1}) {
      assertThat(reasonOf(Arrays.copyOf(bytes, length), RECEIVER, CONTEXT))
          .isEqualTo(Reason.TAMPERED);
    }
  }

  @Test
  void open_refuses_aTextMovedUnderAnotherHeader() {
    byte[] one = sealed().toBytes().toArray();
    byte[] two = sealed().toBytes().toArray();
    System.arraycopy(two, 78, one, 78, one.length - 78);
    assertThat(reasonOf(one, RECEIVER, CONTEXT)).isEqualTo(Reason.TAMPERED);
  }

  @Test
  void seal_isDifferent_eachTime() {
    assertThat(sealed()).isNotEqualTo(sealed());
    SealedData one = sealed();
    assertThat(one)
        .isEqualTo(SealedData.of(one.toBytes()))
        .hasSameHashCodeAs(SealedData.of(one.toBytes()));
  }

  @Test
  void seal_refuses_receiversThatCannotOpen() {
    PublicKey zeros = PublicKey.ofBinary(new byte[34]);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SealedData.seal(PERSON, zeros, CONTEXT, RANDOM))
        .withMessageStartingWith("shared secret needs a point of the curve");
    PublicKey passkey = PublicKey.ofWebAuthn(
        PrivateKey.fromSeed(KeyType.R1, "a").publicKey().toPoint(), 1, "coop.example");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SealedData.seal(PERSON, passkey, CONTEXT, RANDOM))
        .withMessageStartingWith("WA has no private keys here");
  }

  @Test
  void open_refuses_aDestroyedKey() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "cooperative");
    key.destroy();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> sealed().open(key, CONTEXT));
  }

  @Test
  void context_needsAPurpose_andKeepsItsFacts() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SealContext.of(" "))
        .withMessage("context of sealed data must have a purpose, got ' '");
    List<String> facts = new ArrayList<>(List.of("a"));
    SealContext context = new SealContext("p", facts);
    facts.add("b");
    assertThat(context).isEqualTo(SealContext.of("p", "a"));
  }
}
