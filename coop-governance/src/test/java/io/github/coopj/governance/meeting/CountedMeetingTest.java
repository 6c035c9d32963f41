package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.rf;
import static io.github.coopj.governance.meeting.Fixtures.seal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Officers, minutes and effect of a counted meeting. */
class CountedMeetingTest {
  private static final Charter PLATFORM = platform();

  private static final Agenda ONE = agenda(ItemType.OTHER);

  private static final Agenda TWO = agenda(ItemType.OTHER, ItemType.OTHER);

  @Test
  @Tag("MEET-25")
  void soleMember_holdsBothOffices_andSignsOnce() {
    Charter rf = rf();
    CountedMeeting counted = closed(open(ONE, 1, rf), rf, CLOSES, "+").requireCounted();
    assertThat(counted.missingSigners(rf)).containsExactly(member(0));
    assertThat(counted.sign(member(0), seal(counted), rf, CLOSES).requireHeld().decisions())
        .hasSize(1);
  }

  @Test
  @Tag("MEET-25")
  void close_electedOfficersTakeOver_runnerUpIfTheFirstIsRejected() {
    Agenda agenda = new Agenda(
        1,
        List.of(
            item(1, ItemType.MEETING_CHAIR),
            new AgendaItem(
                2, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(member(2))),
            item(3, ItemType.MEETING_SECRETARY)));
    OpenMeeting open = open(agenda, 4, PLATFORM);
    assertThat(officers(closed(open, PLATFORM, CLOSES, "+++", "+++", "+++")))
        .containsExactly(member(0), member(1));
    assertThat(officers(closed(open, PLATFORM, CLOSES, "-++", "-++", "-++")))
        .containsExactly(member(2), member(1));
    assertThat(officers(closed(open, PLATFORM, CLOSES, "---", "---", "---")))
        .as("until somebody is elected the convenor's choice presides")
        .containsExactly(member(0), member(1));
    assertThat(officers(closed(open, PLATFORM, CLOSES, "+++", "+++", "+++", "-++")))
        .as("of two adopted candidates the one with more votes, wherever he stands on the agenda")
        .containsExactly(member(2), member(1));
    assertThat(officers(closed(open, PLATFORM, CLOSES, "+++", "+++", "+-+", "-++")))
        .as("of equal ones the first on the agenda")
        .containsExactly(member(0), member(1));
  }

  @Test
  @Tag("MEET-25")
  void close_oneMemberElectedTwice_doesNotHoldBothOffices() {
    Agenda agenda = new Agenda(
        1,
        List.of(
            item(1, ItemType.MEETING_CHAIR),
            new AgendaItem(
                2, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(member(1))),
            item(3, ItemType.MEETING_SECRETARY)));
    assertThat(officers(closed(open(agenda, 4, PLATFORM), PLATFORM, CLOSES, "-++", "-++", "-++")))
        .containsExactly(member(1), member(0));
  }

  private static List<Name> officers(GeneralMeeting counted) {
    GeneralMeetingRecord row = counted.requireCounted().snapshot();
    return List.of(row.chair(), row.secretary());
  }

  @Test
  @Tag("MEET-23")
  @Tag("MIN-01")
  void sign_chairman_makesTheMeetingHeldAtThatTime_andOnlyThenDecisionsBind() {
    CountedMeeting counted =
        closed(open(TWO, 4, PLATFORM), PLATFORM, CLOSES, "+-", "+-", "+-").requireCounted();
    assertThat(counted.missingSigners(PLATFORM)).containsExactly(member(0));
    assertRefused(counted::requireHeld, "WRONG_STATE what=\"meeting 7\" state=COUNTED needed=HELD");
    Instant signedAt = CLOSES.plusSeconds(90);
    HeldMeeting held =
        counted.sign(member(0), seal(counted), PLATFORM, signedAt).requireHeld();
    assertThat(held.heldAt()).isEqualTo(signedAt);
    assertThat(held.decision(1).effectiveAt()).isEqualTo(signedAt);
    assertThat(held.decision(1).id()).isEqualTo(70_001);
    assertThat(held.decisions()).extracting(MeetingDecision::item).containsExactly(1);
    assertRefused(() -> held.decision(2), "ITEM_NOT_ADOPTED meeting=7 item=2");
    assertRefused(() -> held.decision(3), "ITEM_NOT_ADOPTED meeting=7 item=3");
  }

  @Test
  @Tag("ESIG-05")
  void sign_rfProfile_needsChairmanAndSecretary_inEitherOrder() {
    Charter rf = rf();
    CountedMeeting counted = closed(open(ONE, 4, rf), rf, CLOSES, "+", "+", "+").requireCounted();
    for (List<Name> order : List.of(List.of(member(0), member(1)), List.of(member(1), member(0)))) {
      CountedMeeting once =
          counted.sign(order.get(0), seal(counted), rf, CLOSES).requireCounted();
      assertThat(once.missingSigners(rf)).containsExactly(order.get(1));
      assertRefused(
          () -> once.sign(order.get(0), seal(counted), rf, CLOSES),
          "MINUTES_ALREADY_SIGNED account=" + order.get(0));
      assertRefused(
          () -> once.sign(
              order.get(1),
              new MinutesSeal(counted.tally().digest(), paper("other text")),
              rf,
              CLOSES),
          Reason.MINUTES_MISMATCH);
      HeldMeeting held =
          once.sign(order.get(1), seal(counted), rf, CLOSES.plusSeconds(60)).requireHeld();
      assertThat(held.heldAt()).isEqualTo(CLOSES.plusSeconds(60));
      assertThat(held.snapshot().minutesSigners())
          .extracting(MinutesSignature::signer)
          .containsExactlyElementsOf(order);
    }
  }

  @Test
  @Tag("ESIG-05")
  @Tag("TALLY-02")
  void sign_byAnotherOrOverOtherFigures_isRefused() {
    CountedMeeting counted =
        closed(open(ONE, 4, PLATFORM), PLATFORM, CLOSES, "+", "+", "+").requireCounted();
    assertRefused(
        () -> counted.sign(member(1), seal(counted), PLATFORM, CLOSES),
        "NOT_A_MINUTES_SIGNER account=" + member(1) + " signers=[" + member(0) + "]");
    CountedMeeting other =
        closed(open(ONE, 4, PLATFORM), PLATFORM, CLOSES, "+", "+", "-").requireCounted();
    assertRefused(
        () -> counted.sign(member(0), seal(other), PLATFORM, CLOSES), Reason.MINUTES_MISMATCH);
  }
}
