package io.github.coopj.governance.representation;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.section.Sections.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.section.ActiveSection;
import io.github.coopj.governance.section.ClosedSection;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionDecision;
import io.github.coopj.governance.section.SectionGround;
import io.github.coopj.governance.section.SectionPlan;
import io.github.coopj.governance.section.Sections;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AssemblyModeTest {
  private static final Instant T1 = NOW.plusSeconds(100);
  private static final Instant T2 = NOW.plusSeconds(200);
  private static final Instant T3 = NOW.plusSeconds(300);

  private static MeetingBody at(Instant rollAt, Section... sections) {
    return AssemblyMode.at(List.of(sections), rollAt).body();
  }

  @Test
  @Tag("DMEET-02")
  @Tag("KU-07")
  @Tag("KU-12")
  void at_isOfRepresentatives_fromTheSecondActiveSection() {
    Section one = Sections.section(1, T1);
    Section two = Sections.section(2, T2);

    assertThat(at(T3)).isEqualTo(MeetingBody.MEMBERS);
    assertThat(at(T3, one)).isEqualTo(MeetingBody.MEMBERS);
    assertThat(at(T2.minusSeconds(1), one, two)).isEqualTo(MeetingBody.MEMBERS);
    assertThat(at(T2, one, two)).isEqualTo(MeetingBody.REPRESENTATIVES);
    assertThat(at(T3, one, two, Sections.section(3, T3))).isEqualTo(MeetingBody.REPRESENTATIVES);
  }

  @Test
  @Tag("DMEET-02")
  @Tag("KU-23")
  void at_keepsTheModeOfTheRollDate_whateverIsClosedLater() {
    Section one = Sections.section(1, T1);
    ClosedSection two = Sections.closed(Sections.section(2, T1), T3);

    AssemblyMode ofMeeting = AssemblyMode.at(List.of(one, two), T3.minusSeconds(1));
    assertThat(ofMeeting.body()).isEqualTo(MeetingBody.REPRESENTATIVES);
    assertThat(at(T3, one, two)).isEqualTo(MeetingBody.MEMBERS);
    ofMeeting.requireBody(MeetingBody.REPRESENTATIVES);
    assertRefused(
        () -> ofMeeting.requireBody(MeetingBody.MEMBERS),
        "MODE_MISMATCH mode=REPRESENTATIVES body=MEMBERS");
    assertRefused(
        () -> AssemblyMode.at(List.of(one, two), T3).requireBody(MeetingBody.REPRESENTATIVES),
        "MODE_MISMATCH mode=MEMBERS body=REPRESENTATIVES");
  }

  @Test
  @Tag("DMEET-01")
  void at_citesDecisionAndGround_ofTheSwitch() {
    Charter charter = Fixtures.platform();
    for (SectionGround ground : SectionGround.values()) {
      SectionPlan plan = Sections.plan(ground, "Южный");
      SectionDecision decision = SectionDecision.of(
          Fixtures.decision(QuestionType.SECTION, plan.digest(), T2), plan.digest(), charter);
      ActiveSection second = Section.found(1, plan, decision, 3, charter, T2);
      Section first = Sections.section(2, T1);

      AssemblyMode mode = AssemblyMode.at(List.of(second, first, Sections.section(3, T3)), T3);
      assertThat(mode.decision()).contains(decision);
      assertThat(mode.ground()).contains(ground);
      AssemblyMode before = AssemblyMode.at(List.of(second, first), T1);
      assertThat(before.decision()).isEmpty();
      assertThat(before.ground()).isEmpty();
    }
  }
}
