package io.github.coopj.governance.meeting;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;

/**
 * A measure that a general meeting has imposed, as it is stored (MEET-27).
 *
 * @param decision number of the meeting's decision
 * @param measure the measure
 * @param effectiveAt from when it stands
 */
public record MeasureRecord(
    @AbiType("uint64") long decision, DisciplinaryMeasure measure, TimePointSec effectiveAt) {}
