/**
 * Tokens: the contract that keeps who has how much of what, with the tables and actions that wallets know.
 *
 * <p>Exact integers only; no clock, no IO. Begin with {@link io.github.coopj.chain.token.TokenContract}.
 */
@NullMarked
package io.github.coopj.chain.token;

import org.jspecify.annotations.NullMarked;
