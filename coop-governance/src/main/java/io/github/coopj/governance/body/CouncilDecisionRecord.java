package io.github.coopj.governance.body;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * A question of the Council as it is stored.
 *
 * @param id number of the question, 1 or more
 * @param type kind of question
 * @param subject digest of what it is about
 * @param proposer who put it
 * @param status how far it has come
 * @param votes roll-call in the order of voting
 * @param openedAt when the vote began
 * @param closesAt first second in which nobody may vote any more
 * @param decidedAt when the vote was counted; the epoch while voting
 * @param effectiveAt when it was signed or declined; the epoch before
 * @param signer who signed or declined; empty before
 * @param declineReason name of the {@link Rejection} of a rejected question, grounds of a declined one, else empty
 * @param charterDigest digest of the charter by which the vote was counted; zero while voting
 */
public record CouncilDecisionRecord(
    @AbiType("uint64") long id,
    QuestionType type,
    Checksum256 subject,
    Name proposer,
    DecisionStatus status,
    List<VoteEntry> votes,
    TimePointSec openedAt,
    TimePointSec closesAt,
    TimePointSec decidedAt,
    TimePointSec effectiveAt,
    Name signer,
    String declineReason,
    Checksum256 charterDigest) {
  /** Keeps a copy of the votes. */
  public CouncilDecisionRecord {
    votes = List.copyOf(votes);
  }
}
