package io.github.coopj.governance.program;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * One member's part in a programme as it is stored.
 *
 * @param member account of the member
 * @param programme number of the programme
 * @param version version of the regulation that the member consented to
 * @param regulationHash digest of that version
 * @param signedAt time of the signature: the member takes part from then on
 */
public record ParticipationRecord(
    Name member,
    @AbiType("uint64") long programme,
    int version,
    Checksum256 regulationHash,
    TimePointSec signedAt) {}
