/** The program printed in the README. */
@NullMarked
package io.github.coopj.samples.first;

import org.jspecify.annotations.NullMarked;
