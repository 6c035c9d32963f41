package io.github.coopj.testkit.conformance;

import io.github.coopj.chain.kernel.ChainError;

/** Errors of a node that coopJ raises too, with their names and texts. */
final class ErrorOps {
  void addTo(Ops ops) {
    ops.add("errorCode", this::errorCode);
  }

  private Result errorCode(Case c) {
    c.about("parent");
    long code = c.number("code");
    for (ChainError error : ChainError.values()) {
      if (error.code() == code) {
        c.expect("name", error.errorName());
        c.expect("what", error.what());
        return c.result();
      }
    }
    return Result.unsupported("coopJ raises no error of this code");
  }
}
