package io.github.coopj.governance.appeal;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;

/**
 * An order in force as it is stored.
 *
 * @param order what the meeting ordered
 * @param by number of the meeting's decision
 * @param effectiveAt from when it binds
 */
public record OverrideEntry(
    OverrideOrder order, @AbiType("uint64") long by, TimePointSec effectiveAt) {}
