package io.github.coopj.testkit.simulation;

/** A chain did what it must never do. */
public final class BrokenPromiseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells what was seen.
   *
   * @param what node, block and promise
   */
  public BrokenPromiseException(String what) {
    super(what);
  }
}
