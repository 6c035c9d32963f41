package io.github.coopj.governance.budget;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What funds are to be spent on in a period (смета).
 *
 * @param cooperative account of the cooperative
 * @param from first moment of the period
 * @param until first moment after it
 * @param lines plan by fund and purpose, each pair once, all in one currency
 */
public record Budget(Name cooperative, TimePointSec from, TimePointSec until, List<Line> lines) {
  /**
   * What one fund is to be spent on.
   *
   * @param fund code of the fund
   * @param purpose code of the purpose
   * @param plan 0 or more
   */
  public record Line(Name fund, Name purpose, Asset plan) {
    /** Refuses a negative plan and missing codes. */
    public Line {
      if (plan.isNegative() || fund.isEmpty() || purpose.isEmpty()) {
        throw new InvalidValueException(
            "a line of a budget names fund and purpose and plans 0 or more, got " + fund + " "
                + purpose + " " + plan);
      }
    }
  }

  private record Pair(Name fund, Name purpose) {}

  /** Refuses an empty period, no lines, a pair named twice, and two currencies. */
  public Budget {
    lines = List.copyOf(lines);
    Set<Pair> pairs = new HashSet<>();
    for (Line line : lines) {
      if (!pairs.add(new Pair(line.fund(), line.purpose()))
          || !line.plan().symbol().equals(lines.get(0).plan().symbol())) {
        throw new InvalidValueException("a budget plans each purpose of a fund once, in one"
            + " currency, got " + line.fund() + " " + line.purpose() + " " + line.plan());
      }
    }
    if (lines.isEmpty() || until.compareTo(from) <= 0) {
      throw new InvalidValueException("a budget has lines and a period, got " + lines.size()
          + " lines from " + from + " until " + until);
    }
  }

  /**
   * What the meeting decides on.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.BUDGET, this);
  }

  /**
   * Refuses a budget that the meeting has not adopted.
   *
   * @param decision decision FUND_RULES on {@link #digest}
   * @throws io.github.coopj.governance.GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE,
   *     DECISION_ON_OTHER_SUBJECT
   */
  public void requireAdopted(MeetingDecision decision) {
    Decisions.require(decision, cooperative, ItemType.FUND_RULES, digest());
  }
}
