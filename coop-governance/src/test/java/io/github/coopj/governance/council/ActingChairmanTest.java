package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActingChairmanTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Set<QuestionType> URGENT =
      EnumSet.of(QuestionType.CONVENE_MEETING, QuestionType.REPEAT_MEETING, QuestionType.ADMISSION);

  private final Council four = Councils.of(4);

  /** The Chairman suspended from NOW on by a decision with number 1. */
  private static Council suspended(Council council, Instant until) {
    Suspension suspension = Councils.suspension("grounds", until);
    return council.withSuspendedChairman(suspending(council, suspension), suspension, CHARTER, NOW);
  }

  private static DecisionInForce suspending(Council council, Suspension suspension) {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    List<Name> deputies = council.deputies(NOW);
    return deputies.isEmpty()
        ? pending.signByVoters(council, council.membersInOffice(NOW), pending.hash(), NOW)
        : pending.sign(council, deputies.get(0), pending.hash(), NOW);
  }

  private static VotingQuestion question(Council council, long id, Name member) {
    return QuestionOpening.open(
        id,
        CouncilQuestion.of(QuestionType.ACTING_CHAIRMAN, Appointments.actingSubject(member)),
        member(1),
        council,
        CHARTER,
        NOW,
        CLOSES);
  }

  private static DecisionInForce election(Council council, long id, Name member) {
    PendingDecision pending = Councils.all(question(council, id, member), council, Vote.FOR)
        .close(council, CHARTER, NOW)
        .requirePendingSignature();
    return pending.signByVoters(council, council.membersInOffice(NOW), pending.hash(), NOW);
  }

  @Test
  @Tag("CHAIR-14")
  void electActing_givesATemporaryChairman_whereNobodyElseActs() {
    Council headless = suspended(four, CLOSES);
    assertThat(headless.actingChairman(NOW)).isEmpty();
    DecisionInForce decision = election(headless, 2, member(2));

    Council acting = Appointments.electActing(headless, decision, member(2), NOW);

    assertThat(acting.actingChairman(NOW)).contains(member(2));
    assertThat(acting.isTemporaryChairman(member(2), NOW)).isTrue();
    assertThat(acting.isTemporaryChairman(member(1), NOW)).isFalse();
    assertThat(acting.actingChairman(CLOSES.minusSeconds(1))).contains(member(2));
    assertThat(acting.actingChairman(CLOSES)).as("the suspension has lapsed").contains(CHAIRMAN);
    assertThat(acting.isTemporaryChairman(member(2), CLOSES)).isFalse();
    assertThat(acting.deputies(NOW)).isEmpty();
    byte[] row = RecordCodec.of(CouncilRecord.class).encode(acting.snapshot());
    assertThat(Council.restore(RecordCodec.of(CouncilRecord.class).decode(row))).isEqualTo(acting);

    Council replaced =
        Appointments.electActing(acting, election(acting, 3, member(3)), member(3), NOW);
    assertThat(replaced.actingChairman(NOW)).contains(member(3));
    assertThat(replaced.isTemporaryChairman(member(2), NOW)).isFalse();
  }

  @Test
  @Tag("CHAIR-14")
  void electActing_isRefused_whileSomebodyActsOrForOthers() {
    Council headless = suspended(four, CLOSES);
    DecisionInForce decision = election(headless, 2, member(2));
    assertRefused(
        Reason.CHAIRMAN_ACTS,
        "CHAIRMAN_ACTS acting=membera",
        () -> Appointments.electActing(four, decision, member(2), NOW));
    Council withDeputy = suspended(Councils.withDeputy(four, member(1)), CLOSES);
    assertRefused(
        Reason.CHAIRMAN_ACTS,
        "CHAIRMAN_ACTS acting=memberb",
        () -> Appointments.electActing(withDeputy, decision, member(2), NOW));
    assertRefused(
        () -> Appointments.electActing(headless, decision, member(3), NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        Reason.CHAIRMAN_EXCLUDED,
        "CHAIRMAN_EXCLUDED chairman=membera",
        () -> Appointments.electActing(headless, election(headless, 2, CHAIRMAN), CHAIRMAN, NOW));
    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=memberh at=2026-05-01T12:00:00",
        () -> Appointments.electActing(headless, election(headless, 2, member(7)), member(7), NOW));
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=1",
        () -> Appointments.electActing(headless, election(headless, 1, member(2)), member(2), NOW));
  }

  @Test
  @Tag("CHAIR-14")
  void election_isSignedByAllWhoVotedFor_andHasNoCastingVote() {
    Council headless = suspended(four, CLOSES);
    PendingDecision pending = question(headless, 2, member(2))
        .cast(headless, member(1), Vote.FOR, NOW)
        .cast(headless, member(2), Vote.FOR, NOW)
        .cast(headless, member(3), Vote.FOR, NOW)
        .cast(headless, CHAIRMAN, Vote.AGAINST, NOW)
        .close(headless, CHARTER, NOW)
        .requirePendingSignature();
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberb chairman=nobody",
        () -> pending.sign(headless, member(1), pending.hash(), NOW));
    assertRefused(
        Reason.SIGNATURES_MISSING,
        "SIGNATURES_MISSING missing=[memberd]",
        () -> pending.signByVoters(headless, List.of(member(1), member(2)), pending.hash(), NOW));
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=\"[memberb, memberc, memberd]\" chairman=membera",
        () -> pending.signByVoters(
            four, List.of(member(1), member(2), member(3)), pending.hash(), NOW));
    CouncilDecision tie = question(headless, 2, member(2))
        .cast(headless, CHAIRMAN, Vote.FOR, NOW)
        .cast(headless, member(1), Vote.FOR, NOW)
        .cast(headless, member(2), Vote.AGAINST, NOW)
        .cast(headless, member(3), Vote.AGAINST, NOW)
        .close(headless, CHARTER, NOW);
    assertThat(tie.requireRejected().rejection()).isEqualTo(Rejection.TIE);
  }

  @ParameterizedTest
  @EnumSource(QuestionType.class)
  @Tag("CHAIR-14")
  void temporaryChairman_signsWhatIsUrgent_andNothingElse(QuestionType type) {
    Council headless = suspended(four, CLOSES);
    Council acting =
        Appointments.electActing(headless, election(headless, 2, member(2)), member(2), NOW);
    PendingDecision pending = Councils.adopted(acting, CHARTER, type, Councils.subject("question"));

    if (URGENT.contains(type)) {
      assertThat(pending.sign(acting, member(2), pending.hash(), NOW).signer())
          .isEqualTo(member(2));
    } else if (type == QuestionType.SUSPEND_CHAIRMAN) {
      assertRefused(
          () -> pending.sign(acting, member(2), pending.hash(), NOW), Reason.NOT_CHAIRMAN);
    } else {
      assertRefused(
          Reason.NOT_TEMPORARY_SCOPE,
          "NOT_TEMPORARY_SCOPE signer=memberc type=" + type,
          () -> pending.sign(acting, member(2), pending.hash(), NOW));
      assertRefused(
          () -> pending.decline(acting, member(2), "grounds", NOW), Reason.NOT_TEMPORARY_SCOPE);
    }
    Council withDeputy = suspended(Councils.withDeputy(four, member(2)), CLOSES);
    if (type != QuestionType.SUSPEND_CHAIRMAN) {
      assertThat(pending.sign(withDeputy, member(2), pending.hash(), NOW).signer())
          .as("a deputy signs everything")
          .isEqualTo(member(2));
    }
  }

  @Test
  @Tag("CHAIR-14")
  void nextSuspension_findsNoTemporaryChairman_ofTheOneBefore() {
    Council headless = suspended(four, CLOSES);
    Council acting =
        Appointments.electActing(headless, election(headless, 2, member(2)), member(2), NOW);
    Suspension again = Councils.suspension("anew", CLOSES.plusSeconds(60));
    VotingQuestion voting = QuestionOpening.open(
        9,
        CouncilQuestion.of(QuestionType.SUSPEND_CHAIRMAN, again.digest()),
        member(1),
        acting,
        CHARTER,
        NOW,
        CLOSES);
    PendingDecision pending = Councils.all(voting, acting, Vote.FOR)
        .close(acting, CHARTER, NOW)
        .requirePendingSignature();
    DecisionInForce decision =
        pending.signByVoters(acting, acting.membersInOffice(NOW), pending.hash(), NOW);

    Council next = acting.withSuspendedChairman(decision, again, CHARTER, NOW);

    assertThat(next.actingChairman(NOW)).isEmpty();
  }

  @Test
  @Tag("COUNCIL-18")
  void suspension_lapses_whereNoMeetingIsConvenedInTheDaysOfTheCharter() {
    Charter charter = CharterFixtures.platform("council.suspensionDays", "10");
    Suspension suspension = Councils.suspension("grounds", Instant.parse("2026-12-31T00:00:00Z"));
    DecisionInForce decision = suspending(four, suspension);
    Instant lapse = Instant.parse("2026-05-11T21:00:00Z");

    Council suspended = four.withSuspendedChairman(decision, suspension, charter, NOW);
    ConveningDuty duty = ConveningDuty.of(decision, charter);

    assertThat(duty.dueOn()).isEqualTo("2026-05-11");
    assertThat(duty.isOverdue(charter, lapse.minusSeconds(1))).isFalse();
    assertThat(duty.isOverdue(charter, lapse)).isTrue();
    assertThat(suspended.isChairmanSuspended(lapse.minusSeconds(1))).isTrue();
    assertThat(suspended.isChairmanSuspended(lapse)).isFalse();
    assertThat(suspended.actingChairman(lapse)).contains(CHAIRMAN);
    assertRefused(
        Reason.CLOSES_BEFORE_OPENING,
        "CLOSES_BEFORE_OPENING opensAt=2026-05-11T21:00:00 closesAt=2026-05-11T21:00:00",
        () -> four.withSuspendedChairman(decision, suspension, charter, lapse));
  }

  @Test
  @Tag("COUNCIL-18")
  void suspension_lastsAsDecided_onceTheMeetingIsConvenedInTime() {
    Charter charter = CharterFixtures.platform("council.suspensionDays", "10");
    Instant until = Instant.parse("2026-12-31T00:00:00Z");
    Suspension suspension = Councils.suspension("grounds", until);
    Council council = Councils.withDeputy(four, member(1));
    DecisionInForce decision = suspending(council, suspension);
    Council suspended = council.withSuspendedChairman(decision, suspension, charter, NOW);
    Instant lapse = Instant.parse("2026-05-11T21:00:00Z");
    PendingDecision convening = Councils.adopted(
        suspended, charter, QuestionType.CONVENE_MEETING, Councils.subject("agenda"));
    DecisionInForce inTime =
        convening.sign(suspended, member(1), convening.hash(), lapse.minusSeconds(1));

    Council kept = ConveningDuty.met(
        suspended, decision, suspension, inTime, Councils.subject("agenda"), charter);

    assertThat(kept.isChairmanSuspended(until.minusSeconds(1))).isTrue();
    assertThat(kept.isChairmanSuspended(until)).isFalse();
    Council later = council.withEnded(CHAIRMAN, lapse.minusSeconds(9));
    DecisionInForce late = convening.sign(later, member(1), convening.hash(), lapse);
    assertRefused(
        Reason.MEETING_TIME_PASSED,
        "MEETING_TIME_PASSED now=2026-05-11T21:00:00 until=2026-05-11T21:00:00",
        () -> ConveningDuty.met(
            suspended, decision, suspension, late, Councils.subject("agenda"), charter));
    assertRefused(
        () -> ConveningDuty.met(
            suspended, decision, suspension, inTime, Councils.subject("other"), charter),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=1",
        () -> ConveningDuty.met(
            council, decision, suspension, inTime, Councils.subject("agenda"), charter));
  }

  @Test
  @Tag("COUNCIL-16")
  void removeDeputy_leavesHimAMember_byADecisionOnHim() {
    Council two = Councils.withDeputy(Councils.withDeputy(four, member(1)), member(2));
    DecisionInForce decision = Councils.inForce(
        two, CHARTER, QuestionType.DEPUTY_REMOVAL, Appointments.removalSubject(member(1)));

    Council removed = Appointments.removeDeputy(two, decision, member(1), NOW);

    assertThat(removed.deputies(NOW)).containsExactly(member(2));
    assertThat(removed.isMember(member(1), NOW)).isTrue();
    assertRefused(
        Reason.NOT_A_DEPUTY,
        "NOT_A_DEPUTY account=memberb",
        () -> Appointments.removeDeputy(removed, decision, member(1), NOW));
    assertRefused(
        () -> Appointments.removeDeputy(two, decision, member(2), NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    DecisionInForce appointment = Councils.inForce(
        two, CHARTER, QuestionType.APPOINTMENT, Appointments.removalSubject(member(1)));
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=DEPUTY_REMOVAL actual=APPOINTMENT",
        () -> Appointments.removeDeputy(two, appointment, member(1), NOW));
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  @Tag("COUNCIL-16")
  void requireAppointable_refusesEveryElectedOffice(Office office) {
    List<Office> appointed = List.of(Office.DEPUTY, Office.BOARD_CHAIRMAN, Office.BOARD_MEMBER);
    if (appointed.contains(office)) {
      Appointments.requireAppointable(office);
      assertThat(Appointments.subject(member(3), office))
          .isEqualTo(DocumentDigest.of(
              DocumentType.COUNCIL_DECISION, new Council.Appointment(member(3), office)));
      assertThat(office.body()).isIn(Office.Body.COUNCIL, Office.Body.BOARD);
    } else {
      assertRefused(
          Reason.NOT_APPOINTABLE,
          "NOT_APPOINTABLE office=" + office,
          () -> Appointments.requireAppointable(office));
      assertRefused(
          Reason.NOT_APPOINTABLE,
          "NOT_APPOINTABLE office=" + office,
          () -> Appointments.subject(member(3), office));
    }
  }
}
