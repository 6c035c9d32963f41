package io.github.coopj.governance.order;

import io.github.coopj.governance.fund.Posting;

/**
 * What a move of an order does; to be stored whole.
 *
 * @param order the order afterwards
 * @param offer the offer afterwards
 * @param posting what to book with it
 */
public record OrderStep(ProgrammeOrder order, ListedOffer offer, Posting posting) {}
