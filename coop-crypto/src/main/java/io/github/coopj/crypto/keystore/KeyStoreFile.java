package io.github.coopj.crypto.keystore;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.internal.Symmetric;
import io.github.coopj.crypto.internal.bc.BcKeyDerivation;
import io.github.coopj.crypto.keystore.KeyStoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The encrypted form of a key store, and the file it is kept in.
 *
 * <p>Form: {@code CJKS}, version 1, derivation 1 (scrypt), logN, r, p, one byte each; salt of 32 bytes; nonce of 12; 32
 * bytes HMAC-SHA256 of all before by a key derived from the password; 8 bytes of the SHA-256 of all before; the keys in
 * AES-256-GCM, all before authenticated with them.
 */
final class KeyStoreFile {
  private static final byte[] MAGIC = {'C', 'J', 'K', 'S'};
  /** Bytes of the largest store written and read, 16 MiB: some hundred thousand keys. */
  static final int MAX_SIZE = 16 << 20;

  private static final int VERSION = 1;
  private static final int SCRYPT = 1;
  private static final int VERSION_AT = 4;
  private static final int DERIVATION_AT = 5;
  private static final int COST_AT = 6;
  private static final int SALT_AT = 9;
  private static final int SALT = 32;
  private static final int NONCE_AT = SALT_AT + SALT;
  private static final int PASSWORD_CHECK_AT = NONCE_AT + Symmetric.NONCE;
  private static final int PASSWORD_CHECK = 32;
  private static final int SUM_AT = PASSWORD_CHECK_AT + PASSWORD_CHECK;
  private static final int SUM = 8;
  private static final int TEXT_AT = SUM_AT + SUM;

  private KeyStoreFile() {}

  /**
   * Reads a file.
   *
   * @param file which
   * @return its bytes
   * @throws IOException when it cannot be read
   * @throws KeyStoreException NOT_A_KEY_STORE when it is larger than any
   */
  static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_SIZE + 1);
      if (bytes.length > MAX_SIZE) {
        throw new KeyStoreException(
            Reason.NOT_A_KEY_STORE, "it is larger than " + MAX_SIZE + " bytes");
      }
      return bytes;
    }
  }

  /**
   * Writes a file that only its owner may read, in place of an older one: written beside, forced to the disk, moved over.
   *
   * @param file which
   * @param bytes what to write
   * @throws IOException when writing failed; an older file is still whole
   */
  static void write(Path file, byte[] bytes) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException("a key store cannot be written to " + target);
    }
    Path beside = temporaryIn(folder);
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    forceFolder(folder);
  }

  private static Path temporaryIn(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.createTempFile(
          folder,
          ".keys-",
          ".tmp",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return Files.createTempFile(folder, ".keys-", ".tmp");
  }

  /** Makes the move itself durable where the system can open folders; elsewhere the move is the best there is. */
  private static void forceFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Decrypts.
   *
   * @param bytes what {@link #close} gave
   * @param password its password
   * @return the text; to be erased
   * @throws KeyStoreException when these are no key store, the password is wrong or they were changed
   */
  static byte[] open(byte[] bytes, char[] password) {
    if (bytes.length < COST_AT || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new KeyStoreException(
          Reason.NOT_A_KEY_STORE, "it does not start with CJKS or is too short");
    }
    // before anything else: where the checksum stands is a matter of the version
    if (bytes[VERSION_AT] != VERSION || bytes[DERIVATION_AT] != SCRYPT) {
      throw new KeyStoreException(
          Reason.UNSUPPORTED,
          "version " + bytes[VERSION_AT] + " with derivation " + bytes[DERIVATION_AT]
              + ", known is 1 with 1");
    }
    if (bytes.length < TEXT_AT + Symmetric.TAG) {
      throw new KeyStoreException(
          Reason.NOT_A_KEY_STORE,
          "it has " + bytes.length + " bytes, at least " + (TEXT_AT + Symmetric.TAG) + " needed");
    }
    if (!Arrays.equals(bytes, SUM_AT, TEXT_AT, sumOf(bytes), 0, SUM)) {
      throw new KeyStoreException(Reason.DAMAGED, "the open part does not match its checksum");
    }
    byte[] header = Arrays.copyOf(bytes, TEXT_AT);
    byte[] derived = derive(password, header, costOf(header));
    byte[] textKey = Arrays.copyOf(derived, Symmetric.KEY);
    byte[] checkKey = Arrays.copyOfRange(derived, Symmetric.KEY, 2 * Symmetric.KEY);
    try {
      byte[] found = Arrays.copyOfRange(header, PASSWORD_CHECK_AT, SUM_AT);
      if (!MessageDigest.isEqual(passwordCheckOf(checkKey, header), found)) {
        throw new KeyStoreException(
            Reason.WRONG_PASSWORD, "the password does not open this key store");
      }
      byte[] nonce = Arrays.copyOfRange(header, NONCE_AT, PASSWORD_CHECK_AT);
      byte[] text = Symmetric.decrypt(textKey, nonce, header, bytes, TEXT_AT);
      if (text == null) {
        throw new KeyStoreException(Reason.TAMPERED, "the encrypted part was changed");
      }
      return text;
    } finally {
      erase(derived, textKey, checkKey);
    }
  }

  /**
   * Encrypts.
   *
   * @param text what to encrypt
   * @param password what will open it
   * @param cost how hard guessing the password shall be
   * @param random where salt and nonce come from
   * @return the bytes; different ones each time
   * @throws InvalidValueException when the password is empty or no text, or the text too long
   */
  static byte[] close(byte[] text, char[] password, ScryptCost cost, SecureRandom random) {
    if (text.length > MAX_SIZE - TEXT_AT - Symmetric.TAG) {
      throw new InvalidValueException(
          "key store must have at most " + MAX_SIZE + " bytes, its keys have " + text.length);
    }
    byte[] header = new byte[TEXT_AT];
    byte[] fresh = new byte[SALT + Symmetric.NONCE];
    random.nextBytes(fresh);
    System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
    header[VERSION_AT] = VERSION;
    header[DERIVATION_AT] = SCRYPT;
    header[COST_AT] = (byte) cost.logN();
    header[COST_AT + 1] = (byte) cost.r();
    header[COST_AT + 2] = (byte) cost.p();
    System.arraycopy(fresh, 0, header, SALT_AT, fresh.length);
    byte[] derived = derive(password, header, cost);
    byte[] textKey = Arrays.copyOf(derived, Symmetric.KEY);
    byte[] checkKey = Arrays.copyOfRange(derived, Symmetric.KEY, 2 * Symmetric.KEY);
    try {
      System.arraycopy(
          passwordCheckOf(checkKey, header), 0, header, PASSWORD_CHECK_AT, PASSWORD_CHECK);
      System.arraycopy(sumOf(header), 0, header, SUM_AT, SUM);
      byte[] nonce = Arrays.copyOfRange(header, NONCE_AT, PASSWORD_CHECK_AT);
      byte[] closed = Symmetric.encrypt(textKey, nonce, header, text);
      byte[] all = Arrays.copyOf(header, TEXT_AT + closed.length);
      System.arraycopy(closed, 0, all, TEXT_AT, closed.length);
      return all;
    } finally {
      erase(derived, textKey, checkKey);
    }
  }

  private static ScryptCost costOf(byte[] header) {
    try {
      return new ScryptCost(
          header[COST_AT] & 0xff, header[COST_AT + 1] & 0xff, header[COST_AT + 2] & 0xff);
    } catch (InvalidValueException e) {
      throw new KeyStoreException(Reason.UNSUPPORTED, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] derive(char[] password, byte[] header, ScryptCost cost) {
    if (password.length == 0) {
      throw new InvalidValueException("password of a key store must not be empty");
    }
    byte[] encoded = new byte[3 * password.length];
    ByteBuffer buffer = ByteBuffer.wrap(encoded);
    boolean broken = StandardCharsets.UTF_8
        .newEncoder()
        .encode(CharBuffer.wrap(password), buffer, true)
        .isError();
    byte[] bytes = Arrays.copyOf(encoded, buffer.position());
    erase(encoded);
    if (broken) {
      erase(bytes);
      throw new InvalidValueException(
          "password of a key store must be text, got half of a surrogate pair");
    }
    byte[] salt = Arrays.copyOfRange(header, SALT_AT, NONCE_AT);
    try {
      return BcKeyDerivation.scrypt(bytes, salt, cost.n(), cost.r(), cost.p(), 2 * Symmetric.KEY);
    } finally {
      erase(bytes);
    }
  }

  private static byte[] passwordCheckOf(byte[] key, byte[] header) {
    return Symmetric.hmac(key, Arrays.copyOf(header, PASSWORD_CHECK_AT));
  }

  private static byte[] sumOf(byte[] header) {
    return Arrays.copyOf(Digests.sha256(Arrays.copyOf(header, SUM_AT)), SUM);
  }

  private static void erase(byte[]... arrays) {
    for (byte[] array : arrays) {
      Arrays.fill(array, (byte) 0);
    }
  }
}
