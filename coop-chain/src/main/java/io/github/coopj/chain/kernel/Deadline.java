package io.github.coopj.chain.kernel;

import io.github.coopj.InvalidValueException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a transaction may go on before it is cut with DEADLINE. It is looked at whenever a contract calls its context;
 * a contract that never does so cannot be cut. What a block made elsewhere holds is not cut: its producer has decided.
 */
public sealed interface Deadline {
  /** A transaction goes on for as long as it likes. */
  Deadline NONE = new Operations(Long.MAX_VALUE);

  /**
   * The same for every machine: a number of calls.
   *
   * @param most calls of the context that a transaction makes at most, 0 or more
   */
  record Operations(long most) implements Deadline {
    /** Checks the range. */
    public Operations {
      if (most < 0) {
        throw new InvalidValueException("a transaction makes 0 calls or more, got " + most);
      }
    }
  }

  /**
   * Time that passes.
   *
   * @param nanoTime a clock that only runs forward, in nanoseconds
   * @param limit time that a transaction takes at most, 0 or more
   */
  record Elapsed(LongSupplier nanoTime, Duration limit) implements Deadline {
    /** Checks the range. */
    public Elapsed {
      if (limit.isNegative()) {
        throw new InvalidValueException("a transaction takes 0 or more time, got " + limit);
      }
    }
  }
}
