package io.github.coopj.testkit.conformance;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.core.abi.AbiBuilder;
import io.github.coopj.core.abi.AbiCodec;
import io.github.coopj.core.abi.JsonForm;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Transactions: packed, hashed, signed, compressed, and as a block holds them. */
final class TransactionOps {
  private static final Name TRANSACTION = Name.of("transaction");
  private static final AbiCodec CODEC =
      AbiCodec.of(new AbiBuilder().action(TRANSACTION, Transaction.class).build());

  void addTo(Ops ops) {
    ops.add("transaction.pack", this::pack);
    ops.add("transaction.real", this::real);
  }

  private Result pack(Case c) {
    Transaction transaction =
        Transaction.CODEC.decode(CODEC.encodeAction(TRANSACTION, c.json("json")));
    byte[] packed = transaction.pack();
    Checksum256 chainId = SignatureOps.checksum(c, "chainId");
    List<Bytes> freeData = c.texts("contextFreeData").stream()
        .map(text -> Bytes.of(Case.hex(text, "contextFreeData")))
        .toList();
    Checksum256 digest = transaction.signingDigest(chainId, freeData);
    c.expect("packedTrx", packed);
    c.expect("trxId", transaction.id().toHex());
    c.expect("signingDigest", digest.toHex());
    List<Signature> signatures = signatures(c, digest);
    SignedTransaction signed = new SignedTransaction(transaction, signatures, freeData);
    PackedTransaction plain = signed.pack(Compression.NONE);
    c.expect("packedContextFreeData", plain.packedContextFreeData().toHex());
    c.same("transaction unpacked", signed, plain.unpackSigned());
    c.same(
        "transaction compressed and unpacked",
        signed,
        signed.pack(Compression.ZLIB).unpackSigned());
    if (c.has("zlibPackedTrx")) {
      c.same(
          "zlibPackedTrx inflated",
          Case.hex(packed),
          Case.hex(Compression.ZLIB.unpack(c.hex("zlibPackedTrx"))));
    }
    if (c.has("httpBody")) {
      c.expect("httpBody", json(plain));
    }
    c.expectIfGiven("packedTransactionBin", () -> Case.hex(PackedTransaction.CODEC.encode(plain)));
    return c.result();
  }

  /** Signs as the case says; where coopJ must not differ, its signature is compared. */
  private static List<Signature> signatures(Case c, Checksum256 digest) {
    List<Signature> signatures = new ArrayList<>();
    for (JsonNode entry : c.json("signatures")) {
      String type = Case.text("signatures.type", entry.path("type"));
      byte[] secret =
          Case.hex(Case.text("signatures.secret", entry.path("secret")), "signatures.secret");
      PrivateKey key = PrivateKey.ofSecret(KeyOps.type(type), secret);
      String sig = Case.text("signatures.sig", entry.path("sig"));
      c.same("signatures.pub", Case.text("signatures.pub", entry.path("pub")), key.publicKey());
      c.same("signatures.sig", sig, key.sign(digest));
      c.same("key that recovers", key.publicKey(), Signature.parse(sig).recover(digest));
      signatures.add(Signature.parse(sig));
    }
    return signatures;
  }

  private Result real(Case c) {
    c.about("blockNum");
    PackedTransaction packed = packed(c.json("packedTransaction"));
    Transaction transaction = packed.unpack();
    Checksum256 chainId = SignatureOps.checksum(c, "chainId");
    c.expect("packedTrxHex", transaction.pack());
    c.expect("trxId", packed.id().toHex());
    c.expect("transaction", CODEC.decodeAction(TRANSACTION, transaction.pack(), JsonForm.NODEOS));
    c.expect("signingDigest", packed.signingDigest(chainId).toHex());
    c.same(
        "signerKeys",
        c.texts("signerKeys").stream().map(PublicKey::parse).toList(),
        packed.recoverKeys(chainId));
    c.expect("packedDigest", packed.packedDigest().toHex());
    JsonNode receipt = c.json("receipt");
    if (Case.number(receipt.path("status"), "receipt.status") != 0) {
      return Result.unsupported("coopJ keeps receipts of executed transactions only");
    }
    TransactionReceipt own = new TransactionReceipt(
        Case.number(receipt.path("cpu_usage_us"), "receipt.cpu_usage_us"),
        Case.number(receipt.path("net_usage_words"), "receipt.net_usage_words"),
        packed);
    c.expect("receiptDigest", own.digest().toHex());
    return c.result();
  }

  static PackedTransaction packed(JsonNode json) {
    List<Signature> signatures = new ArrayList<>();
    json.path("signatures")
        .forEach(each -> signatures.add(Signature.parse(Case.text("signatures", each))));
    return new PackedTransaction(
        signatures,
        Compression.ofCode(Case.number(json.path("compression"), "compression")),
        bytes(json, "packed_context_free_data"),
        bytes(json, "packed_trx"));
  }

  private static Bytes bytes(JsonNode json, String field) {
    return Bytes.of(Case.hex(Case.text(field, json.path(field)), field));
  }

  private static ObjectNode json(PackedTransaction packed) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var signatures = body.putArray("signatures");
    packed.signatures().forEach(signature -> signatures.add(signature.toString()));
    body.put("compression", packed.compression().code());
    body.put("packed_context_free_data", packed.packedContextFreeData().toHex());
    body.put("packed_trx", packed.packedTrx().toHex());
    return body;
  }
}
