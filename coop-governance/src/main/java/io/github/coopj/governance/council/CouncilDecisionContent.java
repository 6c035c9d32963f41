package io.github.coopj.governance.council;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * What the signature under a decision of the Council covers: the whole question with its roll-call and the charter it
 * was counted by. Changing any of it changes the decision's hash.
 *
 * @param id number of the question
 * @param question what was put to the Council, its materials included
 * @param proposer who put it
 * @param votes roll-call in the order of voting
 * @param openedAt when the vote began
 * @param closesAt when the vote ended at the latest
 * @param decidedAt when the vote was counted
 * @param charterDigest digest of the charter, which names cooperative and version
 */
public record CouncilDecisionContent(
    @AbiType("uint64") long id,
    CouncilQuestion question,
    Name proposer,
    List<VoteEntry> votes,
    TimePointSec openedAt,
    TimePointSec closesAt,
    TimePointSec decidedAt,
    Checksum256 charterDigest) {
  /** Keeps a copy of the votes. */
  public CouncilDecisionContent {
    votes = List.copyOf(votes);
  }
}
