/**
 * Names of the chain, names of accounts (аккаунты) and domains (домены), and who may create which.
 *
 * <p>Start with {@link io.github.coopj.core.name.Name}; the platform's own rules for accounts are in {@link
 * io.github.coopj.core.name.AccountNames}. No clock, no IO, no state.
 */
@NullMarked
package io.github.coopj.core.name;

import org.jspecify.annotations.NullMarked;
