package io.github.coopj.samples.benchmarks;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;

/**
 * Arguments of the action {@code transfer} of a token contract.
 *
 * @param from who pays
 * @param to who is paid
 * @param quantity how much
 * @param memo what for
 */
public record Transfer(Name from, Name to, Asset quantity, String memo) {}
