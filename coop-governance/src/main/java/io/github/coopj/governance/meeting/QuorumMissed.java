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
   * Convenes the next cycle: same agenda, same roll, ballots of this cycle void, notices due again (MEET-21, MEET-22).
   * Another agenda is another meeting. The window of the annual meeting does not bind repeat cycles (MEET-09).
   *
   * @param opensAt when voting opens, early enough for the notices of a repeat cycle
   * @param closesAt when voting closes, after {@code opensAt}
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the convened next cycle
   * @throws GovernanceException MEETING_TIMES_INVALID, NOTICE_LATE, CYCLES_EXHAUSTED, CYCLE_BELOW_LEGAL_FLOOR,
   *     CHARTER_VERSION_MISMATCH
   */
  public ConvenedMeeting reconvene(
      Instant opensAt, Instant closesAt, Charter charter, Instant now) {
    requireCharter(row, charter);
    MeetingEdit edit = new MeetingEdit(row);
    edit.cycle++;
    QuorumRule.requireAllowed(edit.cycle, charter.meeting());
    edit.opensAt = TimePointSec.of(opensAt);
    edit.closesAt = TimePointSec.of(closesAt);
    requireTimes(edit.opensAt, edit.closesAt, now);
    edit.notified = 0;
    edit.present = 0;
    edit.ballots = MerkleTree.Frontier.EMPTY;
    edit.secret = SecretCount.NONE;
    GeneralMeetingRecord next = edit.toRecord(MeetingStatus.CONVENED);
    requireTimelyNotice(next, charter, now);
    return new ConvenedMeeting(next);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.quorumMissed(this);
  }
}
