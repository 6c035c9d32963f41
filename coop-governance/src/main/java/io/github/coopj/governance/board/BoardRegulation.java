package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.util.Optional;

/**
 * The regulation on the Board that the Council has approved; without one the Board cannot act (BOARD-01).
 *
 * @param text the version
 * @param since from when it is in force: the time of the Council's decision
 */
public record BoardRegulation(BoardRegulationText text, TimePointSec since) {
  /**
   * Approves a version.
   *
   * @param text the version
   * @param decision decision REGULATION of the Council on its digest
   * @param before the version until now, if there was one
   * @return the regulation in force from the decision on
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OTHER_COOPERATIVE,
   *     BOARD_REGULATION_VERSION if it is not the next one
   */
  public static BoardRegulation approve(
      BoardRegulationText text, DecisionInForce decision, Optional<BoardRegulation> before) {
    decision.requireAbout(QuestionType.REGULATION, text.digest());
    if (before.isPresent()) {
      before.get().requireOf(text.cooperative());
    }
    int expected = 1 + before.map(regulation -> regulation.text.version()).orElse(0);
    if (text.version() != expected) {
      throw new GovernanceException(
          Reason.BOARD_REGULATION_VERSION, "version", text.version(), "expected", expected);
    }
    return new BoardRegulation(text, decision.effectiveAt());
  }

  /**
   * Digest by which decisions of the Board name the regulation.
   *
   * @return digest of the version
   */
  public Checksum256 digest() {
    return text.digest();
  }

  void requireOf(Name cooperative) {
    if (!text.cooperative().equals(cooperative)) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", cooperative, "addressed", text.cooperative());
    }
  }
}
