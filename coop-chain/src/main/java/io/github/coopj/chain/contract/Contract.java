package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.Abi;

/**
 * Digital contract (цифровой договор): the program installed on an account (SC-01, SC-03).
 *
 * <p>A contract has no state of its own; all it keeps is in the tables it reaches through {@link Context}. The same
 * calls give the same results on any JVM.
 */
public interface Contract {
  /**
   * Runs one action for one receiver.
   *
   * @param context the action, its authorisation and the chain
   */
  void apply(Context context);

  /**
   * Names this code and its version; these bytes are what {@code setcode} carries, their SHA-256 is the code hash.
   *
   * @return the descriptor, unique in a catalogue
   */
  Bytes descriptor();

  /**
   * Actions and tables of the contract.
   *
   * @return the ABI to publish with {@code setabi}
   */
  Abi abi();
}
