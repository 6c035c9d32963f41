/**
 * Tests that keep the pages and the house true: arrows between rooms, laws of the house, the coverage page, the README.
 *
 * <p>They read the class files of all modules, so the modules must have been built before.
 */
@NullMarked
package io.github.coopj.docs;

import org.jspecify.annotations.NullMarked;
