/** Pure rules of a cooperative: people, bodies, meetings, programmes, funds, documents. */
module io.github.coopj.governance {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.core;
}
