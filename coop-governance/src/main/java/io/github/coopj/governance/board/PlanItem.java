package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;

/**
 * One item of a plan.
 *
 * @param task what is to be done
 * @param owner who answers for it; empty for the chairman of the Board (BCHAIR-05)
 * @param due first second at which it is late
 */
public record PlanItem(String task, Name owner, TimePointSec due) {}
