package io.github.coopj.testkit.conformance;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.block.IncrementalMerkle;
import io.github.coopj.chain.block.LegacySchedule;
import io.github.coopj.chain.block.Merkle;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.DposFinality;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Tapos;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a chain begins with, and blocks taken apart. */
final class BlockOps {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  void addTo(Ops ops) {
    ops.add("genesis.chainId", this::chainId);
    ops.add("block.decode", this::block);
  }

  private Result chainId(Case c) {
    c.about("name");
    JsonNode json = c.has("genesis") ? c.json("genesis") : c.json("genesisJson");
    TimePoint start = json.has("initial_timestamp_us")
        ? new TimePoint(Case.number(json.path("initial_timestamp_us"), "initial_timestamp_us"))
        : TimePoint.parse(Case.text("initial_timestamp", json.path("initial_timestamp")));
    Genesis genesis = new Genesis(
        start,
        PublicKey.parse(Case.text("initial_key", json.path("initial_key"))),
        configuration(json.path("initial_configuration")));
    String packed = c.has("genesisPackedHex") ? "genesisPackedHex" : "packedHex";
    c.expect(packed, genesis.pack());
    c.same("read again", genesis, Genesis.unpack(c.hex(packed)));
    c.expect("chainId", genesis.chainId().toHex());
    return c.result();
  }

  private static ChainConfiguration configuration(JsonNode json) {
    return new ChainConfiguration(
        limit(json, "max_block_net_usage"),
        limit(json, "target_block_net_usage_pct"),
        limit(json, "max_transaction_net_usage"),
        limit(json, "base_per_transaction_net_usage"),
        limit(json, "net_usage_leeway"),
        limit(json, "context_free_discount_net_usage_num"),
        limit(json, "context_free_discount_net_usage_den"),
        limit(json, "max_block_cpu_usage"),
        limit(json, "target_block_cpu_usage_pct"),
        limit(json, "max_transaction_cpu_usage"),
        limit(json, "min_transaction_cpu_usage"),
        limit(json, "max_transaction_lifetime"),
        limit(json, "deferred_trx_expiration_window"),
        limit(json, "max_transaction_delay"),
        limit(json, "max_inline_action_size"),
        (int) limit(json, "max_inline_action_depth"),
        (int) limit(json, "max_authority_depth"));
  }

  private static long limit(JsonNode json, String field) {
    return Case.number(json.path(field), field);
  }

  private Result block(Case c) {
    SignedBlock block = SignedBlock.unpack(c.hex("packedHex"));
    c.expect("packedHex", block.pack());
    BlockHeader header = block.header();
    Tapos tapos = Tapos.of(block.id());
    c.expect("blockNum", block.number());
    c.expect("blockId", block.id().toHex());
    c.expect("refBlockNum", tapos.refBlockNum());
    c.expect("refBlockPrefix", tapos.refBlockPrefix());
    c.expect("headerPackedHex", RecordCodec.of(BlockHeader.class).encode(header));
    c.expect("headerDigest", header.digest().toHex());
    c.same("header", withoutReadings(c.json("header")), json(header));
    c.expect("producerSignature", block.producerSignature().toString());
    c.expect("transactionReceipts", receipts(block));
    c.expect(
        "transactionMroot",
        Merkle.root(
                block.transactions().stream().map(TransactionReceipt::digest).toList())
            .toHex());
    if (c.has("blockrootMerkle")) {
      JsonNode merkle = c.json("blockrootMerkle");
      IncrementalMerkle earlier = new IncrementalMerkle(
          ReceiptOps.checksums(merkle.path("active_nodes"), "active_nodes"),
          Case.number(merkle.path("node_count"), "node_count"));
      c.same(
          "blockrootMerkle.root",
          Case.text("root", merkle.path("root")),
          earlier.root().toHex());
      if (c.has("sigDigest")) {
        signature(c, block, earlier);
      }
    }
    return c.result();
  }

  /** What the producer signed: the state of the block, of which only tree and schedule digest count, says it. */
  private static void signature(Case c, SignedBlock block, IncrementalMerkle earlier) {
    PublicKey signer = PublicKey.parse(c.text("signerKey"));
    BlockHeader header = block.header();
    BlockState state = new BlockState(
        header,
        header.id(),
        new ProducerSchedule(0, List.of(ProducerSchedule.Producer.of(header.producer(), signer))),
        Optional.empty(),
        SignatureOps.checksum(c, "scheduleHash"),
        DposFinality.GENESIS,
        earlier,
        List.of());
    Checksum256 digest = state.signingDigest();
    c.expect("sigDigest", digest.toHex());
    c.same("signerKey", signer, block.producerSignature().recover(digest));
  }

  private static JsonNode json(BlockHeader header) {
    ObjectNode json = NODES.objectNode();
    json.put("timestamp_slot", header.timestamp().slot());
    json.put("timestamp", header.timestamp().toString());
    json.put("producer", header.producer().toString());
    json.put("confirmed", header.confirmed());
    json.put("previous", header.previous().toHex());
    json.put("transaction_mroot", header.transactionMroot().toHex());
    json.put("action_mroot", header.actionMroot().toHex());
    json.put("schedule_version", header.scheduleVersion());
    json.set("new_producers", header.newProducers().map(BlockOps::json).orElse(NODES.nullNode()));
    var extensions = json.putArray("header_extensions");
    header
        .headerExtensions()
        .forEach(extension -> extensions
            .addObject()
            .put("type", extension.type())
            .put("data", extension.data().toHex()));
    return json;
  }

  private static JsonNode json(LegacySchedule schedule) {
    ObjectNode json = NODES.objectNode();
    json.put("version", schedule.version());
    var producers = json.putArray("producers");
    schedule
        .producers()
        .forEach(producer -> producers
            .addObject()
            .put("producer_name", producer.producerName().toString())
            .put("key", producer.blockSigningKey().toString()));
    return json;
  }

  /** The header without what the maker of a case read out of extensions: to coopJ their data is bytes. */
  private static JsonNode withoutReadings(JsonNode header) {
    JsonNode copy = header.deepCopy();
    for (JsonNode extension : copy.path("header_extensions")) {
      if (extension instanceof ObjectNode object) {
        object.remove("decoded");
      }
    }
    return copy;
  }

  private static JsonNode receipts(SignedBlock block) {
    var array = NODES.arrayNode();
    for (TransactionReceipt receipt : block.transactions()) {
      array
          .addObject()
          .put("status", 0) // coopJ reads no block with any other
          .put("cpu_usage_us", receipt.cpuUsageUs())
          .put("net_usage_words", receipt.netUsageWords())
          .put("trx_id", receipt.transaction().id().toHex())
          .put("digest", receipt.digest().toHex());
    }
    return array;
  }
}
