/**
 * What a contract sees of the chain, and the base class of contracts written in Java.
 *
 * <p>A contract decodes, loads, calls a rule and stores. It reaches the world through {@link io.github.coopj.chain.contract.Context} only.
 */
@NullMarked
package io.github.coopj.chain.contract;

import org.jspecify.annotations.NullMarked;
