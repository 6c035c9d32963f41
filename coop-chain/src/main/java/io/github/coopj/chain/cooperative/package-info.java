/**
 * Contracts that bind the rules of coop-governance to tables.
 *
 * <p>No rule lives here: a contract decodes, loads, calls the rule and stores what the rule returned.
 */
@NullMarked
package io.github.coopj.chain.cooperative;

import org.jspecify.annotations.NullMarked;
