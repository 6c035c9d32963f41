/** Tests of the program that measures meetings. */
@NullMarked
package io.github.coopj.samples.benchmarks.meeting;

import org.jspecify.annotations.NullMarked;
