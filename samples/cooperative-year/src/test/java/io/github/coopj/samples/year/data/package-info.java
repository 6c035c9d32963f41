/** Tests of the input of the sample year. */
@NullMarked
package io.github.coopj.samples.year.data;

import org.jspecify.annotations.NullMarked;
