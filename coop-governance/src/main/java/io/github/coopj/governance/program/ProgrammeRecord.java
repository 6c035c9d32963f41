package io.github.coopj.governance.program;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * A programme as it is stored.
 *
 * @param id number of the programme within the cooperative
 * @param cooperative account of the cooperative
 * @param title name of the programme
 * @param version version of the regulation
 * @param regulationHash digest of the regulation
 * @param split proportion of share and membership contribution
 * @param status state
 * @param decisionId decision of the Council that approved the version or closed the programme, 0 in a draft
 * @param since when the present version or the closure took effect, 0 in a draft
 */
public record ProgrammeRecord(
    @AbiType("uint64") long id,
    Name cooperative,
    String title,
    int version,
    Checksum256 regulationHash,
    SplitRule split,
    ProgrammeStatus status,
    @AbiType("uint64") long decisionId,
    TimePointSec since) {}
