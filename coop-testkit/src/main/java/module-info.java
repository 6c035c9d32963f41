/** A cooperative world for tests. */
module io.github.coopj.testkit {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.chain;
}
