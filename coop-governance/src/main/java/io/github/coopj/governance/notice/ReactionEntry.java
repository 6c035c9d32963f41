package io.github.coopj.governance.notice;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;

/**
 * The last reaction of one member.
 *
 * @param member his account
 * @param reaction how he takes the agenda
 * @param at when he reacted
 */
public record ReactionEntry(Name member, Reaction reaction, TimePointSec at) {}
