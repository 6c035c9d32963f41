/**
 * Target consumer programmes (целевые потребительские программы, ЦПП): regulation, approval, consent, participation.
 *
 * <p>{@link io.github.coopj.governance.program.Programme} is the programme, {@link
 * io.github.coopj.governance.program.Participation} one member's part in it. Everything is a function of its arguments:
 * no clock, no randomness, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.program;

import org.jspecify.annotations.NullMarked;
