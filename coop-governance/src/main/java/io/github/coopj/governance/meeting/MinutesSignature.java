package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;

/**
 * Who signed the minutes, and when.
 *
 * @param signer chairman or secretary of the meeting
 * @param signedAt time of the signature
 */
public record MinutesSignature(Name signer, TimePointSec signedAt) {}
