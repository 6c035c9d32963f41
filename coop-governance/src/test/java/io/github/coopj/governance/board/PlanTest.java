package io.github.coopj.governance.board;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.CHARTER;
import static io.github.coopj.governance.act.Executives.COOP;
import static io.github.coopj.governance.act.Executives.executive;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.representation.AssemblyMode;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.Sections;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Name HEAD = Name.of("boardhead");
  private static final Name OWNER = Name.of("owner");
  private static final Instant UNTIL = Instant.parse("2026-12-31T21:00:00Z");
  private static final Instant DUE = Instant.parse("2026-07-01T00:00:00Z");
  private static final Checksum256 EVIDENCE = Fixtures.paper("evidence");
  private static final PlanText TEXT = new PlanText(
      COOP,
      3,
      TimePointSec.of(NOW),
      TimePointSec.of(UNTIL),
      30,
      List.of(
          new PlanItem("Build a store", Name.EMPTY, TimePointSec.of(DUE)),
          new PlanItem("Repair the roof", OWNER, TimePointSec.of(UNTIL))));
  private static final AssemblyMode MEMBERS = AssemblyMode.at(List.of(), NOW);

  private static Plan plan() {
    return Plan.adopt(TEXT, executive(Office.Body.BOARD, 1, TEXT.digest(), NOW));
  }

  @Test
  @Tag("BOARD-09")
  void adopt_takesADecisionOnExactlyThatPlan() {
    assertThat(plan().by()).isEqualTo(Office.Body.BOARD);
    assertThat(plan().decision()).isEqualTo(1);
    assertRefused(
        () -> Plan.adopt(TEXT, executive(Office.Body.BOARD, 1, EVIDENCE, NOW)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    for (Instant due : List.of(NOW, UNTIL.plusSeconds(1))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new PlanText(
              COOP,
              3,
              TimePointSec.of(NOW),
              TimePointSec.of(UNTIL),
              30,
              List.of(new PlanItem("x", OWNER, TimePointSec.of(due)))));
    }
  }

  @Test
  @Tag("BCHAIR-05")
  void items_areOwnedByTheHead_unlessThePlanNamesSomebody() {
    Plan plan = plan();
    assertRefused(
        Reason.NOT_ITS_OWNER,
        "NOT_ITS_OWNER account=owner what=\"item 1\"",
        () -> plan.done(1, OWNER, EVIDENCE, HEAD, NOW));
    assertRefused(
        Reason.NOT_ITS_OWNER,
        "NOT_ITS_OWNER account=boardhead what=\"item 2\"",
        () -> plan.done(2, HEAD, EVIDENCE, HEAD, NOW));
    Plan done = plan.done(1, HEAD, EVIDENCE, HEAD, NOW);
    assertRefused(
        Reason.ALREADY_DONE,
        "ALREADY_DONE what=\"item 1\"",
        () -> done.done(1, HEAD, EVIDENCE, HEAD, NOW));
    for (int item : new int[] {0, 3}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> plan.done(item, HEAD, EVIDENCE, HEAD, NOW));
    }
    assertThat(done.fact(1)).isPresent();
    assertThat(plan.facts()).isEmpty();
  }

  @Test
  @Tag("BCHAIR-05")
  void report_listsPlanAgainstFact() {
    Plan done = plan().done(1, HEAD, EVIDENCE, HEAD, DUE.minusSeconds(1));
    assertThat(done.report(HEAD, UNTIL.minusSeconds(1)).lines())
        .extracting(line ->
            line.number() + " " + line.owner() + " " + line.fact().isPresent() + " " + line.late())
        .containsExactly("1 boardhead true false", "2 owner false false");
    assertThat(done.report(HEAD, UNTIL).lines())
        .extracting(PlanReport.Line::late)
        .containsExactly(false, true);
    Plan late = plan().done(1, HEAD, EVIDENCE, HEAD, DUE);
    assertThat(late.report(HEAD, DUE).lines().get(0).late()).isTrue();
    assertThat(late.report(HEAD, DUE).digest())
        .isNotEqualTo(done.report(HEAD, DUE).digest());
  }

  @Test
  @Tag("BCHAIR-02")
  void reports_goToTheCouncil_andToTheMeeting_onceEach() {
    assertRefused(
        Reason.REPORT_TOO_EARLY,
        "REPORT_TOO_EARLY plan=3 until=2026-12-31T21:00:00",
        () -> plan().reportToCouncil(HEAD, HEAD, UNTIL.minusSeconds(1)));
    assertRefused(
        Reason.NOT_EXECUTIVE_HEAD,
        "NOT_EXECUTIVE_HEAD account=owner",
        () -> plan().reportToCouncil(OWNER, HEAD, UNTIL));
    Plan council = plan().reportToCouncil(HEAD, HEAD, UNTIL);
    assertThat(council.isReported(true)).isTrue();
    assertThat(council.isReported(false)).isFalse();
    assertRefused(
        Reason.ALREADY_DONE,
        "ALREADY_DONE what=report",
        () -> council.reportToCouncil(HEAD, HEAD, UNTIL));
    Plan both = council.reportToMeeting(MEMBERS, HEAD, HEAD, UNTIL);
    assertThat(both.deliveries())
        .extracting(PlanDelivery::to)
        .containsExactly(ReportedTo.COUNCIL, ReportedTo.MEMBERS);
    assertThat(both.deliveries().get(0).report())
        .isEqualTo(both.report(HEAD, UNTIL).digest());
    assertRefused(() -> both.reportToMeeting(MEMBERS, HEAD, HEAD, UNTIL), Reason.ALREADY_DONE);
    assertThat(RecordCodec.of(Plan.class).decode(RecordCodec.of(Plan.class).encode(both)))
        .isEqualTo(both);
    assertThat(both.reportDueOn(CHARTER)).hasToString("2027-01-31");
  }

  @Test
  @Tag("DMEET-10")
  void reportToMeeting_goesToTheBodyThatDecides() {
    List<Section> sections =
        List.of(Sections.section(1, Sections.NOW), Sections.section(2, Sections.NOW));
    assertThat(plan()
            .reportToMeeting(AssemblyMode.at(sections, UNTIL), HEAD, HEAD, UNTIL)
            .deliveries())
        .extracting(PlanDelivery::to)
        .containsExactly(ReportedTo.REPRESENTATIVES);
    assertThat(plan()
            .reportToMeeting(AssemblyMode.at(sections.subList(0, 1), UNTIL), HEAD, HEAD, UNTIL)
            .deliveries())
        .extracting(PlanDelivery::to)
        .containsExactly(ReportedTo.MEMBERS);
  }
}
