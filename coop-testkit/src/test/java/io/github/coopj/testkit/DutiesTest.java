package io.github.coopj.testkit;

import static io.github.coopj.testkit.MeetingVoteTest.castFirst;
import static io.github.coopj.testkit.MeetingVoteTest.closeVote;
import static io.github.coopj.testkit.MeetingVoteTest.openMeeting;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The duties that follow from what is on the chain. */
class DutiesTest {
  private static List<Duty> duties(Cooperative coop, DutyKind kind) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == kind)
        .toList();
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-12")
  void application_isOwed_untilTheCouncilHasDecided(Cooperative coop) {
    Name applicant = Name.of("ivanov");
    coop.chain().createAccounts("ivanov");
    coop.verify(applicant);
    coop.apply(applicant);
    assertThat(duties(coop, DutyKind.DECIDE_APPLICATION)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("application of ivanov");
      assertThat(duty.overdue()).isFalse();
    });
    coop.advance(Duration.ofDays(31));
    assertThat(duties(coop, DutyKind.DECIDE_APPLICATION))
        .extracting(Duty::overdue)
        .containsExactly(true);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-11")
  @Tag("COUNCIL-26")
  void decision_isOwedASignature_andTheMonthASession(Cooperative coop) {
    assertThat(duties(coop, DutyKind.MONTHLY_SESSION))
        .as("the month of the founding")
        .isEmpty();
    coop.advance(Duration.ofDays(30));
    assertThat(duties(coop, DutyKind.MONTHLY_SESSION)).hasSize(1);
    coop.session();
    coop.closeSession();
    assertThat(duties(coop, DutyKind.MONTHLY_SESSION))
        .as("one was held in February")
        .isEmpty();
    coop.advance(Duration.ofDays(18));
    assertThat(duties(coop, DutyKind.MONTHLY_SESSION))
        .as("March")
        .extracting(Duty::overdue)
        .containsExactly(false);
    long id = coop.adopt(QuestionType.OTHER, digest("a question"));
    assertThat(duties(coop, DutyKind.SIGN_DECISION))
        .extracting(Duty::about)
        .containsExactly("question " + id);
    coop.sign(id);
    assertThat(duties(coop, DutyKind.SIGN_DECISION)).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-23")
  void minutes_areOwed_untilTheyAreSigned(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, agenda(item(1, ItemType.OTHER)));
    castFirst(coop, meetings, id, 5);
    assertThat(duties(coop, DutyKind.CLOSE_MEETING)).isEmpty();
    closeVote(coop, meetings, id);
    assertThat(duties(coop, DutyKind.SIGN_MINUTES))
        .extracting(Duty::about)
        .containsExactly("meeting " + id);
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), CHAIRMAN));
    assertThat(duties(coop, DutyKind.SIGN_MINUTES)).isEmpty();
  }
}
