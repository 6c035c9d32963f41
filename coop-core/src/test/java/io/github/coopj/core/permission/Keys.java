package io.github.coopj.core.permission;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keys and authorities written short. Keys 0 to 9 are ascending. */
final class Keys {
  static final List<PublicKey> ALL;

  static {
    List<PublicKey> keys = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      keys.add(PrivateKey.fromSeed(KeyType.K1, "permission test " + i).publicKey());
    }
    keys.sort(Comparator.naturalOrder());
    ALL = List.copyOf(keys);
  }

  private Keys() {}

  static PublicKey key(int i) {
    return ALL.get(i);
  }

  static List<PublicKey> keys(int... numbers) {
    List<PublicKey> keys = new ArrayList<>();
    for (int i : numbers) {
      keys.add(key(i));
    }
    return keys;
  }

  static Name name(String text) {
    return Name.of(text);
  }

  static PermissionLevel level(String text) {
    return PermissionLevel.parse(text);
  }

  static List<PermissionLevel> levels(String... texts) {
    List<PermissionLevel> levels = new ArrayList<>();
    for (String text : texts) {
      levels.add(level(text));
    }
    return levels;
  }

  /** Authority of factors such as {@code k3:2}, {@code bob@active:1}, {@code w60:1}; each kind in the order written. */
  static Authority authority(long threshold, String... factors) {
    List<KeyWeight> keys = new ArrayList<>();
    List<PermissionLevelWeight> accounts = new ArrayList<>();
    List<WaitWeight> waits = new ArrayList<>();
    for (String factor : factors) {
      int colon = factor.indexOf(':');
      String what = factor.substring(0, colon);
      int weight = Integer.parseInt(factor.substring(colon + 1));
      if (what.contains("@")) {
        accounts.add(new PermissionLevelWeight(level(what), weight));
      } else if (what.startsWith("k")) {
        keys.add(new KeyWeight(key(Integer.parseInt(what.substring(1))), weight));
      } else {
        waits.add(new WaitWeight(Long.parseLong(what.substring(1)), weight));
      }
    }
    return new Authority(threshold, keys, accounts, waits);
  }

  /** Accounts in a test. */
  static final class World implements AuthorityLookup {
    private final Map<PermissionLevel, Authority> authorities = new TreeMap<>();

    World with(String level, Authority authority) {
      authorities.put(level(level), authority);
      return this;
    }

    @Override
    public @Nullable Authority find(PermissionLevel level) {
      return authorities.get(level);
    }

    AuthorityChecker checker(Collection<PublicKey> keys, PermissionLevel... proven) {
      return new AuthorityChecker(
          this, keys, List.of(proven), 0, AuthorityChecker.DEFAULT_MAX_DEPTH);
    }
  }
}
