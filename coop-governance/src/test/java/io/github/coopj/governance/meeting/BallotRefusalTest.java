package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.cast;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.signature;
import static io.github.coopj.governance.meeting.Fixtures.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.BallotRefusal.Listed;
import io.github.coopj.governance.meeting.MinutesNarrative.RejectedBallot;
import io.github.coopj.governance.person.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ballots that count nowhere and are listed with the reason. */
@Tag("TALLY-03")
class BallotRefusalTest {
  private static final Charter CHARTER = platform();
  private static final Agenda ONE = agenda(ItemType.OTHER);

  private static BallotStanding standing(Optional<Ballot> last) {
    return new BallotStanding(
        account -> members(4).contains(account),
        last.map(each -> new AcceptedBallot(each, BallotWay.OWN)),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Listed list(GeneralMeeting meeting, Ballot ballot, Instant now) {
    return list(meeting, ballot, signature(ballot), Optional.empty(), now);
  }

  private static Listed list(
      GeneralMeeting meeting,
      Ballot ballot,
      DocumentSignature signature,
      Optional<Ballot> last,
      Instant now) {
    return new BallotRefusal(meeting, member(1), CHARTER, now)
        .list(
            CastBallot.electronic(ballot, Optional.empty()),
            signature,
            standing(last),
            verified(ballot.castBy()),
            false,
            KEYS);
  }

  @Test
  void list_namesEachBallotWithItsReason_andCountsItNowhere() {
    OpenMeeting open = cast(open(ONE, 4, CHARTER), CHARTER, "+", "+");
    Ballot good = ballot(open, member(2), "+");
    List<Listed> all = new ArrayList<>();
    Ballot own = ballot(open, member(0), "-");
    all.add(list(open, own, signature(own), Optional.of(ballot(open, member(0), "+")), OPENS));
    DocumentSignature forged =
        DocumentSignature.sign(key(member(3)), member(2), good.digest(), OPENS);
    all.add(list(all.get(0).meeting(), good, forged, Optional.empty(), OPENS));
    all.add(list(all.get(1).meeting(), ballot(open, member(7), "+"), OPENS));
    all.add(
        list(all.get(2).meeting(), new Ballot(COOP, 7, 2, 1, member(2), good.answers()), OPENS));
    all.add(list(all.get(3).meeting(), good, CLOSES));
    assertThat(all.stream().map(Listed::entry))
        .extracting(RejectedBallot::reason)
        .containsExactly(
            "BALLOT_ALREADY_CAST",
            "BALLOT_FORGED",
            "NOT_ON_ROLL",
            "BALLOT_OTHER_CYCLE",
            "BALLOT_LATE");
    assertThat(all.get(0).entry())
        .isEqualTo(new RejectedBallot(
            member(0), own.digest(), "BALLOT_ALREADY_CAST", TimePointSec.of(OPENS)));
    GeneralMeetingRecord row = all.get(4).meeting().snapshot();
    assertThat(row.rejected().size()).isEqualTo(5);
    assertThat(BallotLog.digest(row.rejected()))
        .isEqualTo(BallotRefusal.digestOf(all.stream().map(Listed::entry).toList()));
    assertThat(row.present()).isEqualTo(2);
    assertThat(row.ballots()).isEqualTo(open.snapshot().ballots());
    assertThat(row.status()).isEqualTo(MeetingStatus.OPEN);
  }

  @Test
  void list_refuses_aBallotThatNothingRefuses_orThatIsListed() {
    OpenMeeting open = open(ONE, 4, CHARTER);
    Ballot good = ballot(open, member(2), "+");
    assertRefused(
        () -> list(open, good, CLOSES.minusSeconds(1)), "BALLOT_ACCEPTABLE account=" + member(2));
    assertThat(list(open, good, CLOSES).entry().reason()).isEqualTo("BALLOT_LATE");
    assertRefused(
        () -> new BallotRefusal(open, member(1), CHARTER, CLOSES)
            .list(
                CastBallot.electronic(good, Optional.empty()),
                signature(good),
                standing(Optional.empty()),
                verified(member(2)),
                true,
                KEYS),
        "BALLOT_LISTED account=" + member(2) + " ballot=" + good.digest());
  }

  @Test
  void list_namesWhoIsNotVerified() {
    OpenMeeting open = open(ONE, 4, CHARTER);
    Ballot good = ballot(open, member(2), "+");
    Listed listed = new BallotRefusal(open, member(1), CHARTER, OPENS)
        .list(
            CastBallot.electronic(good, Optional.empty()),
            signature(good),
            standing(Optional.empty()),
            Verification.none(member(2)),
            false,
            KEYS);
    assertThat(listed.entry().reason()).isEqualTo("NOT_VERIFIED");
  }

  @Test
  void list_byTheSecretaryOnly() {
    OpenMeeting open = open(ONE, 4, CHARTER);
    for (int i : new int[] {0, 2, 3, 9}) {
      assertRefused(
          () -> new BallotRefusal(open, member(i), CHARTER, CLOSES),
          "NOT_THE_SECRETARY account=" + member(i) + " secretary=" + member(1));
    }
  }

  @Test
  void list_fromTheOpeningUntilTheMinutesAreSigned() {
    OpenMeeting open = open(ONE, 4, CHARTER);
    Ballot late = ballot(open, member(3), "+");
    QuorumMissed missed = open.close(CHARTER, CLOSES).requireQuorumMissed();
    GeneralMeeting listed = list(missed, late, CLOSES).meeting();
    assertThat(listed.requireQuorumMissed().snapshot().rejected().size()).isEqualTo(1);
    ConvenedMeeting again = Fixtures.repeat(
        listed.requireQuorumMissed(),
        CLOSES.plusSeconds(864_000),
        CLOSES.plusSeconds(864_001),
        CHARTER,
        CLOSES);
    assertThat(again.snapshot().rejected().size())
        .as("the list is of all cycles")
        .isEqualTo(1);
    assertRefused(() -> new BallotRefusal(again, member(1), CHARTER, CLOSES), Reason.WRONG_STATE);
    GeneralMeeting counting = cast(open, CHARTER, "+", "+", "+").close(CHARTER, CLOSES);
    assertThat(list(counting, late, CLOSES).meeting()).isInstanceOf(CountingMeeting.class);
    CountedMeeting counted = Fixtures.closed(
            open(ONE, 4, platform("\"minutes.signers\": [\"CHAIR\", \"SECRETARY\"]")),
            platform("\"minutes.signers\": [\"CHAIR\", \"SECRETARY\"]"),
            CLOSES,
            "+",
            "+",
            "+")
        .requireCounted();
    CountedMeeting with = list(counted, late, CLOSES).meeting().requireCounted();
    assertThat(with.tally().digest()).isNotEqualTo(counted.tally().digest());
    assertThat(with.snapshot().items()).isEqualTo(counted.snapshot().items());
    Charter both = platform("\"minutes.signers\": [\"CHAIR\", \"SECRETARY\"]");
    GeneralMeeting signed = with.sign(member(0), Fixtures.seal(with), both, CLOSES);
    assertRefused(
        () -> list(signed, ballot(open, member(2), "+"), CLOSES),
        "MINUTES_ALREADY_SIGNED account=" + member(0));
    GeneralMeeting held =
        signed.requireCounted().sign(member(1), Fixtures.seal(with), both, CLOSES);
    assertRefused(() -> list(held, late, CLOSES), Reason.WRONG_STATE);
  }
}
