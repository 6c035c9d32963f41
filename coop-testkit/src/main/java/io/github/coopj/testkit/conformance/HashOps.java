package io.github.coopj.testkit.conformance;

import io.github.coopj.crypto.Base58;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.SharedSecret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes, Base58 and shared secrets. */
final class HashOps {
  void addTo(Ops ops) {
    ops.add("hash", this::hash);
    ops.add("base58", this::base58);
    ops.add("ecdh.sharedSecret", this::sharedSecret);
  }

  private Result hash(Case c) {
    byte[] in = c.hex("inHex");
    c.expectIfGiven("sha256", () -> Case.hex(Digests.sha256(in)));
    c.expectIfGiven("sha512", () -> Case.hex(Digests.sha512(in)));
    c.expectIfGiven("ripemd160", () -> Case.hex(Digests.ripemd160(in)));
    c.expectIfGiven("sha1", () -> Case.hex(sha1(in)));
    return c.result();
  }

  private Result base58(Case c) {
    byte[] data = c.hex("hex");
    c.expect("text", Base58.encode(data));
    c.expect("hex", Base58.decode(c.text("text")));
    return c.result();
  }

  private Result sharedSecret(Case c) {
    PrivateKey key = PrivateKey.ofSecret(
        c.textIfGiven("type").map(KeyOps::type).orElse(KeyType.K1), c.hex("secretA"));
    try (SharedSecret shared = key.sharedSecret(PublicKey.parse(c.text("pubB")))) {
      c.expect("out", shared.toBytes());
    }
    return c.result();
  }

  /** The JDK's: coopJ itself hashes nothing with SHA-1. */
  private static byte[] sha1(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
