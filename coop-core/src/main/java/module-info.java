/** Names, permissions, assets, ABI, actions and transactions of coopJ. */
module io.github.coopj.core {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.crypto;
  requires transitive tools.jackson.databind;
  requires com.fasterxml.jackson.annotation;

  exports io.github.coopj.core.abi;
  exports io.github.coopj.core.asset;
  exports io.github.coopj.core.name;
  exports io.github.coopj.core.permission;
  exports io.github.coopj.core.time;
  exports io.github.coopj.core.transaction;

  opens io.github.coopj.core.permission to
      tools.jackson.databind; // its creators are not public
}
