/** The reference dPoA chain of coopJ in process, and the client of real nodes. */
module io.github.coopj.chain {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.governance;
}
