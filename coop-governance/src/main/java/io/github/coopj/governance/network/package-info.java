/**
 * Dealings between cooperatives: mutual membership, trade for members with both legs or none, and multilateral netting of claims
 * with a proof that no more can be set off.
 *
 * <p>Everything is a function of its arguments: no clock, no chance, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.network;

import org.jspecify.annotations.NullMarked;
