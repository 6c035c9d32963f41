package io.github.coopj.governance.representation;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;

/** Too few members came to meetings of sections. */
public final class MissedQuestion extends ReservedQuestion {
  MissedQuestion(ReservedRecord row) {
    super(row);
  }

  /**
   * Asks the same again: meetings of sections of the next cycle count, with its quorum.
   *
   * @param opensAt from when they count, not before the last cycle closed
   * @param closesAt until when they have to be over
   * @param charter the charter of the question
   * @param now the moment
   * @return the question in its next cycle
   * @throws GovernanceException CHARTER_VERSION_MISMATCH, MEETING_TIMES_INVALID
   */
  public AskedQuestion repeat(
      TimePointSec opensAt, TimePointSec closesAt, Charter charter, Instant now) {
    requireCharter(row, charter);
    boolean after =
        opensAt.compareTo(row.closesAt()) >= 0 && !opensAt.toInstant().isBefore(now);
    if (!after || closesAt.compareTo(opensAt) <= 0) {
      throw new GovernanceException(
          Reason.MEETING_TIMES_INVALID,
          "now",
          TimePointSec.of(now),
          "opensAt",
          opensAt,
          "closesAt",
          closesAt);
    }
    return new AskedQuestion(row.in(row.cycle() + 1, opensAt, closesAt));
  }
}
