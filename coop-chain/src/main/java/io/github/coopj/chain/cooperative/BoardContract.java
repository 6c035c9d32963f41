package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.act.Officers;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.board.BoardDecisionRecord;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.board.BoardRegulation;
import io.github.coopj.governance.body.Office;
import java.lang.invoke.MethodHandles;

/**
 * Binds the Board (правление) to tables: its seats, the regulation on it, its powers, its decisions (BOARD-01, BCHAIR-01,
 * BCHAIR-08, COUNCIL-19). The rules are those of {@link Board}, {@link BoardPowers} and {@link BoardDecision}.
 */
@ContractTable(name = "boards", row = Board.class)
@ContractTable(name = "regulations", row = BoardRegulation.class)
@ContractTable(name = "powers", row = BoardPowers.class)
@ContractTable(name = "decisions", row = BoardDecisionRecord.class)
public final class BoardContract extends JavaContract {
  private final Charters charters = new Charters();

  /** Creates the contract. */
  public BoardContract() {
    super(MethodHandles.lookup(), 1);
  }

  @ContractAction
  void appoint(Context context, BoardActions.Appoint data) {
    Name coop = data.seats().cooperative();
    BoardTables.boards(context, coop)
        .put(
            context.receiver(),
            Board.appoint(
                data.seats(),
                CouncilTables.inForce(context, coop, data.decision()),
                BoardTables.board(context, coop),
                Mandates.outside(context, coop, Office.Body.BOARD),
                charters.current(context, coop)));
  }

  @ContractAction
  void setchair(Context context, BoardActions.SetChair data) {
    BoardTables.boards(context, data.coop())
        .update(board(context, data.coop())
            .withChairman(
                data.member(),
                CouncilTables.inForce(context, data.coop(), data.decision()),
                Persons.now(context)));
  }

  @ContractAction
  void dissolve(Context context, BoardActions.Dissolve data) {
    BoardTables.boards(context, data.coop())
        .update(board(context, data.coop())
            .ended(
                CouncilTables.inForce(context, data.coop(), data.decision()),
                Persons.now(context)));
  }

  @ContractAction
  void regulate(Context context, BoardActions.Regulate data) {
    Name coop = data.text().cooperative();
    BoardTables.regulations(context, coop)
        .insert(
            context.receiver(),
            BoardRegulation.approve(
                data.text(),
                CouncilTables.inForce(context, coop, data.decision()),
                BoardTables.regulations(context, coop).last()));
  }

  @ContractAction
  void empower(Context context, BoardActions.Empower data) {
    Name coop = data.text().cooperative();
    BoardTables.powers(context, coop)
        .insert(
            context.receiver(),
            BoardPowers.grant(
                data.text(),
                CouncilTables.inForce(context, coop, data.decision()),
                BoardTables.powers(context, coop).last()));
  }

  @ContractAction
  void decide(Context context, BoardActions.Decide data) {
    Name coop = data.question().cooperative();
    data.votes()
        .forEach(vote -> Persons.verificationOf(context, coop, vote.member())
            .requireVerified(vote.member(), Persons.now(context)));
    BoardTables.decisions(context, coop)
        .insert(
            context.receiver(),
            BoardDecision.adopt(
                    data.question()
                        .requireFree(
                            RulingTables.standing(context, coop, data.question().matterKey()),
                            charters.current(context, coop),
                            Persons.now(context))
                        .requireWithin(
                            RulingTables.asked(
                                context,
                                coop,
                                data.question().subject(),
                                data.question().matterKey()),
                            charters.current(context, coop)),
                    data.votes(),
                    board(context, coop),
                    BoardTables.regulations(context, coop).last(),
                    Signed.keys(context),
                    Persons.now(context))
                .snapshot());
  }

  /** Who heads the bodies of a cooperative, as other contracts need it. */
  static Officers officers(Context context, Name coop, Charters charters) {
    return new Officers(
        charters.current(context, coop),
        CouncilTables.councilOf(context, coop),
        BoardTables.board(context, coop),
        BoardTables.regulations(context, coop).last(),
        BoardTables.powers(context, coop).last());
  }

  private static Board board(Context context, Name coop) {
    return BoardTables.board(context, coop)
        .orElseThrow(() -> new InvalidValueException("cooperative " + coop + " has no Board"));
  }
}
