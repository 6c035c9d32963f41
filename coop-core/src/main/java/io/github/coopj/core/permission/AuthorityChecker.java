package io.github.coopj.core.permission;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Explanation.Outcome;
import io.github.coopj.crypto.PublicKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether given keys, permissions and a delay satisfy authorities, and which keys it took (PERM-01).
 *
 * <p>Factors of an authority are tried by weight, the heaviest first, and among equal weights waits before keys before
 * accounts, each kind in its order; trying stops as soon as the threshold is reached. A branch that fails gives the keys
 * back that only it had used. A permission met again in the same check counts as it came out before, and one that asks for
 * itself does not count, so circles end (protocol rule: authority_checker.hpp).
 *
 * <p>Used keys add up over all checks of one checker; a key that stays unused after the last one was signed in vain and
 * the chain refuses the transaction. Not for several threads.
 */
public final class AuthorityChecker {
  /** How many authorities may stand in a chain of accounts, the first included. */
  public static final int DEFAULT_MAX_DEPTH = 6;

  private enum Status {
    BEING_EVALUATED,
    UNSATISFIED,
    SATISFIED
  }

  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt((Candidate c) -> -c.weight).thenComparingInt(c -> c.kind);

  private final AuthorityLookup lookup;
  private final List<PublicKey> keys;
  private final List<PermissionLevel> provenLevels;
  private final long providedDelaySec;
  private final int maxDepth;
  private BitSet used = new BitSet();

  /**
   * Creates a checker.
   *
   * @param lookup where authorities are found
   * @param providedKeys keys that have signed; order and repetition do not matter
   * @param providedPermissions permissions already proven; one with an empty permission name stands for all permissions of
   *     its actor
   * @param providedDelaySec seconds that the transaction waits, not negative; {@link Long#MAX_VALUE} for without limit
   * @param maxDepth authorities in a chain of accounts, the first included, not negative; usually {@link
   *     #DEFAULT_MAX_DEPTH}
   * @throws InvalidValueException when a number is negative
   */
  public AuthorityChecker(
      AuthorityLookup lookup,
      Collection<PublicKey> providedKeys,
      Collection<PermissionLevel> providedPermissions,
      long providedDelaySec,
      int maxDepth) {
    if (providedDelaySec < 0 || maxDepth < 0) {
      throw new InvalidValueException(
          "delay and depth must not be negative, got " + providedDelaySec + " and " + maxDepth);
    }
    this.lookup = lookup;
    this.keys = providedKeys.size() < 2
        ? List.copyOf(providedKeys)
        : providedKeys.stream().sorted().distinct().toList();
    this.provenLevels = List.copyOf(providedPermissions);
    this.providedDelaySec = providedDelaySec;
    this.maxDepth = maxDepth;
  }

  /**
   * Whether a permission is satisfied. Keys it took are marked as used.
   *
   * @param level the permission
   * @return false also when it does not exist
   */
  public boolean isSatisfied(PermissionLevel level) {
    Authority simple = provenLevels.isEmpty() && maxDepth > 0 ? lookup.find(level) : null;
    return (simple != null && isOneKey(simple))
        ? takesOnlyKey(simple)
        : counts(evaluate(level, newCache(), 0, null));
  }

  /** As most authorities are: nothing to choose and nobody else to ask. */
  private static boolean isOneKey(Authority authority) {
    return authority.keys().size() == 1
        && authority.accounts().isEmpty()
        && authority.waits().isEmpty();
  }

  private boolean takesOnlyKey(Authority authority) {
    KeyWeight only = authority.keys().get(0);
    int index = Collections.binarySearch(keys, only.key());
    if ((index < 0 ? 0 : only.weight()) < authority.threshold()) {
      return false;
    }
    if (index >= 0) {
      used.set(index);
    }
    return true;
  }

  /**
   * Whether an authority is satisfied. Keys it took are marked as used.
   *
   * @param authority the authority, which need not belong to any permission
   * @return whether its threshold is reached
   */
  public boolean isSatisfied(Authority authority) {
    return evaluate(authority, newCache(), 0, null);
  }

  /**
   * Keys that no check so far has taken.
   *
   * @return ascending
   */
  public List<PublicKey> unusedKeys() {
    List<PublicKey> unused = new ArrayList<>();
    for (int i = used.nextClearBit(0); i < keys.size(); i = used.nextClearBit(i + 1)) {
      unused.add(keys.get(i));
    }
    return List.copyOf(unused);
  }

  /**
   * Keys that checks so far have taken.
   *
   * @return ascending
   */
  public List<PublicKey> usedKeys() {
    return used.stream().mapToObj(keys::get).toList();
  }

  /** Whether every key was taken by some check so far. */
  public boolean allKeysUsed() {
    return used.cardinality() == keys.size();
  }

  /**
   * Tells in full why a permission is satisfied or not. Marks no key as used.
   *
   * @param level the permission
   * @return the tree of what was tried, in the order of trying
   */
  public Explanation explain(PermissionLevel level) {
    BitSet before = (BitSet) used.clone();
    Trace trace = new Trace();
    Outcome outcome = evaluate(level, newCache(), 0, trace);
    used = before;
    return trace.toExplanation(level, outcome);
  }

  private Map<PermissionLevel, Status> newCache() {
    Map<PermissionLevel, Status> cache =
        new HashMap<>(); // only ever asked by key, so its order cannot matter
    for (PermissionLevel level : provenLevels) {
      cache.put(level, Status.SATISFIED);
    }
    return cache;
  }

  private static @Nullable Status statusOf(
      PermissionLevel level, Map<PermissionLevel, Status> cache) {
    Status exact = cache.get(level);
    return exact != null ? exact : cache.get(new PermissionLevel(level.actor(), Name.EMPTY));
  }

  private static boolean counts(Outcome outcome) {
    return outcome == Outcome.COUNTED || outcome == Outcome.PROVEN;
  }

  private Outcome evaluate(
      PermissionLevel level, Map<PermissionLevel, Status> cache, int depth, @Nullable Trace trace) {
    Status status = statusOf(level, cache);
    if (status != null) {
      return switch (status) {
        case SATISFIED -> Outcome.PROVEN;
        case UNSATISFIED -> Outcome.MISSING;
        case BEING_EVALUATED -> Outcome.CIRCLE;
      };
    }
    if (depth >= maxDepth) {
      return Outcome.TOO_DEEP;
    }
    Authority authority = lookup.find(level);
    if (authority == null) {
      return Outcome.UNKNOWN;
    }
    cache.put(level, Status.BEING_EVALUATED);
    boolean satisfied = evaluate(authority, cache, depth + 1, trace);
    cache.put(level, satisfied ? Status.SATISFIED : Status.UNSATISFIED);
    return satisfied ? Outcome.COUNTED : Outcome.MISSING;
  }

  private boolean evaluate(
      Authority authority, Map<PermissionLevel, Status> cache, int depth, @Nullable Trace trace) {
    BitSet before = (BitSet) used.clone();
    long collected = 0;
    boolean reached = false;
    for (Candidate candidate : candidates(authority)) {
      if (!reached) {
        Trace inner = trace == null || candidate.level == null ? null : new Trace();
        Outcome outcome = evaluate(candidate, cache, depth, inner);
        collected += counts(outcome) ? candidate.weight : 0;
        reached = collected >= authority.threshold();
        if (trace != null) {
          trace.factors.add(candidate.toFactor(outcome, inner));
        }
      } else if (trace == null) {
        break;
      } else {
        trace.factors.add(candidate.toFactor(Outcome.NOT_NEEDED, null));
      }
    }
    if (trace != null) {
      trace.required = authority.threshold();
      trace.collected = collected;
    }
    if (!reached) {
      used = before;
    }
    return reached;
  }

  private Outcome evaluate(
      Candidate candidate, Map<PermissionLevel, Status> cache, int depth, @Nullable Trace trace) {
    if (candidate.level != null) {
      return evaluate(candidate.level, cache, depth, trace);
    }
    if (candidate.key != null) {
      int index = Collections.binarySearch(keys, candidate.key);
      if (index < 0) {
        return Outcome.MISSING;
      }
      used.set(index);
      return Outcome.COUNTED;
    }
    return providedDelaySec >= candidate.waitSec ? Outcome.COUNTED : Outcome.MISSING;
  }

  private static List<Candidate> candidates(Authority authority) {
    List<Candidate> all = new ArrayList<>();
    authority
        .waits()
        .forEach(wait -> all.add(new Candidate(wait.weight(), 0, wait.waitSec(), null, null)));
    authority.keys().forEach(key -> all.add(new Candidate(key.weight(), 1, 0, key.key(), null)));
    authority
        .accounts()
        .forEach(
            account -> all.add(new Candidate(account.weight(), 2, 0, null, account.permission())));
    all.sort(ORDER); // stable, so equal candidates keep the order of the authority
    return all;
  }

  /** One factor of an authority: a key, a level, or with neither a wait. */
  private record Candidate(
      int weight,
      int kind,
      long waitSec,
      @Nullable PublicKey key,
      @Nullable PermissionLevel level) {
    Explanation.Factor toFactor(Outcome outcome, @Nullable Trace trace) {
      if (level != null) {
        return new Explanation.LevelFactor(
            weight, (trace == null ? new Trace() : trace).toExplanation(level, outcome));
      }
      return key != null
          ? new Explanation.KeyFactor(key, weight, outcome)
          : new Explanation.WaitFactor(waitSec, weight, outcome);
    }
  }

  /** What an authority required and got, while it is being evaluated. */
  private static final class Trace {
    private final List<Explanation.Factor> factors = new ArrayList<>();
    private long required;
    private long collected;

    Explanation toExplanation(PermissionLevel level, Outcome outcome) {
      return new Explanation(level, outcome, required, collected, factors);
    }
  }
}
