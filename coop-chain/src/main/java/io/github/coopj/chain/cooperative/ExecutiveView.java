package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.act.Act;
import io.github.coopj.governance.act.Authority;
import io.github.coopj.governance.act.Competence;
import io.github.coopj.governance.act.Officers;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.board.BoardRegulation;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.board.Unit;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.regulation.Regulation;
import io.github.coopj.governance.task.Task;
import io.github.coopj.governance.task.TaskRecord;
import io.github.coopj.governance.task.TaskReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What the tables say about the Board of a cooperative, acts in its name, tasks and regulations. */
public final class ExecutiveView {
  private final ChainClient chain;
  private final Name cooperative;

  ExecutiveView(ChainClient chain, Name cooperative) {
    this.chain = chain;
    this.cooperative = cooperative;
  }

  /**
   * The Board appointed last.
   *
   * @return empty if there never was one
   */
  public Optional<Board> board() {
    return chain.row(CooperativeAccounts.BOARD, cooperative, BoardTables.BOARDS, 0, Board.class);
  }

  /**
   * Powers of the Board.
   *
   * @return every version, the one in force last
   */
  public List<BoardPowers> powers() {
    return rows(
        CooperativeAccounts.BOARD,
        BoardTables.POWERS,
        BoardPowers.class,
        row -> row.text().version());
  }

  /**
   * The authority table: what the Chairmen of Council and Board may do alone (BCHAIR-06).
   *
   * @param now the moment, not before the latest entry of the tables
   * @return the Chairman of the Council first
   */
  public List<Authority> authorities(Instant now) {
    ChainRecord record = new ChainRecord(chain, cooperative);
    return new Competence(new Officers(
            record.charters().inForce(now),
            Council.restore(record.council()),
            board(),
            rows(
                    CooperativeAccounts.BOARD,
                    BoardTables.REGULATIONS,
                    BoardRegulation.class,
                    row -> row.text().version())
                .stream()
                .reduce((first, last) -> last),
            powers().stream().reduce((first, last) -> last)))
        .table(now);
  }

  /**
   * Acts in the name of the cooperative.
   *
   * @return in the order of the log
   */
  public List<Act> acts() {
    return rows(CooperativeAccounts.ACT, ActContract.ACTS, Act.class, Act::id);
  }

  /**
   * Branches, offices and other units, closed ones included (BOARD-07).
   *
   * @return by number
   */
  public List<Unit> units() {
    return rows(
        CooperativeAccounts.EXECUTIVE,
        ExecutiveContract.UNITS,
        Unit.class,
        row -> row.plan().id());
  }

  /**
   * Plans of the Board.
   *
   * @return by number
   */
  public List<Plan> plans() {
    return rows(
        CooperativeAccounts.EXECUTIVE,
        ExecutiveContract.PLANS,
        Plan.class,
        row -> row.text().id());
  }

  /**
   * Every task with what became of it (COUNCIL-13).
   *
   * @param now the moment
   * @return the report
   */
  public TaskReport tasks(Instant now) {
    return TaskReport.of(
        rows(CooperativeAccounts.TASK, TaskContract.TASKS, TaskRecord.class, TaskRecord::id)
            .stream()
            .map(Task::restore)
            .toList(),
        new ChainRecord(chain, cooperative).charters().inForce(now),
        now);
  }

  /**
   * Regulations in force (COUNCIL-15).
   *
   * @return by number
   */
  public List<Regulation> regulations() {
    return rows(
        CooperativeAccounts.PAPER,
        PaperContract.REGULATIONS,
        Regulation.class,
        row -> row.text().number());
  }

  private <R extends Record> List<R> rows(
      Name contract, Name table, Class<R> type, ToLongFunction<R> key) {
    return Pages.all(chain, contract, cooperative, table, type, key);
  }
}
