/**
 * Contracts of the chain itself: accounts and domains, permissions, producers.
 *
 * <p>The checks are those of coop-core; the contracts only bind them to the chain.
 */
@NullMarked
package io.github.coopj.chain.system;

import org.jspecify.annotations.NullMarked;
