package io.github.coopj.chain.system;

/**
 * Bytes of RAM that an account may use, and how many of them it owes rent for. An order that ends takes its bytes back, but
 * not those in use: these stay, cannot grow, and are owed for until they are paid.
 *
 * @param limit bytes the account may use, those it owes for included
 * @param debt bytes it owes rent for, 0 to {@code limit}
 */
record RamRent(long limit, long debt) {
  /**
   * The end of an order.
   *
   * @param rented bytes of the order
   * @param used bytes the account uses
   */
  RamRent end(long rented, long used) {
    long paid = Math.max(0, limit - debt - rented);
    long kept = Math.max(paid, used);
    return new RamRent(kept, kept - paid);
  }

  /**
   * A new order. It begins with all that is owed for, so that no debt is left.
   *
   * @param rented bytes of the order, the debt or more
   */
  RamRent begin(long rented) {
    return new RamRent(Math.addExact(limit, rented - debt), 0);
  }
}
