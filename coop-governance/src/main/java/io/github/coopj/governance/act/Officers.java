package io.github.coopj.governance.act;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.board.BoardRegulation;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import java.time.Instant;
import java.util.Optional;

/**
 * Who heads the bodies of a cooperative, and by which rules.
 *
 * @param charter the charter in force
 * @param council the Council
 * @param board the Board appointed last, if there ever was one
 * @param regulation the regulation on it approved last
 * @param powers the powers given to it last
 */
public record Officers(
    Charter charter,
    Council council,
    Optional<Board> board,
    Optional<BoardRegulation> regulation,
    Optional<BoardPowers> powers) {
  /**
   * Officers of a cooperative without a Board, whose duties are the Council's (COUNCIL-09).
   *
   * @param charter the charter in force
   * @param council the Council
   */
  public Officers(Charter charter, Council council) {
    this(charter, council, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Whether a regulation on the Board is in force, without which it cannot act (BOARD-01).
   *
   * @param at the moment
   * @return whether one was approved by then
   */
  public boolean isBoardRegulated(Instant at) {
    return regulation.filter(there -> !at.isBefore(there.since().toInstant())).isPresent();
  }

  /**
   * Who heads what carries out decisions: the chairman of the Board, or the Chairman of the Council where no Board is in
   * office (COUNCIL-09).
   *
   * @param at the moment
   * @return the account
   * @throws GovernanceException NOBODY_IN_CHAIR if nobody does
   */
  public Name executiveHead(Instant at) {
    Optional<Name> head = Board.executive(board, at) == Office.Body.BOARD
        ? board.flatMap(there -> there.chairman(at))
        : council.actingChairman(at);
    return head.orElseThrow(
        () -> new GovernanceException(Reason.NOBODY_IN_CHAIR, "cooperative", charter.account()));
  }
}
