/**
 * How fast the chain in process is: token transfers through the kernel alone and through a whole node. Programs for
 * people who compare; nothing else depends on them.
 */
@NullMarked
package io.github.coopj.samples.benchmarks.chain;

import org.jspecify.annotations.NullMarked;
