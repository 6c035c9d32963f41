package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * That a report on a plan was delivered.
 *
 * @param to to whom
 * @param by who heads the Board
 * @param report digest of {@link PlanReport}
 * @param at when
 */
public record PlanDelivery(ReportedTo to, Name by, Checksum256 report, TimePointSec at) {}
