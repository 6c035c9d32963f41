/**
 * Shares (паи) that leave: due on exit, paid by a day, set off against debts on the member's signature.
 *
 * <p>{@link io.github.coopj.governance.share.ShareReturns} makes the transfers, {@link
 * io.github.coopj.governance.share.ReturnDuty} says until when what is due is paid. Everything is a function of its arguments: no
 * clock, no chance, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.share;

import org.jspecify.annotations.NullMarked;
