package io.github.coopj.governance.act;

import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.board.BoardQuestion;
import io.github.coopj.governance.board.BoardRegulation;
import io.github.coopj.governance.board.BoardRegulationText;
import io.github.coopj.governance.board.BoardSeats;
import io.github.coopj.governance.board.BoardVote;
import io.github.coopj.governance.board.ExecutiveDecision;
import io.github.coopj.governance.board.PowersText;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.VoteEntry;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Boards, powers and decisions for tests. The Council is of three under membera; memberb heads the Board. */
public final class Executives {
  public static final Charter CHARTER = CharterFixtures.platform(
      "chairman.spendingLimit", "1000",
      "chairman.competence", "REPRESENT,CONCLUDE_CONTRACTS,PAY,MANAGE_ACCOUNTS",
      "council.spendingLimit", "5000",
      "board.spendingLimit", "2000");
  public static final Name COOP = CHARTER.account();
  public static final Name BOARD_HEAD = member(1);

  private Executives() {}

  /** A decision of the Council of some number in force from a moment. */
  public static DecisionInForce decision(
      long id, QuestionType type, Checksum256 subject, Instant at) {
    TimePointSec when = TimePointSec.of(at);
    return CouncilDecision.restore(new CouncilDecisionRecord(
            id,
            CouncilQuestion.of(type, subject),
            Councils.CHAIRMAN,
            DecisionStatus.IN_FORCE,
            List.of(new VoteEntry(Councils.CHAIRMAN, Vote.FOR)),
            TimePointSec.of(at.minusSeconds(3600)),
            when,
            when,
            when,
            Councils.CHAIRMAN,
            "",
            Fixtures.paper("charter")))
        .requireInForce();
  }

  public static DecisionInForce decision(long id, QuestionType type, Checksum256 subject) {
    return decision(id, type, subject, NOW);
  }

  /** A Board of that size under memberb, or under membera if it is of one. */
  public static Board board(int size) {
    BoardSeats seats = new BoardSeats(COOP, Councils.members(size), member(size == 1 ? 0 : 1));
    return Board.appoint(
        seats,
        decision(5, QuestionType.APPOINTMENT, seats.digest()),
        Optional.empty(),
        List.of(),
        CHARTER);
  }

  public static BoardPowers powers(String limit, ActKind... acts) {
    PowersText text = new PowersText(COOP, 1, List.of(acts), Asset.parse(limit));
    return BoardPowers.grant(
        text, decision(6, QuestionType.BOARD_POWERS, text.digest()), Optional.empty());
  }

  /** The regulation on the Board. */
  public static BoardRegulation regulation() {
    BoardRegulationText text = new BoardRegulationText(COOP, 1, Fixtures.paper("regulation"));
    return BoardRegulation.approve(
        text, decision(4, QuestionType.REGULATION, text.digest()), Optional.empty());
  }

  /** The officers of a cooperative with a Board that has a regulation. */
  public static Officers officers(Charter charter, Board board, BoardPowers powers) {
    return new Officers(
        charter,
        Councils.of(3),
        Optional.of(board),
        Optional.of(regulation()),
        Optional.of(powers));
  }

  /** A decision of the Board of two. */
  public static BoardDecision ofBoard(long id, Checksum256 subject, Instant at) {
    BoardRegulation regulation = regulation();
    BoardQuestion question = new BoardQuestion(COOP, id, subject, regulation.digest());
    List<BoardVote> votes = new ArrayList<>();
    for (Name member : Councils.members(2)) {
      votes.add(new BoardVote(
          Vote.FOR,
          DocumentSignature.sign(Fixtures.key(member), member, question.voteDigest(Vote.FOR), at)));
    }
    return BoardDecision.adopt(
        question, votes, board(2), Optional.of(regulation), Fixtures.KEYS, at);
  }

  /** A decision of the executive: of the Board of two, or of the Council without a Board. */
  public static ExecutiveDecision executive(
      Office.Body body, long id, Checksum256 subject, Instant at) {
    return ExecutiveDecision.find(
        body,
        id,
        source(body == Office.Body.BOARD ? Optional.of(board(2)) : Optional.empty(), subject, at),
        at);
  }

  public static ExecutiveDecision.Source source(
      Optional<Board> board, Checksum256 subject, Instant at) {
    return new ExecutiveDecision.Source() {
      @Override
      public Name cooperative() {
        return COOP;
      }

      @Override
      public Optional<Board> board() {
        return board;
      }

      @Override
      public BoardDecision ofBoard(long id) {
        return Executives.ofBoard(id, subject, at);
      }

      @Override
      public DecisionInForce ofCouncil(long id) {
        return decision(id, QuestionType.OTHER, subject, at);
      }
    };
  }
}
