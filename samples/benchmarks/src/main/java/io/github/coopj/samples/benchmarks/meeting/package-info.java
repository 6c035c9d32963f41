/**
 * How long a general meeting takes to cast, to count and to count again, from a thousand ballots to a million.
 *
 * <p>The figures are of one thread; signatures are checked before.
 */
@NullMarked
package io.github.coopj.samples.benchmarks.meeting;

import org.jspecify.annotations.NullMarked;
