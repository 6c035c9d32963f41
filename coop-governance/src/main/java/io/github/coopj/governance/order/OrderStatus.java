package io.github.coopj.governance.order;

/** How far an order has come. */
public enum OrderStatus {
  /** Ordered: the price is held. */
  PLACED,
  /** Handed over: the price is posted. */
  DELIVERED,
  /** Called off by buyer or provider: the price is free again. */
  CANCELLED,
  /** Its time ran out: the price is free again. */
  EXPIRED
}
