/**
 * AssertJ assertions on refusals: by which rule, with which facts, and that nothing was changed. Entry:
 * {@link io.github.coopj.testkit.assertj.CoopAssertions}.
 *
 * <p>No state of its own. Needs AssertJ, which the host brings along.
 */
@NullMarked
package io.github.coopj.testkit.assertj;

import org.jspecify.annotations.NullMarked;
