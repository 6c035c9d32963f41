package io.github.coopj.crypto.internal;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM and HMAC-SHA256 of the JDK, without checked exceptions. */
public final class Symmetric {
  /** Bytes of an AES-256 or HMAC key. */
  public static final int KEY = 32;

  /** Bytes of a GCM nonce, never used twice with one key. */
  public static final int NONCE = 12;

  /** Bytes by which a ciphertext is longer than its plain text. */
  public static final int TAG = 16;

  private Symmetric() {}

  /**
   * Encrypts.
   *
   * @param key 32 bytes
   * @param nonce 12 bytes
   * @param associated what is authenticated beside the text
   * @param plain the text
   * @return ciphertext and tag
   */
  public static byte[] encrypt(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-256-GCM", e);
    }
  }

  /**
   * Decrypts.
   *
   * @param key 32 bytes
   * @param nonce 12 bytes
   * @param associated what was authenticated beside the text
   * @param data array that ends with ciphertext and tag
   * @param from where the ciphertext starts
   * @return the text, or null when any of the arguments is not what it was
   */
  public static byte @Nullable [] decrypt(
      byte[] key, byte[] nonce, byte[] associated, byte[] data, int from) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
          .doFinal(data, from, data.length - from);
    } catch (AEADBadTagException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-256-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }

  /**
   * HMAC-SHA256 of several arrays, one after the other without separator.
   *
   * @param key the key
   * @param parts the message
   * @return 32 bytes
   */
  public static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
