package io.github.coopj.governance.board;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.util.Optional;

/**
 * Powers that the Council has given to the Board; what is not in them the Board may not do (COUNCIL-19).
 *
 * @param text the version
 * @param decision number of the Council's decision
 * @param since from when they are in force
 */
public record BoardPowers(
    PowersText text, @AbiType("uint64") long decision, TimePointSec since) {
  /**
   * Gives a version, which takes the place of the one before.
   *
   * @param text the version
   * @param decision decision BOARD_POWERS of the Council on its digest
   * @param before the version until now, if there was one
   * @return the powers, in force from the decision on
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OTHER_COOPERATIVE, PAPER_VERSION if it
   *     is not the next one
   */
  public static BoardPowers grant(
      PowersText text, DecisionInForce decision, Optional<BoardPowers> before) {
    decision.requireAbout(QuestionType.BOARD_POWERS, text.digest());
    Name cooperative = before.map(powers -> powers.text.cooperative()).orElse(text.cooperative());
    if (!cooperative.equals(text.cooperative())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", cooperative, "addressed", text.cooperative());
    }
    int expected = 1 + before.map(powers -> powers.text.version()).orElse(0);
    if (text.version() != expected) {
      throw new GovernanceException(
          Reason.PAPER_VERSION,
          "paper",
          "powers of the Board",
          "version",
          text.version(),
          "expected",
          expected);
    }
    return new BoardPowers(text, decision.id(), decision.effectiveAt());
  }

  /**
   * Whether an act is within the powers.
   *
   * @param kind the act
   * @param at the moment
   * @return whether the powers are in force and name it
   */
  public boolean covers(ActKind kind, Instant at) {
    return !at.isBefore(since.toInstant()) && text.acts().contains(kind);
  }

  /**
   * Refuses an act outside the powers.
   *
   * @param kind the act
   * @param amount what it costs, if anything; exactly the limit is allowed
   * @param now the moment
   * @throws GovernanceException OUTSIDE_POWERS, WRONG_CURRENCY, OVER_BODY_LIMIT
   */
  public void require(ActKind kind, Optional<Asset> amount, Instant now) {
    if (!covers(kind, now)) {
      throw new GovernanceException(Reason.OUTSIDE_POWERS, "act", kind, "version", text.version());
    }
    Asset cost = amount.orElse(Asset.zero(text.limit().symbol()));
    if (!cost.symbol().equals(text.limit().symbol())) {
      throw new GovernanceException(
          Reason.WRONG_CURRENCY, "amount", cost, "currency", text.limit().symbol());
    }
    if (cost.amount() > text.limit().amount()) {
      throw new GovernanceException(
          Reason.OVER_BODY_LIMIT, "body", "BOARD", "amount", cost, "limit", text.limit());
    }
  }

  /**
   * Digest by which acts name the powers.
   *
   * @return digest of the version
   */
  public Checksum256 digest() {
    return text.digest();
  }
}
