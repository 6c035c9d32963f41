/**
 * A network of chains in one process: messages are late, lost, doubled and reordered, nodes stop and start, the network
 * falls apart and comes together, a producer cheats. Time is virtual, and one seed decides everything, so that a run which
 * fails can be run again. Begin at {@link io.github.coopj.testkit.simulation.Simulation}.
 *
 * <p>A tool for tests of the chain, not a product network. No clock, no threads, no IO but the output of its program.
 */
@NullMarked
package io.github.coopj.testkit.simulation;

import org.jspecify.annotations.NullMarked;
