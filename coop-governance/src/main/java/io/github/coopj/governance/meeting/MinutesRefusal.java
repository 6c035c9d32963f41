package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;

/**
 * That somebody refused to sign the minutes (MIN-03).
 *
 * @param signer chairman or secretary of the meeting
 * @param grounds why, in words
 * @param at when
 */
public record MinutesRefusal(Name signer, String grounds, TimePointSec at) {}
