package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;

/**
 * A nomination as it is stored.
 *
 * @param terms who stands for what and where
 * @param nominatedBy who named him
 * @param namedAt when
 * @param consentedAt when the candidate signed; the epoch while he has not
 */
public record NominationRecord(
    CandidateConsent terms, Name nominatedBy, TimePointSec namedAt, TimePointSec consentedAt) {}
