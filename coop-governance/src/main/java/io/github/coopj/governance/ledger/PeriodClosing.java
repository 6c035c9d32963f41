package io.github.coopj.governance.ledger;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;

/**
 * The closing of all periods before a moment.
 *
 * @param until the first moment that stayed open
 * @param recordedAt when it was closed
 * @param lastNumber number of the last transfer recorded before
 * @param balances balances at that moment, since the closing before
 */
public record PeriodClosing(
    TimePointSec until,
    TimePointSec recordedAt,
    @AbiType("uint64") long lastNumber,
    TrialBalance balances) {}
