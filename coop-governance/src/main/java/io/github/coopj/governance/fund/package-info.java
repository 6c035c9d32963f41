/**
 * Money of the cooperative: contributions, funds, double entry, checks of the books.
 *
 * <p>{@link io.github.coopj.governance.fund.ContributionBooking} turns a contribution into entries; {@link
 * io.github.coopj.governance.fund.BooksCheck} verifies what the entries add up to. Amounts are exact minor units;
 * everything is a function of its arguments: no clock, no randomness, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.fund;

import org.jspecify.annotations.NullMarked;
