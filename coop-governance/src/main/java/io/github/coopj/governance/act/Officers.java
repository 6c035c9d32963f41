package io.github.coopj.governance.act;

import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import java.util.Optional;

/**
 * Who heads the bodies of a cooperative, and by which rules.
 *
 * @param charter the charter in force
 * @param council the Council
 * @param board the Board appointed last, if there ever was one
 * @param powers the powers given to it last
 */
public record Officers(
    Charter charter, Council council, Optional<Board> board, Optional<BoardPowers> powers) {}
