package io.github.coopj.governance.representation;

import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.NOW;
import static io.github.coopj.governance.section.Sections.REGULATION;
import static io.github.coopj.governance.section.Sections.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.QuorumRule;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.Sections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DelegatesRollTest {
  private static final Charter CHARTER = Fixtures.platform();

  private static DelegatesRoll roll(
      List<Section> sections, SectionMandates mandates, Charter charter, Instant at) {
    return DelegatesRoll.at(sections, mandates, REGULATION, charter, at);
  }

  private static List<Section> sections(int n) {
    List<Section> sections = new ArrayList<>();
    for (int i = n; i >= 1; i--) {
      sections.add(Sections.section(i, NOW));
    }
    return sections;
  }

  /** Every subset of five sections has a chairman with papers, every other has one without or none. */
  @Test
  @Tag("DMEET-03")
  @Tag("DMEET-06")
  @Tag("KU-06")
  void at_putsEachActiveSectionOnce_amongSeatsOrVacancies() {
    for (int represented = 0; represented < 32; represented++) {
      SectionMandates mandates = SectionMandates.NONE;
      for (int section = 1; section <= 5; section++) {
        if ((represented & (1 << (section - 1))) != 0) {
          mandates = Sections.withChairman(mandates, 10 + section, section, 0);
        } else if (section % 2 == 0) {
          mandates = mandates.elect(
              Sections.elected(10 + section, section, 0), Name.of("chairman"), CHARTER, CLOSES);
        }
      }
      DelegatesRoll roll = roll(sections(5), mandates, CHARTER, CLOSES);
      List<Long> seats = roll.seats().stream().map(DelegatesRoll.Seat::section).toList();
      List<Long> all = new ArrayList<>(seats);
      roll.vacancies().forEach(vacancy -> all.add(vacancy.section()));

      assertThat(all).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
      for (long section = 1; section <= 5; section++) {
        assertThat(seats.contains(section)).isEqualTo((represented & (1 << (section - 1))) != 0);
      }
      assertThat(seats).isSorted();
      assertThat(roll.eligible()).isEqualTo(Integer.bitCount(represented));
      assertThat(roll.toRoll().size()).isEqualTo(Integer.bitCount(represented));
    }
  }

  @Test
  @Tag("DMEET-03")
  void at_namesWhatAVacancyLacks_andCountsItByCharterOnly() {
    SectionMandates mandates = Sections.withChairman(SectionMandates.NONE, 11, 1, 0)
        .elect(Sections.elected(12, 2, 0), Name.of("chairman"), CHARTER, CLOSES);
    List<Section> sections = new ArrayList<>(sections(3));
    sections.add(Sections.closed(Sections.section(4, NOW), CLOSES));

    DelegatesRoll roll = roll(sections, mandates, CHARTER, CLOSES);
    assertThat(roll.seats()).containsExactly(new DelegatesRoll.Seat(1, member(1, 0)));
    assertThat(roll.vacancies())
        .containsExactly(
            new DelegatesRoll.Vacancy(
                2,
                List.of(
                    SectionMandate.Part.ATTORNEY,
                    SectionMandate.Part.MINUTES,
                    SectionMandate.Part.LIABILITY)),
            new DelegatesRoll.Vacancy(3, List.of(SectionMandate.Part.OFFICE)));
    assertThat(roll.eligible()).isEqualTo(1);
    Charter counting = Fixtures.platform("\"delegates.countVacant\":true");
    assertThat(roll(sections, mandates, counting, CLOSES).eligible()).isEqualTo(3);
    Instant expired = CLOSES.plus(Duration.ofDays(365));
    assertThat(roll(sections, mandates, CHARTER, expired.minusSeconds(1)).seats())
        .hasSize(1);
    assertThat(roll(sections, mandates, CHARTER, expired).seats()).isEmpty();
  }

  @Test
  @Tag("DMEET-04")
  @Tag("KU-19")
  @Tag("DMEET-07")
  void toRoll_givesOneVote_whateverTheSizeOfTheSection() {
    SectionMandates mandates = SectionMandates.NONE;
    for (int section = 1; section <= 4; section++) {
      mandates = Sections.withChairman(mandates, 10 + section, section, section % 3);
    }
    DelegatesRoll roll = roll(sections(4), mandates, CHARTER, CLOSES);

    assertThat(roll.toRoll().accounts())
        .containsExactlyInAnyOrder(member(1, 1), member(2, 2), member(3, 0), member(4, 1));
    assertThat(QuorumRule.required(roll.eligible(), 1, CHARTER.meeting())).isEqualTo(3);
    assertThat(QuorumRule.required(roll.eligible(), 2, CHARTER.meeting())).isEqualTo(2);
    assertThat(QuorumRule.required(roll.eligible(), 3, CHARTER.meeting())).isEqualTo(1);
  }
}
