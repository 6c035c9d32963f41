package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.plan;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.proxy.ProxyPaper;
import io.github.coopj.governance.proxy.ProxyPower;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ballots by proxy, on paper and with items left open. */
class BallotWaysTest {
  private static final Agenda TWO = agenda(ItemType.OTHER, ItemType.OTHER);
  private static final String REVOTE = "\"ballot.revote\": \"LAST_WINS\"";
  private static final Checksum256 SCAN = paper("scan");
  private static final Name SECRETARY = member(1);

  /** A meeting with what tables keep of its ballots, so that each test tells only what is cast. */
  private static final class Box {
    final Charter charter;
    final Map<Name, AcceptedBallot> last = new HashMap<>();
    final Map<Name, ProxyPower> powers = new HashMap<>();
    final Map<Name, ProxyVotes> votes = new HashMap<>();
    final List<Ballot> log = new ArrayList<>();
    final int roll;
    OpenMeeting open;

    Box(int roll, String... policy) {
      this.charter = platform(policy);
      this.roll = roll;
      this.open = open(TWO, roll, charter);
    }

    BallotStanding standing(Ballot ballot) {
      return new BallotStanding(
          account -> members(roll).contains(account),
          Optional.ofNullable(last.get(ballot.member())),
          false,
          Optional.ofNullable(powers.get(ballot.member())),
          Optional.ofNullable(votes.get(ballot.castBy())),
          Optional.empty());
    }

    Box power(Name principal, Name proxy) {
      ProxyPaper paper =
          new ProxyPaper(COOP, principal, proxy, 0, TimePointSec.of(NOW), TimePointSec.of(CLOSES));
      DocumentSignature signature =
          DocumentSignature.sign(key(principal), principal, paper.digest(), NOW);
      powers.put(
          principal,
          ProxyPower.register(1, paper, signature, Optional.empty(), KEYS, charter, NOW));
      return this;
    }

    Ballot own(Name member, String answers) {
      return ballot(open, member, answers);
    }

    Ballot byProxy(Name principal, Name proxy, String answers) {
      return own(principal, answers).byProxy(proxy, documentOf(principal));
    }

    Checksum256 documentOf(Name principal) {
      ProxyPower power = powers.get(principal);
      return power == null ? paper("no power") : power.snapshot().paper().digest();
    }

    Ballot onPaper(Name member, String answers) {
      return own(member, answers).entered(SECRETARY, SCAN);
    }

    void cast(Ballot ballot) {
      cast(CastBallot.electronic(ballot, Optional.empty()), OPENS);
    }

    void enter(Ballot ballot) {
      cast(CastBallot.paper(ballot), OPENS);
    }

    void cast(CastBallot cast, Instant at) {
      Accepted accepted = open.accept(cast, standing(cast.ballot()), charter, at);
      open = accepted.meeting();
      accepted.votes().ifPresent(given -> votes.put(given.proxy(), given));
      last.put(cast.ballot().member(), new AcceptedBallot(cast.ballot(), cast.way()));
      log.add(cast.ballot());
    }

    GeneralMeetingRecord count() {
      return Fixtures.counted(open.close(charter, CLOSES), charter, log).snapshot();
    }
  }

  @Test
  @Tag("BALLOT-09")
  void accept_proxy_countsOwnAndPrincipalsVotesOnceEach() {
    Box box =
        new Box(4, "\"proxy.max\": 2").power(member(2), member(0)).power(member(3), member(0));
    box.cast(box.own(member(0), "++"));
    box.cast(box.byProxy(member(2), member(0), "-+"));
    box.cast(box.byProxy(member(3), member(0), "-."));
    assertThat(box.open.snapshot().present()).isEqualTo(3);
    assertThat(box.votes.get(member(0)))
        .isEqualTo(new ProxyVotes(member(0), 1, List.of(member(2), member(3))));
    GeneralMeetingRecord counted = box.count();
    assertThat(counted.items())
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(tuple(1L, 2L, 0L), tuple(2L, 0L, 1L));
    Recount recount = Recount.of(counted, box.log);
    recount.requireSame();
    assertThat(recount.voters()).containsExactly(member(0), member(2), member(3));
  }

  @Test
  @Tag("BALLOT-09")
  void accept_proxy_neverForMorePrincipalsThanTheCharterAllows() {
    for (int max = 0; max <= 4; max++) {
      Box box = new Box(8, "\"proxy.max\": " + max);
      for (int principal = 1; principal <= 6; principal++) {
        if (max > 0) {
          box.power(member(principal), member(0));
        }
        Ballot ballot = box.byProxy(member(principal), member(0), "++");
        GeneralMeetingRecord before = box.open.snapshot();
        if (principal <= max) {
          box.cast(ballot);
        } else {
          assertRefused(
              () -> box.cast(ballot),
              max == 0
                  ? "BALLOT_OTHER_MEMBER account=" + member(0) + " expected=" + member(principal)
                  : "PROXY_LIMIT account=" + member(0) + " principals=" + (max + 1) + " max="
                      + max);
          assertThat(box.open.snapshot()).isEqualTo(before);
        }
      }
      assertThat(box.open.snapshot().present()).isEqualTo(max);
    }
  }

  @Test
  @Tag("BALLOT-09")
  void accept_proxy_principalDoesNotVoteBeside_norTheProxyAfterHim() {
    for (String revote : List.of("\"ballot.revote\": \"FORBID\"", REVOTE)) {
      Box box = new Box(4, "\"proxy.max\": 1", revote).power(member(2), member(0));
      box.cast(box.byProxy(member(2), member(0), "++"));
      Ballot beside = box.own(member(2), "--");
      assertRefused(
          () -> box.cast(beside),
          "BALLOT_CAST_OTHERWISE account=" + member(2) + " way=PROXY castBy=" + member(0));
      Box other = new Box(4, "\"proxy.max\": 1", revote).power(member(2), member(0));
      other.cast(other.own(member(2), "--"));
      Ballot after = other.byProxy(member(2), member(0), "++");
      assertRefused(
          () -> other.cast(after),
          "BALLOT_CAST_OTHERWISE account=" + member(2) + " way=OWN castBy=" + member(2));
      assertThat(other.votes).as("a refused ballot takes no place").isEmpty();
    }
  }

  @Test
  @Tag("BALLOT-09")
  @Tag("BALLOT-08")
  void accept_proxy_replacesHisOwnBallotOnly_whereTheCharterAllows() {
    Box stands = new Box(4, "\"proxy.max\": 1").power(member(2), member(0));
    stands.cast(stands.byProxy(member(2), member(0), "++"));
    Ballot again = stands.byProxy(member(2), member(0), "--");
    assertRefused(() -> stands.cast(again), Reason.BALLOT_ALREADY_CAST);
    Box last = new Box(4, "\"proxy.max\": 1", REVOTE).power(member(2), member(0));
    last.cast(last.byProxy(member(2), member(0), "++"));
    last.cast(last.byProxy(member(2), member(0), "-+"));
    last.cast(last.own(member(0), "++"));
    last.cast(last.own(member(1), "++"));
    assertThat(last.open.snapshot().present()).isEqualTo(3);
    assertThat(last.count().items())
        .extracting(ItemRecord::votesFor, ItemRecord::against)
        .containsExactly(tuple(2L, 1L), tuple(3L, 0L));
    last.power(member(2), member(3));
    Ballot byAnother = last.byProxy(member(2), member(3), "--");
    assertRefused(() -> last.cast(byAnother), Reason.BALLOT_CAST_OTHERWISE);
  }

  @Test
  @Tag("BALLOT-09")
  void accept_proxy_refuses_forgedExpiredForeignAndPassedOnPowers() {
    Box box =
        new Box(5, "\"proxy.max\": 3").power(member(2), member(0)).power(member(0), member(3));
    Ballot unknown = box.byProxy(member(4), member(0), "++");
    assertRefused(
        () -> box.cast(unknown),
        "PROXY_UNKNOWN account=" + member(4) + " document=" + paper("no power"));
    Ballot forged = box.own(member(2), "++").byProxy(member(0), paper("forged"));
    assertRefused(() -> box.cast(forged), Reason.PROXY_UNKNOWN);
    Ballot bare = box.own(member(2), "++").byProxy(member(0), Checksum256.ZERO);
    assertRefused(() -> box.cast(bare), Reason.PROXY_UNKNOWN);
    Ballot passedOn = box.byProxy(member(2), member(3), "++");
    assertRefused(
        () -> box.cast(passedOn),
        "PROXY_OF_ANOTHER account=" + member(3) + " expected=" + member(0));
    Ballot withOtherPaper = box.own(member(2), "++").byProxy(member(3), box.documentOf(member(0)));
    assertRefused(() -> box.cast(withOtherPaper), Reason.PROXY_UNKNOWN);
    ProxyPower ofTwo = Objects.requireNonNull(box.powers.get(member(2)));
    box.powers.put(member(4), ofTwo);
    Ballot ofAnother = box.byProxy(member(4), member(0), "++");
    assertRefused(() -> box.cast(ofAnother), Reason.PROXY_UNKNOWN);
    box.powers.put(member(2), ofTwo.revoke(member(2), NOW));
    Ballot revoked = box.byProxy(member(2), member(0), "++");
    assertRefused(() -> box.cast(revoked), Reason.PROXY_REVOKED);
    box.cast(box.byProxy(member(0), member(3), "++"));
    assertThat(box.open.snapshot().present()).isEqualTo(1);
  }

  @Test
  @Tag("BALLOT-09")
  void accept_proxy_onlyWhileThePowerLasts() {
    Box box = new Box(4, "\"proxy.max\": 1");
    ProxyPaper paper = new ProxyPaper(
        COOP,
        member(2),
        member(0),
        7,
        TimePointSec.of(OPENS.plusSeconds(10)),
        TimePointSec.of(OPENS.plusSeconds(20)));
    DocumentSignature signature =
        DocumentSignature.sign(key(member(2)), member(2), paper.digest(), NOW);
    box.powers.put(
        member(2),
        ProxyPower.register(1, paper, signature, Optional.empty(), KEYS, box.charter, NOW));
    CastBallot cast =
        CastBallot.electronic(box.byProxy(member(2), member(0), "++"), Optional.empty());
    assertRefused(() -> box.cast(cast, OPENS.plusSeconds(9)), Reason.PROXY_NOT_VALID);
    assertRefused(() -> box.cast(cast, OPENS.plusSeconds(20)), Reason.PROXY_NOT_VALID);
    BallotStanding standing = box.standing(cast.ballot());
    for (long second : new long[] {10, 19}) {
      Instant at = OPENS.plusSeconds(second);
      assertThat(box.open
              .accept(cast, standing, box.charter, at)
              .meeting()
              .snapshot()
              .present())
          .isEqualTo(1);
    }
  }

  @Test
  @Tag("BALLOT-09")
  void accept_proxy_bothAreOnTheRoll() {
    Box box =
        new Box(4, "\"proxy.max\": 1").power(member(9), member(0)).power(member(2), member(8));
    Ballot ofLeaver = box.byProxy(member(9), member(0), "++");
    assertRefused(() -> box.cast(ofLeaver), "NOT_ON_ROLL account=" + member(9) + " meeting=7");
    Ballot byStranger = box.byProxy(member(2), member(8), "++");
    assertRefused(() -> box.cast(byStranger), "NOT_ON_ROLL account=" + member(8) + " meeting=7");
  }

  @Test
  @Tag("BALLOT-09")
  void accept_proxy_neverAtAMeetingOfRepresentatives_norForSecretItems() {
    Charter charter = platform("\"proxy.max\": 1");
    DraftMeeting draft = plan(
            MeetingBody.REPRESENTATIVES,
            MeetingKind.EXTRAORDINARY,
            member(0),
            member(1),
            OPENS,
            CLOSES)
        .draft(7, TWO, charter, NOW);
    Box box = new Box(4, "\"proxy.max\": 1").power(member(2), member(0));
    OpenMeeting representatives = Fixtures.notifyEach(
            Fixtures.convene(draft, TWO, members(4), charter), charter, NOW)
        .open(charter, OPENS);
    CastBallot cast =
        CastBallot.electronic(box.byProxy(member(2), member(0), "++"), Optional.empty());
    BallotStanding standing = box.standing(cast.ballot());
    assertRefused(
        () -> representatives.accept(cast, standing, charter, OPENS),
        "PROXY_AT_OTHER_BODY meeting=7 body=REPRESENTATIVES");
    Ballot plain = cast.ballot();
    Ballot secret = new Ballot(
        COOP,
        7,
        1,
        1,
        member(2),
        member(0),
        plain.proxyDocument(),
        plain.answers(),
        paper("secret part"));
    assertRefused(
        () -> box.cast(secret),
        "BALLOT_SECRET_FOR_ANOTHER account=" + member(2) + " castBy=" + member(0));
  }

  @Test
  @Tag("BALLOT-02")
  void accept_paper_isTalliedLikeAnElectronicBallot() {
    for (int onPaper = 0; onPaper < 16; onPaper++) {
      Box box = new Box(4);
      String[] answers = {"++", "+.", "-+", "--"};
      for (int i = 0; i < 4; i++) {
        if ((onPaper & (1 << i)) != 0 && i != 1) {
          box.enter(box.onPaper(member(i), answers[i]));
        } else {
          box.cast(box.own(member(i), answers[i]));
        }
      }
      GeneralMeetingRecord counted = box.count();
      assertThat(counted.present()).isEqualTo(4);
      assertThat(counted.items())
          .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
          .containsExactly(tuple(2L, 2L, 0L), tuple(2L, 1L, 1L));
      Recount.of(counted, box.log).requireSame();
    }
  }

  @Test
  @Tag("BALLOT-02")
  void accept_paperAndElectronic_neverBoth_theFirstStands() {
    for (String revote : List.of("\"ballot.revote\": \"FORBID\"", REVOTE)) {
      Box box = new Box(4, revote);
      box.enter(box.onPaper(member(2), "++"));
      Ballot electronic = box.own(member(2), "--");
      assertRefused(
          () -> box.cast(electronic),
          "BALLOT_CAST_OTHERWISE account=" + member(2) + " way=PAPER castBy=" + SECRETARY);
      Ballot paperAgain = box.onPaper(member(2), "--");
      assertRefused(
          () -> box.enter(paperAgain), "BALLOT_ALREADY_CAST account=" + member(2) + " cycle=1");
      box.cast(box.own(member(3), "++"));
      Ballot paperAfter = box.onPaper(member(3), "--");
      assertRefused(
          () -> box.enter(paperAfter),
          "BALLOT_CAST_OTHERWISE account=" + member(3) + " way=OWN castBy=" + member(3));
      assertThat(box.open.snapshot().present()).isEqualTo(2);
      assertThat(box.open.snapshot().ballots().size()).isEqualTo(2);
    }
  }

  @Test
  @Tag("BALLOT-02")
  void accept_paper_onlyFromTheSecretary_withAScan_andInTime() {
    Box box = new Box(4);
    for (Name other : List.of(member(0), member(2), member(3))) {
      Ballot byOther = box.own(member(2), "++").entered(other, SCAN);
      assertRefused(
          () -> box.enter(byOther),
          "NOT_THE_SECRETARY account=" + other + " secretary=" + SECRETARY);
    }
    Ballot bare = box.own(member(2), "++").entered(SECRETARY, Checksum256.ZERO);
    assertRefused(() -> box.enter(bare), "PAPER_NEEDS_SCAN account=" + member(2));
    Ballot ofHisOwn = box.onPaper(SECRETARY, "++");
    assertRefused(() -> box.enter(ofHisOwn), "PAPER_OF_SECRETARY account=" + SECRETARY);
    Ballot ofStranger = box.onPaper(member(9), "++");
    assertRefused(() -> box.enter(ofStranger), Reason.NOT_ON_ROLL);
    Ballot asProxy = box.onPaper(member(2), "++");
    assertRefused(() -> box.cast(asProxy), Reason.BALLOT_OTHER_MEMBER);
    CastBallot good = CastBallot.paper(box.onPaper(member(2), "++"));
    assertRefused(() -> box.cast(good, CLOSES), Reason.BALLOT_LATE);
    assertRefused(() -> box.cast(good, OPENS.minusSeconds(1)), Reason.MEETING_TOO_EARLY);
    box.cast(good, CLOSES.minusSeconds(1));
    assertThat(box.open.snapshot().present()).isEqualTo(1);
  }

  @Test
  @Tag("BALLOT-02")
  void digest_ofAPaperBallot_holdsTheScan() {
    Box box = new Box(4);
    Ballot own = box.own(member(2), "++");
    assertThat(own.entered(SECRETARY, SCAN).digest())
        .isNotEqualTo(own.digest())
        .isNotEqualTo(own.entered(SECRETARY, paper("another scan")).digest())
        .isNotEqualTo(own.entered(member(0), SCAN).digest());
  }

  @Test
  @Tag("BALLOT-04")
  void accept_partialBallot_isBlankAndPresent_exceptWhereTheCharterAsksForAll() {
    List<String> all = new ArrayList<>();
    for (char first : "+-.".toCharArray()) {
      for (char second : "+-.".toCharArray()) {
        all.add("" + first + second);
      }
    }
    Charter strict = platform("\"ballot.requireAll\": true");
    for (String answers : all) {
      Box box = new Box(4);
      box.cast(box.own(member(0), answers));
      box.cast(box.own(member(1), "++"));
      box.cast(box.own(member(2), "++"));
      GeneralMeetingRecord counted = box.count();
      assertThat(counted.present()).as(answers).isEqualTo(3);
      for (int item = 0; item < 2; item++) {
        assertThat(counted.items().get(item).blank())
            .as(answers)
            .isEqualTo(answers.charAt(item) == '.' ? 1 : 0);
      }
      Box whole = new Box(4, "\"ballot.requireAll\": true");
      Ballot ballot = whole.own(member(0), answers);
      int open = answers.indexOf('.');
      if (open < 0) {
        whole.cast(ballot);
        assertThat(whole.open.snapshot().present()).isEqualTo(1);
      } else {
        assertRefused(() -> whole.cast(ballot), "ITEM_UNANSWERED item=" + (open + 1));
        assertThat(whole.open.snapshot().present()).isZero();
        Ballot entered = whole.onPaper(member(0), answers);
        assertRefused(() -> whole.enter(entered), Reason.ITEM_UNANSWERED);
      }
    }
    assertThat(strict.ballots().requireAll()).isTrue();
    assertThat(platform().ballots().requireAll()).isFalse();
  }
}
