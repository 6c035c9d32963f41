package io.github.coopj.testkit.simulation;

import io.github.coopj.crypto.Checksum256;

/**
 * What a run came to.
 *
 * @param seed seed of the run
 * @param scenario what the network went through
 * @param trace digest of all that happened, in its order: equal digests mean the same run
 * @param length blocks of the longest chain since the beginning
 * @param irreversible how many of them are irreversible on every node
 * @param applied executions of blocks on all nodes, restarts included
 * @param undone blocks that a node took back, on all nodes
 * @param caught how many times a node caught a producer that signed two blocks for a slot
 * @param scheduleChanges how many times other producers came into force, or the same in another order
 */
public record SimulationResult(
    long seed,
    Scenario scenario,
    Checksum256 trace,
    long length,
    long irreversible,
    int applied,
    int undone,
    int caught,
    int scheduleChanges) {}
