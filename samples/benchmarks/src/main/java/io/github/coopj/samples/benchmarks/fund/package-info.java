/** How fast contributions are divided among funds. */
@NullMarked
package io.github.coopj.samples.benchmarks.fund;

import org.jspecify.annotations.NullMarked;
