/** The benchmarks, and tests that they compute what they claim to. */
@NullMarked
package io.github.coopj.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
