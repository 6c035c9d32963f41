package io.github.coopj.governance.agenda;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.body.Office;

/**
 * Tells a body that the Council breached its duty to convene (MEET-07).
 *
 * @param cooperative account of the cooperative
 * @param demand number of the demand
 * @param presentedAt when it was presented
 * @param breachedAt when the breach was stated
 * @param to body that is told: the Revision commission
 */
public record BreachReport(
    Name cooperative,
    @AbiType("uint64") long demand,
    TimePointSec presentedAt,
    TimePointSec breachedAt,
    Office.Body to) {}
