/**
 * JUnit 5: tests that are handed a cooperative or a bare chain. Entry:
 * {@link io.github.coopj.testkit.junit5.CoopTest}.
 *
 * <p>Each test has a world of its own, made when it begins and closed when it ends. Needs JUnit Jupiter, which the host
 * brings along.
 */
@NullMarked
package io.github.coopj.testkit.junit5;

import org.jspecify.annotations.NullMarked;
