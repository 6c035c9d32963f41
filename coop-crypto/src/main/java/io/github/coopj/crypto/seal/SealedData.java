package io.github.coopj.crypto.seal;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.SharedSecret;
import io.github.coopj.crypto.internal.Symmetric;
import io.github.coopj.crypto.internal.bc.BcKeyDerivation;
import io.github.coopj.crypto.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that only the owner of one key can read, and only in the context they were sealed for.
 *
 * <p>A key agreement with a fresh key, its shared secret through HKDF-SHA256, AES-256-GCM; the context is authenticated
 * with the text. Whoever holds the receiver's public key can seal: who sealed is not proven, sign the sealed bytes for
 * that. Sealed bytes show their length and, to those who know the receiver's public key, their receiver.
 *
 * <p>Form: {@code CJS}, version 1; 8 bytes that name the receiver (start of the SHA-256 of its binary key); the fresh
 * public key, 34 bytes; 16 bytes that tell the context; 16 bytes that authenticate all of this; the ciphertext and its
 * tag of 16 bytes.
 */
public final class SealedData {
  private static final byte[] MAGIC = {'C', 'J', 'S', 1};
  private static final int RECEIVER_AT = MAGIC.length;
  private static final int RECEIVER = 8;
  private static final int FRESH_AT = RECEIVER_AT + RECEIVER;
  private static final int FRESH = 34;
  private static final int CONTEXT_AT = FRESH_AT + FRESH;
  private static final int CHECK = 16;
  private static final int HEADER_CHECK_AT = CONTEXT_AT + CHECK;
  private static final int TEXT_AT = HEADER_CHECK_AT + CHECK;
  private static final byte[] PURPOSE = "coopj sealed data 1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  private SealedData(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Seals.
   *
   * @param plain what to seal, may be empty; not kept
   * @param receiver whose private key will open it, K1 or R1
   * @param context what it is for
   * @param random where the fresh key comes from
   * @return the sealed data
   * @throws InvalidValueException when the receiver's key is WA or no point of its curve
   */
  public static SealedData seal(
      byte[] plain, PublicKey receiver, SealContext context, SecureRandom random) {
    PrivateKey fresh = PrivateKey.generate(receiver.type(), random);
    byte[] header = new byte[TEXT_AT];
    System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
    System.arraycopy(nameOf(receiver), 0, header, RECEIVER_AT, RECEIVER);
    System.arraycopy(fresh.publicKey().toBinary(), 0, header, FRESH_AT, FRESH);
    byte[] about = context.toBytes();
    try (SharedSecret secret = fresh.sharedSecret(receiver);
        Keys keys = new Keys(secret, fresh.publicKey(), receiver)) {
      System.arraycopy(Symmetric.hmac(keys.context, about), 0, header, CONTEXT_AT, CHECK);
      System.arraycopy(keys.checkOf(header), 0, header, HEADER_CHECK_AT, CHECK);
      byte[] text = Symmetric.encrypt(keys.text, keys.nonce, associated(header, about), plain);
      byte[] all = Arrays.copyOf(header, TEXT_AT + text.length);
      System.arraycopy(text, 0, all, TEXT_AT, text.length);
      return new SealedData(all);
    } finally {
      fresh.destroy();
    }
  }

  /**
   * Reads sealed data that were stored or received.
   *
   * @param bytes what {@link #toBytes()} gave
   * @return the sealed data, not yet checked for changes
   * @throws SealException MALFORMED when these are no sealed data of version 1
   */
  public static SealedData of(Bytes bytes) {
    byte[] all = bytes.toArray();
    if (all.length < TEXT_AT + Symmetric.TAG) {
      throw new SealException(
          Reason.MALFORMED,
          "sealed data must have " + (TEXT_AT + Symmetric.TAG) + " or more bytes, got "
              + all.length);
    }
    if (!Arrays.equals(all, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new SealException(Reason.MALFORMED, "sealed data must start with CJS and version 1");
    }
    return new SealedData(all);
  }

  /**
   * Whether a key is the one to open these data, as far as their open part tells.
   *
   * @param key a public key
   * @return true when they name it as receiver
   */
  public boolean isFor(PublicKey key) {
    return Arrays.equals(bytes, RECEIVER_AT, FRESH_AT, nameOf(key), 0, RECEIVER);
  }

  /**
   * Opens.
   *
   * @param receiver the key they were sealed to
   * @param context what they should be for
   * @return the text, a fresh array
   * @throws SealException WRONG_RECEIVER for another key, WRONG_CONTEXT when sealed for another context, TAMPERED when
   *     any byte was changed
   * @throws IllegalStateException when the receiver's key was destroyed
   */
  public byte[] open(PrivateKey receiver, SealContext context) {
    Objects.requireNonNull(context, "context");
    byte[] header = Arrays.copyOf(bytes, TEXT_AT);
    boolean named = isFor(receiver.publicKey());
    PublicKey fresh = fresh();
    SharedSecret agreed = fresh == null ? null : agree(receiver, fresh);
    if (fresh == null || agreed == null) {
      throw named ? tampered("the fresh key is none of the receiver's curve") : wrongReceiver();
    }
    try (SharedSecret secret = agreed;
        Keys keys = new Keys(secret, fresh, receiver.publicKey())) {
      if (!named) {
        // the name itself may be what was changed: with the right name the header would be whole
        System.arraycopy(nameOf(receiver.publicKey()), 0, header, RECEIVER_AT, RECEIVER);
        throw keys.confirms(header) ? tampered("the receiver's name was changed") : wrongReceiver();
      }
      if (!keys.confirms(header)) {
        throw tampered("the header was changed");
      }
      byte[] about = context.toBytes();
      byte[] expected = Arrays.copyOf(Symmetric.hmac(keys.context, about), CHECK);
      if (!MessageDigest.isEqual(
          expected, Arrays.copyOfRange(bytes, CONTEXT_AT, HEADER_CHECK_AT))) {
        throw new SealException(
            Reason.WRONG_CONTEXT, "sealed for another context than " + context.purpose());
      }
      byte[] plain =
          Symmetric.decrypt(keys.text, keys.nonce, associated(header, about), bytes, TEXT_AT);
      if (plain == null) {
        throw tampered("the text was changed");
      }
      return plain;
    }
  }

  private @Nullable PublicKey fresh() {
    try {
      return PublicKey.ofBinary(Arrays.copyOfRange(bytes, FRESH_AT, CONTEXT_AT));
    } catch (InvalidValueException e) {
      return null;
    }
  }

  private static @Nullable SharedSecret agree(PrivateKey receiver, PublicKey fresh) {
    try {
      return receiver.sharedSecret(fresh);
    } catch (InvalidValueException e) {
      return null;
    }
  }

  private SealException wrongReceiver() {
    return new SealException(Reason.WRONG_RECEIVER, "sealed to another key");
  }

  private SealException tampered(String what) {
    return new SealException(Reason.TAMPERED, what);
  }

  /**
   * All bytes, to store or send.
   *
   * @return the sealed form; 94 bytes more than the text
   */
  public Bytes toBytes() {
    return Bytes.of(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealedData that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Tells the size, not the bytes. */
  @Override
  public String toString() {
    return "SealedData[" + bytes.length + " bytes]";
  }

  private static byte[] nameOf(PublicKey key) {
    return Arrays.copyOf(Digests.sha256(key.toBinary()), RECEIVER);
  }

  private static byte[] associated(byte[] header, byte[] about) {
    byte[] all = Arrays.copyOf(header, header.length + about.length);
    System.arraycopy(about, 0, all, header.length, about.length);
    return all;
  }

  /** The keys of one sealing, erased after use. */
  private static final class Keys implements AutoCloseable {
    final byte[] text;
    final byte[] nonce;
    final byte[] context;
    final byte[] header;

    Keys(SharedSecret secret, PublicKey fresh, PublicKey receiver) {
      byte[] salt = associated(fresh.toBinary(), receiver.toBinary());
      byte[] material = secret.toBytes();
      byte[] all =
          BcKeyDerivation.hkdfSha256(material, salt, PURPOSE, 3 * Symmetric.KEY + Symmetric.NONCE);
      text = Arrays.copyOfRange(all, 0, Symmetric.KEY);
      context = Arrays.copyOfRange(all, Symmetric.KEY, 2 * Symmetric.KEY);
      header = Arrays.copyOfRange(all, 2 * Symmetric.KEY, 3 * Symmetric.KEY);
      nonce = Arrays.copyOfRange(all, 3 * Symmetric.KEY, all.length);
      Arrays.fill(material, (byte) 0);
      Arrays.fill(all, (byte) 0);
    }

    byte[] checkOf(byte[] whole) {
      return Arrays.copyOf(Symmetric.hmac(header, Arrays.copyOf(whole, HEADER_CHECK_AT)), CHECK);
    }

    boolean confirms(byte[] whole) {
      return MessageDigest.isEqual(
          checkOf(whole), Arrays.copyOfRange(whole, HEADER_CHECK_AT, TEXT_AT));
    }

    @Override
    public void close() {
      Arrays.fill(text, (byte) 0);
      Arrays.fill(nonce, (byte) 0);
      Arrays.fill(context, (byte) 0);
      Arrays.fill(header, (byte) 0);
    }
  }
}
