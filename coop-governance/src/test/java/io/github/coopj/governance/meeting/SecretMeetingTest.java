package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.charter.SecretPolicy;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.secret.BallotSealer;
import io.github.coopj.governance.secret.CeremonyPlan;
import io.github.coopj.governance.secret.CommittingCeremony;
import io.github.coopj.governance.secret.DecryptionShare;
import io.github.coopj.governance.secret.KeyCeremony;
import io.github.coopj.governance.secret.OptionCounts;
import io.github.coopj.governance.secret.PublicRecord;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;
import io.github.coopj.governance.secret.Trustee;
import io.github.coopj.governance.secret.VoidCeremony;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("MEET-13")
class SecretMeetingTest {
  private static final Charter PLATFORM = platform();
  private static final Charter LAST_WINS = platform(
      "\"ballot.revote\": \"LAST_WINS\"",
      "\"ballot.options\": [\"FOR\", \"AGAINST\", \"ABSTAIN\"]");

  /** One open item, one secret one. */
  private static final Agenda MIXED =
      new Agenda(1, List.of(Fixtures.item(1), Fixtures.item(2, ItemType.OTHER).inSecret()));

  /** A meeting with its trustees and the ballots cast so far. */
  private static final class Vote {
    final Charter charter;
    final ConvenedMeeting convened;
    final Trustees trustees;
    final ReadyCeremony ceremony;
    final SecretElection election;
    final List<StoredBallot> log = new ArrayList<>();
    OpenMeeting open;

    Vote(Agenda agenda, int members, Charter charter, long seed) {
      this.charter = charter;
      this.convened = Fixtures.notifyEach(
          Fixtures.convene(
              Fixtures.draft(agenda, charter), agenda, Fixtures.members(members), charter),
          charter,
          NOW);
      this.trustees = new Trustees(convened, seed);
      this.ceremony = trustees.ready(convened, charter);
      this.election = convened.election(Optional.of(ceremony), charter).orElseThrow();
      this.open = convened.open(Optional.of(ceremony), charter, OPENS);
    }

    SecretBallot seal(Name voter, Map<Integer, AnswerOption> answers) {
      return BallotSealer.seal(election, voter, answers, trustees.chance);
    }

    /** Casts a ballot with one character per item, as {@link Fixtures#ballot} reads them. */
    void cast(int voter, String answers) {
      Name member = member(voter);
      Map<Integer, AnswerOption> sealed = new HashMap<>();
      StringBuilder plain = new StringBuilder(answers);
      for (ItemRecord item : open.snapshot().items()) {
        int place = item.number() - 1;
        if (item.secret()) {
          switch (answers.charAt(place)) {
            case '+' -> sealed.put(item.number(), AnswerOption.FOR);
            case '-' -> sealed.put(item.number(), AnswerOption.AGAINST);
            case '0' -> sealed.put(item.number(), AnswerOption.ABSTAIN);
            default -> {
              // blank
            }
          }
          plain.setCharAt(place, '.');
        }
      }
      SecretBallot secret = seal(member, sealed);
      Ballot ballot = ballot(open, member, plain.toString()).with(secret);
      boolean voted =
          log.stream().anyMatch(each -> each.signed().ballot().member().equals(member));
      open = open.accept(
          ballot,
          Optional.of(new SecretPart(election, secret)),
          true,
          voted,
          false,
          charter,
          OPENS);
      DocumentSignature signature =
          DocumentSignature.sign(Fixtures.key(member), member, ballot.digest(), OPENS);
      log.add(new StoredBallot(new SignedBallot(ballot, signature), Optional.of(secret)));
    }

    List<Ballot> ballots() {
      return log.stream().map(each -> each.signed().ballot()).toList();
    }

    CountingMeeting close() {
      return open.close(charter, CLOSES).requireCounting();
    }

    List<LoggedBallot> logged() {
      List<LoggedBallot> logged = new ArrayList<>();
      for (LoggedBallot each : Fixtures.logged(ballots())) {
        logged.add(new LoggedBallot(
            each.number(), each.ballot(), each.last(), log.get(logged.size()).secret()));
      }
      return logged;
    }

    CountingMeeting counted() {
      return close().count(logged(), Optional.of(election), charter, CLOSES).requireCounting();
    }

    GeneralMeeting decrypted(int... deciding) {
      GeneralMeeting meeting = counted();
      for (int trustee : deciding) {
        CountingMeeting counting = meeting.requireCounting();
        meeting = GeneralMeeting.restore(counting
            .decrypt(trustees.share(trustee, election, counting), election, charter, CLOSES)
            .snapshot());
      }
      return meeting;
    }

    PublicRecord published(GeneralMeeting meeting) {
      return SecretRecount.published(
          meeting.snapshot(),
          election.content(),
          ceremony.snapshot(),
          Fixtures.members((int) meeting.snapshot().eligible()).stream()
              .sorted()
              .toList(),
          log);
    }
  }

  private static Vote four() {
    Vote vote = new Vote(MIXED, 4, PLATFORM, 1);
    vote.cast(0, "++");
    vote.cast(1, "-+");
    vote.cast(2, "+-");
    vote.cast(3, "..");
    return vote;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @Tag("MEET-03")
  @Tag("TALLY-04")
  void elections_giveTheSame_inSecretAsInTheOpen(long seed) {
    Random random = new Random(seed);
    List<AgendaItem> items = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      items.add(new AgendaItem(
          i,
          ItemType.ELECTION_COUNCIL,
          "Выборы",
          "Избрать",
          List.of(member(3 + i)),
          2,
          Checksum256.ZERO));
    }
    List<AgendaItem> secret = items.stream().map(AgendaItem::inSecret).toList();
    Vote vote = new Vote(new Agenda(1, secret), 7, LAST_WINS, seed);
    OpenMeeting open = Fixtures.open(new Agenda(1, items), 7, LAST_WINS);
    List<Ballot> inTheOpen = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String answers = "";
      for (int item = 0; item < 3; item++) {
        answers += "++-.0".charAt(random.nextInt(5));
      }
      int voter = i < 6 ? i : random.nextInt(6);
      vote.cast(voter, answers);
      Ballot ballot = ballot(open, member(voter), answers);
      open = open.accept(ballot, true, i >= 6, false, LAST_WINS, OPENS);
      inTheOpen.add(ballot);
    }
    GeneralMeetingRecord expected = Fixtures.counted(
            open.close(LAST_WINS, CLOSES), LAST_WINS, inTheOpen)
        .requireCounted()
        .snapshot();
    GeneralMeetingRecord counted = vote.decrypted((int) seed % 3 + 1, (int) (seed + 1) % 3 + 1)
        .requireCounted()
        .snapshot();
    for (int i = 0; i < 3; i++) {
      assertThat(counted.items().get(i))
          .usingRecursiveComparison()
          .ignoringFields("secret")
          .isEqualTo(expected.items().get(i));
    }
    assertThat(counted.chair()).isEqualTo(expected.chair());
  }

  @Test
  @Tag("TALLY-01")
  void figuresOfSecretItems_areKnownOnlyOnceEnoughTrusteesHaveDecrypted() {
    Vote vote = four();
    assertThat(vote.open.snapshot().secret().sums()).isEmpty();
    CountingMeeting counted = vote.counted();
    assertThat(counted.snapshot().items().get(0).votesFor()).isEqualTo(2);
    assertThat(counted.snapshot().items().get(1).votes()).isZero();
    for (int first = 1; first <= 3; first++) {
      CountingMeeting one = counted
          .decrypt(
              vote.trustees.share(first, vote.election, counted), vote.election, PLATFORM, CLOSES)
          .requireCounting();
      assertThat(one.snapshot().items().get(1).votes()).isZero();
      for (int second = 1; second <= 3; second++) {
        DecryptionShare share = vote.trustees.share(second, vote.election, one);
        if (second == first) {
          assertRefused(
              () -> one.decrypt(share, vote.election, PLATFORM, CLOSES),
              "SECRET_PART_TWICE trustee=" + first + " part=decryption");
        } else {
          assertThat(one.decrypt(share, vote.election, PLATFORM, CLOSES)
                  .requireCounted()
                  .snapshot()
                  .items()
                  .get(1))
              .extracting(
                  ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank, ItemRecord::outcome)
              .containsExactly(2L, 1L, 1L, ItemOutcome.REJECTED);
        }
      }
    }
  }

  @Test
  @Tag("TALLY-01")
  void decrypt_refusesBeforeAllAreCounted_andAWrongShare() {
    Vote vote = four();
    CountingMeeting counted = vote.counted();
    DecryptionShare share = vote.trustees.share(1, vote.election, counted);
    CountingMeeting begun = vote.close()
        .count(vote.logged().subList(0, 3), Optional.of(vote.election), PLATFORM, CLOSES)
        .requireCounting();
    assertRefused(
        () -> begun.decrypt(share, vote.election, PLATFORM, CLOSES),
        "COUNT_INCOMPLETE counted=3 ballots=4");
    assertRefused(
        () ->
            counted.decrypt(new DecryptionShare(2, share.parts()), vote.election, PLATFORM, CLOSES),
        "SECRET_SHARE_INVALID trustee=2 part=decryption");
    Vote other = new Vote(MIXED, 4, PLATFORM, 2);
    assertRefused(
        () -> counted.decrypt(share, other.election, PLATFORM, CLOSES),
        Reason.SECRET_OTHER_ELECTION);
    assertRefused(
        () -> vote.close().count(vote.logged(), Optional.of(other.election), PLATFORM, CLOSES),
        Reason.SECRET_OTHER_ELECTION);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> vote.close().count(vote.logged(), PLATFORM, CLOSES))
        .withMessage("secret items are counted with their election");
    List<LoggedBallot> without = Fixtures.logged(vote.ballots());
    assertRefused(
        () -> vote.close().count(without, Optional.of(vote.election), PLATFORM, CLOSES),
        Reason.SECRET_PART_MISMATCH);
  }

  @Test
  void withoutAQuorum_nothingIsEverSummedOrDecrypted() {
    Vote vote = new Vote(MIXED, 4, PLATFORM, 3);
    vote.cast(0, "++");
    QuorumMissed missed = vote.open.close(PLATFORM, CLOSES).requireQuorumMissed();
    assertThat(missed.snapshot().secret().sums()).isEmpty();
    Instant again = CLOSES.plusSeconds(11 * 86_400);
    ConvenedMeeting second =
        Fixtures.repeat(missed, again, again.plusSeconds(3_600), PLATFORM, CLOSES);
    assertThat(second.snapshot().secret()).isEqualTo(SecretCount.NONE);
    OpenMeeting open = Fixtures.notifyEach(second, PLATFORM, CLOSES)
        .open(Optional.of(vote.ceremony), PLATFORM, again);
    SecretElection next = second.election(Optional.of(vote.ceremony), PLATFORM).orElseThrow();
    assertThat(open.snapshot().secret().election()).isEqualTo(next.digest());
    SecretBallot old = vote.seal(member(1), Map.of(2, AnswerOption.FOR));
    Ballot ballot = ballot(open, member(1), "+.").with(old);
    assertRefused(
        () -> open.accept(
            ballot, Optional.of(new SecretPart(next, old)), true, false, false, PLATFORM, again),
        Reason.SECRET_OTHER_ELECTION);
    assertRefused(
        () -> open.accept(
            ballot,
            Optional.of(new SecretPart(vote.election, old)),
            true,
            false,
            false,
            PLATFORM,
            again),
        Reason.SECRET_OTHER_ELECTION);
  }

  @Test
  void open_withSecretItems_needsTheirKey() {
    Vote vote = new Vote(MIXED, 4, PLATFORM, 4);
    assertRefused(() -> vote.convened.open(PLATFORM, OPENS), "SECRET_KEYS_MISSING meeting=7");
    GeneralMeetingRecord other = Fixtures.plan(
            MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, CLOSES)
        .draft(8, MIXED, PLATFORM, NOW)
        .snapshot();
    ConvenedMeeting eighth = Fixtures.notifyEach(
        Fixtures.convene(
            GeneralMeeting.restore(other).requireDraft(), MIXED, Fixtures.members(4), PLATFORM),
        PLATFORM,
        NOW);
    assertRefused(
        () -> eighth.open(Optional.of(vote.ceremony), PLATFORM, OPENS),
        "SECRET_KEYS_MISSING meeting=8");
    ConvenedMeeting plain = Fixtures.notifyEach(
        Fixtures.convene(
            Fixtures.draft(Fixtures.agenda(ItemType.OTHER), PLATFORM),
            Fixtures.members(4),
            PLATFORM),
        PLATFORM,
        NOW);
    assertThat(plain.election(Optional.of(vote.ceremony), PLATFORM)).isEmpty();
    assertThat(
            plain.open(Optional.of(vote.ceremony), PLATFORM, OPENS).snapshot().secret())
        .isEqualTo(SecretCount.NONE);
  }

  @Test
  void accept_refusesASecretPart_thatIsNotTheOneNamed_orNotTheMembers() {
    Vote vote = new Vote(MIXED, 4, PLATFORM, 5);
    OpenMeeting open = vote.open;
    Name voter = member(0);
    SecretBallot part = vote.seal(voter, Map.of(2, AnswerOption.FOR));
    Ballot plain = ballot(open, voter, "+.");
    assertRefused(
        () -> open.accept(ballot(open, voter, "++"), true, false, false, PLATFORM, OPENS),
        "SECRET_ITEM_OPEN item=2");
    assertRefused(
        () -> open.accept(plain.with(part), true, false, false, PLATFORM, OPENS),
        "SECRET_PART_MISMATCH account=" + voter);
    assertRefused(() -> accept(vote, plain, part), "SECRET_PART_MISMATCH account=" + voter);
    SecretBallot foreign = vote.seal(member(1), Map.of(2, AnswerOption.FOR));
    assertRefused(() -> accept(vote, plain.with(foreign), foreign), Reason.BALLOT_OTHER_MEMBER);
    SecretBallot forged = new SecretBallot(part.election(), voter, foreign.items());
    assertRefused(() -> accept(vote, plain.with(forged), forged), Reason.SECRET_PROOF_INVALID);
    OpenMeeting openOnly = Fixtures.open(Fixtures.agenda(ItemType.OTHER), 4, PLATFORM);
    assertRefused(
        () -> openOnly.accept(
            ballot(openOnly, voter, "+").with(part),
            Optional.of(new SecretPart(vote.election, part)),
            true,
            false,
            false,
            PLATFORM,
            OPENS),
        Reason.SECRET_OTHER_ELECTION);
    assertThat(open.ballotFor(voter, PLATFORM).items()).containsExactly(1);
    OpenMeeting blank = open.accept(plain, true, false, false, PLATFORM, OPENS);
    assertThat(blank.snapshot().present())
        .as("who leaves the secret items out is present")
        .isEqualTo(1);
    assertThat(accept(vote, plain.with(part), part).snapshot().present()).isEqualTo(1);
  }

  private static OpenMeeting accept(Vote vote, Ballot ballot, SecretBallot part) {
    return vote.open.accept(
        ballot,
        Optional.of(new SecretPart(vote.election, part)),
        true,
        false,
        false,
        PLATFORM,
        OPENS);
  }

  @Test
  void accept_refusesABallotCastByAnother() {
    OpenMeeting open = Fixtures.open(Fixtures.agenda(ItemType.OTHER), 4, PLATFORM);
    Ballot own = ballot(open, member(0), "+");
    Ballot byAnother = new Ballot(
        own.cooperative(),
        7,
        1,
        1,
        member(0),
        member(1),
        paper("proxy"),
        own.answers(),
        Checksum256.ZERO);
    assertRefused(
        () -> open.accept(byAnother, true, false, false, PLATFORM, OPENS),
        "BALLOT_OTHER_MEMBER account=" + member(1) + " expected=" + member(0));
  }

  @Test
  @Tag("MEET-26")
  @Tag("TALLY-02")
  void minutes_needTheSecretItemsCountedAgain_fromWhatIsPublished() {
    Vote vote = four();
    GeneralMeetingRecord row = vote.decrypted(3, 1).snapshot();
    CountedMeeting counted = GeneralMeeting.restore(row).requireCounted();
    PublicRecord published = vote.published(counted);
    MinutesNotes notes = new MinutesNotes("Москва", List.of(member(3)), List.of(), List.of());
    assertRefused(
        () -> Minutes.draw(counted, MIXED, PLATFORM, notes, vote.ballots()),
        "MINUTES_INCOMPLETE field=\"recount of the secret items\"");
    SecretRecount recount = SecretRecount.of(row, published, Fixtures.KEYS);
    Minutes minutes =
        Minutes.draw(counted, MIXED, PLATFORM, notes, vote.ballots(), Optional.of(recount));
    assertThat(minutes.tally().items().get(1).votesFor()).isEqualTo(2);
    String page = MinutesHtml.render(minutes, Locale.forLanguageTag("ru"));
    assertThat(page.split("<p>Тайное голосование</p>", -1))
        .as("the secret items are marked, and no other")
        .hasSize(1 + (int) MIXED.items().stream().filter(AgendaItem::secret).count());
    assertRefused(
        () -> SecretRecount.of(row, published, (account, key, at) -> false),
        Reason.MINUTES_MISMATCH);
    MeetingEdit edit = new MeetingEdit(row);
    edit.items = List.of(
        row.items().get(0), row.items().get(1).counted(1, 2, 0, 1).with(ItemOutcome.REJECTED));
    GeneralMeetingRecord untrue = edit.toRecord(MeetingStatus.COUNTED);
    assertRefused(
        () -> SecretRecount.of(untrue, published, Fixtures.KEYS), Reason.MINUTES_MISMATCH);
    assertRefused(
        () ->
            SecretRecount.of(untrue, vote.published(GeneralMeeting.restore(untrue)), Fixtures.KEYS),
        Reason.MINUTES_MISMATCH);
    assertRefused(
        () -> Minutes.draw(
            GeneralMeeting.restore(untrue).requireCounted(),
            MIXED,
            PLATFORM,
            notes,
            vote.ballots(),
            Optional.of(recount)),
        Reason.MINUTES_MISMATCH);
    assertThat(published.results()).containsExactly(new OptionCounts(2, 2, 1, 0, 1));
  }

  @Test
  void giveUpSecret_letsTheOpenItemsStand_onceTheTrusteesHaveHadTheirTime() {
    Vote vote = four();
    GeneralMeeting one = vote.decrypted(1);
    Instant last = CLOSES.plusSeconds(PLATFORM.secret().decryptDays() * 86_400L);
    assertRefused(
        () -> vote.close().giveUpSecret(PLATFORM, last), "COUNT_INCOMPLETE counted=0 ballots=4");
    assertRefused(
        () -> one.requireCounting().giveUpSecret(PLATFORM, last.minusSeconds(1)),
        Reason.MEETING_TOO_EARLY);
    for (GeneralMeeting counting : List.of(one, vote.counted())) {
      CountedMeeting counted = counting.requireCounting().giveUpSecret(PLATFORM, last);
      assertThat(GeneralMeeting.restore(counted.snapshot())).isEqualTo(counted);
      assertThat(counted.snapshot().items())
          .extracting(ItemRecord::outcome)
          .containsExactly(ItemOutcome.REJECTED, ItemOutcome.NOT_COUNTED);
      assertThat(counted.snapshot().items().get(1).votes()).isZero();
      Minutes minutes = Minutes.draw(
          counted,
          MIXED,
          PLATFORM,
          new MinutesNotes("Москва", List.of(member(3)), List.of(), List.of()),
          vote.ballots());
      assertThat(MinutesHtml.render(minutes, Locale.forLanguageTag("ru")))
          .contains("хранители ключа не расшифровали");
    }
    MeetingEdit edit = new MeetingEdit(vote.decrypted(1, 2).snapshot());
    edit.items = edit.items.stream()
        .map(item -> item.counted(0, 0, 0, 0).with(ItemOutcome.NOT_COUNTED))
        .toList();
    assertThatExceptionOfType(InvalidValueException.class)
        .as("an open item is always counted")
        .isThrownBy(() -> GeneralMeeting.restore(edit.toRecord(MeetingStatus.COUNTED)));
  }

  @Test
  @Tag("TALLY-04")
  void giveUpSecret_leavesTheSeatsOfASecretElectionVacant() {
    AgendaItem candidate =
        new AgendaItem(1, ItemType.ELECTION_COUNCIL, "Выборы", "Избрать", List.of(member(0)));
    Vote vote = new Vote(new Agenda(1, List.of(candidate.inSecret())), 4, PLATFORM, 8);
    for (int voter = 0; voter < 4; voter++) {
      vote.cast(voter, "+");
    }
    CountedMeeting counted = vote.counted().giveUpSecret(PLATFORM, CLOSES.plusSeconds(3 * 86_400L));
    assertThat(counted.snapshot().items().get(0).outcome()).isEqualTo(ItemOutcome.NOT_COUNTED);
    assertThat(SeatElection.of(
            counted.snapshot().items(), ItemType.ELECTION_COUNCIL, MeetingPolicy.Tie.RUN_OFF))
        .isEqualTo(new SeatElection(List.of(), List.of(), 0, 1));
  }

  @Test
  void paper_hasTheDigestOfTheBallot() {
    Vote vote = four();
    for (Ballot ballot : vote.ballots()) {
      assertThat(ballot.paper().digest()).isEqualTo(ballot.digest());
    }
    OpenMeeting open = Fixtures.open(
        Fixtures.agenda(ItemType.OTHER, ItemType.OTHER, ItemType.OTHER), 4, LAST_WINS);
    Ballot plain = ballot(open, member(0), "+-0");
    assertThat(plain.paper().digest()).isEqualTo(plain.digest());
  }

  @Test
  @Tag("MEET-13")
  void beginCeremony_afterAVoidOne_letsTheFirstAlternateTakeThePlace() {
    ConvenedMeeting meeting = new Vote(MIXED, 4, PLATFORM, 6).convened;
    CeremonyPlan three = Trustees.plan(meeting, 2, 1, 2, 3);
    CeremonyPlan first = new CeremonyPlan(
        three.cooperative(),
        7,
        1,
        2,
        three.endsAt(),
        three.trustees(),
        Trustees.plan(meeting, 2, 4, 5).trustees());
    VoidCeremony failed = begin(meeting, first, NOW).giveUp(OPENS.plusSeconds(1));
    CeremonyPlan next = failed.nextPlan(first.endsAt()).orElseThrow();
    assertThat(next.trustees())
        .extracting(Trustee::account)
        .containsExactly(member(4), member(2), member(3));
    assertThat(Trustees.begin(meeting, next, Optional.of(failed), PLATFORM, NOW)
            .snapshot()
            .plan())
        .isEqualTo(next);
    CeremonyPlan passedOver = new CeremonyPlan(
        next.cooperative(),
        7,
        2,
        2,
        next.endsAt(),
        Trustees.plan(meeting, 2, 5, 2, 3).trustees(),
        List.of());
    assertRefused(
        () -> Trustees.begin(meeting, passedOver, Optional.of(failed), PLATFORM, NOW),
        "ALTERNATE_PASSED_OVER account=" + member(4) + " expected=" + next.digest());
  }

  @Test
  @Tag("MEET-13")
  void secretPolicy_setsTrusteesThresholdAndDays() {
    Charter five =
        platform("\"secret.trustees\": 5, \"secret.threshold\": 3, \"secret.decryptDays\": 7");
    assertThat(five.secret()).isEqualTo(new SecretPolicy(5, 3, 7));
    assertThat(PLATFORM.secret()).isEqualTo(new SecretPolicy(3, 2, 3));
    ConvenedMeeting meeting =
        Fixtures.convene(Fixtures.draft(MIXED, five), MIXED, Fixtures.members(6), five);
    assertRefused(
        () -> Trustees.begin(
            meeting, Trustees.plan(meeting, 3, 1, 2, 3, 4), Optional.empty(), five, NOW),
        "TRUSTEES_TOO_FEW trustees=4 threshold=3");
    assertRefused(
        () -> Trustees.begin(
            meeting, Trustees.plan(meeting, 2, 1, 2, 3, 4, 5), Optional.empty(), five, NOW),
        "TRUSTEES_TOO_FEW trustees=5 threshold=2");
    CeremonyPlan enough = Trustees.plan(meeting, 3, 1, 2, 3, 4, 5);
    assertThat(Trustees.begin(meeting, enough, Optional.empty(), five, NOW)
            .snapshot()
            .plan())
        .isEqualTo(enough);
    for (String broken : List.of(
        "\"secret.trustees\": 2",
        "\"secret.trustees\": 33",
        "\"secret.threshold\": 1",
        "\"secret.threshold\": 4",
        "\"secret.decryptDays\": 0")) {
      assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> platform(broken));
    }
  }

  @Test
  void beginCeremony_refusesAPlanThatTheRulesDoNotAllow() {
    Vote vote = new Vote(MIXED, 4, PLATFORM, 6);
    ConvenedMeeting meeting = vote.convened;
    CeremonyPlan good = Trustees.plan(meeting, 2, 1, 2, 3);
    assertThat(begin(meeting, good, NOW).snapshot().plan()).isEqualTo(good);
    assertThat(begin(meeting, good, OPENS).snapshot().plan()).isEqualTo(good);
    assertRefused(() -> begin(meeting, good, OPENS.plusSeconds(1)), Reason.SECRET_CEREMONY_OVER);
    CeremonyPlan late = new CeremonyPlan(
        good.cooperative(),
        7,
        1,
        2,
        TimePointSec.of(OPENS.plusSeconds(1)),
        good.trustees(),
        List.of());
    assertRefused(() -> begin(meeting, late, NOW), Reason.SECRET_CEREMONY_OVER);
    assertRefused(
        () -> begin(meeting, Trustees.plan(meeting, 2, 1, 2), NOW),
        "TRUSTEES_TOO_FEW trustees=2 threshold=2");
    assertRefused(
        () -> begin(meeting, Trustees.plan(meeting, 1, 1, 2, 3), NOW),
        "TRUSTEES_TOO_FEW trustees=3 threshold=1");
    CeremonyPlan foreign =
        new CeremonyPlan(good.cooperative(), 8, 1, 2, good.endsAt(), good.trustees(), List.of());
    assertRefused(
        () -> begin(meeting, foreign, NOW),
        "SECRET_PLAN_OTHER_MEETING plan=coop#8 expected=coop#7");
    CeremonyPlan second =
        new CeremonyPlan(good.cooperative(), 7, 2, 2, good.endsAt(), good.trustees(), List.of());
    assertRefused(() -> begin(meeting, second, NOW), "SECRET_ATTEMPT attempt=2 expected=1");
    assertRefused(
        () -> Trustees.begin(meeting, second, Optional.of(vote.ceremony), PLATFORM, NOW),
        Reason.WRONG_STATE);
    KeyCeremony failed = begin(meeting, good, NOW).giveUp(OPENS.plusSeconds(1));
    assertRefused(
        () -> Trustees.begin(meeting, second, Optional.of(failed), PLATFORM, NOW),
        "TRUSTEE_FAILED account=" + member(1));
    CeremonyPlan others = new CeremonyPlan(
        good.cooperative(),
        7,
        2,
        2,
        good.endsAt(),
        Trustees.plan(meeting, 2, 4, 2, 3).trustees(),
        List.of());
    assertThat(Trustees.begin(meeting, others, Optional.of(failed), PLATFORM, NOW)
            .snapshot()
            .plan()
            .attempt())
        .isEqualTo(2);
    assertRefused(
        () -> meeting.beginCeremony(
            good,
            Optional.empty(),
            Fixtures.decision(QuestionType.OTHER, second.digest(), NOW),
            account -> true,
            Trustees.COUNCIL,
            PLATFORM,
            NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> meeting.beginCeremony(
            good,
            Optional.empty(),
            Fixtures.decision(QuestionType.OTHER, good.digest(), NOW),
            account -> false,
            Trustees.COUNCIL,
            PLATFORM,
            NOW),
        Reason.NOT_ON_ROLL);
  }

  private static CommittingCeremony begin(ConvenedMeeting meeting, CeremonyPlan plan, Instant now) {
    return Trustees.begin(meeting, plan, Optional.empty(), PLATFORM, now);
  }

  @Test
  void restore_ofEverySnapshot_givesTheSameState_afterTheBinaryForm() {
    Codec<GeneralMeetingRecord> codec = RecordCodec.of(GeneralMeetingRecord.class);
    Vote vote = four();
    for (GeneralMeeting state :
        List.of(vote.open, vote.close(), vote.counted(), vote.decrypted(2), vote.decrypted(2, 3))) {
      assertThat(GeneralMeeting.restore(codec.decode(codec.encode(state.snapshot()))))
          .isEqualTo(state)
          .hasSameClassAs(state);
      MeetingEdit edit = new MeetingEdit(state.snapshot());
      edit.secret = SecretCount.NONE;
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(
              () -> GeneralMeeting.restore(edit.toRecord(state.snapshot().status())));
    }
    assertThat(vote.counted().next(1)).as("all are counted").isEmpty();
    assertThat(vote.close().next(1_000)).hasSize(4);
  }

  @Test
  @Tag("TALLY-01")
  void runningTally_leavesSecretItemsOut_whateverTheCharterLets() {
    Vote vote = new Vote(MIXED, 4, platform("\"ballot.runningTally\": true"), 5);
    vote.cast(0, "++");
    vote.cast(1, "-+");
    assertThat(vote.open.runningTally(vote.logged(), vote.charter))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.number()).isEqualTo(1);
          assertThat(item.votesFor()).isEqualTo(1);
          assertThat(item.against()).isEqualTo(1);
        });
  }
}
