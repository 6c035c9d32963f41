package io.github.coopj.chain.kernel;

import java.util.Optional;

/**
 * What a block did to one row, all its transactions taken together.
 *
 * @param table table and scope
 * @param key primary key, unsigned
 * @param before the row before the block, if it existed
 * @param after the row after the block, if it exists
 */
public record RowChange(TableKey table, long key, Optional<Row> before, Optional<Row> after) {}
