package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;

/**
 * A row of a contract's table.
 *
 * @param payer account that pays for it
 * @param value its bytes, in the form of the contract's ABI
 */
public record Row(Name payer, Bytes value) {}
