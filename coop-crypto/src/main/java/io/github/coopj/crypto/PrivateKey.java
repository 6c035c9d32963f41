package io.github.coopj.crypto;

import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.crypto.internal.CheckedText;
import io.github.coopj.crypto.internal.Engines;
import io.github.coopj.crypto.internal.Wif;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * A secret that signs, of type K1 or R1.
 *
 * <p>The secret is copied in and out, never printed by {@link #toString()}, compared in constant time and zeroed by
 * {@link #destroy()}. Texts made of it ({@link #toWif()}, {@link #toPvt()}) and the numbers of a running signature live
 * until the garbage collector takes them; Java offers no way to erase those.
 */
public final class PrivateKey implements Signer, Destroyable {
  private static final String PREFIX = "PVT_";
  private static final int SIZE = 32;

  /** Attempts that fit the one byte the wallets of the ecosystem mix in; the chance to need them all is 2^-255. */
  private static final int LAST_ATTEMPT = 255;

  private final KeyType type;
  private final byte[] secret;
  private final PublicKey publicKey;
  private boolean destroyed;

  /** Takes the array over. */
  private PrivateKey(KeyType type, byte[] secret) {
    this.type = type;
    this.secret = secret;
    this.publicKey = PublicKey.ofPoint(type, Engines.current().publicPoint(type, secret));
  }

  /**
   * Reads a secret in the form {@code PVT_K1_…}, {@code PVT_R1_…} or as K1 in WIF ({@code 5…}).
   *
   * @param text the text
   * @return the key
   * @throws InvalidValueException when prefix, length, a character or the checksum is wrong, or the number out of
   *     range; the message says which and never repeats the text
   */
  public static PrivateKey parse(String text) {
    Objects.requireNonNull(text, "text");
    if (!text.startsWith(PREFIX)) {
      if (!text.startsWith("5")) {
        throw new InvalidValueException(
            "private key must start with PVT_K1_, PVT_R1_ or, in WIF, with 5");
      }
      return take(KeyType.K1, Wif.decode(text));
    }
    for (KeyType type : KeyType.values()) {
      String prefix = PREFIX + type + "_";
      if (text.startsWith(prefix)) {
        requireSecretType(type);
        return take(
            type,
            CheckedText.decode("private key " + prefix, text, prefix.length(), type.name(), SIZE));
      }
    }
    throw new InvalidValueException(
        "private key must start with PVT_K1_, PVT_R1_ or, in WIF, with 5");
  }

  /**
   * Wraps a secret.
   *
   * @param type K1 or R1
   * @param secret 32 bytes, big-endian, 1 to the order of the curve - 1; copied
   * @return the key
   * @throws InvalidValueException for WA, another length or a number out of range
   */
  public static PrivateKey ofSecret(KeyType type, byte[] secret) {
    Objects.requireNonNull(type, "type");
    requireSecretType(type);
    if (secret.length != SIZE) {
      throw new InvalidValueException("secret must have 32 bytes, got " + secret.length);
    }
    return take(type, secret.clone());
  }

  /**
   * Makes a new key.
   *
   * @param type K1 or R1
   * @param random where the secret comes from
   * @return the key
   * @throws InvalidValueException for WA
   */
  public static PrivateKey generate(KeyType type, SecureRandom random) {
    Objects.requireNonNull(type, "type");
    requireSecretType(type);
    byte[] secret = new byte[SIZE];
    do {
      random.nextBytes(secret);
    } while (!Engines.current().isSecret(type, secret));
    return new PrivateKey(type, secret);
  }

  /**
   * Makes the key whose secret is the SHA-256 of a text: for tests and samples, never for anything of value, since
   * whoever guesses the text owns the key.
   *
   * @param type K1 or R1
   * @param seed text without unpaired surrogates
   * @return always the same key for the same text
   * @throws InvalidValueException for WA, and when half of a surrogate pair stands alone
   */
  public static PrivateKey fromSeed(KeyType type, String seed) {
    Objects.requireNonNull(type, "type");
    requireSecretType(type);
    return take(type, Digests.sha256(Texts.utf8("seed of a key", seed)));
  }

  private static void requireSecretType(KeyType type) {
    if (type == KeyType.WA) {
      throw new InvalidValueException(
          "WA has no private keys here: the secret never leaves its authenticator");
    }
  }

  private static PrivateKey take(KeyType type, byte[] secret) {
    if (!Engines.current().isSecret(type, secret)) {
      Arrays.fill(secret, (byte) 0);
      throw new InvalidValueException(
          "secret of a " + type + " key must be 1 to the order of the curve - 1");
    }
    return new PrivateKey(type, secret);
  }

  /**
   * The kind of key.
   *
   * @return K1 or R1
   */
  public KeyType type() {
    return type;
  }

  /**
   * The public key, also after {@link #destroy()}.
   *
   * @return always the same key
   */
  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  /**
   * Signs deterministically (RFC 6979): the same key and digest yield the same bytes everywhere, those of the
   * ecosystem's JavaScript wallets.
   *
   * <p>K1 signatures are tried again with another nonce until canonical, which takes two attempts on average.
   *
   * @param digest what to sign
   * @return a canonical signature
   * @throws IllegalStateException when destroyed
   */
  @Override
  public Signature sign(Checksum256 digest) {
    byte[] hash = digest.toBytes();
    byte[] copy = toSecret();
    try {
      if (type == KeyType.R1) {
        return Signature.ofCompact(type, Engines.current().sign(type, copy, hash, 0));
      }
      for (int attempt = 1; attempt <= LAST_ATTEMPT; attempt++) {
        Signature signature =
            Signature.ofCompact(type, Engines.current().sign(type, copy, hash, attempt));
        if (signature.isCanonical()) {
          return signature;
        }
      }
      throw new IllegalStateException("no canonical signature in " + LAST_ATTEMPT + " attempts");
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /**
   * Agrees on a secret with the owner of another key: both sides get the same from their own private and the other's
   * public key.
   *
   * @param other a key of the same type
   * @return SHA-512 of the 32 bytes of x of the common point; close it after use
   * @throws InvalidValueException when the types differ or {@code other} is no point of the curve
   * @throws IllegalStateException when destroyed
   */
  public SharedSecret sharedSecret(PublicKey other) {
    if (other.type() != type) {
      throw new InvalidValueException(
          "shared secret needs two keys of one type, got " + type + " and " + other.type());
    }
    byte[] copy = toSecret();
    byte[] x = null;
    try {
      x = Engines.current().agree(type, copy, other.toPoint());
      if (x == null) {
        throw new InvalidValueException("shared secret needs a point of the curve, got " + other);
      }
      return new SharedSecret(Digests.sha512(x));
    } finally {
      erase(copy);
      erase(x);
    }
  }

  /**
   * The secret itself; erase the array after use.
   *
   * @return a fresh array of 32 bytes
   * @throws IllegalStateException when destroyed
   */
  public byte[] toSecret() {
    byte[] copy = copyUnlessDestroyed();
    if (copy == null) {
      throw new IllegalStateException("private key of " + publicKey + " was destroyed");
    }
    return copy;
  }

  private byte @Nullable [] copyUnlessDestroyed() {
    synchronized (secret) {
      return destroyed ? null : secret.clone();
    }
  }

  /**
   * The secret in wallet import format.
   *
   * @return 51 characters beginning with 5
   * @throws InvalidValueException when the type is not K1
   * @throws IllegalStateException when destroyed
   */
  public String toWif() {
    if (type != KeyType.K1) {
      throw new InvalidValueException("only K1 keys have a WIF, this one is " + type);
    }
    byte[] copy = toSecret();
    try {
      return Wif.encode(copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /**
   * The secret in the typed form.
   *
   * @return {@code PVT_K1_…} or {@code PVT_R1_…}
   * @throws IllegalStateException when destroyed
   */
  public String toPvt() {
    byte[] copy = toSecret();
    try {
      return CheckedText.encode(PREFIX + type + "_", copy, type.name());
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /** Zeroes the secret; from then on only {@link #publicKey()} and {@link #type()} work. May be called again. */
  @Override
  public void destroy() {
    synchronized (secret) {
      Arrays.fill(secret, (byte) 0);
      destroyed = true;
    }
  }

  @Override
  public boolean isDestroyed() {
    synchronized (secret) {
      return destroyed;
    }
  }

  /** Whether both hold the same secret, in constant time; a destroyed key equals only itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof PrivateKey that) || type != that.type) {
      return false;
    }
    byte[] mine =
        copyUnlessDestroyed(); // asked once each: another thread may destroy either meanwhile
    byte[] theirs = that.copyUnlessDestroyed();
    boolean equal = mine != null && theirs != null && MessageDigest.isEqual(mine, theirs);
    erase(mine);
    erase(theirs);
    return equal;
  }

  private static void erase(byte @Nullable [] copy) {
    if (copy != null) {
      Arrays.fill(copy, (byte) 0);
    }
  }

  @Override
  public int hashCode() {
    return publicKey.hashCode();
  }

  /** Names the public key, never the secret. */
  @Override
  public String toString() {
    return "PrivateKey[" + publicKey + "]";
  }
}
