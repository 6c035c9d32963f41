package io.github.coopj.crypto.internal;

import io.github.coopj.crypto.internal.bc.BcEngine;

/** Chooses the signature engine of this process, once. */
public final class Engines {
  private static final SignatureEngine CURRENT = new BcEngine();

  private Engines() {}

  /**
   * The engine in use.
   *
   * @return always the same one
   */
  public static SignatureEngine current() {
    return CURRENT;
  }
}
