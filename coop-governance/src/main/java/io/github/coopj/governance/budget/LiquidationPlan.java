package io.github.coopj.governance.budget;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In what order a liquidation hands out money (ликвидационный план; FUND-04): creditors by their order, those of one order in
 * proportion if there is not enough; then the indivisible fund to another society; then the shares; what is left goes to members
 * by their shares. Exactly what is there is handed out.
 *
 * @param cooperative account of the cooperative
 * @param money what is there
 * @param lines who gets how much, in the order of payment
 */
public record LiquidationPlan(Name cooperative, Asset money, List<Line> lines) {
  /** On what ground somebody gets something. */
  public enum Ground {
    /** A debt of the cooperative. */
    CREDITOR,
    /** The indivisible fund, which passes to another society. */
    INDIVISIBLE,
    /** A member's share. */
    SHARE,
    /** What is left, by shares. */
    REST
  }

  /**
   * What one gets.
   *
   * @param ground on what ground
   * @param receiver account of the receiver
   * @param amount above zero
   */
  public record Line(Ground ground, Name receiver, Asset amount) {}

  /**
   * What the cooperative owes to somebody outside.
   *
   * @param order order of payment, 1 for the first
   * @param creditor account of the creditor
   * @param amount above zero
   */
  public record Claim(int order, Name creditor, Asset amount) {}

  /** Refuses a plan that does not hand out exactly what is there. */
  public LiquidationPlan {
    lines = List.copyOf(lines);
    Asset planned = Asset.zero(money.symbol());
    for (Line line : lines) {
      if (!line.amount().isPositive()) {
        throw new InvalidValueException(
            "a line of a plan is above zero, got " + line.amount() + " for " + line.receiver());
      }
      planned = planned.plus(line.amount());
    }
    if (!planned.equals(money)) {
      throw new GovernanceException(Reason.NOT_ALL_SHARED, "amount", money, "planned", planned);
    }
  }

  /**
   * Draws up the plan.
   *
   * @param cooperative account of the cooperative
   * @param money what is there after everything was sold, 0 or more
   * @param claims debts of the cooperative; of one creditor and order at most one
   * @param indivisible the indivisible fund
   * @param heir account of the society that the indivisible fund passes to
   * @param shares share of each member, 0 or more
   * @return the plan
   * @throws GovernanceException NOT_ALL_SHARED if something is left and nobody has a share
   */
  public static LiquidationPlan draw(
      Name cooperative,
      Asset money,
      List<Claim> claims,
      Asset indivisible,
      Name heir,
      SortedMap<Name, Asset> shares) {
    Drawing drawing = new Drawing(money);
    SortedMap<Integer, SortedMap<Name, Long>> orders = new TreeMap<>();
    for (Claim claim : claims) {
      Long twice = orders
          .computeIfAbsent(claim.order(), order -> new TreeMap<>())
          .put(claim.creditor(), claim.amount().amount());
      if (twice != null || !claim.amount().isPositive()) {
        throw new InvalidValueException("a creditor has one claim above zero in each order, got "
            + claim.creditor() + " " + claim.amount());
      }
    }
    orders.values().forEach(order -> drawing.pay(Ground.CREDITOR, order));
    if (indivisible.isPositive()) {
      drawing.pay(Ground.INDIVISIBLE, new TreeMap<>(Map.of(heir, indivisible.amount())));
    }
    SortedMap<Name, Long> owed = new TreeMap<>();
    shares.forEach((member, share) -> owed.put(member, share.amount()));
    drawing.pay(Ground.SHARE, owed);
    drawing.rest(owed);
    return new LiquidationPlan(cooperative, money, drawing.lines);
  }

  /** Hands out what is left of the money. */
  private static final class Drawing {
    private final Symbol currency;
    private final List<Line> lines = new ArrayList<>();
    private long left;

    private Drawing(Asset money) {
      this.currency = money.symbol();
      this.left = money.amount();
    }

    private void pay(Ground ground, SortedMap<Name, Long> claims) {
      long owed = claims.values().stream().mapToLong(claim -> claim).reduce(0, Math::addExact);
      if (owed > 0) {
        hand(ground, owed <= left ? claims : Allocation.largestRemainder(left, claims));
      }
    }

    private void rest(SortedMap<Name, Long> shares) {
      if (left > 0 && shares.values().stream().anyMatch(share -> share > 0)) {
        hand(Ground.REST, Allocation.largestRemainder(left, shares));
      }
    }

    private void hand(Ground ground, SortedMap<Name, Long> parts) {
      parts.forEach((receiver, minor) -> {
        if (minor > 0) {
          lines.add(new Line(ground, receiver, new Asset(minor, currency)));
          left = Math.subtractExact(left, minor);
        }
      });
    }
  }

  /**
   * What the meeting decides on, as an item LIQUIDATION.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.LIQUIDATION_PLAN, this);
  }
}
