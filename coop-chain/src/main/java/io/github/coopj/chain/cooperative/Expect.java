package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;

/** Narrows a restored state to the one that has the wanted move. */
final class Expect {
  private Expect() {}

  /** The state as the wanted type; fails the transaction, naming both, if it is another one. */
  static <T> T state(Class<T> wanted, Object state, String what) {
    if (!wanted.isInstance(state)) {
      throw new InvalidValueException(
          what + " is " + state.getClass().getSimpleName() + ", must be " + wanted.getSimpleName());
    }
    return wanted.cast(state);
  }
}
