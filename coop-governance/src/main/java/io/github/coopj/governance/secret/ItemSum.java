package io.github.coopj.governance.secret;

import java.util.List;

/**
 * Sums of one item.
 *
 * @param item number of the item
 * @param options a sum for each option, in the order of the item
 */
public record ItemSum(int item, List<CipherSum> options) {
  /** Copies the list. */
  public ItemSum {
    options = List.copyOf(options);
  }
}
