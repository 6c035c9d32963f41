package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;

/**
 * A trustee's share of one sum.
 *
 * @param point {@code D = x_j·A}: 33 bytes, or 00 if A is the sum of nothing
 * @param proof that D has the same {@code x_j} as his key
 */
public record SharePart(Bytes point, EqualityProof proof) {
  /** Refuses what is no element. */
  public SharePart {
    P256.decodeSum(point);
  }
}
