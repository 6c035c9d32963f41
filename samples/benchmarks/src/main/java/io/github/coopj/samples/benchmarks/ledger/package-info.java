/** Measures the ledger. */
@NullMarked
package io.github.coopj.samples.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
