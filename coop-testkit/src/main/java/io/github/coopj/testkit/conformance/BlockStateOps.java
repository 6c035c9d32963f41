package io.github.coopj.testkit.conformance;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.IncrementalMerkle;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.DposFinality;
import io.github.coopj.chain.kernel.ElasticLimit;
import io.github.coopj.chain.kernel.UsageAccumulator;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What follows from headers, block by block: each case follows the one before it in its suite, the first follows block 1. */
final class BlockStateOps {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STATE_UPDATE = "RLIMIT_OP STATE UPD ";

  /** Share of the block limits that nodes aim at by default, in tenths. */
  private static final int TARGET = 10;

  private static final long MAX_NET = 1_048_576;
  private static final long MAX_CPU = 200_000;

  private @Nullable BlockState before;

  void addTo(Ops ops) {
    ops.add("blockState", this::follow);
  }

  private Result follow(Case c) {
    BlockHeader header = RecordCodec.of(BlockHeader.class).decode(c.hex("headerPackedHex"));
    c.expect("headerPackedHex", RecordCodec.of(BlockHeader.class).encode(header));
    BlockState parent = before;
    if (header.number() == 2) {
      parent = firstBlock(header, SignatureOps.checksum(c, "pendingScheduleHash"));
    }
    if (parent == null || !header.previous().equals(parent.id())) {
      throw new BadCaseException("block " + header.number() + " does not follow the case before");
    }
    BlockState state = parent.follow(header);
    before = state;
    DposFinality finality = state.finality();
    c.expect("blockNum", state.number());
    c.expect("blockId", state.id().toHex());
    c.expect("dposProposedIrreversible", finality.proposedIrreversible());
    c.expect("dposIrreversible", finality.irreversible());
    c.expect("producerToLastProduced", pairs(finality.lastProduced()));
    c.expect("producerToLastImpliedIrb", pairs(finality.lastImplied()));
    c.expect("confirmCount", bytes(finality.confirmationsMissing()));
    c.expect("pendingScheduleHash", state.pendingScheduleHash().toHex());
    JsonNode merkle = c.json("blockrootMerkle");
    c.same(
        "blockrootMerkle.active_nodes",
        ReceiptOps.checksums(merkle.path("active_nodes"), "active_nodes"),
        state.blockroot().activeNodes());
    c.same(
        "blockrootMerkle.node_count",
        Case.number(merkle.path("node_count"), "node_count"),
        state.blockroot().nodeCount());
    if (c.has("stateOpsAfterTransactions")) {
      resources(c, state.number());
    }
    return c.result();
  }

  /** Block 1 as far as the header after it tells; its producer stays the only one. */
  private static BlockState firstBlock(BlockHeader second, Checksum256 scheduleHash) {
    BlockHeader header = new BlockHeader(
        second.timestamp(),
        Name.EMPTY,
        1,
        Checksum256.ZERO,
        Checksum256.ZERO,
        Checksum256.ZERO,
        0,
        Optional.empty(),
        List.of());
    PublicKey anyKey = PublicKey.ofPoint(KeyType.K1, new byte[33]);
    return new BlockState(
        header,
        second.previous(),
        new ProducerSchedule(0, List.of(ProducerSchedule.Producer.of(second.producer(), anyKey))),
        Optional.empty(),
        scheduleHash,
        DposFinality.GENESIS,
        IncrementalMerkle.EMPTY,
        List.of());
  }

  /** The chain's use of NET and CPU: the first line is before the end of the block, the second follows from it. */
  private static void resources(Case c, long block) {
    List<String> lines = c.texts("stateOpsAfterTransactions");
    if (lines.size() != 2) {
      throw new BadCaseException("two lines about the state of resources, got " + lines.size());
    }
    JsonNode given = state(lines.get(0));
    JsonNode wanted = state(lines.get(1));
    resource(c, block, given, wanted, "net", MAX_NET);
    resource(c, block, given, wanted, "cpu", MAX_CPU);
    for (String kept : List.of("total_net_weight", "total_cpu_weight", "total_ram_bytes")) {
      c.same(kept, number(wanted, kept), number(given, kept));
    }
  }

  private static void resource(
      Case c, long block, JsonNode given, JsonNode wanted, String name, long max) {
    String use = "average_block_" + name + "_usage";
    UsageAccumulator used = usage(given.path(use))
        .add(number(given, "pending_" + name + "_usage"), block, UsageAccumulator.BLOCK_WINDOW);
    String limit = "virtual_" + name + "_limit";
    c.same(use, usage(wanted.path(use)), used);
    c.same("pending " + name, number(wanted, "pending_" + name + "_usage"), 0L);
    c.same(
        limit,
        number(wanted, limit),
        new ElasticLimit(max / TARGET, max).next(number(given, limit), used.average()));
  }

  private static UsageAccumulator usage(JsonNode json) {
    return new UsageAccumulator(
        number(json, "last_ordinal"), number(json, "value_ex"), number(json, "consumed"));
  }

  private static long number(JsonNode json, String field) {
    return Case.number(json.path(field), field);
  }

  private static JsonNode state(String line) {
    if (!line.startsWith(STATE_UPDATE)) {
      throw new BadCaseException("no state of resources: " + line);
    }
    try {
      return JSON.readTree(line.substring(STATE_UPDATE.length()));
    } catch (JacksonException e) {
      throw new BadCaseException("no JSON: " + line, e);
    }
  }

  private static JsonNode pairs(Map<Name, Long> numbers) {
    ArrayNode all = NODES.arrayNode();
    numbers.forEach((name, number) -> all.addArray().add(name.toString()).add(number));
    return all;
  }

  private static byte[] bytes(List<Integer> counts) {
    byte[] bytes = new byte[counts.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = counts.get(i).byteValue();
    }
    return bytes;
  }
}
