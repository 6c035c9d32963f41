/** A cooperative is founded and lives its first year on the chain in process; begin with {@link io.github.coopj.samples.year.CooperativeYear}. */
@NullMarked
package io.github.coopj.samples.year;

import org.jspecify.annotations.NullMarked;
