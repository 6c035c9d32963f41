package io.github.coopj.governance.fund;

/**
 * What a contribution becomes.
 *
 * @param posting transfers to book all or none
 * @param next carry for the next contribution to the same programme
 */
public record Booking(Posting posting, Carry next) {}
