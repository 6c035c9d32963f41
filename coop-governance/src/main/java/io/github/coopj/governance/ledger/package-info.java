/**
 * The ledger (учёт): immutable transfers between accounts of a chart that is data, by double entry.
 *
 * <p>A transfer is posted at once, or first pending and then posted in part or whole, voided, or expired. What may be booked is
 * decided by {@link io.github.coopj.governance.ledger.LedgerRules}, a function of its arguments over a {@link
 * io.github.coopj.governance.ledger.LedgerView}; {@link io.github.coopj.governance.ledger.Books} keep the state in memory, and a
 * contract may keep it in tables. Balances stand on three levels that always agree: accounts, wallets of funds and programmes,
 * and wallets of members.
 *
 * <p>Amounts are whole minor units; no clock, no chance, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.ledger;

import org.jspecify.annotations.NullMarked;
