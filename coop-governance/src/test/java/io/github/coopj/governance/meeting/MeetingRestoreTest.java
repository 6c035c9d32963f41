package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.annualAgenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.cast;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.convene;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.notifyEach;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** All states: stored rows, and the charter that every move asks for. */
class MeetingRestoreTest {
  private static final Charter PLATFORM = platform();

  private static final Agenda ONE = agenda(ItemType.OTHER);

  private static final Agenda TWO = agenda(ItemType.OTHER, ItemType.OTHER);

  @Test
  void everyMove_withAnotherCharterVersion_isRefused() {
    Charter second = Fixtures.charter("PLATFORM", 2);
    String message = "CHARTER_VERSION_MISMATCH charter=coop#2 expected=coop#1";
    DraftMeeting draft = draft(ONE, PLATFORM);
    assertRefused(() -> convene(draft, members(4), second), message);
    ConvenedMeeting convened = notifyEach(convene(draft, members(4), PLATFORM), PLATFORM, NOW);
    assertRefused(() -> Fixtures.tell(convened, member(0), second, NOW), message);
    assertRefused(() -> convened.open(second, OPENS), message);
    OpenMeeting open = convened.open(PLATFORM, OPENS);
    assertRefused(
        () -> open.accept(ballot(open, member(0), "+"), true, false, false, second, OPENS),
        message);
    assertRefused(() -> open.close(second, CLOSES), message);
    QuorumMissed missed = open.close(PLATFORM, CLOSES).requireQuorumMissed();
    assertRefused(() -> Fixtures.repeat(missed, OPENS, CLOSES, second, CLOSES), message);
    CountedMeeting counted = closed(open, PLATFORM, CLOSES, "+", "+", "+").requireCounted();
    assertRefused(() -> counted.sign(member(0), seal(counted), second, CLOSES), message);
  }

  @Test
  void restore_refusesRows_thatContradictThemselves() {
    OpenMeeting open = cast(open(TWO, 4, PLATFORM), PLATFORM, "++", "+-", "..");
    CountedMeeting counted =
        closed(open(TWO, 4, PLATFORM), PLATFORM, CLOSES, "++", "+-", "..").requireCounted();
    GeneralMeeting counting = open.close(PLATFORM, CLOSES)
        .requireCounting()
        .count(Fixtures.logged(List.of(ballot(open, member(0), "++"))), PLATFORM, CLOSES);
    GeneralMeetingRecord held =
        counted.sign(member(0), seal(counted), PLATFORM, CLOSES).snapshot();
    for (GeneralMeetingRecord whole :
        List.of(open.snapshot(), counting.snapshot(), counted.snapshot(), held)) {
      assertThat(GeneralMeeting.restore(whole).snapshot()).isEqualTo(whole);
      for (MeetingStatus status : MeetingStatus.values()) {
        if (status != whole.status()) {
          contradicts(whole, status, edit -> {});
        }
      }
      contradicts(whole, whole.status(), edit -> edit.id = 0);
      contradicts(whole, whole.status(), edit -> edit.cooperative = Name.EMPTY);
      contradicts(whole, whole.status(), edit -> edit.cycle++);
      contradicts(whole, whole.status(), edit -> edit.present++);
      contradicts(whole, whole.status(), edit -> edit.present = edit.eligible + 1);
      contradicts(whole, whole.status(), edit -> edit.ballots = MerkleTree.Frontier.EMPTY);
      contradicts(
          whole,
          whole.status(),
          edit -> edit.counted = BallotLog.append(
              BallotLog.append(edit.counted, paper("ballot")), paper("another ballot")));
      contradicts(whole, whole.status(), edit -> edit.notified = edit.eligible + 1);
      contradicts(whole, whole.status(), edit -> edit.eligible = 0);
      contradicts(whole, whole.status(), edit -> edit.councilDecisionId = 0);
      contradicts(whole, whole.status(), edit -> edit.rollDigest = Checksum256.ZERO);
      contradicts(whole, whole.status(), edit -> edit.closesAt = edit.opensAt);
      contradicts(whole, whole.status(), edit -> edit.chair = Name.EMPTY);
      contradicts(whole, whole.status(), edit -> edit.items = List.of());
      contradicts(whole, whole.status(), edit -> edit.items = edit.items.subList(1, 2));
      contradicts(whole, whole.status(), edit -> edit.failure = FailureCause.LEGAL_FLOOR);
      contradicts(
          whole,
          whole.status(),
          edit -> edit.minutesHash =
              edit.minutesSigners.isEmpty() ? paper("minutes") : Checksum256.ZERO);
      contradicts(
          whole,
          whole.status(),
          edit -> edit.items = edit.items.stream()
              .map(item -> item.counted(
                      item.votesFor() + 1, item.against(), item.abstain(), item.blank())
                  .with(item.outcome()))
              .toList());
    }
  }

  private static void contradicts(
      GeneralMeetingRecord whole, MeetingStatus status, Consumer<MeetingEdit> change) {
    MeetingEdit edit = new MeetingEdit(whole);
    change.accept(edit);
    assertThatExceptionOfType(InvalidValueException.class)
        .as("%s from %s", status, whole.status())
        .isThrownBy(() -> GeneralMeeting.restore(edit.toRecord(status)))
        .withMessageContaining("contradict");
  }

  @Test
  void restore_ofEverySnapshot_givesTheSameState_afterTheBinaryForm() {
    Codec<GeneralMeetingRecord> codec = RecordCodec.of(GeneralMeetingRecord.class);
    DraftMeeting draft = draft(annualAgenda(), PLATFORM);
    ConvenedMeeting convened = notifyEach(convene(draft, members(5), PLATFORM), PLATFORM, NOW);
    OpenMeeting open = convened.open(PLATFORM, OPENS);
    GeneralMeeting missed = open.close(PLATFORM, CLOSES);
    CountedMeeting counted =
        closed(open, PLATFORM, CLOSES, "++++", "++--", "+...", "----").requireCounted();
    GeneralMeeting counting =
        cast(open, PLATFORM, "++++", "++--", "+...", "----").close(PLATFORM, CLOSES);
    GeneralMeeting held = counted.sign(member(0), seal(counted), PLATFORM, CLOSES);
    GeneralMeeting failed = convened.expire(CLOSES);
    List<String> names = new ArrayList<>();
    for (GeneralMeeting state :
        List.of(draft, convened, open, missed, counting, counted, held, failed)) {
      GeneralMeeting again = GeneralMeeting.restore(codec.decode(codec.encode(state.snapshot())));
      assertThat(again).isEqualTo(state).hasSameHashCodeAs(state).hasSameClassAs(state);
      names.add(state.match(new Named()));
    }
    assertThat(names)
        .containsExactly(
            "draft", "convened", "open", "quorumMissed", "counting", "counted", "held", "failed");
    assertThat(draft)
        .isNotEqualTo(convened)
        .isNotEqualTo("draft")
        .hasToString("DraftMeeting[coop#7, cycle 1, 0 of 0]");
  }

  private static final class Named implements GeneralMeeting.Cases<String> {
    @Override
    public String draft(DraftMeeting meeting) {
      return "draft";
    }

    @Override
    public String convened(ConvenedMeeting meeting) {
      return "convened";
    }

    @Override
    public String open(OpenMeeting meeting) {
      return "open";
    }

    @Override
    public String quorumMissed(QuorumMissed meeting) {
      return "quorumMissed";
    }

    @Override
    public String counting(CountingMeeting meeting) {
      return "counting";
    }

    @Override
    public String counted(CountedMeeting meeting) {
      return "counted";
    }

    @Override
    public String held(HeldMeeting meeting) {
      return "held";
    }

    @Override
    public String failed(FailedMeeting meeting) {
      return "failed";
    }
  }
}
