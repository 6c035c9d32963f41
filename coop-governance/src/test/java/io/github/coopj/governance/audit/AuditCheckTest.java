package io.github.coopj.governance.audit;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.audit.Audits.COOP;
import static io.github.coopj.governance.audit.Audits.END;
import static io.github.coopj.governance.audit.Audits.paper;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditCheckTest {
  private static final TimePointSec FROM = TimePointSec.parse("2025-01-01T00:00:00");
  private static final TimePointSec UNTIL = TimePointSec.parse("2026-01-01T00:00:00");
  private static final Checksum256 REPORT = paper("report");

  private static CheckPlan plan(CheckType type) {
    return new CheckPlan(
        COOP, 4, type, type.isOfUnit() ? Name.of("branchnorth") : Name.EMPTY, FROM, UNTIL);
  }

  private static RunningCheck running(CheckType type, AuditCommission commission) {
    CheckPlan plan = plan(type);
    return AuditCheck.plan(plan, Audits.decision(10, plan.topic(), commission, NOW))
        .begin(commission, member(0), NOW);
  }

  @ParameterizedTest
  @EnumSource(CheckType.class)
  @Tag("AUDIT-06")
  void check_ofEveryType_runsFromDecisionToResult(CheckType type) {
    AuditCommission three = Audits.of(3);
    RunningCheck running = running(type, three);
    AuditDecision result = Audits.decision(11, running.result(REPORT).topic(), three, NOW);
    ConcludedCheck concluded = running.conclude(REPORT, result, NOW);
    assertThat(concluded.report()).isEqualTo(REPORT);
    assertThat(concluded.snapshot().plan()).isEqualTo(plan(type));

    for (CheckType other : CheckType.values()) {
      if (other != type) {
        AuditDecision plans = Audits.decision(10, plan(other).topic(), three, NOW);
        assertRefused(() -> AuditCheck.plan(plan(type), plans), Reason.DECISION_ON_OTHER_SUBJECT);
        assertRefused(
            () -> running(other, three).conclude(REPORT, result, NOW),
            Reason.DECISION_ON_OTHER_SUBJECT);
      }
    }
    assertRefused(
        () -> running.conclude(paper("another report"), result, NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(() -> AuditCheck.plan(plan(type), result), Reason.DECISION_OF_OTHER_TYPE);
  }

  @Test
  @Tag("AUDIT-06")
  void plan_namesAUnit_whereOneIsChecked() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CheckPlan(COOP, 4, CheckType.SUBSIDIARY, Name.EMPTY, FROM, UNTIL))
        .withMessage("a check of type SUBSIDIARY names a unit");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new CheckPlan(COOP, 4, CheckType.CHARTER, Name.of("branchnorth"), FROM, UNTIL))
        .withMessage("a check of type CHARTER names no unit");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CheckPlan(COOP, 0, CheckType.CHARTER, Name.EMPTY, FROM, UNTIL));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CheckPlan(COOP, 4, CheckType.CHARTER, Name.EMPTY, FROM, FROM));
  }

  @Test
  @Tag("AUDIT-02")
  void read_opensAnyRecordToMembers_andLogsEachReading() {
    AuditCommission three = Audits.of(3);
    RunningCheck check = running(CheckType.LEGALITY, three);
    List<AuditAccess> log = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      AuditRead read =
          check.read(three, member(i % 3), paper("record " + i), i % 2 == 1, NOW.plusSeconds(i));
      check = read.check();
      log.add(read.access());
    }
    assertThat(log).extracting(AuditAccess::number).containsExactly(1L, 2L, 3L, 4L);
    assertThat(log)
        .extracting(AuditAccess::reader)
        .containsExactly(member(0), member(1), member(2), member(0));
    assertThat(log).extracting(AuditAccess::secret).containsExactly(false, true, false, true);
    assertThat(log.get(1).document()).isEqualTo(paper("record 1"));
    assertThat(check.snapshot().reads()).isEqualTo(4);
    assertThat(check.isLog(log)).isTrue();

    RunningCheck read = check;
    assertRefused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=memberd body=AUDIT at=2026-05-01T12:00:09",
        () -> read.read(three, member(3), paper("record"), false, NOW.plusSeconds(9)));
    assertRefused(
        () -> read.read(three, member(0), paper("record"), false, END), Reason.NOT_IN_BODY);
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T12:00:02 notBefore=2026-05-01T12:00:03",
        () -> read.read(three, member(0), paper("record"), false, NOW.plusSeconds(2)));
    assertThat(read.read(three, member(0), paper("record"), true, END.minusSeconds(1))
            .access()
            .at())
        .isEqualTo(TimePointSec.of(END.minusSeconds(1)));
  }

  @Test
  @Tag("AUDIT-02")
  void isLog_findsEveryEntry_leftOutChangedOrMoved() {
    AuditCommission three = Audits.of(3);
    RunningCheck check = running(CheckType.CHARTER, three);
    assertThat(check.isLog(List.of())).isTrue();
    List<AuditAccess> log = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      AuditRead read = check.read(three, member(i), paper("record " + i), true, NOW);
      check = read.check();
      log.add(read.access());
    }
    assertThat(check.isLog(log)).isTrue();
    for (int i = 0; i < 3; i++) {
      List<AuditAccess> shorter = new ArrayList<>(log);
      shorter.remove(i);
      assertThat(check.isLog(shorter)).isFalse();
      AuditAccess entry = log.get(i);
      List<AuditAccess> changed = new ArrayList<>(log);
      changed.set(
          i,
          new AuditAccess(
              entry.check(),
              entry.number(),
              entry.reader(),
              entry.document(),
              false,
              entry.at(),
              entry.previous()));
      assertThat(check.isLog(changed)).isFalse();
      List<AuditAccess> moved = new ArrayList<>(log);
      Collections.swap(moved, i, (i + 1) % 3);
      assertThat(check.isLog(moved)).isFalse();
    }
    RunningCheck other = running(CheckType.LEGALITY, three);
    AuditAccess foreign =
        other.read(three, member(0), paper("record 0"), true, NOW).access();
    assertThat(running(CheckType.CHARTER, three)
            .read(three, member(0), paper("record 0"), true, NOW)
            .check()
            .isLog(List.of(foreign)))
        .isFalse();
  }

  @Test
  @Tag("AUDIT-04")
  void twoLeft_finishARunningCheck_butBeginNone() {
    AuditCommission three = Audits.of(3);
    AuditCommission two = Audits.shrink(three, 2, NOW);
    CheckPlan plan = plan(CheckType.STATEMENTS);
    PlannedCheck planned = AuditCheck.plan(plan, Audits.decision(10, plan.topic(), three, NOW));
    assertRefused(
        Reason.AUDIT_INCOMPLETE,
        "AUDIT_INCOMPLETE members=2",
        () -> planned.begin(two, member(0), NOW));
    assertRefused(() -> planned.begin(two, member(2), NOW), Reason.NOT_IN_BODY);
    assertRefused(() -> planned.begin(three, member(0), NOW.minusSeconds(1)), Reason.OUT_OF_ORDER);

    RunningCheck running = planned.begin(three, member(0), NOW);
    RunningCheck read = running.read(two, member(1), paper("books"), false, NOW).check();
    assertRefused(
        () -> running.read(two, member(2), paper("books"), false, NOW), Reason.NOT_IN_BODY);
    AuditDecision result = Audits.decision(11, read.result(REPORT).topic(), two, NOW);
    assertThat(read.conclude(REPORT, result, NOW).snapshot().reads()).isEqualTo(1);
    Instant before = NOW.minusSeconds(1);
    assertRefused(() -> read.conclude(REPORT, result, before), Reason.OUT_OF_ORDER);
  }

  @Test
  void restore_givesEveryState_andRefusesContradictions() {
    AuditCommission three = Audits.of(3);
    CheckPlan plan = plan(CheckType.BRANCH);
    PlannedCheck planned = AuditCheck.plan(plan, Audits.decision(10, plan.topic(), three, NOW));
    RunningCheck running = planned
        .begin(three, member(0), NOW)
        .read(three, member(0), paper("books"), true, NOW)
        .check();
    ConcludedCheck concluded = running.conclude(
        REPORT, Audits.decision(11, running.result(REPORT).topic(), three, NOW), NOW);
    List<AuditCheck> states = List.of(planned, running, concluded);
    List<String> words = new ArrayList<>();
    for (AuditCheck state : states) {
      byte[] row = RecordCodec.of(AuditCheckRecord.class).encode(state.snapshot());
      AuditCheck restored =
          AuditCheck.restore(RecordCodec.of(AuditCheckRecord.class).decode(row));
      assertThat(restored).isEqualTo(state).hasSameHashCodeAs(state).hasToString(state.toString());
      words.add(restored.match(new Words()));
    }
    assertThat(words).containsExactly("planned", "running", "concluded");
    assertThat(AuditCheck.restore(planned.snapshot()).requirePlanned()).isEqualTo(planned);
    assertThat(AuditCheck.restore(running.snapshot()).requireRunning()).isEqualTo(running);
    assertThat(AuditCheck.restore(concluded.snapshot()).requireConcluded()).isEqualTo(concluded);
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"check 4\" state=CONCLUDED needed=RUNNING",
        concluded::requireRunning);

    AuditCheckRecord row = running.snapshot();
    for (AuditCheckRecord broken : List.of(
        new AuditCheckRecord(
            plan, CheckStatus.RUNNING, row.since(), 0, row.lastRead(), row.report()),
        new AuditCheckRecord(
            plan, CheckStatus.RUNNING, row.since(), 1, Checksum256.ZERO, row.report()),
        new AuditCheckRecord(plan, CheckStatus.RUNNING, row.since(), 1, row.lastRead(), REPORT),
        new AuditCheckRecord(
            plan, CheckStatus.CONCLUDED, row.since(), 1, row.lastRead(), row.report()),
        new AuditCheckRecord(
            plan, CheckStatus.PLANNED, row.since(), 1, row.lastRead(), row.report()))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AuditCheck.restore(broken));
    }
  }

  @Test
  @Tag("AUDIT-13")
  void conclusion_isGiven_byTheCommissionAlone() {
    AuditCommission three = Audits.of(3);
    RunningCheck running = running(CheckType.STATEMENTS, three);
    ConcludedCheck check = running.conclude(
        REPORT, Audits.decision(11, running.result(REPORT).topic(), three, NOW), NOW);
    ConclusionContent content = new ConclusionContent(
        COOP,
        FROM,
        UNTIL,
        paper("conclusion"),
        List.of(plan(CheckType.STATEMENTS).digest()));
    AuditDecision decision = Audits.decision(12, content.topic(), three, NOW);
    AuditConclusion conclusion = AuditConclusion.give(content, List.of(check), decision);

    assertThat(conclusion.content()).isEqualTo(content);
    conclusion.requireIs(content.digest());
    Checksum256 other = paper("another conclusion");
    assertRefused(
        Reason.DECISION_ON_OTHER_SUBJECT,
        "DECISION_ON_OTHER_SUBJECT decision=12 expected=" + other + " actual=" + content.digest(),
        () -> conclusion.requireIs(other));
    assertRefused(
        () -> AuditConclusion.give(content, List.of(), decision), Reason.DECISION_ON_OTHER_SUBJECT);
    ConclusionContent changed =
        new ConclusionContent(COOP, FROM, UNTIL, paper("changed"), content.checks());
    assertRefused(
        () -> AuditConclusion.give(changed, List.of(check), decision),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ConclusionContent(COOP, FROM, UNTIL, REPORT, List.of()))
        .withMessage("a conclusion rests on checks, each named once: []");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new ConclusionContent(COOP, FROM, UNTIL, REPORT, List.of(REPORT, REPORT)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new ConclusionContent(COOP, FROM, UNTIL, Checksum256.ZERO, content.checks()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ConclusionContent(COOP, UNTIL, UNTIL, REPORT, content.checks()));
  }

  private static final class Words implements AuditCheck.Cases<String> {
    @Override
    public String planned(PlannedCheck check) {
      return "planned";
    }

    @Override
    public String running(RunningCheck check) {
      return "running";
    }

    @Override
    public String concluded(ConcludedCheck check) {
      return "concluded";
    }
  }
}
