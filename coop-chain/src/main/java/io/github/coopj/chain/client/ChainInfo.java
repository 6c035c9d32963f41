package io.github.coopj.chain.client;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;

/**
 * Where a chain stands.
 *
 * @param chainId id of the chain
 * @param headNumber number of the latest block
 * @param headId id of the latest block
 * @param headTime slot of the latest block
 * @param headProducer producer of the latest block
 * @param irreversibleNumber number of the latest irreversible block, 0 for none
 */
public record ChainInfo(
    Checksum256 chainId,
    long headNumber,
    Checksum256 headId,
    BlockTimestamp headTime,
    Name headProducer,
    long irreversibleNumber) {}
