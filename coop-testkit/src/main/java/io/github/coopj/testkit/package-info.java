/**
 * A cooperative world for tests: a chain in memory, people with keys, a cooperative that is founded already.
 *
 * <p>Nothing runs in the background, time stands still until it is moved, and equal calls give equal worlds.
 */
@NullMarked
package io.github.coopj.testkit;

import org.jspecify.annotations.NullMarked;
