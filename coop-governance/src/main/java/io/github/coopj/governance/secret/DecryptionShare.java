package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What one trustee gives to decrypt the sums: {@code D_j = x_j·A} for each, with a proof. One ballot is never decrypted.
 *
 * @param trustee number j of the trustee, from 1
 * @param parts a part for every option of every item, in their order
 */
public record DecryptionShare(int trustee, List<SharePart> parts) {
  /** Copies the list. */
  public DecryptionShare {
    parts = List.copyOf(parts);
  }

  /**
   * Makes a share; runs on the trustee's device, on sums that he added up himself.
   *
   * @param sums sums of the ballots that count
   * @param trustee his number, 1 to n
   * @param secret x_j
   * @param chance for the proofs
   * @return the share
   * @throws InvalidValueException when the secret is not that trustee's
   */
  public static DecryptionShare make(
      EncryptedSums sums, int trustee, Scalar secret, ScalarSource chance) {
    ElectionKeys keys = sums.election().content().keys();
    Parts.require(
        trustee >= 1
            && trustee <= keys.trustees()
            && P256.generator()
                .timesSecret(secret)
                .encode()
                .equals(keys.trusteeKeys().get(trustee - 1)),
        "the secret is not that of trustee " + trustee);
    List<SharePart> parts = new ArrayList<>();
    for (Position each : positions(sums)) {
      Element base = each.sum.alpha();
      parts.add(new SharePart(
          base.timesSecret(secret).encode(),
          EqualityProof.prove(each.context(trustee), base, secret, chance)));
    }
    return new DecryptionShare(trustee, parts);
  }

  /**
   * Whether this is a trustee's right share of the sums.
   *
   * @param sums sums of the ballots that count
   * @return whether every part is there and every proof holds
   */
  public boolean verifies(EncryptedSums sums) {
    ElectionKeys keys = sums.election().content().keys();
    List<Position> positions = positions(sums);
    if (trustee < 1 || trustee > keys.trustees() || parts.size() != positions.size()) {
      return false;
    }
    Element key = P256.decode(keys.trusteeKeys().get(trustee - 1));
    for (int i = 0; i < parts.size(); i++) {
      Position each = positions.get(i);
      Element product = P256.decodeSum(parts.get(i).point());
      if (!parts.get(i).proof().verifies(each.context(trustee), each.sum.alpha(), key, product)) {
        return false;
      }
    }
    return true;
  }

  private static List<Position> positions(EncryptedSums sums) {
    List<Position> positions = new ArrayList<>();
    List<SecretItem> items = sums.election().content().items();
    for (int i = 0; i < items.size(); i++) {
      for (int o = 0; o < items.get(i).options().size(); o++) {
        positions.add(new Position(
            Parts.of(sums.election().digest()), items.get(i).item(), o, sums.of(i, o)));
      }
    }
    return positions;
  }

  /** One sum with its place in the election. */
  private record Position(Bytes election, int item, int option, Pair sum) {
    List<Bytes> context(int trustee) {
      return List.of(
          election,
          Parts.u32(trustee),
          Parts.u32(item),
          Parts.u32(option),
          sum.alpha().encode(),
          sum.beta().encode());
    }
  }
}
