package io.github.coopj.governance.network;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets claims between cooperatives off against each other, as much as can be, with nobody's net position changed (взаимозачёт;
 * INTER-01).
 *
 * <p>What remains of the claims is the smallest flow that still brings every cooperative's net position about, with a cost of 1 for
 * each unit on each claim; the rest is set off. Claims of one pair count as one and are set off by their numbers, so the result
 * depends on the claims alone, not on their order.
 */
public final class Netting {
  private Netting() {}

  /** Claims of one cooperative against another, together. */
  private record Pair(Name debtor, Name creditor) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::debtor).thenComparing(Pair::creditor);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Finds the netting that clears most.
   *
   * @param claims the claims, each number once, all in one currency
   * @return what is set off, and the certificate that it is the most
   * @throws InvalidValueException for a number twice, two currencies, or claims of more than 2^63 units together
   */
  public static NettingResult of(Collection<Claim> claims) {
    SortedMap<Long, Claim> byNumber = new TreeMap<>();
    for (Claim claim : claims) {
      if (byNumber.put(claim.number(), claim) != null) {
        throw new InvalidValueException("two claims have the number " + claim.number());
      }
    }
    requireOneCurrency(byNumber);
    SortedMap<Pair, Long> pairs = new TreeMap<>();
    SortedMap<Name, Integer> parties = new TreeMap<>();
    long all = 0;
    for (Claim claim : byNumber.values()) {
      all = addOrRefuse(all, claim.amount().amount());
      pairs.merge(
          new Pair(claim.debtor(), claim.creditor()), claim.amount().amount(), Math::addExact);
      parties.put(claim.debtor(), 0);
      parties.put(claim.creditor(), 0);
    }
    List<Name> names = List.copyOf(parties.keySet());
    for (int i = 0; i < names.size(); i++) {
      parties.put(names.get(i), i);
    }
    SmallestFlow flow = new SmallestFlow(names.size());
    pairs.forEach((pair, amount) ->
        flow.add(indexOf(parties, pair.debtor()), indexOf(parties, pair.creditor()), amount));
    flow.solve();
    Map<Pair, Long> cleared = new HashMap<>();
    int arc = 0;
    for (Map.Entry<Pair, Long> pair : pairs.entrySet()) {
      cleared.put(pair.getKey(), pair.getValue() - flow.flow(arc));
      arc++;
    }
    List<NettingResult.Potential> certificate = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      certificate.add(new NettingResult.Potential(names.get(i), flow.potential(i)));
    }
    return new NettingResult(share(byNumber, cleared), certificate);
  }

  private static int indexOf(SortedMap<Name, Integer> parties, Name party) {
    Integer index = parties.get(party);
    if (index == null) {
      throw new AssertionError(party);
    }
    return index;
  }

  private static List<NettingResult.Cleared> share(
      SortedMap<Long, Claim> claims, Map<Pair, Long> cleared) {
    List<NettingResult.Cleared> shared = new ArrayList<>();
    for (Claim claim : claims.values()) {
      Pair pair = new Pair(claim.debtor(), claim.creditor());
      long left = cleared.getOrDefault(pair, 0L);
      long part = Math.min(left, claim.amount().amount());
      cleared.put(pair, left - part);
      shared.add(new NettingResult.Cleared(claim, new Asset(part, claim.amount().symbol())));
    }
    return shared;
  }

  private static long addOrRefuse(long sum, long more) {
    try {
      return Math.addExact(sum, more);
    } catch (ArithmeticException e) {
      throw new InvalidValueException("the claims together are too big to be set off", e);
    }
  }

  private static void requireOneCurrency(SortedMap<Long, Claim> claims) {
    List<Symbol> symbols = claims.values().stream()
        .map(claim -> claim.amount().symbol())
        .distinct()
        .toList();
    if (symbols.size() > 1) {
      throw new InvalidValueException("claims are in one currency, got " + symbols);
    }
  }
}
