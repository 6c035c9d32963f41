package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;

/**
 * By how much an execution changed the RAM an account is billed.
 *
 * @param account who pays
 * @param delta bytes, positive for more; 0 where more and less were equal
 */
public record RamDelta(Name account, long delta) {}
