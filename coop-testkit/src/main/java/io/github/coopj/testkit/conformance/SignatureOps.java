package io.github.coopj.testkit.conformance;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;

/** Signing, recovery, verification and the forms of signatures. */
final class SignatureOps {
  void addTo(Ops ops) {
    ops.add("signature.sign", this::sign);
    ops.add("signature.recover", this::recover);
    ops.add("signature.verify", this::verify);
    ops.add("signature.parse", this::parse);
  }

  private Result sign(Case c) {
    PrivateKey key = PrivateKey.ofSecret(KeyOps.type(c), c.hex("secret"));
    Checksum256 digest = digest(c);
    Signature own = key.sign(digest);
    Signature given = Signature.parse(c.text("sig"));
    if (c.has("deterministic") && c.json("deterministic").asBoolean(false)) {
      c.expect("sig", own.toString());
    }
    c.expect("pub", key.publicKey().toString());
    c.expect("sigAbi", given.toBinary());
    c.same("key that recovers", key.publicKey(), given.recover(digest));
    c.same("own signature verifies", true, own.verify(digest, key.publicKey()));
    return c.result();
  }

  private Result recover(Case c) {
    c.expect("pub", Signature.parse(c.text("sig")).recover(digest(c)).toString());
    return c.result();
  }

  private Result verify(Case c) {
    c.expect(
        "valid", Signature.parse(c.text("sig")).verify(digest(c), PublicKey.parse(c.text("pub"))));
    return c.result();
  }

  private Result parse(Case c) {
    Signature signature = Signature.parse(c.text("in"));
    c.expect("hex", signature.toBinary());
    c.expect("out", signature.toString());
    c.same("read again", signature, Signature.ofBinary(c.hex("hex")));
    return c.result();
  }

  private static Checksum256 digest(Case c) {
    return checksum(c, "digest");
  }

  static Checksum256 checksum(Case c, String field) {
    return checksum(c.text(field), field);
  }

  static Checksum256 checksum(String digits, String field) {
    byte[] bytes = Case.hex(digits, field);
    if (bytes.length != Checksum256.SIZE) {
      throw new BadCaseException("field '" + field + "' has " + bytes.length + " bytes, not 32");
    }
    return Checksum256.of(bytes);
  }
}
