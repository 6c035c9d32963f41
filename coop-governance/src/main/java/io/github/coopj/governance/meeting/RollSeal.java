package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;

/**
 * What a meeting records of its roll.
 *
 * @param eligible number on the roll: the N of every quorum
 * @param digest see {@link Roll#digest}
 */
public record RollSeal(long eligible, Checksum256 digest) {}
