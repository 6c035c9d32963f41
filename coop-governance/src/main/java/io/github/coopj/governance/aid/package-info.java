/**
 * Aid, loans and advances to members (помощь, займы, авансы) by decision of the Council: grants, and the transfers that follow.
 *
 * <p>Everything is a function of its arguments: no clock, no chance, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.aid;

import org.jspecify.annotations.NullMarked;
