package io.github.coopj.testkit.conformance;

/** What one kind of case asks of coopJ. */
@FunctionalInterface
interface Op {
  /**
   * Runs a case: reads its inputs, calls coopJ, compares every value the case expects.
   *
   * @param c the case
   * @return what came of it
   * @throws BadCaseException if the case lacks an input or has one that cannot be read
   * @throws io.github.coopj.InvalidValueException if coopJ refuses the input, as a case with {@code error} wants
   * @throws io.github.coopj.CoopException likewise
   */
  Result check(Case c);
}
