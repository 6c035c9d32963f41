package io.github.coopj.governance.board;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Name COOP = CHARTER.account();
  private static final Checksum256 SUBJECT = Fixtures.paper("subject");
  private static final Instant END = Instant.parse("2031-05-01T12:00:00Z");

  private static BoardSeats seats(int size) {
    return new BoardSeats(COOP, Councils.members(size), CHAIRMAN);
  }

  private static DecisionInForce decision(QuestionType type, Checksum256 subject) {
    return Councils.inForce(Councils.of(3), CHARTER, type, subject);
  }

  private static Board appoint(Charter charter, int size) {
    BoardSeats seats = seats(size);
    return Board.appoint(
        seats,
        decision(QuestionType.APPOINTMENT, seats.digest()),
        Optional.empty(),
        List.of(),
        charter);
  }

  private static BoardRegulation regulation() {
    BoardRegulationText text = new BoardRegulationText(COOP, 1, Fixtures.paper("regulation"));
    return BoardRegulation.approve(
        text, decision(QuestionType.REGULATION, text.digest()), Optional.empty());
  }

  private static BoardQuestion question() {
    return new BoardQuestion(COOP, 6, SUBJECT, regulation().digest());
  }

  private static BoardVote vote(BoardQuestion question, Name member, Vote vote) {
    return new BoardVote(
        vote, DocumentSignature.sign(Fixtures.key(member), member, question.voteDigest(vote), NOW));
  }

  private static BoardDecision adopt(Board board, BoardVote... votes) {
    return BoardDecision.adopt(
        question(), List.of(votes), board, Optional.of(regulation()), Fixtures.KEYS, NOW);
  }

  @Test
  @Tag("BCHAIR-01")
  void appoint_givesMandates_thatCiteTheDecisionOfTheCouncil() {
    BoardSeats seats = new BoardSeats(COOP, Councils.members(3), member(1));
    DecisionInForce decision = decision(QuestionType.APPOINTMENT, seats.digest());
    Board board = Board.appoint(seats, decision, Optional.empty(), List.of(), CHARTER);

    assertThat(board.chairman(NOW)).contains(member(1));
    assertThat(board.mandates())
        .extracting(mandate -> mandate.ground().id())
        .containsOnly(decision.id());
    assertThat(board.groundId()).isEqualTo(decision.id());
    assertThat(board.mandates())
        .extracting(Mandate::office)
        .containsExactly(Office.BOARD_MEMBER, Office.BOARD_CHAIRMAN, Office.BOARD_MEMBER);
    assertThat(board.inOffice(NOW.minusSeconds(1))).isEmpty();
    assertThat(board.inOffice(END.minusSeconds(1))).isEqualTo(Councils.members(3));
    assertThat(board.inOffice(END)).isEmpty();
    assertThat(board.chairman(END)).isEmpty();

    assertRefused(
        () -> Board.appoint(seats(3), decision, Optional.empty(), List.of(), CHARTER),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> Board.appoint(
            seats,
            decision(QuestionType.OTHER, seats.digest()),
            Optional.empty(),
            List.of(),
            CHARTER),
        Reason.DECISION_OF_OTHER_TYPE);
    BoardSeats elsewhere = new BoardSeats(Name.of("elsewhere"), Councils.members(3), member(1));
    assertRefused(
        Reason.OTHER_COOPERATIVE,
        "OTHER_COOPERATIVE cooperative=rassvet addressed=elsewhere",
        () -> Board.appoint(
            elsewhere,
            decision(QuestionType.APPOINTMENT, elsewhere.digest()),
            Optional.empty(),
            List.of(),
            CHARTER));
  }

  @Test
  @Tag("BCHAIR-01")
  void appoint_takesTheLaterDecision_inPlaceOfTheEarlier() {
    Board first = appoint(CHARTER, 3);
    BoardSeats seats = seats(2);
    Board second = Board.appoint(
        seats,
        Fixtures.decision(QuestionType.APPOINTMENT, seats.digest(), NOW.plusSeconds(60)),
        Optional.of(first),
        List.of(),
        CHARTER);
    assertThat(second.groundId()).isEqualTo(41);
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=1",
        () -> Board.appoint(
            seats(3),
            decision(QuestionType.APPOINTMENT, seats(3).digest()),
            Optional.of(second),
            List.of(),
            CHARTER));
    assertRefused(
        () -> Board.appoint(
            seats(3),
            decision(QuestionType.APPOINTMENT, seats(3).digest()),
            Optional.of(first),
            List.of(),
            CHARTER),
        Reason.DECISION_ALREADY_USED);
  }

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"1,false", "2,true", "4,true", "5,false"})
  void appoint_keepsTheSize_ofTheCharter(int size, boolean allowed) {
    Charter charter =
        CharterFixtures.platform("board.minSize", "2", "board.maxSize", "4", "board.term", "P1Y");
    if (allowed) {
      Board board = appoint(charter, size);
      assertThat(board.inOffice(Instant.parse("2027-05-01T11:59:59Z"))).hasSize(size);
      assertThat(board.inOffice(Instant.parse("2027-05-01T12:00:00Z"))).isEmpty();
    } else {
      assertRefused(
          Reason.BOARD_SIZE,
          "BOARD_SIZE size=" + size + " min=2 max=4",
          () -> appoint(charter, size));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.platform("board.minSize", "5", "board.maxSize", "4"));
  }

  @Test
  @Tag("COUNCIL-30")
  void appoint_asksWhichOfficesGoTogether() {
    BoardSeats seats = seats(2);
    DecisionInForce decision = decision(QuestionType.APPOINTMENT, seats.digest());
    Mandate audit = Councils.mandate(member(1), Office.AUDIT_MEMBER);
    assertRefused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=BOARD_MEMBER other=AUDIT_MEMBER",
        () -> Board.appoint(seats, decision, Optional.empty(), List.of(audit), CHARTER));
    Council council = Councils.of(3);
    assertThat(Board.appoint(seats, decision, Optional.empty(), council.mandates(), CHARTER)
            .inOffice(NOW))
        .hasSize(2);
    Charter strict = CharterFixtures.platform("council.boardSeatAllowed", "false");
    assertRefused(
        () -> Board.appoint(seats, decision, Optional.empty(), council.mandates(), strict),
        Reason.INCOMPATIBLE_OFFICES);
  }

  @Test
  void board_refusesContradictions_andIsStoredAsItIs() {
    Board board = appoint(CHARTER, 3);
    byte[] row = RecordCodec.of(Board.class).encode(board);
    assertThat(RecordCodec.of(Board.class).decode(row)).isEqualTo(board);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Board(COOP, Councils.mandates(1)))
        .withMessage("a seat of the body BOARD is not for a CHAIRMAN");
    Mandate chair = Councils.mandate(member(0), Office.BOARD_CHAIRMAN);
    assertRefused(
        Reason.NOT_ONE_CHAIRMAN,
        "NOT_ONE_CHAIRMAN chairmen=2",
        () -> new Board(COOP, List.of(chair, Councils.mandate(member(1), Office.BOARD_CHAIRMAN))));
    assertRefused(
        Reason.DUPLICATE_SEAT,
        "DUPLICATE_SEAT account=membera",
        () -> new Board(COOP, List.of(chair, Councils.mandate(member(0), Office.BOARD_MEMBER))));
    assertRefused(
        Reason.NOT_ONE_CHAIRMAN,
        "NOT_ONE_CHAIRMAN chairmen=0",
        () -> new BoardSeats(COOP, Councils.members(3), member(3)));
    assertRefused(
        Reason.DUPLICATE_SEAT,
        "DUPLICATE_SEAT account=memberb",
        () -> new BoardSeats(COOP, List.of(CHAIRMAN, member(1), member(1)), CHAIRMAN));
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  @Tag("BCHAIR-08")
  void isAdopted_agreesWithTheOracle_onEverySetOfVotesFor(int size) {
    Board board = appoint(CHARTER, size);
    for (int code = 0; code < 1 << size; code++) {
      List<Name> votesFor = new ArrayList<>();
      int lead = 0;
      for (int m = 0; m < size; m++) {
        boolean supports = (code >> m & 1) == 1;
        lead += supports ? 1 : -1;
        if (supports) {
          votesFor.add(member(m));
        }
      }
      assertThat(board.isAdopted(votesFor, NOW)).as("%s of %s", votesFor, size).isEqualTo(lead > 0);
    }
    assertRefused(
        Reason.DUPLICATE_SEAT,
        "DUPLICATE_SEAT account=membera",
        () -> board.isAdopted(List.of(CHAIRMAN, CHAIRMAN), NOW));
    assertRefused(() -> board.isAdopted(List.of(CHAIRMAN), END), Reason.NOT_IN_BODY);
  }

  @Test
  @Tag("BCHAIR-08")
  void boardOfOne_decidesByOneSignedAct_othersByVote() {
    BoardVote act = vote(question(), CHAIRMAN, Vote.FOR);
    BoardDecision alone = adopt(appoint(CHARTER, 1), act);
    assertThat(alone.responsible()).containsExactly(CHAIRMAN);
    assertThat(alone.effectiveAt().toInstant()).isEqualTo(NOW);
    assertThat(alone.question().subject()).isEqualTo(SUBJECT);
    assertRefused(
        Reason.BOARD_MAJORITY_MISSING,
        "BOARD_MAJORITY_MISSING votes=1 members=2",
        () -> adopt(appoint(CHARTER, 2), act));
    BoardDecision two = adopt(appoint(CHARTER, 2), act, vote(question(), member(1), Vote.FOR));
    assertThat(two.responsible()).containsExactly(CHAIRMAN, member(1));
    for (Vote vote : Vote.values()) {
      BoardVote other = vote(question(), member(1), vote);
      BoardVote against = vote(question(), member(2), Vote.AGAINST);
      if (vote == Vote.FOR) {
        assertThat(adopt(appoint(CHARTER, 3), act, other, against).votes())
            .containsExactly(act, other, against);
      } else {
        assertRefused(
            Reason.BOARD_MAJORITY_MISSING,
            "BOARD_MAJORITY_MISSING votes=1 members=3",
            () -> adopt(appoint(CHARTER, 3), act, other, against));
      }
    }
  }

  @Test
  @Tag("BCHAIR-08")
  void adopt_takesOneGenuineSignature_ofEachMemberInOffice() {
    Board two = appoint(CHARTER, 2);
    BoardVote act = vote(question(), CHAIRMAN, Vote.FOR);
    assertRefused(
        Reason.DUPLICATE_SEAT, "DUPLICATE_SEAT account=membera", () -> adopt(two, act, act));
    assertRefused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=memberc body=BOARD at=2026-05-01T12:00:00",
        () -> adopt(two, act, vote(question(), member(2), Vote.FOR)));
    BoardVote turned =
        new BoardVote(Vote.FOR, vote(question(), member(1), Vote.AGAINST).signature());
    assertRefused(() -> adopt(two, act, turned), Reason.SIGNATURE_FORGED);
    BoardQuestion other = new BoardQuestion(COOP, 7, SUBJECT, regulation().digest());
    assertRefused(() -> adopt(two, act, vote(other, member(1), Vote.FOR)), Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> BoardDecision.adopt(
            question(), List.of(act), two, Optional.of(regulation()), Fixtures.KEYS, END),
        Reason.NOT_IN_BODY);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new BoardQuestion(COOP, 0, SUBJECT, SUBJECT));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new BoardQuestion(COOP, 1, Checksum256.ZERO, SUBJECT));
  }

  @Test
  @Tag("BOARD-01")
  void adopt_needsTheRegulation_thatTheCouncilApproved() {
    Board one = appoint(CHARTER, 1);
    BoardVote act = vote(question(), CHAIRMAN, Vote.FOR);
    assertRefused(
        Reason.NO_BOARD_REGULATION,
        "NO_BOARD_REGULATION cooperative=rassvet",
        () -> BoardDecision.adopt(
            question(), List.of(act), one, Optional.empty(), Fixtures.KEYS, NOW));

    BoardRegulationText next = new BoardRegulationText(COOP, 2, Fixtures.paper("version 2"));
    BoardRegulation later = BoardRegulation.approve(
        next,
        Fixtures.decision(QuestionType.REGULATION, next.digest(), NOW.plusSeconds(1)),
        Optional.of(regulation()));
    assertThat(later.text()).isEqualTo(next);
    assertRefused(
        Reason.NO_BOARD_REGULATION,
        "NO_BOARD_REGULATION cooperative=rassvet",
        () -> BoardDecision.adopt(
            question(), List.of(act), one, Optional.of(later), Fixtures.KEYS, NOW));
    assertRefused(
        () -> BoardDecision.adopt(
            question(), List.of(act), one, Optional.of(later), Fixtures.KEYS, NOW.plusSeconds(1)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThat(adopt(one, act).question().regulation()).isEqualTo(regulation().digest());

    Board elsewhere = new Board(Name.of("elsewhere"), one.mandates());
    assertRefused(
        Reason.OTHER_COOPERATIVE,
        "OTHER_COOPERATIVE cooperative=elsewhere addressed=rassvet",
        () -> adopt(elsewhere, act));
  }

  @Test
  @Tag("BOARD-01")
  void approve_needsADecisionOfTheCouncil_onTheNextVersion() {
    BoardRegulationText third = new BoardRegulationText(COOP, 3, Fixtures.paper("regulation"));
    assertRefused(
        Reason.BOARD_REGULATION_VERSION,
        "BOARD_REGULATION_VERSION version=3 expected=2",
        () -> BoardRegulation.approve(
            third, decision(QuestionType.REGULATION, third.digest()), Optional.of(regulation())));
    assertRefused(
        Reason.BOARD_REGULATION_VERSION,
        "BOARD_REGULATION_VERSION version=3 expected=1",
        () -> BoardRegulation.approve(
            third, decision(QuestionType.REGULATION, third.digest()), Optional.empty()));
    assertRefused(
        () -> BoardRegulation.approve(
            third, decision(QuestionType.REGULATION, SUBJECT), Optional.empty()),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> BoardRegulation.approve(
            third, decision(QuestionType.OTHER, third.digest()), Optional.empty()),
        Reason.DECISION_OF_OTHER_TYPE);
    BoardRegulationText foreign =
        new BoardRegulationText(Name.of("elsewhere"), 2, Fixtures.paper("regulation"));
    assertRefused(
        () -> BoardRegulation.approve(
            foreign,
            decision(QuestionType.REGULATION, foreign.digest()),
            Optional.of(regulation())),
        Reason.OTHER_COOPERATIVE);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new BoardRegulationText(COOP, 0, SUBJECT));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new BoardRegulationText(COOP, 1, Checksum256.ZERO));
  }
}
