package io.github.coopj.governance.proxy;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.document.DocumentSignature;

/**
 * A registered power of attorney as it is stored.
 *
 * @param id number of the power in its cooperative, 1 or more
 * @param paper what it says
 * @param signature the principal's signature under it
 * @param registeredAt when it was registered
 * @param revokedAt when the principal revoked it, the epoch if he did not
 */
public record ProxyRecord(
    @AbiType("uint64") long id,
    ProxyPaper paper,
    DocumentSignature signature,
    TimePointSec registeredAt,
    TimePointSec revokedAt) {}
