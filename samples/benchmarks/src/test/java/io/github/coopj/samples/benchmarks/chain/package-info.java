/** Tests of the programs that measure the chain. */
@NullMarked
package io.github.coopj.samples.benchmarks.chain;

import org.jspecify.annotations.NullMarked;
