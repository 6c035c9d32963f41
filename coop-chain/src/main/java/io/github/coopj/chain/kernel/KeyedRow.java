package io.github.coopj.chain.kernel;

/**
 * A row of a table with its key.
 *
 * @param key primary key, unsigned
 * @param row the row
 */
public record KeyedRow(long key, Row row) {}
