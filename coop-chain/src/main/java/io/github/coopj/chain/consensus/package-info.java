/**
 * Who may produce which slot, how blocks are signed, which branch is the best, when blocks are irreversible. {@link
 * io.github.coopj.chain.consensus.Controller} grows one line of blocks, {@link
 * io.github.coopj.chain.consensus.ForkedChain} keeps several and stands on the best.
 *
 * <p>The rule of finality is that of Antelope nodes before they had another one: each producer confirms a block number on
 * one branch only, and two rounds of confirmations by two thirds and one make a block irreversible. A chain never undoes
 * what it has seen become irreversible. That all chains see the same become so holds while fewer than a third of the
 * producers cheat and while those that do not cheat make most of their blocks: the rule has no lock, so a minority that
 * makes far more blocks than the rest, unheard by them, can draw over producers that have confirmed elsewhere.
 *
 * <p>Works on values and the kernel. No clock, no IO, no threads.
 */
@NullMarked
package io.github.coopj.chain.consensus;

import org.jspecify.annotations.NullMarked;
