/** Tests of the runner: that it passes what is right and nothing else. */
@NullMarked
package io.github.coopj.testkit.conformance;

import org.jspecify.annotations.NullMarked;
