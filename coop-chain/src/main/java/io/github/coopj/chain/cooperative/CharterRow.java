package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiType;

/**
 * A version of a cooperative's charter, in the table {@code charters} of the registry.
 *
 * @param version version, 1 or more
 * @param json the charter as it was adopted
 * @param decisionId decision of the general meeting that adopted it
 */
public record CharterRow(
    @AbiType("uint32") long version,
    String json,
    @AbiType("uint64") long decisionId) {}
