/**
 * Runs conformance vectors against coopJ: files of cases that say what an Antelope node, or a library that is not ours,
 * makes of an input.
 *
 * <p>{@link io.github.coopj.testkit.conformance.ConformanceRunner} is a program and a method; it knows no expected value.
 * What it cannot run it counts and names, it never skips.
 */
@NullMarked
package io.github.coopj.testkit.conformance;

import org.jspecify.annotations.NullMarked;
