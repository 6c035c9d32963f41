package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.cast;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.rf;
import static io.github.coopj.governance.meeting.Fixtures.seal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MinutesPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A counted meeting whose chairman does not sign. */
class MinutesSubstitutionTest {
  private static final Charter PLATFORM = platform();

  /** Members 0, 2 and 3 stand for the chair, member 1 keeps the minutes. */
  private static final Agenda THREE = new Agenda(
      1,
      List.of(
          election(1, ItemType.MEETING_CHAIR, 0),
          election(2, ItemType.MEETING_CHAIR, 2),
          election(3, ItemType.MEETING_CHAIR, 3),
          election(4, ItemType.MEETING_SECRETARY, 1)));

  private static final Instant DUE = CLOSES.plus(Duration.ofDays(10));

  private static AgendaItem election(int number, ItemType type, int candidate) {
    return new AgendaItem(number, type, "Выборы", "Избрать", List.of(member(candidate)));
  }

  /** Member 0 has four votes, member 3 three, member 2 two of four and so no majority. */
  private static CountedMeeting counted(Charter charter) {
    return closed(open(THREE, 4, charter), charter, CLOSES, "++++", "++++", "+-++", "+--+")
        .requireCounted();
  }

  @Test
  @Tag("MIN-03")
  void timeOfTheSigners_runsFromTheCount_howeverLateItIs() {
    Instant late = CLOSES.plus(Duration.ofDays(40));
    OpenMeeting open = open(THREE, 4, PLATFORM);
    List<Ballot> ballots = List.of(
        ballot(open, member(0), "++++"),
        ballot(open, member(1), "++++"),
        ballot(open, member(2), "++++"));
    CountedMeeting counted = cast(open, PLATFORM, "++++", "++++", "++++")
        .close(PLATFORM, CLOSES)
        .requireCounting()
        .count(Fixtures.logged(ballots), PLATFORM, late)
        .requireCounted();
    Instant due = late.plus(Duration.ofDays(10));
    assertThat(counted.signaturesDue(PLATFORM)).isEqualTo(due);
    assertRefused(
        () -> counted.passOn(PLATFORM, due.minusSeconds(1)),
        "SUBSTITUTE_NOT_DUE meeting=7 dueAt=" + TimePointSec.of(due));
    assertThat(counted.passOn(PLATFORM, due).snapshot().signing().replaced())
        .containsExactly(member(0));
  }

  @Test
  @Tag("MIN-03")
  void passOn_afterTheTimeOfTheCharter_putsTheNextWhomTheBallotElected() {
    CountedMeeting counted = counted(PLATFORM);
    assertThat(PLATFORM.minutes().signDays()).isEqualTo(10);
    assertThat(counted.signaturesDue(PLATFORM)).isEqualTo(DUE);
    assertRefused(
        () -> counted.passOn(PLATFORM, DUE.minusSeconds(1)),
        "SUBSTITUTE_NOT_DUE meeting=7 dueAt=" + TimePointSec.of(DUE));

    CountedMeeting next = counted.passOn(PLATFORM, DUE);
    assertThat(next.snapshot().status()).isEqualTo(MeetingStatus.COUNTED);
    assertThat(next.missingSigners(PLATFORM)).containsExactly(member(3));
    assertThat(next.snapshot().secretary()).isEqualTo(member(1));
    assertThat(next.tally().replaced()).containsExactly(member(0));
    assertThat(next.signaturesDue(PLATFORM)).isEqualTo(DUE.plus(Duration.ofDays(10)));
    assertThat(GeneralMeeting.restore(next.snapshot())).isEqualTo(next);
    assertRefused(
        () -> next.sign(member(0), seal(next), PLATFORM, DUE),
        "NOT_A_MINUTES_SIGNER account=" + member(0) + " signers=[" + member(3) + "]");
    assertRefused(
        () -> next.sign(member(3), seal(counted), PLATFORM, DUE), Reason.MINUTES_MISMATCH);
    HeldMeeting held =
        next.sign(member(3), seal(next), PLATFORM, DUE.plusSeconds(5)).requireHeld();
    assertThat(held.heldAt()).isEqualTo(DUE.plusSeconds(5));
    assertThat(held.decisions()).hasSize(3);
  }

  @Test
  @Tag("MIN-03")
  void refuseToSign_letsAnotherTakeThePlaceAtOnce_orTheSameThinkBetterOfIt() {
    CountedMeeting counted = counted(PLATFORM);
    assertRefused(
        () -> counted.refuseToSign(member(0), " ", PLATFORM, CLOSES),
        "REFUSAL_WITHOUT_GROUNDS account=" + member(0));
    assertRefused(
        () -> counted.refuseToSign(member(3), "не согласен", PLATFORM, CLOSES),
        Reason.NOT_A_MINUTES_SIGNER);
    CountedMeeting refused = counted.refuseToSign(member(0), "не согласен", PLATFORM, CLOSES);
    assertThat(refused.snapshot().signing().refusals())
        .containsExactly(new MinutesRefusal(member(0), "не согласен", TimePointSec.of(CLOSES)));
    assertRefused(
        () -> refused.refuseToSign(member(0), "снова", PLATFORM, CLOSES),
        "MINUTES_REFUSED account=" + member(0));
    assertThat(refused.sign(member(0), seal(refused), PLATFORM, CLOSES))
        .isInstanceOf(HeldMeeting.class);
    CountedMeeting next = refused.passOn(PLATFORM, CLOSES.plusSeconds(1));
    assertThat(next.missingSigners(PLATFORM)).containsExactly(member(3));
    assertRefused(() -> next.passOn(PLATFORM, CLOSES.plusSeconds(2)), Reason.SUBSTITUTE_NOT_DUE);
  }

  @Test
  @Tag("MIN-03")
  void passOn_withNobodyLeft_isReportedToTheRevisionCommission_andNeverSigned() {
    CountedMeeting next = counted(PLATFORM).passOn(PLATFORM, DUE);
    Instant secondDue = DUE.plus(Duration.ofDays(10));
    CountedMeeting escalated = next.passOn(PLATFORM, secondDue);
    assertThat(escalated.snapshot().signing().isEscalated()).isTrue();
    assertThat(escalated.snapshot().status()).isEqualTo(MeetingStatus.COUNTED);
    assertThat(escalated.snapshot().minutesSigners()).isEmpty();
    assertThat(GeneralMeeting.restore(escalated.snapshot())).isEqualTo(escalated);
    assertRefused(escalated::requireHeld, Reason.WRONG_STATE);
    assertRefused(
        () -> escalated.passOn(PLATFORM, secondDue.plus(Duration.ofDays(1_000))),
        "MINUTES_ESCALATED meeting=7");
    assertThat(escalated.sign(member(3), seal(escalated), PLATFORM, secondDue))
        .as("a late signature still is one")
        .isInstanceOf(HeldMeeting.class);
  }

  @Test
  @Tag("MIN-03")
  void passOn_whereTheCharterWantsNoSubstitute_goesToTheRevisionCommissionAtOnce() {
    Charter audit = platform("\"minutes.substitution\": \"AUDIT\", \"minutes.signDays\": 1");
    CountedMeeting counted = counted(audit);
    Instant due = CLOSES.plus(Duration.ofDays(1));
    assertRefused(() -> counted.passOn(audit, due.minusSeconds(1)), Reason.SUBSTITUTE_NOT_DUE);
    CountedMeeting escalated = counted.passOn(audit, due);
    assertThat(escalated.snapshot().chair()).isEqualTo(member(0));
    assertThat(escalated.snapshot().signing().escalatedAt()).isEqualTo(TimePointSec.of(due));
  }

  @Test
  @Tag("MIN-03")
  @Tag("ESIG-05")
  void passOn_ofTwoSigners_replacesTheLateOne_andAsksTheOtherAgain() {
    Charter rf = rf();
    CountedMeeting once =
        counted(rf).sign(member(1), seal(counted(rf)), rf, CLOSES).requireCounted();
    assertThat(once.missingSigners(rf)).containsExactly(member(0));
    CountedMeeting next = once.passOn(rf, DUE);
    assertThat(next.missingSigners(rf)).containsExactly(member(3), member(1));
    Name secretary = member(1);
    CountedMeeting late = next.sign(member(3), seal(next), rf, DUE).requireCounted();
    CountedMeeting escalated =
        late.refuseToSign(secretary, "нет времени", rf, DUE).passOn(rf, DUE);
    assertThat(escalated.snapshot().signing().isEscalated())
        .as("nobody else was elected secretary")
        .isTrue();
    assertThat(escalated.missingSigners(rf)).containsExactly(secretary);
  }

  @Test
  @Tag("MIN-03")
  void minutesPolicy_hasItsDaysInRange() {
    assertThat(PLATFORM.minutes().substitution()).isEqualTo(MinutesPolicy.Substitution.RUNNER_UP);
    assertThat(platform("\"minutes.signDays\": 366").minutes().signDays()).isEqualTo(366);
    for (String days : List.of("0", "367")) {
      Assertions.assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> platform("\"minutes.signDays\": " + days))
          .withMessageContaining("minutes.signDays");
    }
  }
}
