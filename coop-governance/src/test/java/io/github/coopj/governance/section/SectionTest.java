package io.github.coopj.governance.section;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.section.Sections.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.SectionPolicy;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SectionTest {
  private static final SectionPlan PLAN = Sections.plan(SectionGround.NUMBER, "Северный");
  private static final Checksum256 DECISION_SUBJECT = Fixtures.paper("another plan");
  private static final SectionDecision DECISION =
      new SectionDecision(SectionPolicy.Founder.COUNCIL, 41, TimePointSec.of(NOW));

  @Test
  @Tag("KU-01")
  void found_keepsPrincipleAndGround_asDecided() {
    for (SectionPrinciple principle : SectionPrinciple.values()) {
      SectionPlan plan =
          new SectionPlan(COOP, principle, SectionGround.TERRITORY, "Северный", "Север");
      ActiveSection section = Section.found(1, plan, DECISION, 3, Fixtures.platform(), NOW);

      assertThat(section.snapshot().plan().principle()).isEqualTo(principle);
      assertThat(Section.restore(section.snapshot())).isEqualTo(section);
    }
    assertThat(Arrays.stream(SectionPrinciple.values()).map(Enum::name))
        .containsExactly("TERRITORIAL", "FUNCTIONAL");
    SectionPlan functional = new SectionPlan(
        COOP, SectionPrinciple.FUNCTIONAL, SectionGround.NUMBER, PLAN.title(), PLAN.scope());
    assertThat(functional.digest()).isNotEqualTo(PLAN.digest());
  }

  @Test
  @Tag("KU-07")
  void decision_isOfTheBodyTheCharterNames_onExactlyThisPlan() {
    Charter council = Fixtures.platform();
    Charter meeting = Fixtures.platform("\"section.createdBy\":\"MEETING\"");
    MeetingDecision ofMeeting =
        Fixtures.held(ItemType.OTHER, PLAN.digest(), Fixtures.CLOSES).decision(1);

    assertThat(SectionDecision.of(
            Fixtures.decision(QuestionType.SECTION, PLAN.digest(), NOW), PLAN.digest(), council))
        .isEqualTo(DECISION);
    assertThat(SectionDecision.of(ofMeeting, PLAN.digest(), meeting))
        .isEqualTo(new SectionDecision(
            SectionPolicy.Founder.MEETING, 70_001, TimePointSec.of(Fixtures.CLOSES)));
    assertRefused(
        () -> SectionDecision.of(
            Fixtures.decision(QuestionType.SECTION, PLAN.digest(), NOW), PLAN.digest(), meeting),
        "DECISION_OF_OTHER_TYPE decision=41 expected=MEETING actual=COUNCIL");
    assertRefused(
        () -> SectionDecision.of(ofMeeting, PLAN.digest(), council),
        "DECISION_OF_OTHER_TYPE decision=70001 expected=COUNCIL actual=MEETING");
    assertRefused(
        () -> SectionDecision.of(
            Fixtures.decision(QuestionType.OTHER, PLAN.digest(), NOW), PLAN.digest(), council),
        "DECISION_OF_OTHER_TYPE decision=41 expected=SECTION actual=OTHER");
    assertRefused(
        () -> SectionDecision.of(ofMeeting, DECISION_SUBJECT, meeting),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> SectionDecision.of(
            Fixtures.decision(QuestionType.SECTION, PLAN.digest(), NOW), DECISION_SUBJECT, council),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("DMEET-01")
  void found_byNumber_needsMoreMembersThanTheCharterAsks() {
    Charter charter = Fixtures.rf();

    assertRefused(
        () -> Section.found(1, PLAN, DECISION, 15, charter, NOW),
        "SECTION_TRIGGER_NOT_MET members=15 required=16");
    assertThat(Section.found(1, PLAN, DECISION, 16, charter, NOW).isActive(NOW)).isTrue();
    SectionPlan wide = Sections.plan(SectionGround.TERRITORY, "Северный");
    assertThat(
            Section.found(1, wide, DECISION, 1, charter, NOW).snapshot().plan().ground())
        .isEqualTo(SectionGround.TERRITORY);
  }

  @Test
  void found_refuses_otherCooperativesAndEarlierTimes() {
    SectionPlan other = new SectionPlan(
        Name.of("other"), PLAN.principle(), PLAN.ground(), PLAN.title(), PLAN.scope());

    assertRefused(
        () -> Section.found(1, other, DECISION, 3, Fixtures.platform(), NOW),
        "OTHER_COOPERATIVE cooperative=coop addressed=other");
    assertRefused(
        () -> Section.found(1, PLAN, DECISION, 3, Fixtures.platform(), NOW.minusSeconds(1)),
        "OUT_OF_ORDER at=2026-02-01T08:59:59 notBefore=2026-02-01T09:00:00");
  }

  @Test
  @Tag("KU-23")
  void close_needsAllMembersTransferred_andEndsTheSection() {
    ActiveSection section = Sections.section(4, NOW);
    Instant later = NOW.plusSeconds(60);
    SectionDecision decision = SectionDecision.of(
        Fixtures.decision(QuestionType.SECTION, section.closingSubject(), later),
        section.closingSubject(),
        Fixtures.platform());

    assertRefused(() -> section.close(decision, 1, later), "SECTION_NOT_EMPTY section=4 members=1");
    assertRefused(() -> section.close(decision, 0, later.minusSeconds(1)), Reason.OUT_OF_ORDER);
    ClosedSection closed = section.close(decision, 0, later);

    assertThat(section.isActive(NOW.minusSeconds(1))).isFalse();
    assertThat(section.isActive(later)).isTrue();
    assertThat(closed.isActive(later.minusSeconds(1))).isTrue();
    assertThat(closed.isActive(later)).isFalse();
    assertThat(Section.restore(closed.snapshot())).isEqualTo(closed);
    assertThat(section.requireActive()).isSameAs(section);
    assertRefused(
        closed::requireActive, "WRONG_STATE what=\"section 4\" state=CLOSED needed=ACTIVE");
    assertThat(Sections.section(5, NOW).closingSubject()).isNotEqualTo(section.closingSubject());
  }

  @Test
  void restore_refuses_contradictions() {
    SectionRecord row = Sections.section(4, NOW).snapshot();
    List<SectionRecord> broken = List.of(
        new SectionRecord(
            0, row.plan(), row.founding(), row.activeFrom(), row.closing(), row.closedAt()),
        new SectionRecord(
            4, row.plan(), row.founding(), row.activeFrom(), row.closing(), row.activeFrom()),
        new SectionRecord(
            4, row.plan(), row.founding(), TimePointSec.EPOCH, row.closing(), row.closedAt()));
    for (SectionRecord record : broken) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Section.restore(record));
    }
  }

  @Test
  void records_surviveTheirBinaryForm() {
    Codec<SectionRecord> codec = RecordCodec.of(SectionRecord.class);
    SectionRecord open = Sections.section(4, NOW).snapshot();
    SectionRecord closed = Sections.closed(Sections.section(4, NOW), NOW).snapshot();

    assertThat(codec.decode(codec.encode(open))).isEqualTo(open);
    assertThat(codec.decode(codec.encode(closed))).isEqualTo(closed);
  }
}
