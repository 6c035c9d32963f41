package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * That an item of a plan was carried out.
 *
 * @param item number of the item
 * @param by its owner
 * @param evidence digest of the paper that shows it
 * @param at when it was reported
 */
public record PlanFact(int item, Name by, Checksum256 evidence, TimePointSec at) {}
