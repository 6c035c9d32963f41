package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;
import java.util.List;

/**
 * The points one trustee committed to.
 *
 * @param points A_0 to A_{t−1}, 33 bytes each
 */
public record TrusteePoints(List<Bytes> points) {
  /** Copies the list. */
  public TrusteePoints {
    points = List.copyOf(points);
  }
}
