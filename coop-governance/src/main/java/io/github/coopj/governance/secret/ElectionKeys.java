package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Group;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The public result of a key ceremony: ballots are encrypted to {@code Y = Σ_i A_i0}; the share of trustee j is checked with
 * {@code X_j = Σ_i Σ_k j^k·A_ik}.
 *
 * @param group name of the group, {@code P256}
 * @param ceremony digest of the plan of the ceremony
 * @param threshold t
 * @param commitments A_ik by trustee
 * @param trusteeKeys X_j by trustee, 33 bytes each
 * @param publicKey Y, 33 bytes
 */
public record ElectionKeys(
    String group,
    Checksum256 ceremony,
    int threshold,
    List<TrusteePoints> commitments,
    List<Bytes> trusteeKeys,
    Bytes publicKey) {
  /** Refuses keys that contradict each other. */
  public ElectionKeys {
    commitments = List.copyOf(commitments);
    trusteeKeys = List.copyOf(trusteeKeys);
    Parts.require(group.equals(Group.P256.name()), "group must be P256, got " + group);
    int trustees = commitments.size();
    Parts.require(
        threshold >= 1 && threshold <= trustees && trustees <= CeremonyPlan.MAX_TRUSTEES,
        "threshold must be 1 to the number of trustees, got " + threshold + " of " + trustees);
    Parts.require(
        trusteeKeys.size() == trustees,
        "keys must be as many as trustees, got " + trusteeKeys.size() + " of " + trustees);
    for (TrusteePoints points : commitments) {
      Parts.require(
          points.points().size() == threshold,
          "a commitment must have " + threshold + " points, got "
              + points.points().size());
    }
    trusteeKeys.forEach(P256::decode);
    P256.decode(publicKey);
  }

  /** Keys that follow from the commitments of all trustees. */
  static ElectionKeys of(CeremonyPlan plan, List<TrusteeCommitment> commitments) {
    Element key = P256.neutral();
    for (TrusteeCommitment commitment : commitments) {
      key = key.plus(P256.decode(commitment.points().get(0)));
    }
    List<Bytes> trusteeKeys = new ArrayList<>();
    for (int j = 1; j <= commitments.size(); j++) {
      trusteeKeys.add(trusteeKey(commitments, j).encode());
    }
    return new ElectionKeys(
        Group.P256.name(),
        plan.digest(),
        plan.threshold(),
        commitments.stream().map(each -> new TrusteePoints(each.points())).toList(),
        trusteeKeys,
        key.encode());
  }

  static Element trusteeKey(List<TrusteeCommitment> commitments, int trustee) {
    Element sum = P256.neutral();
    for (TrusteeCommitment commitment : commitments) {
      sum = sum.plus(commitment.pointFor(trustee));
    }
    return sum;
  }

  /**
   * Number of trustees.
   *
   * @return n, 1 or more
   */
  public int trustees() {
    return trusteeKeys.size();
  }

  /**
   * The secret of a trustee: {@code x_j = Σ_i s_ij}, his own share among them.
   *
   * @param shares the shares he got, and the one of his own polynomial
   * @return a secret that stays on his device until he has decrypted
   */
  public static Scalar secretOf(List<Scalar> shares) {
    return shares.stream().reduce(Scalar.ZERO, Scalar::plus);
  }

  /**
   * A trustee's proof that he holds {@code x_j} of {@code X_j}.
   *
   * @param ceremony digest of the plan of the ceremony
   * @param trustee his number, from 1
   * @param secret x_j
   * @param chance for the proof
   * @return the confirmation
   * @throws InvalidValueException for a number below 1
   */
  public static Confirmation confirm(
      Checksum256 ceremony, int trustee, Scalar secret, ScalarSource chance) {
    Parts.require(trustee >= 1, "trustees are numbered from 1, got " + trustee);
    return new Confirmation(
        trustee,
        SchnorrProof.prove("share", confirmationContext(ceremony, trustee), secret, chance));
  }

  static List<Bytes> confirmationContext(Checksum256 ceremony, int trustee) {
    return List.of(Parts.of(ceremony), Parts.u32(trustee));
  }
}
