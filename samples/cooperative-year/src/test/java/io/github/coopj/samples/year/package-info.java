/** Tests of the sample year. */
@NullMarked
package io.github.coopj.samples.year;

import org.jspecify.annotations.NullMarked;
