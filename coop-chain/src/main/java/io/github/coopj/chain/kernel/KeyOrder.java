package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;

/**
 * Order of keys that is decided by a number for most pairs of keys, so that a tree need not look at the keys themselves.
 *
 * @param <K> key
 */
interface KeyOrder<K> {
  /** Order of names. */
  KeyOrder<Name> NAMES = new KeyOrder<>() {
    @Override
    public long prefix(Name key) {
      return key.value();
    }

    @Override
    public long hash(Name key) {
      return key.value();
    }

    @Override
    public int compareRest(Name left, Name right) {
      return 0; // the prefix is the whole name
    }

    @Override
    public boolean isSame(Name left, Name right) {
      return true; // the hash is the whole name
    }

    @Override
    public int compare(Name left, Name right) {
      return Long.compareUnsigned(left.value(), right.value());
    }
  };

  /** Order of digests. */
  KeyOrder<Checksum256> CHECKSUMS = new KeyOrder<>() {
    @Override
    public long prefix(Checksum256 key) {
      return key.head();
    }

    @Override
    public int compare(Checksum256 left, Checksum256 right) {
      return left.compareTo(right);
    }
  };

  /** Order of numbers from 0 on. */
  KeyOrder<Integer> INTS = new KeyOrder<>() {
    @Override
    public long prefix(Integer key) {
      return key;
    }

    @Override
    public int compare(Integer left, Integer right) {
      return left.compareTo(right);
    }
  };

  /**
   * A number that orders keys wherever it differs.
   *
   * @param key key
   * @return if it is smaller, unsigned, than that of another key, this key comes first
   */
  long prefix(K key);

  /**
   * Compares two keys as a comparator does.
   *
   * @param left a key
   * @param right a key
   * @return below 0, 0 or above 0; consistent with the prefixes
   */
  int compare(K left, K right);

  /**
   * Compares two keys whose prefixes are equal.
   *
   * @param left a key
   * @param right a key
   * @return below 0, 0 or above 0, as {@link #compare}
   */
  default int compareRest(K left, K right) {
    return compare(left, right);
  }

  /**
   * A number that is the same for equal keys and differs for most others.
   *
   * @param key key
   * @return hash
   */
  default long hash(K key) {
    return key.hashCode();
  }

  /**
   * Whether two keys are equal; asked of keys with equal hashes.
   *
   * @param left a key
   * @param right a key
   * @return whether they are
   */
  default boolean isSame(K left, K right) {
    return left.equals(right);
  }

  /**
   * The natural order without any help of prefixes.
   *
   * @param <K> key
   * @return the order
   */
  static <K extends Comparable<? super K>> KeyOrder<K> natural() {
    return new KeyOrder<>() {
      @Override
      public long prefix(K key) {
        return 0;
      }

      @Override
      public int compare(K left, K right) {
        return left.compareTo(right);
      }
    };
  }
}
