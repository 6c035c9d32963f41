package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.util.Arrays;
import java.util.List;

/**
 * A regulation on forming the funds (положение о фондах) before the meeting has approved it: the subject of an agenda
 * item FUND_RULES (MEET-28, FUND-10).
 *
 * @param cooperative account of the cooperative
 * @param version 1 or more
 * @param shares the five funds, each once, in the order of {@link FundCode}; together 10000 basis points
 * @param uses what each fund may be spent on, also funds that the charter adds; a fund that is not named is not spent
 * @param moves which funds may pass money to which (FUND-16)
 */
public record FundRegulation(
    Name cooperative,
    int version,
    List<FundShare> shares,
    List<FundUse> uses,
    List<FundMove> moves) {
  /** All of a contribution, in basis points. */
  public static final int WHOLE = 10_000;

  /** Checks that every fund is there and that the parts add up. */
  public FundRegulation {
    shares = List.copyOf(shares);
    uses = List.copyOf(uses);
    moves = List.copyOf(moves);
    if (version < 1) {
      throw new InvalidValueException(
          "version of a fund regulation must be 1 or more, got " + version);
    }
    requireWhole(shares);
    requireOnce(uses);
  }

  /**
   * A regulation that divides contributions anew and spends the five funds as everywhere.
   *
   * @param cooperative account of the cooperative
   * @param version 1 or more
   * @param shares the five funds, together 10000 basis points
   */
  public FundRegulation(Name cooperative, int version, List<FundShare> shares) {
    this(cooperative, version, shares, FundUse.DEFAULT, List.of());
  }

  static void requireOnce(List<FundUse> uses) {
    if (uses.stream().map(FundUse::fund).distinct().count() != uses.size()) {
      throw new InvalidValueException("fund rules name the uses of a fund once, got " + uses);
    }
  }

  static void requireWhole(List<FundShare> shares) {
    List<FundCode> five = Arrays.asList(FundCode.values()).subList(1, FundCode.values().length);
    if (!shares.stream().map(FundShare::fund).toList().equals(five)) {
      throw new InvalidValueException(
          "fund rules must name " + five + " once each in this order, got " + shares);
    }
    int sum = shares.stream().mapToInt(FundShare::basisPoints).sum();
    if (sum != WHOLE) {
      throw new InvalidValueException(
          "fund rules must add up to " + WHOLE + " basis points, got " + sum);
    }
  }

  /**
   * What the meeting decides on.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.FUND_REGULATION, this);
  }

  /**
   * Puts the regulation in force by the decision of a meeting of members or representatives (MEET-28, DMEET-09). There is
   * no other way.
   *
   * @param decision decision FUND_RULES on {@link #digest}
   * @return rules in force from the time the decision binds
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public FundRules activate(MeetingDecision decision) {
    decision.requireOf(cooperative, ItemType.FUND_RULES);
    if (!decision.subject().equals(digest())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          digest(),
          "actual",
          decision.subject());
    }
    return FundRules.approved(this, decision);
  }
}
