package io.github.coopj.governance.representation;

import static io.github.coopj.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.SectionMeeting;
import io.github.coopj.governance.section.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DMEET-08")
class ReservedItemTest {
  private static final Charter CHARTER = Fixtures.platform();
  private static final Agenda UNION = Sections.question(ItemType.UNION, Fixtures.paper("union"));
  private static final Agenda POND = Sections.question(ItemType.OTHER, Fixtures.paper("pond"));
  private static final AgendaItem ITEM = UNION.items().get(0);

  private static CompetentMeeting counted(long section, int n, String... answers) {
    return Sections.closed(
            Sections.called(section, section, UNION, n, CHARTER), n, CHARTER, answers)
        .requireCompetent();
  }

  /** Four sections of 1 to 6 members with any votes, against one flat count over all their members. */
  @Test
  void of_equalsAFlatRecount_in300Lives_seed20260201() {
    Random random = new Random(20_260_201);
    int adopted = 0;
    for (int life = 0; life < 300; life++) {
      List<CompetentMeeting> meetings = new ArrayList<>();
      int members = random.nextInt(4);
      int present = 0;
      int votesFor = 0;
      for (int section = 1; section <= 4; section++) {
        int n = 1 + random.nextInt(6);
        int came = random.nextInt(10) == 0 ? n / 2 : n - random.nextInt(1 + (n - 1) / 2);
        String[] answers = new String[came];
        int here = 0;
        for (int i = 0; i < came; i++) {
          answers[i] = List.of("+", "+", "+", "-", ".").get(random.nextInt(5));
          here += answers[i].equals("+") ? 1 : 0;
        }
        SectionMeeting closed = Sections.closed(
            Sections.called(section, section, UNION, n, CHARTER), n, CHARTER, answers);
        members += n;
        if (closed instanceof CompetentMeeting met) {
          meetings.add(met);
          present += came;
          votesFor += here;
        }
      }
      int cycle = 1 + random.nextInt(2);
      boolean quorum =
          present > 0 && (cycle == 1 ? 4 * present >= 3 * members : 2 * present >= members);

      ReservedItem outcome = ReservedItem.of(ITEM, meetings, members, cycle, CHARTER);
      assertThat(outcome)
          .isEqualTo(new ReservedItem(
              present, votesFor, members, quorum, quorum && 2 * votesFor > present));
      adopted += outcome.adopted() ? 1 : 0;
    }
    assertThat(adopted).isBetween(50, 250);
  }

  @Test
  void of_countsMembers_notSections() {
    CompetentMeeting large = counted(1, 5, "-", "-", "-", "-", "-");
    CompetentMeeting small = counted(2, 1, "+");
    CompetentMeeting smaller = counted(3, 1, "+");

    ReservedItem outcome = ReservedItem.of(ITEM, List.of(large, small, smaller), 7, 1, CHARTER);
    assertThat(outcome).isEqualTo(new ReservedItem(7, 2, 7, true, false));
    assertThat(ReservedItem.of(ITEM, List.of(counted(1, 3, "+", "+", "+")), 4, 1, CHARTER))
        .isEqualTo(new ReservedItem(3, 3, 4, true, true));
    assertThat(ReservedItem.of(ITEM, List.of(counted(1, 3, "+", "+", "+")), 5, 1, CHARTER))
        .isEqualTo(new ReservedItem(3, 3, 5, false, false));
  }

  @Test
  void of_passesOver_otherQuestions_andCountsNoSectionTwice() {
    CompetentMeeting other = Sections.unanimous(9, 2, POND);
    CompetentMeeting one = counted(1, 2, "+", "+");

    assertThat(ReservedItem.of(ITEM, List.of(other, one), 2, 1, CHARTER).present())
        .isEqualTo(2);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ReservedItem.of(ITEM, List.of(one, one), 9, 1, CHARTER))
        .withMessage("section 1 is counted twice");
  }

  @Test
  void requireNone_keepsReservedTypes_fromRepresentativesOnly() {
    Charter reserving = Fixtures.rf();

    assertRefused(
        () -> ReservedItem.requireNone(MeetingBody.REPRESENTATIVES, UNION, reserving),
        "ITEM_RESERVED item=1");
    ReservedItem.requireNone(MeetingBody.MEMBERS, UNION, reserving);
    ReservedItem.requireNone(MeetingBody.REPRESENTATIVES, POND, reserving);
    ReservedItem.requireNone(MeetingBody.REPRESENTATIVES, UNION, CHARTER);
    assertThat(reserving.delegates().reserved()).contains(ItemType.UNION);
  }
}
