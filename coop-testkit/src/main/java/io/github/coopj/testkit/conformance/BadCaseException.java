package io.github.coopj.testkit.conformance;

/** A case that cannot be run as it is written. Never taken for the refusal that a case with {@code error} wants. */
final class BadCaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCaseException(String message) {
    super(message);
  }

  BadCaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
