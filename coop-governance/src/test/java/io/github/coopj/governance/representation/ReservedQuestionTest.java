package io.github.coopj.governance.representation;

import static io.github.coopj.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.matter.Matter;
import io.github.coopj.governance.matter.Ruling;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.Sections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DMEET-08")
class ReservedQuestionTest {
  private static final Charter CHARTER = Fixtures.platform("\"delegates.reserved\": [\"UNION\"]");
  private static final Agenda UNION = Sections.question(ItemType.UNION, Fixtures.paper("union"));
  private static final Agenda POND = Sections.question(ItemType.OTHER, Fixtures.paper("pond"));
  private static final Instant NOW = Sections.NOW;
  private static final AssemblyMode DELEGATES =
      new AssemblyMode(MeetingBody.REPRESENTATIVES, Optional.empty(), Optional.empty());
  private static final AssemblyMode MEMBERS =
      new AssemblyMode(MeetingBody.MEMBERS, Optional.empty(), Optional.empty());

  private static ReservedCall call(Agenda agenda, Instant opens, Instant closes) {
    return new ReservedCall(
        Fixtures.COOP, 1, agenda.items().get(0), TimePointSec.of(opens), TimePointSec.of(closes));
  }

  private static AskedQuestion ask(ReservedCall call, AssemblyMode mode, long members) {
    return ReservedQuestion.ask(
        call,
        Fixtures.decision(QuestionType.CONVENE_MEETING, call.digest(), NOW),
        mode,
        members,
        CHARTER,
        NOW);
  }

  private static AskedQuestion asked(Instant opens, Instant closes, long members) {
    return ask(call(UNION, opens, closes), DELEGATES, members);
  }

  private static CompetentMeeting met(long id, long section, Agenda agenda, String... answers) {
    return Sections.closed(Sections.called(id, section, agenda, 3, CHARTER), 3, CHARTER, answers)
        .requireCompetent();
  }

  @Test
  void ask_refuses_whatRepresentativesDecide_orMembersInOneMeeting() {
    ReservedCall union = call(UNION, NOW, Sections.CLOSES);
    assertRefused(
        Reason.MODE_MISMATCH,
        "MODE_MISMATCH mode=MEMBERS body=REPRESENTATIVES",
        () -> ask(union, MEMBERS, 5));
    assertRefused(
        Reason.ITEM_NOT_RESERVED,
        "ITEM_NOT_RESERVED item=OTHER",
        () -> ask(call(POND, NOW, Sections.CLOSES), DELEGATES, 5));
    assertRefused(
        Reason.NO_MEMBERS_ON_ROLL, "NO_MEMBERS_ON_ROLL eligible=0", () -> ask(union, DELEGATES, 0));
    assertThat(ask(union, DELEGATES, 1).snapshot().askedAt()).isEqualTo(TimePointSec.of(NOW));
  }

  @Test
  void sum_countsTheLastMeetingOfEachSection_insideTheTime() {
    CompetentMeeting first = met(1, 1, UNION, "+", "+");
    CompetentMeeting again = met(2, 1, UNION, "+", "+", "-");
    CompetentMeeting other = met(3, 2, UNION, "+", "-", "-");
    CompetentMeeting pond = met(4, 3, POND, "+", "+", "+");
    List<CompetentMeeting> all = List.of(first, again, other, pond);
    AskedQuestion exact = asked(Sections.OPENS, Sections.CLOSES, 8);
    assertThat(exact.sum(all, CHARTER, Sections.CLOSES).requireDecided().result())
        .as("6 of 8 are three quarters, 3 of 6 no majority")
        .isEqualTo(new ReservedItem(6, 3, 8, true, false));
    assertThat(exact.sum(all, CHARTER, Sections.CLOSES).snapshot().counted())
        .containsExactly(2L, 3L);
    assertThat(asked(Sections.OPENS.plusSeconds(1), Sections.CLOSES.plusSeconds(9), 8)
            .sum(all, CHARTER, Sections.CLOSES.plusSeconds(9))
            .requireMissed()
            .snapshot()
            .counted())
        .as("opened a second too early")
        .isEmpty();
    assertThat(asked(Sections.OPENS, Sections.CLOSES.minusSeconds(1), 8)
            .sum(all, CHARTER, Sections.CLOSES)
            .requireMissed()
            .snapshot()
            .counted())
        .as("closed a second too late")
        .isEmpty();
  }

  @Test
  void sum_waitsForTheEnd_andRepeatsWithTheNextQuorum() {
    List<CompetentMeeting> meetings = List.of(met(1, 1, UNION, "+", "+", "-"));
    AskedQuestion question = asked(Sections.OPENS, Sections.CLOSES, 5);
    assertRefused(
        Reason.MEETING_TOO_EARLY,
        "MEETING_TOO_EARLY now=" + TimePointSec.of(Sections.CLOSES.minusSeconds(1)) + " from="
            + TimePointSec.of(Sections.CLOSES),
        () -> question.sum(meetings, CHARTER, Sections.CLOSES.minusSeconds(1)));
    MissedQuestion missed = question.sum(meetings, CHARTER, Sections.CLOSES).requireMissed();
    TimePointSec closed = TimePointSec.of(Sections.CLOSES);
    TimePointSec later = TimePointSec.of(Sections.CLOSES.plus(Duration.ofDays(20)));
    assertRefused(
        Reason.MEETING_TIMES_INVALID,
        "MEETING_TIMES_INVALID now=" + closed + " opensAt=" + TimePointSec.of(Sections.OPENS)
            + " closesAt=" + later,
        () -> missed.repeat(TimePointSec.of(Sections.OPENS), later, CHARTER, Sections.CLOSES));
    AskedQuestion next = missed.repeat(closed, later, CHARTER, Sections.CLOSES);
    assertThat(next.snapshot().cycle()).isEqualTo(2);
    assertThat(next.sum(List.of(), CHARTER, later.toInstant())
            .requireMissed()
            .snapshot()
            .cycle())
        .isEqualTo(2);
  }

  private static final Name CHAIRMAN = Fixtures.member(1);
  private static final Council COUNCIL = Council.of(List.of(
      mandate(CHAIRMAN, Office.CHAIRMAN),
      mandate(Fixtures.member(2), Office.MEMBER),
      mandate(Fixtures.member(3), Office.MEMBER)));
  private static final SignerKeys KEYS =
      (account, used, at) -> used.equals(Fixtures.key(account).publicKey());

  private static Mandate mandate(Name account, Office office) {
    return new Mandate(
        account,
        office,
        TimePointSec.of(NOW),
        TimePointSec.of(NOW.plus(Duration.ofDays(900))),
        Ground.ofMeeting(1));
  }

  private static DocumentSignature by(Name signer, Checksum256 document) {
    return DocumentSignature.sign(Fixtures.key(signer), signer, document, Sections.CLOSES);
  }

  /** What two of three, or three of three, said to an item. */
  private static DecidedQuestion decided(AgendaItem item, String... answers) {
    ReservedCall call = new ReservedCall(
        Fixtures.COOP, 6, item, TimePointSec.of(Sections.OPENS), TimePointSec.of(Sections.CLOSES));
    return ask(call, DELEGATES, 3)
        .sum(List.of(met(1, 1, new Agenda(1, List.of(item)), answers)), CHARTER, Sections.CLOSES)
        .requireDecided();
  }

  private static SignedQuestion sign(DecidedQuestion question, Name signer) {
    return question.sign(
        by(signer, question.minutes()), COUNCIL, KEYS, Sections.CLOSES.plusSeconds(5));
  }

  @Test
  @Tag("MEET-24")
  void adopted_isInForce_onceTheActingChairmanSigned() {
    AgendaItem union = UNION.items().get(0);
    DecidedQuestion question = decided(union, "+", "+", "-");
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=" + Fixtures.member(2) + " chairman=" + CHAIRMAN,
        () -> sign(question, Fixtures.member(2)));
    assertRefused(
        Reason.SIGNATURE_FORGED,
        "SIGNATURE_FORGED account=" + CHAIRMAN + " document=" + question.minutes(),
        () -> question.sign(
            by(CHAIRMAN, Fixtures.paper("other minutes")), COUNCIL, KEYS, Sections.CLOSES));
    assertRefused(
        Reason.SIGNATURE_FORGED,
        "SIGNATURE_FORGED account=" + CHAIRMAN + " document=" + question.minutes(),
        () -> question.sign(
            by(CHAIRMAN, question.minutes()), COUNCIL, KEYS, Sections.CLOSES.minusSeconds(1)));
    SignedQuestion signed = sign(question, CHAIRMAN);
    MeetingDecision decision = signed.decision();
    assertThat(decision.id()).isEqualTo(60_000);
    assertThat(decision.body()).isEqualTo(MeetingBody.MEMBERS);
    assertThat(decision.subject()).isEqualTo(union.subject());
    assertThat(decision.effectiveAt()).isEqualTo(Sections.CLOSES.plusSeconds(5));
    decision.requireOf(Fixtures.COOP, ItemType.UNION);
    assertThat(signed.toCarryOut()).containsExactly(decision);
    assertThat(signed.rulings()).as("no matter is named").isEmpty();
    assertThat(SignedQuestion.find(
            6, MeetingDecision.IN_SECTIONS, ReservedQuestionTest::noMeeting, id -> signed))
        .isEqualTo(decision);
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"reserved question 6\" state=DECIDED needed=SIGNED",
        () -> SignedQuestion.find(
            6, MeetingDecision.IN_SECTIONS, ReservedQuestionTest::noMeeting, id -> question));
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"reserved question 6\" state=SIGNED needed=DECIDED",
        signed::requireDecided);
  }

  private static HeldMeeting noMeeting(long id) {
    throw new AssertionError("no meeting is looked up, got " + id);
  }

  @Test
  @Tag("MEET-24")
  void rejected_isNotSigned() {
    assertRefused(
        Reason.QUESTION_NOT_ADOPTED,
        "QUESTION_NOT_ADOPTED question=6 votesFor=1 present=3",
        () -> sign(decided(UNION.items().get(0), "+", "-", "-"), CHAIRMAN));
  }

  @Test
  @Tag("MEET-24")
  @Tag("COUNCIL-13")
  void decisionOnAMatter_isARuling_andAReportIsNoTask() {
    Matter matter = Matter.named(ItemType.UNION, Fixtures.COOP, "Союз");
    SignedQuestion union = sign(decided(UNION.items().get(0).on(matter), "+", "+", "+"), CHAIRMAN);
    assertThat(union.rulings())
        .containsExactly(new Ruling(
            matter.key(),
            60_000,
            union.decision().subject(),
            false,
            TimePointSec.of(Sections.CLOSES.plusSeconds(5))));
    ReservedRecord row = union.snapshot();
    ReservedCall call = row.call();
    ReservedRecord report = new ReservedRecord(
        new ReservedCall(
            call.cooperative(),
            call.id(),
            Fixtures.item(1, ItemType.COUNCIL_REPORT),
            call.opensAt(),
            call.closesAt()),
        row.charterVersion(),
        row.decision(),
        row.askedAt(),
        row.members(),
        row.cycle(),
        row.opensAt(),
        row.closesAt(),
        row.status(),
        row.counted(),
        row.result(),
        row.signed());
    assertThat(ReservedQuestion.restore(report).requireSigned().toCarryOut()).isEmpty();
  }

  @Test
  void restore_givesTheSameState_andRefusesContradictions() {
    AskedQuestion question = asked(Sections.OPENS, Sections.CLOSES, 3);
    ReservedQuestion decided =
        question.sum(List.of(met(1, 1, UNION, "+", "+", "+")), CHARTER, Sections.CLOSES);
    SignedQuestion signed = sign(decided.requireDecided(), CHAIRMAN);
    for (ReservedQuestion state : List.of(question, decided, signed)) {
      assertThat(ReservedQuestion.restore(state.snapshot())).isEqualTo(state).hasSameClassAs(state);
    }
    ReservedRecord row = question.snapshot();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ReservedQuestion.restore(
            row.summed(ReservedStatus.MISSED, List.of(), new ReservedItem(3, 3, 3, true, true))));
    for (ReservedItem result :
        List.of(new ReservedItem(3, 1, 3, true, false), new ReservedItem(1, 1, 3, false, false))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .as("signed without being adopted")
          .isThrownBy(() -> ReservedQuestion.restore(
              row.summed(ReservedStatus.DECIDED, List.of(1L), result).signed(signed.signed())));
    }
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"reserved question 1\" state=ASKED needed=MISSED",
        question::requireMissed);
  }
}
