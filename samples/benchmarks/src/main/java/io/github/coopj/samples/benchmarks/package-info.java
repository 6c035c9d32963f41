/**
 * How fast coopJ is beside its peers: what is measured, what is required of it, and the table that holds both together.
 *
 * <p>The benchmarks themselves are among the tests, as they alone call other libraries directly; {@code run} in the
 * folder of this module starts everything.
 */
@NullMarked
package io.github.coopj.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
