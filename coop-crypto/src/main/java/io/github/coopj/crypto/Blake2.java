package io.github.coopj.crypto;

import io.github.coopj.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/** The compression function of BLAKE2b (RFC 7693), with a number of rounds of one's own (EIP-152). */
public final class Blake2 {
  /** Size of a state in bytes. */
  public static final int STATE = 64;

  /** Size of a message block in bytes. */
  public static final int MESSAGE = 128;

  /** Size of each half of the offset in bytes. */
  public static final int OFFSET = 8;

  private static final int WORDS = 16;
  private static final long TELL_EVERY = 16;
  private static final long[] START = {
    0x6a09e667f3bcc908L,
    0xbb67ae8584caa73bL,
    0x3c6ef372fe94f82bL,
    0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L,
    0x9b05688c2b3e6c1fL,
    0x1f83d9abfb41bd6bL,
    0x5be0cd19137e2179L
  };

  /** Which word of the message is mixed in when, a line a round; after ten rounds it begins again. */
  private static final String[] ORDER = {
    "0123456789abcdef",
    "ea489fd61c02b753",
    "b8c052fdae367194",
    "7931dcbe265a40f8",
    "905724afe1bc683d",
    "2c6a0b834d75fe19",
    "c51fed4a0763928b",
    "db7ec13950f4862a",
    "6fe9b308c2d714a5",
    "a2847615fb9e3cd0"
  };

  private Blake2() {}

  /**
   * Mixes a block of a message into a state. Numbers are little-endian.
   *
   * @param rounds how many rounds, 0 or more; BLAKE2b has 12
   * @param state {@value #STATE} bytes
   * @param message {@value #MESSAGE} bytes
   * @param offsets two times {@value #OFFSET} bytes, the lower half of the offset first
   * @param last whether it is the last block
   * @param tick called now and then, since rounds may be many; it may throw
   * @return the next state
   */
  public static byte[] compress(
      long rounds, byte[] state, byte[] message, byte[][] offsets, boolean last, Runnable tick) {
    long[] h = words(state, STATE);
    long[] m = words(message, MESSAGE);
    long[] v = new long[WORDS];
    System.arraycopy(h, 0, v, 0, h.length);
    System.arraycopy(START, 0, v, h.length, START.length);
    v[12] ^= words(offsets[0], OFFSET)[0];
    v[13] ^= words(offsets[1], OFFSET)[0];
    if (last) {
      v[14] = ~v[14];
    }
    for (long round = 0; round < rounds; round++) {
      if (round % TELL_EVERY == TELL_EVERY - 1) {
        tick.run();
      }
      round(v, m, ORDER[(int) (round % ORDER.length)]);
    }
    ByteBuffer out = ByteBuffer.allocate(STATE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < h.length; i++) {
      out.putLong(h[i] ^ v[i] ^ v[i + h.length]);
    }
    return out.array();
  }

  private static void round(long[] v, long[] m, String order) {
    for (int i = 0; i < 8; i++) {
      int column = i % 4;
      int shift = i < 4 ? 0 : 1;
      mix(
          v,
          new int[] {
            column,
            4 + (column + shift) % 4,
            8 + (column + 2 * shift) % 4,
            12 + (column + 3 * shift) % 4
          },
          m[Character.digit(order.charAt(2 * i), WORDS)],
          m[Character.digit(order.charAt(2 * i + 1), WORDS)]);
    }
  }

  private static void mix(long[] v, int[] at, long x, long y) {
    half(v, at, x, 32, 24);
    half(v, at, y, 16, 63);
  }

  private static void half(long[] v, int[] at, long word, int first, int second) {
    v[at[0]] += v[at[1]] + word;
    v[at[3]] = Long.rotateRight(v[at[3]] ^ v[at[0]], first);
    v[at[2]] += v[at[3]];
    v[at[1]] = Long.rotateRight(v[at[1]] ^ v[at[2]], second);
  }

  private static long[] words(byte[] bytes, int size) {
    if (bytes.length != size) {
      throw new InvalidValueException("expected " + size + " bytes, got " + bytes.length);
    }
    LongBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    long[] words = new long[buffer.remaining()];
    buffer.get(words);
    return words;
  }
}
