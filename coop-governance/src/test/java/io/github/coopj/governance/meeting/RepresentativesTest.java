package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Meetings of authorised representatives. */
class RepresentativesTest {
  private static final Charter CHARTER = platform();

  @Test
  @Tag("DMEET-07")
  void meetingOfRepresentatives_followsTheSameSchedule_withOneVoteEach() {
    DraftMeeting draft = Fixtures.plan(
            MeetingBody.REPRESENTATIVES,
            MeetingKind.EXTRAORDINARY,
            member(0),
            member(1),
            OPENS,
            CLOSES)
        .draft(7, agenda(ItemType.FUND_RULES), CHARTER, NOW);
    OpenMeeting open = Fixtures.notifyEach(
            Fixtures.convene(draft, members(4), CHARTER), CHARTER, NOW)
        .open(CHARTER, OPENS);
    assertThat(Fixtures.closed(open, CHARTER, CLOSES, "+", "+").snapshot().status())
        .isEqualTo(MeetingStatus.QUORUM_MISSED);
    CountedMeeting counted =
        Fixtures.closed(open, CHARTER, CLOSES, "+", "+", "-").requireCounted();
    MeetingDecision decision = counted
        .sign(member(0), Fixtures.seal(counted), CHARTER, CLOSES)
        .requireHeld()
        .decision(1);
    assertThat(decision.body()).isEqualTo(MeetingBody.REPRESENTATIVES);
    assertThat(decision.type()).isEqualTo(ItemType.FUND_RULES);
  }
}
