package io.github.coopj.governance.board;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.COOP;
import static io.github.coopj.governance.act.Executives.board;
import static io.github.coopj.governance.act.Executives.executive;
import static io.github.coopj.governance.act.Executives.source;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.act.Executives;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.Sections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnitTest {
  private static final Name HEAD = Name.of("branchhead");
  private static final Checksum256 EVIDENCE = Fixtures.paper("evidence");
  private static final UnitPlan PLAN = new UnitPlan(COOP, 1, UnitKind.BRANCH, "Филиал", HEAD);

  private static Unit unit() {
    return Unit.open(PLAN, executive(Office.Body.BOARD, 1, PLAN.digest(), NOW));
  }

  private static HeadRemoval removal(Name head) {
    return new HeadRemoval(COOP, 1, head, HeadRemoval.Grounds.ABUSE, EVIDENCE);
  }

  private static Unit remove(Unit unit, HeadRemoval removal, SectionMandates sections) {
    return unit.removed(
        removal, executive(Office.Body.BOARD, 2, removal.digest(), NOW), sections, Sections.CLOSES);
  }

  @Test
  @Tag("BOARD-07")
  void unit_isOpened_headedAndClosed_byDecisionsOnly() {
    Unit unit = unit();
    assertThat(unit.head()).isEqualTo(HEAD);
    assertThat(unit.by()).isEqualTo(Office.Body.BOARD);
    assertRefused(
        () -> Unit.open(PLAN, executive(Office.Body.BOARD, 1, EVIDENCE, NOW)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    Name next = Name.of("nexthead");
    ExecutiveDecision decision =
        executive(Office.Body.BOARD, 2, unit.headSubject(next), NOW.plusSeconds(9));
    Unit headed = unit.withHead(next, decision);
    assertThat(headed.head()).isEqualTo(next);
    assertThat(headed.decision()).isEqualTo(2);
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=2",
        () -> headed.withHead(next, decision));
    assertRefused(
        () -> headed.closed(
            executive(Office.Body.COUNCIL, 1, headed.closingSubject(), NOW.plusSeconds(8))),
        Reason.DECISION_ALREADY_USED);
    Unit closed = headed.closed(
        executive(Office.Body.COUNCIL, 1, headed.closingSubject(), NOW.plusSeconds(9)));
    assertThat(closed.closedAt()).isEqualTo(TimePointSec.of(NOW.plusSeconds(9)));
    assertThat(closed.head().isEmpty()).isTrue();
    assertThat(RecordCodec.of(Unit.class).decode(RecordCodec.of(Unit.class).encode(closed)))
        .isEqualTo(closed);
    assertRefused(Reason.UNIT_CLOSED, "UNIT_CLOSED unit=1", () -> closed.withHead(next, decision));
    assertRefused(() -> closed.closed(decision), Reason.UNIT_CLOSED);
    assertRefused(() -> remove(closed, removal(HEAD), SectionMandates.NONE), Reason.UNIT_CLOSED);
  }

  @Test
  void subjects_areAllDifferent() {
    assertThat(List.of(
            PLAN.digest(),
            unit().headSubject(HEAD),
            unit().closingSubject(),
            removal(HEAD).digest()))
        .doesNotHaveDuplicates();
  }

  @Test
  @Tag("BOARD-08")
  void removed_headOfAUnit_forWhatHeDid() {
    Unit without = remove(unit(), removal(HEAD), SectionMandates.NONE);
    assertThat(without.head().isEmpty()).isTrue();
    assertRefused(
        Reason.NOT_HEAD,
        "NOT_HEAD account=branchhead unit=1",
        () -> remove(without, removal(HEAD), SectionMandates.NONE));
    assertRefused(
        () -> unit()
            .removed(
                removal(HEAD),
                executive(Office.Body.BOARD, 2, EVIDENCE, NOW),
                SectionMandates.NONE,
                NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new HeadRemoval(COOP, 1, HEAD, HeadRemoval.Grounds.ABUSE, Checksum256.ZERO));
  }

  @Test
  @Tag("BOARD-08")
  void removed_chairmanOfASection_refused() {
    SectionMandates sections = Sections.withChairman(SectionMandates.NONE, 11, 1, 0);
    SectionMandate chair = sections.inOffice(1, Sections.CLOSES).orElseThrow();
    assertRefused(
        Reason.NOT_REMOVABLE,
        "NOT_REMOVABLE account=" + chair.holder() + " body=BOARD",
        () -> remove(unit(), removal(chair.holder()), sections));
    assertRefused(
        Reason.NOT_HEAD,
        "NOT_HEAD account=" + chair.holder() + " unit=1",
        () -> remove(unit(), removal(chair.holder()), SectionMandates.NONE));
  }

  @Test
  @Tag("COUNCIL-09")
  void find_theCouncilDecides_whereNoBoardIsInOffice() {
    Instant end = Instant.parse("2031-05-01T12:00:00Z");
    Optional<Board> there = Optional.of(board(2));
    assertRefused(
        Reason.BOARD_IN_OFFICE,
        "BOARD_IN_OFFICE cooperative=rassvet",
        () -> ExecutiveDecision.find(
            Office.Body.COUNCIL, 1, source(there, EVIDENCE, NOW), end.minusSeconds(1)));
    ExecutiveDecision decision =
        ExecutiveDecision.find(Office.Body.COUNCIL, 1, source(there, EVIDENCE, NOW), end);
    assertThat(decision.body()).isEqualTo(Office.Body.COUNCIL);
    assertRefused(
        () -> decision.requireAbout(Name.of("elsewhere"), EVIDENCE), Reason.OTHER_COOPERATIVE);
    assertThat(Executives.executive(Office.Body.BOARD, 4, EVIDENCE, NOW).body())
        .isEqualTo(Office.Body.BOARD);
  }
}
