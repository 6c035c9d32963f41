/** Names, permissions, assets, ABI, actions and transactions of coopJ. */
module io.github.coopj.core {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.crypto;
}
