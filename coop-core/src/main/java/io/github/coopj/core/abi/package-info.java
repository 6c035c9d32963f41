/**
 * The binary form of an Antelope chain: writer and reader of the built-in types, codecs derived from records, the ABI
 * of a contract, and conversion between JSON and binary by such an ABI.
 *
 * <p>Promise: malformed input of any kind ends in {@link io.github.coopj.core.abi.AbiException} with the path and the
 * offset of the fault; memory taken is bounded by the size of the input. No clock, no IO, no randomness, no threads;
 * the same value always gives the same bytes. Entry points: {@link io.github.coopj.core.abi.RecordCodec} for Java
 * records, {@link io.github.coopj.core.abi.AbiCodec} for JSON.
 */
@NullMarked
package io.github.coopj.core.abi;

import org.jspecify.annotations.NullMarked;
