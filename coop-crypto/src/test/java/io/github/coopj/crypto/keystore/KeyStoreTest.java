package io.github.coopj.crypto.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.keystore.KeyStoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyStoreTest {
  private static final ScryptCost CHEAP = new ScryptCost(10, 1, 1);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char[] PASSWORD = "пароль \u0436 horse".toCharArray();
  private static final PrivateKey K1 = PrivateKey.fromSeed(KeyType.K1, "a");
  private static final PrivateKey R1 = PrivateKey.fromSeed(KeyType.R1, "b");

  private static KeyStore twoKeys() {
    KeyStore store = new KeyStore();
    store.add("owner", K1);
    store.add("активный", R1);
    return store;
  }

  private static Reason reasonOf(byte[] bytes, char[] password) {
    try {
      KeyStore.ofBytes(bytes, password);
    } catch (KeyStoreException e) {
      assertThat(e).hasMessageStartingWith(e.reason().name());
      return e.reason();
    }
    throw new AssertionError("opened");
  }

  @Test
  @Tag("GAP-06")
  void load_givesTheKeys_thatWereSaved(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys");
    twoKeys().save(file, PASSWORD, CHEAP, RANDOM);
    try (KeyStore store = KeyStore.load(file, PASSWORD)) {
      assertThat(store.labels()).containsExactly("owner", "активный");
      assertThat(store.key("owner")).isEqualTo(K1);
      assertThat(store.key("активный")).isEqualTo(R1);
      assertThat(store.publicKey("активный")).isEqualTo(R1.publicKey());
    }
  }

  @Test
  void save_withStandardCost_opensToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys");
    twoKeys().save(file, PASSWORD, RANDOM);
    assertThat(KeyStore.load(file, PASSWORD).labels()).hasSize(2);
  }

  @Test
  void toBytes_keepsAnEmptyStore_andHidesKeys() {
    assertThat(KeyStore.ofBytes(new KeyStore().toBytes(PASSWORD, CHEAP, RANDOM), PASSWORD)
            .labels())
        .isEmpty();
    byte[] bytes = twoKeys().toBytes(PASSWORD, CHEAP, RANDOM);
    assertThat(HexFormat.of().formatHex(bytes))
        .doesNotContain(HexFormat.of().formatHex(K1.toSecret()));
    assertThat(twoKeys().toBytes(PASSWORD, CHEAP, RANDOM)).isNotEqualTo(bytes);
  }

  @Test
  void save_letsOnlyTheOwnerRead_alsoOverAnOpenFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys");
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    twoKeys().save(file, PASSWORD, CHEAP, RANDOM);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyStore.load(file, PASSWORD).labels()).hasSize(2);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void save_leavesTheOldFileAndNoRest_whenItFails(@TempDir Path folder) throws IOException {
    Path occupied = Files.createDirectory(folder.resolve("keys"));
    Files.createDirectory(occupied.resolve("inside"));
    KeyStore store = twoKeys();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(occupied, PASSWORD, CHEAP, RANDOM));
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(occupied);
    }
    Path old = folder.resolve("old");
    twoKeys().save(old, PASSWORD, CHEAP, RANDOM);
    byte[] before = Files.readAllBytes(old);
    KeyStore one = new KeyStore();
    one.add("other", K1);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> one.save(old, new char[0], CHEAP, RANDOM));
    one.close();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> one.save(old, PASSWORD, CHEAP, RANDOM));
    assertThat(Files.readAllBytes(old)).isEqualTo(before);
    assertThat(KeyStore.load(old, PASSWORD).labels()).containsExactly("owner", "активный");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactlyInAnyOrder(occupied, old);
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> store.save(folder.resolve("absent").resolve("keys"), PASSWORD, CHEAP, RANDOM));
  }

  @Test
  void save_followsALink_insteadOfReplacingIt(@TempDir Path folder) throws IOException {
    Path real = folder.resolve("real");
    Files.writeString(real, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    twoKeys().save(link, PASSWORD, CHEAP, RANDOM);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(KeyStore.load(real, PASSWORD).labels()).hasSize(2);
  }

  @Test
  void ofBytes_tellsAWrongPassword_fromEverythingElse() {
    byte[] bytes = twoKeys().toBytes(PASSWORD, CHEAP, RANDOM);
    assertThat(reasonOf(bytes, "другой".toCharArray())).isEqualTo(Reason.WRONG_PASSWORD);
    assertThat(reasonOf(bytes, Arrays.copyOf(PASSWORD, PASSWORD.length - 1)))
        .isEqualTo(Reason.WRONG_PASSWORD);
    assertThat(reasonOf(new byte[0], PASSWORD)).isEqualTo(Reason.NOT_A_KEY_STORE);
    assertThat(reasonOf(Arrays.copyOf(bytes, 5), PASSWORD)).isEqualTo(Reason.NOT_A_KEY_STORE);
    assertThat(reasonOf(Arrays.copyOf(bytes, 6), PASSWORD)).isEqualTo(Reason.NOT_A_KEY_STORE);
    assertThat(reasonOf(new byte[] {'C', 'J', 'K', 'S', 2, 1}, PASSWORD))
        .isEqualTo(Reason.UNSUPPORTED);
    assertThat(reasonOf(Arrays.copyOf(bytes, 108), PASSWORD)).isEqualTo(Reason.NOT_A_KEY_STORE);
    assertThat(reasonOf(Arrays.copyOf(bytes, 109), PASSWORD)).isEqualTo(Reason.TAMPERED);
    assertThat(reasonOf(Arrays.copyOf(bytes, bytes.length + 1), PASSWORD))
        .isEqualTo(Reason.TAMPERED);
  }

  @Test
  void ofBytes_refusesEveryFlippedByte() {
    byte[] bytes = twoKeys().toBytes(PASSWORD, CHEAP, RANDOM);
    for (int at = 0; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      assertThat(reasonOf(flipped, PASSWORD))
          .as("byte %d", at)
          .isEqualTo(
              at < 4
                  ? Reason.NOT_A_KEY_STORE
                  : at < 6 ? Reason.UNSUPPORTED : at < 93 ? Reason.DAMAGED : Reason.TAMPERED);
    }
  }

  /** Somebody who rewrites the open part with its checksum still cannot have it taken for genuine. */
  @ParameterizedTest
  @CsvSource({
    "4,2,UNSUPPORTED",
    "5,2,UNSUPPORTED",
    "6,9,UNSUPPORTED",
    "6,23,UNSUPPORTED",
    "6,11,WRONG_PASSWORD",
    "7,0,UNSUPPORTED",
    "7,2,WRONG_PASSWORD",
    "8,17,UNSUPPORTED",
    "9,0,WRONG_PASSWORD",
    "40,0,WRONG_PASSWORD",
    "52,0,WRONG_PASSWORD",
    "53,0,WRONG_PASSWORD"
  })
  void ofBytes_refusesARewrittenHeader(int at, int value, Reason reason) {
    byte[] bytes = twoKeys().toBytes(PASSWORD, CHEAP, RANDOM);
    bytes[at] = (byte) (bytes[at] == value ? value + 1 : value);
    System.arraycopy(Digests.sha256(Arrays.copyOf(bytes, 85)), 0, bytes, 85, 8);
    assertThat(reasonOf(bytes, PASSWORD)).isEqualTo(reason);
  }

  @Test
  void password_mustBeText() {
    KeyStore store = twoKeys();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> store.toBytes(new char[0], CHEAP, RANDOM))
        .withMessage("password of a key store must not be empty");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> store.toBytes(new char[] {'a', '\ud83d', 'b'}, CHEAP, RANDOM))
        .withMessage("password of a key store must be text, got half of a surrogate pair");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> store.toBytes(new char[] {'\ud83d'}, CHEAP, RANDOM))
        .withMessage("password of a key store must be text, got half of a surrogate pair");
  }

  @Test
  void labels_areUnique_andMustExist() {
    KeyStore store = twoKeys();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> store.add("owner", R1))
        .withMessage("label of a key must be new, got 'owner' again");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> store.add(" ", R1))
        .withMessage("label of a key must not be blank, got ' '");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> store.key("absent"))
        .withMessage("key store has no key 'absent'");
    store.remove("owner");
    assertThat(store.labels()).containsExactly("активный");
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> store.remove("owner"));
    assertThat(store).hasToString("KeyStore[1 keys]");
  }

  @Test
  void keys_areCopies_soThatOneMayBeDestroyed() {
    KeyStore store = new KeyStore();
    PrivateKey mine = PrivateKey.fromSeed(KeyType.K1, "a");
    store.add("a", mine);
    mine.destroy();
    store.key("a").destroy();
    assertThat(store.key("a")).isEqualTo(K1);
  }

  @Test
  void close_refusesEveryUse_fromThenOn() {
    KeyStore store = twoKeys();
    store.close();
    store.close();
    assertThat(store).hasToString("KeyStore[closed]");
    List<ThrowingCallable> uses = List.of(
        () -> store.add("new", K1),
        () -> store.remove("owner"),
        store::labels,
        () -> store.publicKey("owner"),
        () -> store.key("owner"),
        () -> store.toBytes(PASSWORD, CHEAP, RANDOM));
    for (ThrowingCallable use : uses) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(use)
          .withMessage("key store is closed");
    }
  }

  @Test
  void add_refuses_aLabelThatIsNoText() {
    KeyStore store = new KeyStore();
    for (String label : List.of("\ud83d", "a\ude00", "\ud83db")) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> store.add(label, K1))
          .withMessage("label of a key must be text, got half of a surrogate pair");
    }
    store.add("\ud83d\ude00", K1);
    assertThat(
            KeyStore.ofBytes(store.toBytes(PASSWORD, CHEAP, RANDOM), PASSWORD).labels())
        .containsExactly("\ud83d\ude00");
  }

  @ParameterizedTest
  @CsvSource({
    "0161, two keys are called 'a'",
    "01ff, label of a key must be text in UTF-8",
    "016203, 'key type must be 0 (K1), 1 (R1) or 2 (WA), got 3'",
    "0162, key store ends early"
  })
  void ofText_refuses_whatNoStoreWrites(String second, String message) {
    String secret = HexFormat.of().formatHex(K1.toSecret());
    String whole = "016100" + secret + second
        + (second.length() == 4 && !second.endsWith("62") ? "00" + secret : "");
    assertThatExceptionOfType(KeyStoreException.class)
        .isThrownBy(() -> KeyStore.ofText(HexFormat.of().parseHex(whole)))
        .withMessageStartingWith("DAMAGED " + message)
        .extracting(KeyStoreException::reason)
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void load_refuses_aFileLargerThanAnyStore(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys");
    byte[] bytes =
        Arrays.copyOf(twoKeys().toBytes(PASSWORD, CHEAP, RANDOM), KeyStoreFile.MAX_SIZE + 1);
    Files.write(file, bytes);
    assertThatExceptionOfType(KeyStoreException.class)
        .isThrownBy(() -> KeyStore.load(file, PASSWORD))
        .withMessage("NOT_A_KEY_STORE it is larger than 16777216 bytes");
    Files.write(file, Arrays.copyOf(bytes, KeyStoreFile.MAX_SIZE));
    assertThatExceptionOfType(KeyStoreException.class)
        .isThrownBy(() -> KeyStore.load(file, PASSWORD))
        .extracting(KeyStoreException::reason)
        .isEqualTo(Reason.TAMPERED);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            KeyStoreFile.close(new byte[KeyStoreFile.MAX_SIZE - 108], PASSWORD, CHEAP, RANDOM))
        .withMessage("key store must have at most 16777216 bytes, its keys have 16777108");
  }

  @ParameterizedTest
  @CsvSource({
    "9,8,1", "23,1,1", "10,0,1", "10,65,1", "10,8,0", "10,8,17", "20,8,1", "22,2,1", "16,1,1",
    "22,1,1"
  })
  void cost_refuses_whatIsTooCheapOrTooDear(int logN, int r, int p) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ScryptCost(logN, r, p))
        .withMessageStartingWith("scrypt cost must");
  }

  @ParameterizedTest
  @CsvSource({"10,1,1", "15,1,1", "16,2,1", "10,64,1", "10,8,16"})
  void cost_takes_itsBounds(int logN, int r, int p) {
    ScryptCost cost = new ScryptCost(logN, r, p);
    assertThat(cost.n()).isEqualTo(1 << logN);
    byte[] bytes = twoKeys().toBytes(PASSWORD, cost, RANDOM);
    assertThat(KeyStore.ofBytes(bytes, PASSWORD).labels()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"21,2,1", "16,64,1", "19,8,1"})
  void cost_takes_theMostMemory(int logN, int r, int p) {
    assertThat(new ScryptCost(logN, r, p).n()).isEqualTo(1 << logN);
  }
}
