package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VotingQuestionTest {
  private static final Charter CHARTER = CharterFixtures.platform();

  private static final Name STRANGER = Name.of("stranger");

  private final Council council = Councils.of(3);

  private static CouncilQuestion question(VotingForm form, Checksum256... materials) {
    return new CouncilQuestion(QuestionType.OTHER, Councils.subject("x"), List.of(materials), form);
  }

  private VotingQuestion open(long id, Name proposer, Instant closesAt) {
    return QuestionOpening.open(
        id, question(VotingForm.SESSION), proposer, council, CHARTER, NOW, closesAt);
  }

  @Test
  @Tag("CHAIR-08")
  void question_carriesItsMaterials_intoRecordAndSignature() {
    Checksum256 report = Councils.subject("report");
    Checksum256 estimate = Councils.subject("estimate");
    List<CouncilQuestion> questions = List.of(
        question(VotingForm.SESSION),
        question(VotingForm.SESSION, report),
        question(VotingForm.SESSION, report, estimate),
        question(VotingForm.ABSENTEE, report, estimate));
    List<Checksum256> hashes = new ArrayList<>();
    for (CouncilQuestion question : questions) {
      VotingQuestion voting =
          QuestionOpening.open(7, question, CHAIRMAN, council, CHARTER, NOW, CLOSES);
      assertThat(voting.snapshot().question().materials()).isEqualTo(question.materials());
      hashes.add(Councils.all(voting, council, Vote.FOR)
          .close(council, CHARTER, NOW)
          .requirePendingSignature()
          .hash());
    }
    assertThat(hashes).as("what is signed differs with the materials").doesNotHaveDuplicates();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> question(VotingForm.SESSION, Checksum256.ZERO));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> question(VotingForm.SESSION, report, report));
  }

  @Test
  @Tag("COUNCIL-04")
  void open_refusesStrangers_andEmptyWindows() {
    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=stranger at=2026-05-01T12:00:00",
        () -> open(7, STRANGER, CLOSES));
    assertRefused(
        Reason.CLOSES_BEFORE_OPENING,
        "CLOSES_BEFORE_OPENING opensAt=2026-05-01T12:00:00 closesAt=2026-05-01T12:00:00",
        () -> open(7, CHAIRMAN, NOW));
    assertThat(open(7, CHAIRMAN, NOW.plusSeconds(1)).snapshot().closesAt())
        .isEqualTo(TimePointSec.of(NOW.plusSeconds(1)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CouncilDecision.restore(open(0, CHAIRMAN, CLOSES).snapshot()));
  }

  @Test
  @Tag("COUNCIL-04")
  void cast_acceptsMembersInOfficeOnce_beforeTheEnd() {
    VotingQuestion voting = Councils.open(council);
    VotingQuestion voted = voting.cast(council, member(1), Vote.FOR, CLOSES.minusSeconds(1));

    assertThat(voted.votes()).containsExactly(new VoteEntry(member(1), Vote.FOR));
    assertThat(voting.votes()).as("nothing was changed").isEmpty();
    assertRefused(
        Reason.ALREADY_VOTED,
        "ALREADY_VOTED member=memberb decision=1",
        () -> voted.cast(council, member(1), Vote.AGAINST, NOW));
    assertRefused(
        Reason.VOTE_CLOSED,
        "VOTE_CLOSED decision=1 closedAt=2026-05-04T12:00:00 at=2026-05-04T12:00:00",
        () -> voting.cast(council, member(1), Vote.FOR, CLOSES));
    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=stranger at=2026-05-01T12:00:00",
        () -> voting.cast(council, STRANGER, Vote.FOR, NOW));
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T11:59:59 notBefore=2026-05-01T12:00:00",
        () -> voting.cast(council, member(1), Vote.FOR, NOW.minusSeconds(1)));
  }

  @Test
  @Tag("COUNCIL-04")
  void close_waitsForAllMembers_orForTheEnd() {
    VotingQuestion two = Councils.open(council)
        .cast(council, member(0), Vote.FOR, NOW)
        .cast(council, member(1), Vote.FOR, NOW);

    assertRefused(
        Reason.VOTE_STILL_OPEN,
        "VOTE_STILL_OPEN decision=1 voted=2 entitled=3 closesAt=2026-05-04T12:00:00",
        () -> two.close(council, CHARTER, CLOSES.minusSeconds(1)));
    assertThat(two.close(council, CHARTER, CLOSES).status())
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    assertThat(two.cast(council, member(2), Vote.AGAINST, NOW)
            .close(council, CHARTER, NOW)
            .status())
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    assertThat(two.tally(council, NOW)).isEqualTo(new CouncilTally(2, 0, 0, 3));
  }

  @Test
  @Tag("COUNCIL-04")
  void close_countsMembersInOffice_atTheEndOfTheVote() {
    VotingQuestion voting = Councils.open(council)
        .cast(council, member(1), Vote.FOR, NOW)
        .cast(council, member(0), Vote.AGAINST, NOW);
    Council withoutSupporter = council.withEnded(member(1), NOW.plusSeconds(60));
    Council withoutOpponents = council.withEnded(member(2), NOW.plusSeconds(60));

    assertThat(voting.tally(withoutSupporter, CLOSES)).isEqualTo(new CouncilTally(0, 1, 0, 2));
    assertThat(voting.tally(withoutOpponents, CLOSES)).isEqualTo(new CouncilTally(1, 1, 0, 2));
    assertThat(voting
            .close(withoutOpponents, CHARTER, NOW.plusSeconds(60))
            .requireRejected()
            .rejection())
        .as("all who are left have voted, and the Chairman against")
        .isEqualTo(Rejection.TIE);
    Council expired = Councils.of(3);
    assertThat(voting
            .close(expired, CHARTER, Instant.parse("2030-01-01T00:00:00Z"))
            .requireRejected()
            .rejection())
        .as("a late count looks at the closing time")
        .isEqualTo(Rejection.NO_MAJORITY);
  }

  @Test
  @Tag("COUNCIL-25")
  void close_keepsTheVotesThatCount_andNobodyAnswersForAnother() {
    VotingQuestion voting = Councils.open(council)
        .cast(council, member(0), Vote.FOR, NOW)
        .cast(council, member(1), Vote.FOR, NOW)
        .cast(council, member(2), Vote.FOR, NOW);
    Council left = council.withEnded(member(1), NOW.plusSeconds(60));
    PendingDecision pending =
        voting.close(left, CHARTER, NOW.plusSeconds(60)).requirePendingSignature();
    assertThat(pending.responsible()).containsExactly(member(0), member(2));
    assertThat(pending.votes())
        .containsExactly(new VoteEntry(member(0), Vote.FOR), new VoteEntry(member(2), Vote.FOR));
    assertThat(pending.sign(left, CHAIRMAN, pending.hash(), NOW.plusSeconds(60)).responsible())
        .containsExactly(member(0), member(2));
  }

  @Test
  @Tag("COUNCIL-04")
  void close_namesTheRule_thatWasNotMet() {
    Charter rf = CharterFixtures.rf();
    Council four = Councils.of(4);
    VotingQuestion voting = Councils.open(four);

    assertThat(voting.close(four, CHARTER, CLOSES).requireRejected().rejection())
        .isEqualTo(Rejection.NO_MAJORITY);
    VotingQuestion two =
        voting.cast(four, CHAIRMAN, Vote.FOR, NOW).cast(four, member(1), Vote.FOR, NOW);
    assertThat(two.close(four, rf, CLOSES).requireRejected().rejection())
        .isEqualTo(Rejection.NO_QUORUM);
    assertThat(
            two.cast(four, member(2), Vote.AGAINST, NOW).close(four, rf, CLOSES).status())
        .as("three of four are exactly three quarters")
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    VotingQuestion headless = voting
        .cast(four, member(1), Vote.FOR, NOW)
        .cast(four, member(2), Vote.FOR, NOW)
        .cast(four, member(3), Vote.FOR, NOW);
    assertThat(headless.close(four, rf, CLOSES).requireRejected().rejection())
        .isEqualTo(Rejection.NO_QUORUM);
    assertThat(headless.close(four, CHARTER, CLOSES).status())
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
  }

  @Test
  @Tag("CHAIR-09")
  @Tag("COUNCIL-28")
  void absenteeVote_isOpenedByChairmanOrDeputy_forTheTimeOfTheCharter() {
    Charter rf = CharterFixtures.rf();
    Council withDeputy = Councils.withDeputy(council, member(2));

    for (Name opener : List.of(CHAIRMAN, member(2))) {
      assertThat(absentee(rf, withDeputy, opener, CLOSES).snapshot().proposer()).isEqualTo(opener);
    }
    assertRefused(
        Reason.NOT_CHAIRMAN_OR_DEPUTY,
        "NOT_CHAIRMAN_OR_DEPUTY account=memberb",
        () -> absentee(rf, withDeputy, member(1), CLOSES));
    assertRefused(
        Reason.WINDOW_TOO_SHORT,
        "WINDOW_TOO_SHORT seconds=259199 required=259200",
        () -> absentee(rf, withDeputy, CHAIRMAN, CLOSES.minusSeconds(1)));
    assertThat(QuestionOpening.open(
                9, question(VotingForm.SESSION), member(1), withDeputy, rf, NOW, NOW.plusSeconds(1))
            .snapshot()
            .question()
            .form())
        .as("in a session any member puts questions, for any time")
        .isEqualTo(VotingForm.SESSION);
  }

  @Test
  @Tag("COUNCIL-28")
  void absenteeVote_hasTheSameMajorityAndSignature_asAnyVote() {
    PendingDecision pending = absentee(CHARTER, council, CHAIRMAN, CLOSES)
        .cast(council, member(1), Vote.FOR, NOW)
        .cast(council, member(2), Vote.FOR, CLOSES.minusSeconds(1))
        .close(council, CHARTER, CLOSES)
        .requirePendingSignature();

    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberc chairman=membera",
        () -> pending.sign(council, member(2), pending.hash(), CLOSES));
    assertThat(pending.sign(council, CHAIRMAN, pending.hash(), CLOSES).status())
        .isEqualTo(DecisionStatus.IN_FORCE);
    assertThat(absentee(CHARTER, council, CHAIRMAN, CLOSES)
            .cast(council, member(1), Vote.FOR, NOW)
            .close(council, CHARTER, CLOSES)
            .status())
        .isEqualTo(DecisionStatus.REJECTED);
  }

  private static VotingQuestion absentee(
      Charter charter, Council council, Name opener, Instant closesAt) {
    return QuestionOpening.open(
        9, question(VotingForm.ABSENTEE), opener, council, charter, NOW, closesAt);
  }
}
