/**
 * The catalogue of a programme: what participants offer, and orders between them.
 *
 * <p>A provider brings goods as a share contribution in kind, and who ordered takes goods for his share; both legs are booked
 * together, by an act that both signed. No money goes from one member to another. Everything is a function of its arguments: no
 * clock, no chance, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.order;

import org.jspecify.annotations.NullMarked;
