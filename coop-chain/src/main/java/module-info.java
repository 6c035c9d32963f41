/** The reference dPoA chain of coopJ in process, and the face it has for a host. */
module io.github.coopj.chain {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.governance;
  requires org.slf4j;
  requires static com.google.errorprone.annotations;
  requires static java.compiler;
  requires static org.immutables.value.annotations;

  exports io.github.coopj.chain.block;
  exports io.github.coopj.chain.client;
  exports io.github.coopj.chain.consensus;
  exports io.github.coopj.chain.contract;
  exports io.github.coopj.chain.cooperative;
  exports io.github.coopj.chain.kernel;
  exports io.github.coopj.chain.msig;
  exports io.github.coopj.chain.node;
  exports io.github.coopj.chain.store;
  exports io.github.coopj.chain.system;
  exports io.github.coopj.chain.token;
}
