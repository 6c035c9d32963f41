package io.github.coopj.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * What two owners of keys agreed on and nobody else knows: 64 bytes, the same on both sides.
 *
 * <p>Never printed, compared in constant time, zeroed by {@link #close()}. Not a key by itself: derive keys from it.
 */
public final class SharedSecret implements AutoCloseable, Destroyable {
  private final byte[] bytes;
  private boolean destroyed;

  /** Takes the array over. */
  SharedSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The secret itself; erase the array after use.
   *
   * @return a fresh array of 64 bytes
   * @throws IllegalStateException when destroyed
   */
  public byte[] toBytes() {
    byte[] copy = copyUnlessDestroyed();
    if (copy == null) {
      throw new IllegalStateException("shared secret was destroyed");
    }
    return copy;
  }

  private byte @Nullable [] copyUnlessDestroyed() {
    synchronized (bytes) {
      return destroyed ? null : bytes.clone();
    }
  }

  /** Zeroes the secret. May be called again. */
  @Override
  public void destroy() {
    synchronized (bytes) {
      Arrays.fill(bytes, (byte) 0);
      destroyed = true;
    }
  }

  @Override
  public boolean isDestroyed() {
    synchronized (bytes) {
      return destroyed;
    }
  }

  /** Zeroes the secret, as {@link #destroy()}. */
  @Override
  public void close() {
    destroy();
  }

  /** Whether both hold the same secret, in constant time; a destroyed one equals only itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof SharedSecret that)) {
      return false;
    }
    byte[] mine = copyUnlessDestroyed();
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

  /** The same for all: a hash of the secret would tell about it. */
  @Override
  public int hashCode() {
    return 1;
  }

  /** Shows nothing of the secret. */
  @Override
  public String toString() {
    return "SharedSecret";
  }
}
