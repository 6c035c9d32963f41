/** A cooperative world for tests, and the runner of conformance vectors. */
module io.github.coopj.testkit {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.chain;
  requires static com.google.errorprone.annotations;
  requires static transitive org.assertj.core;
  requires static transitive org.junit.jupiter.api;

  exports io.github.coopj.testkit;
  exports io.github.coopj.testkit.assertj;
  exports io.github.coopj.testkit.conformance;
  exports io.github.coopj.testkit.junit5;
  exports io.github.coopj.testkit.simulation;

  // JUnit makes the extension that @CoopTest names.
  opens io.github.coopj.testkit.junit5 to
      org.junit.platform.commons;
}
