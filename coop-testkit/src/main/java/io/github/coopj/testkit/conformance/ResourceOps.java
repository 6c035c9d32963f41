package io.github.coopj.testkit.conformance;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.contract.IndexType;
import io.github.coopj.chain.kernel.ElasticLimit;
import io.github.coopj.chain.kernel.NetUsage;
import io.github.coopj.chain.kernel.RamSizes;
import io.github.coopj.chain.kernel.UsageAccumulator;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.WaitWeight;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What transactions, accounts and tables are billed. */
final class ResourceOps {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int K1_SIGNATURE = 66;
  private static final KeyWeight KEY =
      new KeyWeight(PrivateKey.fromSeed(KeyType.K1, "any").publicKey(), 1);
  private static final PermissionLevelWeight ACCOUNT =
      new PermissionLevelWeight(PermissionLevel.active(Name.of("any")), 1);
  private static final WaitWeight WAIT = new WaitWeight(1, 1);

  private static final Map<String, Long> SIZES = Map.ofEntries(
      Map.entry("shared_authority", RamSizes.AUTHORITY),
      Map.entry("permission_object", RamSizes.PERMISSION),
      Map.entry("permission_link_object", RamSizes.LINK),
      Map.entry("table_id_object", RamSizes.TABLE),
      Map.entry("key_value_object", RamSizes.ROW),
      Map.entry("index64_object", (long) IndexType.I64.ramBytes()),
      Map.entry("index128_object", (long) IndexType.I128.ramBytes()),
      Map.entry("index256_object", (long) IndexType.I256.ramBytes()),
      Map.entry("index_double_object", (long) IndexType.F64.ramBytes()),
      Map.entry("index_long_double_object", (long) IndexType.F128.ramBytes()),
      Map.entry("generated_transaction_object", RamSizes.DEFERRED_TRANSACTION),
      Map.entry("permission_level_weight", RamSizes.ACCOUNT_WEIGHT),
      Map.entry("key_weight", RamSizes.KEY_WEIGHT),
      Map.entry("wait_weight", RamSizes.WAIT_WEIGHT));

  void addTo(Ops ops) {
    ops.add("net.words", this::net);
    ops.add("ram.billableSize", this::size);
    ops.add(
        "ram.newaccount",
        c -> ram(c, RamSizes.ofAccount(authority(c, "owner"), authority(c, "active"))));
    ops.add("ram.updateauthCreate", c -> ram(c, RamSizes.ofPermission(authority(c, "auth"))));
    ops.add("ram.linkauth", c -> ram(c, RamSizes.LINK));
    ops.add("ram.setcode", c -> ram(c, RamSizes.ofCode(c.number("codeBytes"))));
    ops.add("ram.createTable", c -> ram(c, RamSizes.TABLE));
    ops.add("ram.row", c -> ram(c, RamSizes.ofRow(c.number("valueBytes"))));
    ops.add("resource.accumulator", this::accumulator);
    ops.add("resource.elasticLimit", this::elasticLimit);
  }

  private Result net(Case c) {
    c.about("trxId");
    long bytes = NetUsage.bytes(
        c.number("packedTrxBytes"),
        Collections.nCopies((int) c.number("signatures"), K1_SIGNATURE),
        c.number("packedCfdBytes"),
        ChainConfiguration.DEFAULT);
    c.expect("netBytesBeforeRounding", bytes);
    c.expect("netUsageWords", NetUsage.words(bytes));
    return c.result();
  }

  private Result size(Case c) {
    Long size = SIZES.get(c.text("object"));
    return size == null ? Result.unsupported("coopJ bills no " + c.text("object")) : ram(c, size);
  }

  private static Result ram(Case c, long bytes) {
    c.expect("bytes", bytes);
    return c.result();
  }

  /** An authority with so many factors of each kind. */
  private static Authority authority(Case c, String field) {
    JsonNode counts = c.json(field);
    for (String name : counts.propertyNames()) {
      if (!List.of("keys", "accts", "waits").contains(name)) {
        throw new BadCaseException("field '" + field + "' has an unknown member '" + name + "'");
      }
    }
    return new Authority(
        1,
        Collections.nCopies(count(counts, "keys"), KEY),
        Collections.nCopies(count(counts, "accts"), ACCOUNT),
        Collections.nCopies(count(counts, "waits"), WAIT));
  }

  private static int count(JsonNode counts, String name) {
    return counts.has(name) ? (int) Case.number(counts.path(name), name) : 0;
  }

  private Result accumulator(Case c) {
    c.about("name");
    c.expect("precision", UsageAccumulator.PRECISION);
    int window = (int) c.number("window");
    UsageAccumulator usage = UsageAccumulator.EMPTY;
    var steps = NODES.arrayNode();
    for (JsonNode step : c.json("steps")) {
      usage = usage.add(number(step, "add"), number(step, "ordinal"), window);
      steps
          .addObject()
          .put("add", number(step, "add"))
          .put("ordinal", usage.lastOrdinal())
          .put("valueEx", Long.toString(usage.valueEx()))
          .put("consumed", Long.toString(usage.consumed()))
          .put("average", Long.toString(usage.average()));
    }
    c.expect("steps", steps);
    return c.result();
  }

  private Result elasticLimit(Case c) {
    c.about("name");
    ElasticLimit parameters = new ElasticLimit(c.number("target"), c.number("max"));
    c.expect("multiplier", ElasticLimit.MULTIPLIER);
    c.expect("contract", ratio(ElasticLimit.CONTRACT));
    c.expect("expand", ratio(ElasticLimit.EXPAND));
    long limit = c.number("start");
    var steps = NODES.arrayNode();
    for (JsonNode step : c.json("steps")) {
      limit = parameters.next(limit, number(step, "average"));
      steps.addObject().put("average", number(step, "average")).put("limit", limit);
    }
    c.expect("steps", steps);
    return c.result();
  }

  private static JsonNode ratio(ElasticLimit.Ratio ratio) {
    return NODES.arrayNode().add(ratio.numerator()).add(ratio.denominator());
  }

  private static long number(JsonNode step, String field) {
    return Case.number(step.path(field), "steps." + field);
  }
}
