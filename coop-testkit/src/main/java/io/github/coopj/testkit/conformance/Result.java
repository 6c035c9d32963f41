package io.github.coopj.testkit.conformance;

/**
 * What came of a case.
 *
 * @param kind passed, failed or not supported
 * @param expected what the case says, empty if it passed
 * @param got what coopJ made, or why it cannot run the case
 */
record Result(Kind kind, String expected, String got) {
  static final Result PASSED = new Result(Kind.PASSED, "", "");

  enum Kind {
    PASSED,
    FAILED,
    UNSUPPORTED
  }

  static Result failed(String expected, String got) {
    return new Result(Kind.FAILED, expected, got);
  }

  static Result unsupported(String why) {
    return new Result(Kind.UNSUPPORTED, "", why);
  }
}
