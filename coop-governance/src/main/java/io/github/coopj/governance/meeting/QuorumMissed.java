package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.MerkleTree;
import java.time.Instant;

/** The cycle had no quorum; the next one needs fewer (MEET-19, MEET-20). */
public final class QuorumMissed extends MeetingState implements GeneralMeeting {
  QuorumMissed(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * The next cycle as it can be appointed.
   *
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   * @return the document whose digest the Council decides on, or a demander signs
   */
  public Convocation repeat(Instant opensAt, Instant closesAt) {
    return Convocation.of(
        row, row.cycle() + 1, TimePointSec.of(opensAt), TimePointSec.of(closesAt));
  }

  /**
   * Convenes the next cycle: same agenda, same roll, notices due again (MEET-22). Ballots of this cycle are void, or where the
   * charter carries them over they count in the next one unless their members vote again (MEET-21); those of a meeting with
   * secret items are void in any case, as their secret part is of this cycle only.
   * Another agenda is another meeting, and no ballot counts at another meeting. The window of the annual meeting binds repeat
   * cycles only where the charter says so (MEET-09).
   *
   * @param act decision REPEAT_MEETING of the Council, or signature of the demander who convened, over the digest of {@link
   *     #repeat}
   * @param opensAt when voting opens, early enough for the notices of a repeat cycle
   * @param closesAt when voting closes, after {@code opensAt}
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the convened next cycle
   * @throws GovernanceException as {@link ConveningAct#requireRepeats}; MEETING_TIMES_INVALID, MEETING_OUTSIDE_ANNUAL_WINDOW, NOTICE_LATE, CYCLES_EXHAUSTED, CYCLE_BELOW_LEGAL_FLOOR,
   *     CHARTER_VERSION_MISMATCH
   */
  public ConvenedMeeting reconvene(
      ConveningAct act, Instant opensAt, Instant closesAt, Charter charter, Instant now) {
    requireCharter(row, charter);
    act.requireRepeats(repeat(opensAt, closesAt), now);
    MeetingEdit edit = new MeetingEdit(row);
    edit.cycle++;
    QuorumRule.requireAllowed(edit.cycle, charter.meeting());
    edit.opensAt = TimePointSec.of(opensAt);
    edit.closesAt = TimePointSec.of(closesAt);
    requireTimes(edit.opensAt, edit.closesAt, now);
    if (!charter.annual().repeatAfterWindow()) {
      MeetingPlan.requireInsideWindow(row.kind(), edit.opensAt, charter);
    }
    edit.notified = 0;
    if (!carriesOver(charter)) {
      edit.present = 0;
      edit.ballots = MerkleTree.Frontier.EMPTY;
      edit.ballotsFrom = edit.cycle;
    }
    edit.secret = SecretCount.NONE;
    edit.notice = NoticeState.NONE;
    GeneralMeetingRecord next = edit.toRecord(MeetingStatus.CONVENED);
    requireTimelyNotice(next, charter, now);
    edit.notice = NoticeState.ofWhole(message(next));
    return new ConvenedMeeting(edit.toRecord(MeetingStatus.CONVENED));
  }

  private boolean carriesOver(Charter charter) {
    return charter.ballots().carryOver() && row.items().stream().noneMatch(ItemRecord::secret);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.quorumMissed(this);
  }
}
