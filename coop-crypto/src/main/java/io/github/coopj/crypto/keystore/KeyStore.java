package io.github.coopj.crypto.keystore;

import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.internal.Binary;
import io.github.coopj.crypto.keystore.KeyStoreException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Private keys under labels, kept in a file that a password opens.
 *
 * <p>The store holds its own copies of the keys; {@link #close()} zeroes them. Safe for several threads; two processes
 * that save one file at the same time leave the whole store of one of them. A closed store refuses everything with {@link
 * IllegalStateException}, so that it is not saved, empty, over a full one.
 */
public final class KeyStore implements AutoCloseable {
  private static final String LABEL = "label of a key";
  private static final int SECRET = 32;

  private final SortedMap<String, PrivateKey> keys = new TreeMap<>();
  private boolean closed;

  /** Creates an empty store. */
  public KeyStore() {}

  /**
   * Opens a file.
   *
   * @param file where {@link #save} wrote
   * @param password its password; not kept, the caller erases it
   * @return the store
   * @throws IOException when the file cannot be read
   * @throws KeyStoreException NOT_A_KEY_STORE also when it is larger than 16 MiB; UNSUPPORTED, DAMAGED, WRONG_PASSWORD,
   *     TAMPERED
   * @throws InvalidValueException when the password is empty or holds half of a surrogate pair alone
   */
  public static KeyStore load(Path file, char[] password) throws IOException {
    return ofBytes(KeyStoreFile.read(file), password);
  }

  /**
   * Opens a store kept elsewhere than in a file.
   *
   * @param bytes what {@link #toBytes} gave
   * @param password its password; not kept
   * @return the store
   * @throws KeyStoreException NOT_A_KEY_STORE, UNSUPPORTED, DAMAGED, WRONG_PASSWORD, TAMPERED
   * @throws InvalidValueException when the password is empty or holds half of a surrogate pair alone
   */
  public static KeyStore ofBytes(byte[] bytes, char[] password) {
    byte[] text = KeyStoreFile.open(bytes, password);
    try {
      return ofText(text);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /**
   * Writes all keys to a file with {@link ScryptCost#STANDARD}; see {@link #save(Path, char[], ScryptCost,
   * SecureRandom)}.
   *
   * @param file where to
   * @param password what will open it, 1 character or more; not kept, the caller erases it
   * @param random where salt and nonce come from
   * @throws IOException when writing failed; an older file is still whole
   * @throws InvalidValueException as {@link #toBytes}; an older file is untouched
   * @throws IllegalStateException when the store is closed; an older file is untouched
   */
  public void save(Path file, char[] password, SecureRandom random) throws IOException {
    save(file, password, ScryptCost.STANDARD, random);
  }

  /**
   * Writes all keys to a file that only its owner may read, in place of an older one.
   *
   * <p>Either the old or the new content is there, whole, whatever happens: the new one is written beside, forced to the
   * disk and then moved over the old.
   *
   * @param file where to
   * @param password what will open it, 1 character or more; not kept, the caller erases it
   * @param cost how hard guessing the password shall be
   * @param random where salt and nonce come from
   * @throws IOException when writing failed; an older file is still whole
   * @throws InvalidValueException as {@link #toBytes}; an older file is untouched
   * @throws IllegalStateException when the store is closed; an older file is untouched
   */
  public void save(Path file, char[] password, ScryptCost cost, SecureRandom random)
      throws IOException {
    KeyStoreFile.write(file, toBytes(password, cost, random));
  }

  /**
   * The encrypted form, for hosts that keep it elsewhere than in a file.
   *
   * @param password what will open it, 1 character or more; not kept, the caller erases it
   * @param cost how hard guessing the password shall be
   * @param random where salt and nonce come from
   * @return the bytes; different ones each time
   * @throws InvalidValueException when the password is empty or holds half of a surrogate pair alone, or the keys take
   *     more than 16 MiB
   * @throws IllegalStateException when the store is closed
   */
  public byte[] toBytes(char[] password, ScryptCost cost, SecureRandom random) {
    byte[] text = toText();
    try {
      return KeyStoreFile.close(text, password, cost, random);
    } finally {
      erase(text);
    }
  }

  /**
   * Adds a key.
   *
   * @param label what to call it: text without unpaired surrogates, not blank, not in use
   * @param key the key; the store takes a copy
   * @throws InvalidValueException when the label is blank, no text or in use
   * @throws IllegalStateException when the key was destroyed or the store is closed
   */
  public synchronized void add(String label, PrivateKey key) {
    requireOpen();
    if (label.isBlank()) {
      throw new InvalidValueException(
          "label of a key must not be blank, got '" + Texts.brief(label) + "'");
    }
    Texts.utf8(LABEL, label);
    if (keys.containsKey(label)) {
      throw new InvalidValueException(
          "label of a key must be new, got '" + Texts.brief(label) + "' again");
    }
    keys.put(label, copyOf(key));
  }

  /**
   * Removes a key and zeroes the store's copy.
   *
   * @param label its label
   * @throws InvalidValueException when there is no such label
   * @throws IllegalStateException when the store is closed
   */
  public synchronized void remove(String label) {
    requireKey(label).destroy();
    keys.remove(label);
  }

  /**
   * All labels.
   *
   * @return in the order of their characters
   * @throws IllegalStateException when the store is closed
   */
  public synchronized List<String> labels() {
    requireOpen();
    return List.copyOf(keys.keySet());
  }

  /**
   * The public key of a label.
   *
   * @param label its label
   * @return the public key
   * @throws InvalidValueException when there is no such label
   * @throws IllegalStateException when the store is closed
   */
  public synchronized PublicKey publicKey(String label) {
    return requireKey(label).publicKey();
  }

  /**
   * A key.
   *
   * @param label its label
   * @return a copy of its own, to be destroyed by the caller
   * @throws InvalidValueException when there is no such label
   * @throws IllegalStateException when the store is closed
   */
  public synchronized PrivateKey key(String label) {
    return copyOf(requireKey(label));
  }

  /** Zeroes all keys and forgets them; from then on the store refuses everything. May be called again. */
  @Override
  public synchronized void close() {
    closed = true;
    keys.values().forEach(PrivateKey::destroy);
    keys.clear();
  }

  /** Tells how many keys there are, nothing of them. */
  @Override
  public synchronized String toString() {
    return closed ? "KeyStore[closed]" : "KeyStore[" + keys.size() + " keys]";
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("key store is closed");
    }
  }

  private PrivateKey requireKey(String label) {
    requireOpen();
    PrivateKey key = keys.get(label);
    if (key == null) {
      throw new InvalidValueException("key store has no key '" + Texts.brief(label) + "'");
    }
    return key;
  }

  private static PrivateKey copyOf(PrivateKey key) {
    byte[] secret = key.toSecret();
    try {
      return PrivateKey.ofSecret(key.type(), secret);
    } finally {
      erase(secret);
    }
  }

  /** For each key its label, type byte and secret. */
  private synchronized byte[] toText() {
    requireOpen();
    int size = 0;
    for (String label : keys.keySet()) {
      size += 5 + Texts.utf8(LABEL, label).length + 1 + SECRET;
    }
    ErasableOutput out = new ErasableOutput(size);
    keys.forEach((label, key) -> {
      Binary.writeBytes(out, Texts.utf8(LABEL, label));
      out.write(key.type().code());
      byte[] secret = key.toSecret();
      out.writeBytes(secret);
      erase(secret);
    });
    byte[] text = out.toByteArray();
    out.erase();
    return text;
  }

  static KeyStore ofText(byte[] text) {
    KeyStore store = new KeyStore();
    try {
      Binary in = new Binary("key store", text, 0);
      while (in.position() < text.length) {
        String label = Texts.ofUtf8(LABEL, in.readBytes());
        KeyType type = KeyType.ofCode(in.readU8());
        byte[] secret = in.readRaw(SECRET);
        try {
          store.take(label, PrivateKey.ofSecret(type, secret));
        } finally {
          erase(secret);
        }
      }
      return store;
    } catch (InvalidValueException e) {
      store.close();
      throw new KeyStoreException(Reason.DAMAGED, String.valueOf(e.getMessage()));
    }
  }

  private void take(String label, PrivateKey key) {
    if (keys.putIfAbsent(label, key) != null) {
      throw new InvalidValueException("two keys are called '" + Texts.brief(label) + "'");
    }
  }

  private static void erase(byte[]... arrays) {
    for (byte[] array : arrays) {
      Arrays.fill(array, (byte) 0);
    }
  }

  /** A buffer that is large enough from the start, so that no copy of a secret stays behind, and can be erased. */
  private static final class ErasableOutput extends ByteArrayOutputStream {
    ErasableOutput(int size) {
      super(size);
    }

    void erase() {
      Arrays.fill(buf, (byte) 0);
    }
  }
}
