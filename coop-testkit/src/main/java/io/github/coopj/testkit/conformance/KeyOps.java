package io.github.coopj.testkit.conformance;

import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;

/** Private and public keys in every form. */
final class KeyOps {
  void addTo(Ops ops) {
    ops.add("privateKey.derive", this::derive);
    ops.add("publicKey.parse", this::parse);
  }

  private Result derive(Case c) {
    PrivateKey key = PrivateKey.ofSecret(type(c), c.hex("secret"));
    PublicKey pub = key.publicKey();
    c.expect("pvt", key.toPvt());
    c.same(
        "secret again",
        c.text("secret"),
        Case.hex(PrivateKey.parse(c.text("pvt")).toSecret()));
    if (c.has("wif")) {
      c.expect("wif", key.toWif());
      c.same(
          "secret of WIF",
          c.text("secret"),
          Case.hex(PrivateKey.parse(c.text("wif")).toSecret()));
    }
    c.expect("pub", pub.toString());
    c.expect("pubBytes", pub.toPoint());
    c.expect("pubAbi", pub.toBinary());
    c.expectIfGiven("pubLegacy", pub::toLegacyString);
    return c.result();
  }

  private Result parse(Case c) {
    PublicKey key = PublicKey.parse(c.text("in"));
    c.expect("hex", key.toBinary());
    c.expect("out", key.toString());
    c.expectIfGiven("type", () -> key.type().name());
    c.expectIfGiven("legacy", key::toLegacyString);
    c.same("read again", key, PublicKey.ofBinary(c.hex("hex")));
    return c.result();
  }

  static KeyType type(Case c) {
    return type(c.text("type"));
  }

  static KeyType type(String text) {
    try {
      return KeyType.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new BadCaseException("no type of keys is called '" + text + "'", e);
    }
  }
}
