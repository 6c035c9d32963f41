package io.github.coopj.governance.board;

import io.github.coopj.core.time.TimePointSec;
import java.util.List;

/**
 * A decision of the Board as it is stored.
 *
 * @param question what was decided
 * @param votes signed votes in the order given
 * @param effectiveAt time of the count
 */
public record BoardDecisionRecord(
    BoardQuestion question, List<BoardVote> votes, TimePointSec effectiveAt) {
  /** Keeps a copy of the votes. */
  public BoardDecisionRecord {
    votes = List.copyOf(votes);
  }
}
