package io.github.coopj.governance.fund;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import java.util.List;

/**
 * Rules on forming the funds as they are stored.
 *
 * @param version version, 0 for those of the charter
 * @param meetingDecisionId number of the meeting's decision; for those of the charter, of the founding meeting's
 * @param effectiveFrom from when they hold
 * @param shares the five funds in order, together 10000 basis points
 * @param uses what each fund may be spent on
 * @param moves which funds may pass money to which
 */
public record FundRulesRecord(
    int version,
    @AbiType("uint64") long meetingDecisionId,
    TimePointSec effectiveFrom,
    List<FundShare> shares,
    List<FundUse> uses,
    List<FundMove> moves) {
  /** Copies the lists. */
  public FundRulesRecord {
    shares = List.copyOf(shares);
    uses = List.copyOf(uses);
    moves = List.copyOf(moves);
  }
}
