/** Keys, signatures, hashes, sealed personal data and the key store of coopJ. */
module io.github.coopj.crypto {
  requires static transitive org.jspecify;
  requires org.bouncycastle.provider;
  requires org.slf4j;

  exports io.github.coopj;
  exports io.github.coopj.crypto;
  exports io.github.coopj.crypto.group;
  exports io.github.coopj.crypto.keystore;
  exports io.github.coopj.crypto.seal;
}
