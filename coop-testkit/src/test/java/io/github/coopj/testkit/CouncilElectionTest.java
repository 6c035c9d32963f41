package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemOutcome;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.testkit.junit5.CoopTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** What a general meeting elects takes office on the chain. */
class CouncilElectionTest {
  private static final Name ANNA = Name.of("anna");

  private static Action elect(CouncilSteps steps, long meeting) {
    return steps.act(new CouncilActions.Elect(Cooperative.ACCOUNT, meeting), founder(4));
  }

  private static Ground item(long meeting, int item) {
    return Ground.ofMeeting(meeting * 10_000 + item);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-02")
  @Tag("COUNCIL-02")
  void wholeCouncil_isElectedByTheMeeting_andTakesEffectOnce(Cooperative coop, Meetings meetings) {
    coop.admit("anna");
    CouncilSteps steps = new CouncilSteps(coop);
    long before = steps.deputy(founder(3));
    long meeting = meetings.hold(agenda(
        election(1, ItemType.ELECTION_COUNCIL, founder(2)),
        election(2, ItemType.ELECTION_COUNCIL, ANNA),
        election(3, ItemType.ELECTION_COUNCIL, founder(3)),
        election(4, ItemType.ELECTION_COUNCIL_CHAIR, ANNA)));
    assertThat(steps.council().chairman(coop.now())).contains(CHAIRMAN);
    coop.chain().push(elect(steps, meeting));

    Council council = steps.council();
    assertThat(council.mandates())
        .extracting(Mandate::holder)
        .containsExactly(founder(2), ANNA, founder(3));
    assertThat(council.mandates())
        .extracting(Mandate::ground)
        .containsExactly(item(meeting, 1), item(meeting, 4), item(meeting, 3));
    assertThat(council.actingChairman(coop.now())).contains(ANNA);
    assertThat(council.isMember(CHAIRMAN, coop.now())).isFalse();
    assertThat(council.deputies(coop.now())).isEmpty();
    assertRefused(
        coop.chain(), () -> coop.chain().push(elect(steps, meeting)), Reason.DECISION_ALREADY_USED);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(steps.appoint(before, founder(3))),
            Reason.DECISION_ALREADY_USED)
        .hasFact("decision", before);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-02")
  @Tag("CHAIR-01")
  void chairmanAlone_isElectedAnew_amongTheMembersOfTheCouncil(
      Cooperative coop, Meetings meetings) {
    coop.admit("anna");
    CouncilSteps steps = new CouncilSteps(coop);
    steps.deputy(founder(2));
    long outside = meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL_CHAIR, ANNA)));
    assertRefused(
            coop.chain(), () -> coop.chain().push(elect(steps, outside)), Reason.NOT_IN_COUNCIL)
        .hasFact("account", "anna");

    long meeting = meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL_CHAIR, founder(2))));
    long again = meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL_CHAIR, CHAIRMAN)));
    coop.chain().push(elect(steps, meeting));
    Council council = steps.council();
    assertThat(council.chairman(coop.now())).contains(founder(2));
    assertThat(council.mandates())
        .filteredOn(mandate -> mandate.office() == Office.CHAIRMAN)
        .extracting(Mandate::ground)
        .containsExactly(item(meeting, 1));
    assertThat(council.isMember(CHAIRMAN, coop.now())).as("as a member").isTrue();
    assertThat(council.membersInOffice(coop.now())).hasSize(5);

    coop.chain().push(elect(steps, again));
    assertThat(steps.council().chairman(coop.now())).contains(CHAIRMAN);
    assertRefused(
        coop.chain(), () -> coop.chain().push(elect(steps, meeting)), Reason.DECISION_ALREADY_USED);
  }

  /** An item for a candidate of an election to two seats. */
  private static AgendaItem seat(int number, Name candidate) {
    return new AgendaItem(
        number,
        ItemType.ELECTION_COUNCIL,
        "Выборы",
        "Избрать",
        List.of(candidate),
        2,
        Checksum256.ZERO,
        false,
        Checksum256.ZERO);
  }

  /** A meeting at which founders 1 to 4 vote on three candidates for two seats, each a line with one sign a candidate. */
  private static GeneralMeetingRecord vote(Cooperative coop, Meetings meetings, String... lines) {
    long id = MeetingVoteTest.openMeeting(
        coop, meetings, agenda(seat(1, founder(4)), seat(2, founder(3)), seat(3, founder(2))));
    for (int voter = 0; voter < lines.length; voter++) {
      List<Answer> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        boolean yes = lines[voter].charAt(i) == '+';
        answers.add(new Answer(i + 1, yes ? Choice.FOR : Choice.AGAINST));
      }
      coop.chain()
          .push(meetings.handIn(
              new Ballot(Cooperative.ACCOUNT, id, 1, 1, founder(voter + 1), answers)));
    }
    MeetingVoteTest.closeVote(coop, meetings, id);
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), CHAIRMAN));
    return meetings.meeting(id).requireHeld().snapshot();
  }

  private static List<String> openSeats(Cooperative coop) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == DutyKind.FILL_SEATS)
        .map(Duty::about)
        .toList();
  }

  @CoopTest(startsAt = START)
  @Tag("TALLY-04")
  void seats_equalVotesForTheLast_callForARunOff_whichIsOwed(Cooperative coop, Meetings meetings) {
    GeneralMeetingRecord row = vote(coop, meetings, "+++", "+++", "++-", "+-+");
    assertThat(row.items())
        .extracting(ItemRecord::votesFor, ItemRecord::outcome)
        .containsExactly(
            tuple(4L, ItemOutcome.ADOPTED),
            tuple(3L, ItemOutcome.RUN_OFF),
            tuple(3L, ItemOutcome.RUN_OFF));
    assertThat(openSeats(coop)).containsExactly("ELECTION_COUNCIL of meeting " + row.id() + ": 1");
  }

  @CoopTest(startsAt = START)
  @Tag("TALLY-04")
  void seats_withTooFewWinners_stayVacant_andAreOwed(Cooperative coop, Meetings meetings) {
    GeneralMeetingRecord row = vote(coop, meetings, "++-", "++-", "+--", "+--");
    assertThat(row.items())
        .as("half of those present is no majority")
        .extracting(ItemRecord::votesFor, ItemRecord::outcome)
        .containsExactly(
            tuple(4L, ItemOutcome.ADOPTED),
            tuple(2L, ItemOutcome.REJECTED),
            tuple(0L, ItemOutcome.REJECTED));
    assertThat(openSeats(coop)).containsExactly("ELECTION_COUNCIL of meeting " + row.id() + ": 1");
  }

  @CoopTest(startsAt = START)
  @Tag("TALLY-04")
  void seats_equalVotesForTheLast_goByTheAgenda_whereTheCharterSaysSo(TestChain chain) {
    Cooperative coop = Cooperative.found(
        chain, Cooperative.charterWith("\"meeting.electionTie\": \"AGENDA_ORDER\""));
    GeneralMeetingRecord row = vote(coop, new Meetings(coop), "+++", "+++", "++-", "+-+");
    assertThat(row.items())
        .extracting(ItemRecord::outcome)
        .containsExactly(ItemOutcome.ADOPTED, ItemOutcome.ADOPTED, ItemOutcome.NO_SEAT);
    assertThat(openSeats(coop)).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-02")
  void seat_isFilledByElection_onceAndByMembersOnly(Cooperative coop, Meetings meetings) {
    coop.admit("anna");
    CouncilSteps steps = new CouncilSteps(coop);
    assertRefused(
        () -> meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL, Cooperative.ACCOUNT))),
        Reason.NOT_AN_ACTIVE_MEMBER);
    long seated = meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL, founder(5))));
    assertRefused(
        coop.chain(), () -> coop.chain().push(elect(steps, seated)), Reason.DUPLICATE_SEAT);

    long nobody = meetings.hold(Steps.plainAgenda());
    long meeting = meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL, ANNA)));
    coop.chain().push(elect(steps, meeting));
    assertThat(steps.council().membersInOffice(coop.now())).hasSize(6).endsWith(ANNA);
    assertThat(steps.council().chairman(coop.now())).contains(CHAIRMAN);
    assertRefused(
        coop.chain(), () -> coop.chain().push(elect(steps, meeting)), Reason.DECISION_ALREADY_USED);
    assertRefused(coop.chain(), () -> coop.chain().push(elect(steps, nobody)), Reason.NOT_ELECTED);
  }
}
