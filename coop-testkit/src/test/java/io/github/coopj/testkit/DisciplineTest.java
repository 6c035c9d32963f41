package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.DisciplinaryMeasure;
import io.github.coopj.governance.meeting.MeasureRecord;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

class DisciplineTest {
  private static final DisciplinaryMeasure REPRIMAND = new DisciplinaryMeasure(
      Cooperative.ACCOUNT, CHAIRMAN, "выговор", "отказ исполнять решение собрания");

  private static AgendaItem about(int number, ItemType type, Checksum256 subject) {
    return new AgendaItem(
        number, type, "О председателе совета", "Принять меру", List.of(CHAIRMAN), subject);
  }

  /** Convened under founder 2, voted on by all founders and signed by founder 2. */
  private static long hold(Cooperative coop, Meetings meetings, Agenda agenda) {
    long id =
        meetings.convene(agenda, founder(2), founder(3), Duration.ofDays(11), Duration.ofDays(1));
    coop.advance(Duration.ofDays(11));
    coop.chain().push(meetings.open(id));
    for (Name member : Cooperative.FOUNDERS) {
      Choice choice = member.equals(CHAIRMAN) ? Choice.AGAINST : Choice.FOR;
      coop.chain().push(meetings.handIn(meetings.ballot(id, member, choice)));
    }
    coop.advance(Duration.ofDays(1));
    coop.chain().push(meetings.close(id));
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), founder(2)));
    return id;
  }

  private static Action elect(Cooperative coop, long meeting) {
    return coop.actions()
        .act(
            CooperativeAccounts.COUNCIL,
            new CouncilActions.Elect(Cooperative.ACCOUNT, meeting),
            founder(5));
  }

  private static Action impose(Cooperative coop, DisciplinaryMeasure measure, long meeting) {
    return coop.actions()
        .act(
            CooperativeAccounts.COUNCIL,
            new CouncilActions.Impose(measure, meeting, 1),
            founder(5));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-27")
  @Tag("CHAIR-10")
  void chairmanUnderQuestion_votes_doesNotPreside_andTheMeasureIsRecorded(
      Cooperative coop, Meetings meetings) {
    Agenda agenda = agenda(about(1, ItemType.DISCIPLINE, REPRIMAND.digest()));
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(meetings.draft(
                    MeetingKind.EXTRAORDINARY,
                    agenda,
                    CHAIRMAN,
                    founder(2),
                    Duration.ofDays(11),
                    Duration.ofDays(1))),
            Reason.PRESIDES_ON_HIMSELF)
        .hasFact("account", CHAIRMAN);
    long id = hold(coop, meetings, agenda);
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(Cooperative.FOUNDERS.size());
    assertThat(meetings.meeting(id).snapshot().items().get(0).against())
        .as("his own vote counts")
        .isEqualTo(1);
    DisciplinaryMeasure harsher = new DisciplinaryMeasure(
        Cooperative.ACCOUNT, CHAIRMAN, "строгий выговор", REPRIMAND.grounds());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(impose(coop, harsher, id)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(impose(coop, REPRIMAND, id));
    assertThat(coop.view().measures())
        .extracting(MeasureRecord::measure)
        .containsExactly(REPRIMAND);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(impose(coop, REPRIMAND, id)),
        Reason.DECISION_ALREADY_USED);
    assertThat(coop.view().council().orElseThrow().chairman(coop.now())).contains(CHAIRMAN);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-27")
  @Tag("CHAIR-10")
  void recalledChairman_losesHisOffice_andAnotherIsElected(Cooperative coop, Meetings meetings) {
    long recalled = hold(coop, meetings, agenda(about(1, ItemType.RE_ELECT, Checksum256.ZERO)));
    coop.chain().push(elect(coop, recalled));
    Council council = coop.view().council().orElseThrow();
    assertThat(council.chairman(coop.now())).isEmpty();
    assertThat(council.isMember(CHAIRMAN, coop.now())).isTrue();
    assertRefused(
        coop.chain(), () -> coop.chain().push(elect(coop, recalled)), Reason.NOT_CHAIRMAN);
    assertThat(coop.view().duties(coop.now()))
        .filteredOn(duty -> duty.kind() == DutyKind.ELECT_CHAIRMAN)
        .extracting(Duty::since)
        .as("nobody has succeeded him")
        .containsExactly(meetings.meeting(recalled).snapshot().heldAt().toInstant());
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-27")
  @Tag("CHAIR-10")
  void recall_andElection_inOneMeeting(Cooperative coop, Meetings meetings) {
    long id = hold(
        coop,
        meetings,
        agenda(
            about(1, ItemType.RE_ELECT, Checksum256.ZERO),
            election(2, ItemType.ELECTION_COUNCIL_CHAIR, founder(4))));
    coop.chain().push(elect(coop, id));
    assertThat(coop.view().council().orElseThrow().chairman(coop.now())).contains(founder(4));
  }
}
