package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.board.BoardDecisionRecord;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.board.BoardRegulation;
import io.github.coopj.governance.board.ExecutiveDecision;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.matter.Ruling;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tables of {@link BoardContract}, each in the scope of its cooperative. */
final class BoardTables {
  static final Name BOARDS = Name.of("boards");
  static final Name REGULATIONS = Name.of("regulations");
  static final Name POWERS = Name.of("powers");
  static final Name DECISIONS = Name.of("decisions");

  private BoardTables() {}

  private static <R extends Record> Table<R> table(
      Context context, Name name, Name coop, Class<R> type, ToLongFunction<R> key) {
    return context.receiver().equals(CooperativeAccounts.BOARD)
        ? context.table(name, coop, type, key)
        : context.table(CooperativeAccounts.BOARD, name, coop, type, key);
  }

  /** The Board appointed last; one row, under key 0. */
  static Table<Board> boards(Context context, Name coop) {
    return table(context, BOARDS, coop, Board.class, row -> 0);
  }

  static Optional<Board> board(Context context, Name coop) {
    return boards(context, coop).find(0);
  }

  /** Its mandates, for the register of all. */
  static List<Mandate> mandates(Context context, Name coop) {
    return board(context, coop).map(Board::mandates).orElse(List.of());
  }

  /** Regulations on the Board by version; the last one is in force. */
  static Table<BoardRegulation> regulations(Context context, Name coop) {
    return table(
        context, REGULATIONS, coop, BoardRegulation.class, row -> row.text().version());
  }

  /** Powers of the Board by version; the last one is in force. */
  static Table<BoardPowers> powers(Context context, Name coop) {
    return table(context, POWERS, coop, BoardPowers.class, row -> row.text().version());
  }

  /** Decisions of the Board by number. */
  static Table<BoardDecisionRecord> decisions(Context context, Name coop) {
    return table(
        context,
        DECISIONS,
        coop,
        BoardDecisionRecord.class,
        row -> row.question().id());
  }

  /** A decision of the Board as the general meeting has left it (MEET-01, MEET-11). */
  static BoardDecision decision(Context context, Name coop, long id) {
    BoardDecision taken = BoardDecision.restore(decisions(context, coop)
        .find(id)
        .orElseThrow(
            () -> new InvalidValueException("the Board of " + coop + " has no decision " + id)));
    BoardDecision decision =
        AgendaTables.overrides(context, coop).inEffect(taken, Persons.now(context));
    Ruling.requireStanding(
        RulingTables.standing(context, coop, decision.question().matterKey()),
        id,
        decision.question().subject(),
        Persons.now(context));
    return decision;
  }

  /** Decisions of whoever carries out what meeting and Council decide. */
  static ExecutiveDecision.Source executive(Context context, Name coop) {
    return new ExecutiveDecision.Source() {
      @Override
      public Name cooperative() {
        return coop;
      }

      @Override
      public Optional<Board> board() {
        return BoardTables.board(context, coop);
      }

      @Override
      public BoardDecision ofBoard(long id) {
        return decision(context, coop, id);
      }

      @Override
      public DecisionInForce ofCouncil(long id) {
        return CouncilTables.inForce(context, coop, id);
      }
    };
  }
}
