/**
 * How texts, binary forms and signature engines work inside; not exported.
 *
 * <p>No clock, no IO, no randomness.
 */
@NullMarked
package io.github.coopj.crypto.internal;

import org.jspecify.annotations.NullMarked;
