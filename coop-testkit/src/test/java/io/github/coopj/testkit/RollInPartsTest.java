package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.plainAgenda;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.person.PersonKeys;
import io.github.coopj.governance.person.PersonKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roll over the chain, drawn up in parts of several sizes. */
@Tag("MEET-16")
class RollInPartsTest {
  @ParameterizedTest(name = "parts of {0}")
  @ValueSource(ints = {1, 2, 7, 1_000})
  @Tag("ORG-04")
  void roll_isOfTheMembersAtTheTimeOfTheDecision_whateverTheParts(int limit) {
    try (Cooperative coop = Cooperative.inMemory(TestClock.at(START))) {
      Meetings meetings = new Meetings(coop);
      business(coop, Name.of("abusiness"), founder(2));
      coop.admit("member1", "zmember");
      long id = draft(meetings);
      long decision = meetings.decide(id);
      coop.advance(Duration.ofSeconds(2));
      coop.admit("alater");
      int parts = 0;
      while (meetings.meeting(id) instanceof DraftMeeting) {
        assertThat(parts).isLessThan(20);
        coop.chain().push(meetings.drawUp(id, decision, limit));
        parts++;
        if (parts == 1) {
          coop.admit("zlater");
        }
      }
      List<Name> expected = new ArrayList<>(Cooperative.FOUNDERS);
      expected.add(Name.of("member1"));
      expected.add(Name.of("zmember"));
      GeneralMeetingRecord row = meetings.meeting(id).requireConvened().snapshot();
      assertThat(meetings.roll(id)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(row.eligible()).isEqualTo(7);
      assertThat(row.rollDigest()).isEqualTo(Roll.of(expected).digest());
      assertThat(parts).isEqualTo(limit == 1 ? 16 : limit == 2 ? 8 : limit == 7 ? 2 : 1);
    }
  }

  @ParameterizedTest(name = "limit {0}")
  @ValueSource(ints = {0, -1, 1_001})
  void drawUp_refusesPartsOutOfBounds(int limit) {
    try (Cooperative coop = Cooperative.inMemory(TestClock.at(START))) {
      Meetings meetings = new Meetings(coop);
      long id = draft(meetings);
      long decision = meetings.decide(id);
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(meetings.drawUp(id, decision, limit)),
          ChainError.ASSERT_MESSAGE);
      coop.chain().push(meetings.drawUp(id, decision, 1));
      long other = coop.decide(
          QuestionType.CONVENE_MEETING,
          meetings.meeting(id).requireDraft().convocation().digest());
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(meetings.drawUp(id, other, 1)),
              Reason.ROLL_OF_OTHER_DECISION)
          .hasFact("expected", (int) decision);
      coop.chain().push(meetings.convene(id, decision));
      assertThat(meetings.meeting(id).requireConvened().snapshot().eligible()).isEqualTo(5);
    }
  }

  private static long draft(Meetings meetings) {
    return meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY,
        plainAgenda(),
        CHAIRMAN,
        founder(2),
        Duration.ofDays(20),
        Duration.ofDays(1)));
  }

  /** A member's business, whose account comes before his own. */
  private static void business(Cooperative coop, Name business, Name person) {
    coop.chain().createAccounts(business.toString());
    coop.chain()
        .push(coop.actions()
            .verify(
                business,
                new PersonKeys(
                    digest("identity of the business"),
                    Cooperative.personOf(person).voterKey())));
    coop.chain()
        .push(OrganisationTest.apply(
            coop, business, PersonKind.SOLE_PROPRIETOR, person, Checksum256.ZERO));
    long decision =
        coop.decide(QuestionType.ADMISSION, coop.membership(business).applicationHash());
    coop.chain().push(coop.actions().admit(business, decision));
  }
}
