package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.BoardActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardSeats;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.testkit.junit5.CoopTest;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Nobody sits in the Revision commission and in what it checks; Council and Board together only by charter. */
class IncompatibleOfficesTest {
  private static final Name COOP = Cooperative.ACCOUNT;
  private static final Name ANNA = Name.of("anna");

  private static Action appoint(Cooperative coop, Name member) {
    BoardSeats seats = new BoardSeats(COOP, List.of(member), member);
    long decision = coop.decide(QuestionType.APPOINTMENT, seats.digest());
    return Boards.board(new BoardActions.Appoint(seats, decision));
  }

  private static Action elect(Cooperative coop, long meeting) {
    return coop.actions()
        .act(CooperativeAccounts.COUNCIL, new CouncilActions.Elect(COOP, meeting), CHAIRMAN);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-30")
  void revisor_sitsNeitherInTheCouncilNorInTheBoard(Cooperative coop, Meetings meetings) {
    coop.admit("anna");
    Audits audits = new Audits(coop);
    long ofTheCouncil = meetings.hold(Audits.agenda(founder(2)));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(audits.elect(ofTheCouncil)),
            Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", founder(2));
    audits.appoint(ANNA);
    long meeting = meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL, ANNA)));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(elect(coop, meeting)),
            Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", ANNA);
    Action seat = appoint(coop, ANNA);
    assertRefused(coop.chain(), () -> coop.chain().push(seat), Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", ANNA);
    assertThat(coop.view().council().orElseThrow().isMember(ANNA, coop.now())).isFalse();
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-30")
  void memberOfTheBoard_isNoRevisor(Cooperative coop, Meetings meetings) {
    coop.admit("anna");
    coop.chain().push(appoint(coop, ANNA));
    long meeting = meetings.hold(Audits.agenda(ANNA));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(new Audits(coop).elect(meeting)),
            Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", ANNA);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-30")
  void councilAndBoard_goTogetherWhereTheCharterSaysSo(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"council.boardSeatAllowed\": false"));
    Action seat = appoint(coop, founder(2));
    assertRefused(chain, () -> chain.push(seat), Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", founder(2));
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-30")
  void councilAndBoard_goTogether_onOnePersonByCharter(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"council.boardSeatAllowed\": true"));
    chain.push(appoint(coop, founder(2)));
    Board board = coop.row(CooperativeAccounts.BOARD, "boards", 0, Board.class).orElseThrow();
    assertThat(board.chairman(coop.now())).contains(founder(2));
  }
}
