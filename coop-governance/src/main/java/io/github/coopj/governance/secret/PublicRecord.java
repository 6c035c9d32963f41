package io.github.coopj.governance.secret;

import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * Everything that is published of a secret vote, and all that {@link SecretElectionVerifier} needs (MEET-26). It has a
 * binary form by {@link RecordCodec}.
 *
 * @param election content of the election
 * @param plan plan of the key ceremony
 * @param commitments commitments of trustees 1 to n
 * @param complaints complaints of the ceremony, all answered
 * @param confirmations confirmations of trustees 1 to n
 * @param roll accounts on the roll, ascending
 * @param ballots accepted ballots, superseded ones among them, in order of acceptance
 * @param ballotTree root over the digests of the ballot documents ({@link RecordTree})
 * @param present number of members with a ballot
 * @param sums sums of the ballots that count
 * @param shares shares of the trustees who decrypted
 * @param results counts as the minutes state them
 */
public record PublicRecord(
    ElectionContent election,
    CeremonyPlan plan,
    List<TrusteeCommitment> commitments,
    List<ShareComplaint> complaints,
    List<SchnorrProof> confirmations,
    List<Name> roll,
    List<RecordedBallot> ballots,
    Checksum256 ballotTree,
    long present,
    List<ItemSum> sums,
    List<DecryptionShare> shares,
    List<OptionCounts> results) {
  /** Copies the lists. */
  public PublicRecord {
    commitments = List.copyOf(commitments);
    complaints = List.copyOf(complaints);
    confirmations = List.copyOf(confirmations);
    roll = List.copyOf(roll);
    ballots = List.copyOf(ballots);
    sums = List.copyOf(sums);
    shares = List.copyOf(shares);
    results = List.copyOf(results);
  }
}
