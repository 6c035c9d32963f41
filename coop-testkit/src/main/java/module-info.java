/** A cooperative world for tests. */
module io.github.coopj.testkit {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.chain;
  requires static com.google.errorprone.annotations;

  exports io.github.coopj.testkit;
}
