package io.github.coopj.governance.representation;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.section.Sections.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.Sections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("KU-08")
@Tag("DMEET-05")
class BoundVoteTest {
  private static final Charter FREE = Fixtures.platform();
  private static final Charter IMPERATIVE =
      Fixtures.platform("\"delegates.mandate\":\"IMPERATIVE\"");
  private static final Agenda POND = Sections.question(ItemType.OTHER, Fixtures.paper("pond"));
  private static final Agenda MILL = Sections.question(ItemType.OTHER, Fixtures.paper("mill"));

  /** The representatives decide on the mill first, then on the pond, then on what no section was asked. */
  private static final Agenda AGENDA = new Agenda(
      1,
      List.of(
          MILL.items().get(0),
          numbered(2, POND.items().get(0)),
          new AgendaItem(3, ItemType.OTHER, "Разное", "Принять к сведению", List.of())));

  private static final CompetentMeeting POND_ADOPTED = Sections.unanimous(8, 1, POND);
  private static final CompetentMeeting MILL_REJECTED =
      Sections.closed(Sections.called(9, 1, MILL, 3, FREE), 3, FREE, "+", "-").requireCompetent();

  private static AgendaItem numbered(int number, AgendaItem item) {
    return new AgendaItem(
        number, item.type(), item.title(), item.draftDecision(), item.candidates(), item.subject());
  }

  private static Ballot ballot(Answer... answers) {
    return new Ballot(COOP, 20, 1, 1, member(1, 0), List.of(answers));
  }

  @Test
  void of_linksEachItem_toTheDecisionOfTheSection() {
    Ballot carried =
        ballot(new Answer(1, Choice.AGAINST), new Answer(2, Choice.FOR), new Answer(3, Choice.FOR));

    List<BoundVote> links =
        BoundVote.of(carried, AGENDA, List.of(POND_ADOPTED, MILL_REJECTED), IMPERATIVE);
    assertThat(links)
        .containsExactly(
            new BoundVote(1, 1, 9, 1, Choice.AGAINST, Optional.of(Choice.AGAINST)),
            new BoundVote(2, 1, 8, 1, Choice.FOR, Optional.of(Choice.FOR)))
        .allMatch(BoundVote::isCarried);
    assertThat(BoundVote.of(carried, AGENDA, List.of(), IMPERATIVE)).isEmpty();
  }

  @Test
  void of_refusesAnotherVote_whereTheCharterBinds() {
    List<CompetentMeeting> decided = List.of(POND_ADOPTED);

    assertRefused(
        () -> BoundVote.of(ballot(new Answer(2, Choice.AGAINST)), AGENDA, decided, IMPERATIVE),
        "BOUND_BY_SECTION section=1 item=2 vote=AGAINST");
    assertRefused(
        () -> BoundVote.of(ballot(new Answer(1, Choice.FOR)), AGENDA, decided, IMPERATIVE),
        "BOUND_BY_SECTION section=1 item=2 vote=BLANK");
    assertThat(BoundVote.of(
            ballot(new Answer(1, Choice.FOR), new Answer(2, Choice.FOR)),
            AGENDA,
            decided,
            IMPERATIVE))
        .hasSize(1);
  }

  @Test
  void of_flagsAnotherVote_whereTheRepresentativeIsFree() {
    List<BoundVote> links = BoundVote.of(
        ballot(new Answer(1, Choice.FOR)), AGENDA, List.of(POND_ADOPTED, MILL_REJECTED), FREE);

    assertThat(links).noneMatch(BoundVote::isCarried).hasSize(2);
    assertThat(links.get(1).given()).isEmpty();
  }

  @Test
  void of_followsTheLaterDecision_ofTheSection() {
    CompetentMeeting later = Sections.closed(
            Sections.called(10, 1, POND, 3, FREE), 3, FREE, "-", "-")
        .requireCompetent();

    assertThat(BoundVote.of(
            ballot(new Answer(2, Choice.AGAINST)),
            AGENDA,
            List.of(POND_ADOPTED, later),
            IMPERATIVE))
        .containsExactly(new BoundVote(2, 1, 10, 1, Choice.AGAINST, Optional.of(Choice.AGAINST)));
  }
}
