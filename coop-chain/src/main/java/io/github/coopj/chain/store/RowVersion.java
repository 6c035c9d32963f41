package io.github.coopj.chain.store;

import io.github.coopj.chain.kernel.Row;
import java.util.Optional;

/**
 * What a row was from one block on.
 *
 * @param block number of the block that changed it
 * @param row the row after that block; empty if the block removed it
 */
public record RowVersion(long block, Optional<Row> row) {}
