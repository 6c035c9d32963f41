package io.github.coopj.chain.store;

import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some entries in the order of their keys, as they stand together in a file: of each key how many bytes it has in common
 * with the one before and the rest of it, then the value.
 */
final class HistoryPage {
  private final List<HistorySource.Entry> entries;

  private HistoryPage(List<HistorySource.Entry> entries) {
    this.entries = entries;
  }

  /** Reads a page whose keys have one length. */
  static HistoryPage read(byte[] content, int keyLength) {
    List<HistorySource.Entry> entries = new ArrayList<>();
    byte[] key = new byte[keyLength];
    AbiReader in = new AbiReader(content);
    while (in.remaining() > 0) {
      int same = in.readU8();
      byte[] rest = in.readRaw(keyLength - same);
      key = key.clone();
      System.arraycopy(rest, 0, key, same, rest.length);
      entries.add(new HistorySource.Entry(key, in.readRaw((int) in.readVarUint32())));
    }
    return new HistoryPage(entries);
  }

  int size() {
    return entries.size();
  }

  HistorySource.Entry entry(int at) {
    return entries.get(at);
  }

  /** Index of the entry with the greatest key that is not greater than the given one; -1 if there is none. */
  int floor(byte[] key) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(entries.get(middle).key(), key) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** Puts a page together. Keys come in their order, each once. */
  static final class Builder {
    private AbiWriter out = new AbiWriter();
    private byte[] first = {};
    private byte[] last = {};
    private int bytes;

    void add(byte[] key, byte[] value) {
      int same = Math.max(0, Arrays.mismatch(last, key));
      if (isEmpty()) {
        same = 0;
        first = key;
      }
      out.writeU8(same);
      out.writeRaw(key, same, key.length);
      out.writeVarUint32(value.length);
      out.writeRaw(value);
      bytes += key.length - same + value.length + 2;
      last = key;
    }

    boolean isEmpty() {
      return bytes == 0;
    }

    /** Roughly how many bytes there are so far. */
    int bytes() {
      return bytes;
    }

    /** The smallest key. */
    byte[] first() {
      return first;
    }

    /** The page; another one begins. */
    byte[] take() {
      byte[] content = out.toByteArray();
      out = new AbiWriter();
      bytes = 0;
      return content;
    }
  }
}
