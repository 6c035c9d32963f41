package io.github.coopj.governance.network;

import io.github.coopj.core.name.Name;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks the result of a netting by its certificate alone, without solving anything and without code of the solver.
 *
 * <p>If each claim that is not set off whole leads up by at least 1 and each that is set off at all by at most 1, then any other
 * netting clears at most the same: around every circle of claims the numbers add up to 0.
 */
public final class NettingVerifier {
  private NettingVerifier() {}

  /**
   * Checks a result.
   *
   * @param claims the claims
   * @param result what is said about them
   * @return what is wrong in words, empty if the result is proven to clear most
   */
  public static List<String> check(Collection<Claim> claims, NettingResult result) {
    List<String> findings = new ArrayList<>();
    Map<Long, Claim> expected = new TreeMap<>();
    claims.forEach(claim -> expected.put(claim.number(), claim));
    Map<Name, Long> potentials = new TreeMap<>();
    result.certificate().forEach(each -> potentials.put(each.party(), each.value()));
    Map<Name, BigInteger> change = new TreeMap<>();
    for (NettingResult.Cleared each : result.cleared()) {
      Claim claim = each.claim();
      long cleared = each.amount().amount();
      if (!claim.equals(expected.remove(claim.number()))
          || !each.amount().symbol().equals(claim.amount().symbol())) {
        findings.add("claim " + claim.number() + " is not one of the claims");
        continue;
      }
      if (cleared < 0 || cleared > claim.amount().amount()) {
        findings.add("claim " + claim.number() + " is set off by " + each.amount());
      }
      change.merge(claim.debtor(), BigInteger.valueOf(cleared), BigInteger::add);
      change.merge(claim.creditor(), BigInteger.valueOf(-cleared), BigInteger::add);
      Long from = potentials.get(claim.debtor());
      Long to = potentials.get(claim.creditor());
      if (from == null || to == null) {
        findings.add("claim " + claim.number() + " has no certificate");
        continue;
      }
      BigInteger rise = BigInteger.valueOf(to).subtract(BigInteger.valueOf(from));
      if (cleared < claim.amount().amount() && rise.compareTo(BigInteger.ONE) < 0) {
        findings.add("claim " + claim.number() + " could be set off further");
      }
      if (cleared > 0 && rise.compareTo(BigInteger.ONE) > 0) {
        findings.add("claim " + claim.number() + " is set off where the certificate forbids it");
      }
    }
    expected.keySet().forEach(number -> findings.add("claim " + number + " is missing"));
    change.forEach((party, sum) -> {
      if (sum.signum() != 0) {
        findings.add("the net position of " + party + " changes by " + sum);
      }
    });
    return findings;
  }
}
