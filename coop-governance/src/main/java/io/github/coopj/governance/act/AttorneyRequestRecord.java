package io.github.coopj.governance.act;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.section.PowerOfAttorney;

/**
 * A request for a power of attorney as it is stored.
 *
 * @param id number of the request, 1 or more
 * @param attorney the power asked for
 * @param status what became of it
 * @param requestedAt when it was asked for
 * @param refusedBy who refused, empty if nobody did
 * @param grounds why, blank if nobody refused
 * @param escalatedAt when it went to the Council, {@link TimePointSec#EPOCH} if it did not
 * @param issuedAt when the power was seen to be issued, {@link TimePointSec#EPOCH} if it was not
 */
public record AttorneyRequestRecord(
    @AbiType("uint64") long id,
    PowerOfAttorney attorney,
    AttorneyStatus status,
    TimePointSec requestedAt,
    Name refusedBy,
    String grounds,
    TimePointSec escalatedAt,
    TimePointSec issuedAt) {}
