package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.secret.SecretElectionVerifier.Problem;
import java.util.List;

/** Steps of the verifier about the election and its keys. */
final class KeyChecks {
  private KeyChecks() {}

  static Problem election(PublicRecord record) {
    ElectionContent election = record.election();
    ElectionKeys keys = election.keys();
    Checksum256 ceremony = DocumentDigest.of(DocumentType.TRUSTEE_COMMITMENT, record.plan());
    if (!keys.ceremony().equals(ceremony)) {
      return new Problem(0, "the keys are of another ceremony");
    }
    if (!record.plan().cooperative().equals(election.cooperative())
        || record.plan().meeting() != election.meeting()) {
      return new Problem(0, "the ceremony is of another meeting");
    }
    if (keys.threshold() != record.plan().threshold()) {
      return new Problem(0, "the threshold is not that of the ceremony");
    }
    return Problem.NONE;
  }

  static Problem keys(PublicRecord record) {
    List<TrusteeCommitment> commitments = record.commitments();
    ElectionKeys keys = record.election().keys();
    int trustees = record.plan().trustees().size();
    if (commitments.size() != trustees
        || record.confirmations().size() != trustees
        || keys.commitments().size() != trustees) {
      return new Problem(0, "parts of trustees are missing");
    }
    Bytes ceremony = Bytes.of(keys.ceremony().toBytes());
    for (int i = 1; i <= trustees; i++) {
      TrusteeCommitment commitment = commitments.get(i - 1);
      if (commitment.points().size() != record.plan().threshold()
          || !commitment.points().equals(keys.commitments().get(i - 1).points())) {
        return new Problem(i, "the commitment is not that of the keys");
      }
      for (int k = 0; k < commitment.points().size(); k++) {
        Element point = P256.decode(commitment.points().get(k));
        if (!RecordEquations.knows(
            commitment.proofs().get(k), "key", point, ceremony, u32(i), u32(k))) {
          return new Problem(i, "the proof of a coefficient does not hold");
        }
      }
      Element key = RecordEquations.at(commitments, i);
      if (!key.encode().equals(keys.trusteeKeys().get(i - 1))) {
        return new Problem(i, "the key does not follow from the commitments");
      }
      if (!RecordEquations.knows(
          record.confirmations().get(i - 1), "share", key, ceremony, u32(i))) {
        return new Problem(i, "the confirmation does not hold");
      }
    }
    if (!RecordEquations.at(commitments, 0).encode().equals(keys.publicKey())) {
      return new Problem(0, "the public key does not follow from the commitments");
    }
    return complaints(record);
  }

  private static Problem complaints(PublicRecord record) {
    int trustees = record.plan().trustees().size();
    for (ShareComplaint complaint : record.complaints()) {
      if (complaint.by() > trustees || complaint.against() > trustees) {
        return new Problem(complaint.against(), "a complaint names no trustee");
      }
      List<TrusteeCommitment> of = List.of(record.commitments().get(complaint.against() - 1));
      boolean right = complaint.answer().isPresent()
          && P256.generator()
              .times(Scalar.decode(complaint.answer().get()))
              .equals(RecordEquations.at(of, complaint.by()));
      if (!right) {
        return new Problem(complaint.against(), "a complaint has no right answer");
      }
    }
    return Problem.NONE;
  }

  static Bytes u32(int value) {
    return Bytes.ofHex(String.format("%08x", value));
  }
}
