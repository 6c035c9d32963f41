package io.github.coopj.core.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.PublicKey;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What satisfies a permission: keys, permissions of other accounts and delays whose weights reach a threshold together
 * (PERM-01).
 *
 * <p>Any combination that the binary form can carry can be held here, because chains hold odd ones; {@link #requireValid}
 * tells whether a chain would accept it as new.
 *
 * @param threshold weight to reach, 0 to 2^32 - 1; 0 is never valid as new
 * @param keys keys, ascending
 * @param accounts permissions of accounts, ascending
 * @param waits delays, ascending
 */
public record Authority(
    @JsonProperty("threshold") long threshold,
    @JsonProperty("keys") List<KeyWeight> keys,
    @JsonProperty("accounts") List<PermissionLevelWeight> accounts,
    @JsonProperty("waits") List<WaitWeight> waits) {
  /** The longest delay that a new authority may ask for: 45 days in seconds. */
  public static final long MAX_WAIT_SEC = 45L * 24 * 60 * 60;

  private static final int MAX_FACTORS = 1 << 16;

  /**
   * Checks the threshold and copies the lists.
   *
   * @throws InvalidValueException when the threshold does not fit 32 bits
   */
  public Authority {
    if (threshold < 0 || threshold > 0xffff_ffffL) {
      throw new InvalidValueException("threshold must be 0 to 2^32-1, got " + threshold);
    }
    keys = List.copyOf(keys);
    accounts = List.copyOf(accounts);
    waits = List.copyOf(waits);
  }

  /**
   * One key alone.
   *
   * @param key the key
   * @return threshold 1 and the key with weight 1
   */
  public static Authority ofKey(PublicKey key) {
    return new Authority(1, List.of(new KeyWeight(key, 1)), List.of(), List.of());
  }

  /**
   * One permission of an account alone.
   *
   * @param level the permission
   * @return threshold 1 and the permission with weight 1
   */
  public static Authority ofLevel(PermissionLevel level) {
    return new Authority(1, List.of(), List.of(new PermissionLevelWeight(level, 1)), List.of());
  }

  /**
   * Refuses an authority that a chain would not accept as new (protocol rule: authority.hpp, validate).
   *
   * <p>Whether the accounts it names exist is for {@link PermissionTable#updateAuth} to find out.
   *
   * @throws InvalidValueException when the threshold is zero or cannot be reached by all factors together; when keys,
   *     accounts or waits are not strictly ascending; when a wait is zero or above 45 days; above 65 536 factors
   */
  public void requireValid() {
    if (threshold == 0) {
      throw new InvalidValueException("threshold of an authority must be positive");
    }
    int factors = keys.size() + accounts.size() + waits.size();
    if (factors > MAX_FACTORS) {
      throw new InvalidValueException("authority must have at most 65536 factors, got " + factors);
    }
    requireAscending("keys", keys, (a, b) -> a.key().compareTo(b.key()) < 0);
    requireAscending("accounts", accounts, (a, b) -> a.permission().compareTo(b.permission()) < 0);
    requireAscending("waits", waits, (a, b) -> a.waitSec() < b.waitSec());
    if (!waits.isEmpty() && waits.get(0).waitSec() == 0) {
      throw new InvalidValueException("wait of an authority must be positive");
    }
    if (!waits.isEmpty() && waits.get(waits.size() - 1).waitSec() > MAX_WAIT_SEC) {
      throw new InvalidValueException("wait of an authority must be at most 3888000 seconds, got "
          + waits.get(waits.size() - 1).waitSec());
    }
    long total = totalWeight();
    if (total < threshold) {
      throw new InvalidValueException("authority can never be satisfied: total weight " + total
          + " is below threshold " + threshold);
    }
  }

  /**
   * Weights of all factors together.
   *
   * @return their sum, never negative
   */
  public long totalWeight() {
    return keys.stream().mapToLong(KeyWeight::weight).sum()
        + accounts.stream().mapToLong(PermissionLevelWeight::weight).sum()
        + waits.stream().mapToLong(WaitWeight::weight).sum();
  }

  private static <T> void requireAscending(String what, List<T> list, BiPredicate<T, T> before) {
    for (int i = 1; i < list.size(); i++) {
      if (!before.test(list.get(i - 1), list.get(i))) {
        throw new InvalidValueException(what + " of an authority must be strictly ascending, got "
            + list.get(i - 1) + " before " + list.get(i));
      }
    }
  }
}
