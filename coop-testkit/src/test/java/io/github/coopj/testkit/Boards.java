package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.cooperative.BoardActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.board.BoardQuestion;
import io.github.coopj.governance.board.BoardRegulationText;
import io.github.coopj.governance.board.BoardSeats;
import io.github.coopj.governance.board.BoardVote;
import io.github.coopj.governance.board.PowersText;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Steps of a Board on a chain, signed by those who take them. */
final class Boards {
  static final Name COOP = Cooperative.ACCOUNT;

  private Boards() {}

  /** A cooperative with limits of money in its charter. */
  static Cooperative rich(String... more) {
    String policy = "\"council.spendingLimit\": \"5000\", \"board.spendingLimit\": \"2000\","
        + " \"chairman.spendingLimit\": \"1000\","
        + " \"chairman.competence\": \"REPRESENT,CONCLUDE_CONTRACTS,PAY,MANAGE_ACCOUNTS\""
        + String.join("", more);
    return Cooperative.found(
        TestChain.inMemory(TestClock.at(START)), Cooperative.charterWith(policy));
  }

  /** An action that anybody may send. */
  static Action free(Name contract, Record data) {
    return JavaContract.action(contract, data, PermissionLevel.active(founder(5)));
  }

  static Action by(Name contract, Record data, Name actor) {
    return JavaContract.action(contract, data, PermissionLevel.active(actor));
  }

  static Action board(Record data) {
    return free(CooperativeAccounts.BOARD, data);
  }

  /** Appoints founders 2, 3 … of that number to the Board, founder 2 in the chair, with a regulation. */
  static void appoint(Cooperative coop, int size) {
    seat(coop, size);
    BoardRegulationText text = regulation();
    long decision = coop.decide(QuestionType.REGULATION, text.digest());
    coop.chain().push(board(new BoardActions.Regulate(text, decision)));
  }

  /** The same without a regulation. */
  static void seat(Cooperative coop, int size) {
    BoardSeats seats = new BoardSeats(COOP, Cooperative.FOUNDERS.subList(1, size + 1), founder(2));
    long decision = coop.decide(QuestionType.APPOINTMENT, seats.digest());
    coop.chain().push(board(new BoardActions.Appoint(seats, decision)));
  }

  static BoardRegulationText regulation() {
    return new BoardRegulationText(COOP, 1, digest("regulation on the Board"));
  }

  static void empower(Cooperative coop, int version, String limit, ActKind... acts) {
    PowersText text = new PowersText(COOP, version, Arrays.asList(acts), Asset.parse(limit));
    long decision = coop.decide(QuestionType.BOARD_POWERS, text.digest());
    coop.chain().push(board(new BoardActions.Empower(text, decision)));
  }

  /** A vote of the Board by those members. */
  static Action decide(Cooperative coop, long id, Checksum256 subject, Name... votesFor) {
    BoardQuestion question = new BoardQuestion(COOP, id, subject, regulation().digest());
    List<BoardVote> votes = new ArrayList<>();
    for (Name member : votesFor) {
      votes.add(new BoardVote(
          Vote.FOR,
          DocumentSignature.sign(
              TestKeys.of(member), member, question.voteDigest(Vote.FOR), coop.now())));
    }
    return board(new BoardActions.Decide(question, votes));
  }
}
