package io.github.coopj.testkit.conformance;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.NetUsage;
import io.github.coopj.chain.kernel.RamSizes;
import io.github.coopj.chain.kernel.UsageAccumulator;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Traces of executed transactions. Nothing is executed: receipts, sequences, RAM and usage are worked out from the actions
 * and from the traces before, and compared.
 */
final class TraceOps {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String USAGE = "RLIMIT_OP ACCOUNT_USAGE UPD ";
  private static final String ONBLOCK = "TRX_OP CREATE onblock ";

  private long globalSequence;
  private final Map<Name, Long> received = new TreeMap<>();
  private final Map<Name, Long> authorized = new TreeMap<>();
  private final Map<Name, Long> codeSequences = new TreeMap<>();
  private final Map<Name, Long> abiSequences = new TreeMap<>();
  private final Map<Name, Long> codeBytes = new TreeMap<>();
  private final Map<Name, UsageAccumulator> net = new TreeMap<>();
  private final Map<Name, UsageAccumulator> cpu = new TreeMap<>();
  private final Map<Name, Long> ram = new LinkedHashMap<>();

  void addTo(Ops ops) {
    ops.add("trace", this::trace);
  }

  private Result trace(Case c) {
    c.about("blockNum");
    JsonNode receipt = c.json("receipt");
    c.same("status", 0, number(receipt, "status"));
    c.expect("netUsage", number(receipt, "net_usage_words") * NetUsage.WORD);
    Name payer = null;
    int ordinal = 0;
    for (JsonNode executed : c.json("actions")) {
      Action action = action(executed.path("act"));
      if (payer == null) {
        payer = action.authorization().get(0).actor();
      }
      check(c, executed, action, ++ordinal);
    }
    if (payer == null) {
      throw new BadCaseException("a trace without actions");
    }
    for (JsonNode line : c.json("stateOps")) {
      state(c, Case.text("stateOps", line), payer, receipt);
    }
    c.text("trxId");
    return c.result();
  }

  private void check(Case c, JsonNode executed, Action action, int ordinal) {
    c.same("action_ordinal", ordinal, number(executed, "action_ordinal"));
    c.same("creator", 0, number(executed, "creator_action_ordinal"));
    c.same("ancestor", 0, number(executed, "closest_unnotified_ancestor_action_ordinal"));
    c.same("receiver", name(executed, "receiver"), action.account());
    note(c, executed, action);
    JsonNode stated = executed.path("receipt");
    Bytes returned = bytes(executed, "return_value");
    Checksum256 digest =
        Case.text("act_digest_rule", executed.path("act_digest_rule")).startsWith("legacy")
            ? action.digest()
            : action.digest(returned);
    ActionReceipt own = new ActionReceipt(
        action.account(),
        digest,
        ++globalSequence,
        received.merge(action.account(), 1L, Long::sum),
        sequences(action),
        codeSequences.getOrDefault(action.account(), 0L),
        abiSequences.getOrDefault(action.account(), 0L));
    c.same("act_digest", Case.text("act_digest", stated.path("act_digest")), digest);
    c.same("receipt", Case.text("digest", stated.path("digest")), own.digest());
    c.same("global_sequence", number(stated, "global_sequence"), own.globalSequence());
    c.same("recv_sequence", number(stated, "recv_sequence"), own.recvSequence());
    c.same("code_sequence", number(stated, "code_sequence"), own.codeSequence());
    c.same("abi_sequence", number(stated, "abi_sequence"), own.abiSequence());
    c.same("receipt.receiver", name(stated, "receiver"), own.receiver());
    List<String> stateds = new ArrayList<>();
    for (JsonNode pair : stated.path("auth_sequence")) {
      stateds.add(Case.text("auth_sequence", pair.path(0)) + " "
          + Case.number(pair.path(1), "auth_sequence"));
    }
    List<String> owns = new ArrayList<>();
    own.authSequence().forEach(each -> owns.add(each.account() + " " + each.sequence()));
    c.same("auth_sequence", stateds, owns);
  }

  private List<ActionReceipt.AuthSequence> sequences(Action action) {
    Map<Name, Long> last = new TreeMap<>();
    for (PermissionLevel level : action.authorization()) {
      last.put(level.actor(), authorized.merge(level.actor(), 1L, Long::sum));
    }
    List<ActionReceipt.AuthSequence> sequences = new ArrayList<>();
    last.forEach((actor, count) -> sequences.add(new ActionReceipt.AuthSequence(actor, count)));
    return sequences;
  }

  /** Takes in what the action changes, and compares the RAM it costs where that follows from its data. */
  private void note(Case c, JsonNode executed, Action action) {
    Map<Name, Long> deltas = new TreeMap<>();
    for (JsonNode pair : executed.path("account_ram_deltas")) {
      deltas.put(
          Name.of(Case.text("account_ram_deltas", pair.path(0))),
          Case.number(pair.path(1), "account_ram_deltas"));
    }
    deltas.forEach((account, delta) -> ram.merge(account, delta, Long::sum));
    switch (action.name().toString()) {
      case "setcode" -> {
        SystemActions.SetCode data = action.dataAs(SystemActions.SetCode.class);
        codeSequences.merge(data.account(), 1L, Long::sum);
        long bytes = RamSizes.ofCode(data.code().size());
        Long before = codeBytes.put(data.account(), bytes);
        c.same(
            "RAM of setcode",
            deltas,
            Map.of(data.account(), bytes - (before == null ? 0 : before)));
      }
      case "setabi" ->
        abiSequences.merge(action.dataAs(SystemActions.SetAbi.class).account(), 1L, Long::sum);
      case "newaccount" -> {
        SystemActions.NewAccount data = action.dataAs(SystemActions.NewAccount.class);
        c.same(
            "RAM of newaccount",
            deltas,
            Map.of(data.name(), RamSizes.ofAccount(data.owner(), data.active())));
      }
      case "updateauth" -> {
        SystemActions.UpdateAuth data = action.dataAs(SystemActions.UpdateAuth.class);
        c.same(
            "RAM of updateauth",
            deltas,
            Map.of(data.account(), RamSizes.ofPermission(data.auth())));
      }
      default -> c.same("RAM", deltas, Map.of());
    }
  }

  /** Compares what an operation on the state says with what follows from the receipt. */
  private void state(Case c, String line, Name payer, JsonNode receipt) {
    if (line.startsWith("RAM_OP 0 ") && line.contains(" account add newaccount ")) {
      String[] words = line.split(" ", -1);
      ram.putIfAbsent(Name.of(words[2]), Long.parseLong(words[words.length - 1]));
    } else if (line.startsWith(ONBLOCK)) {
      String[] words = line.substring(ONBLOCK.length()).split(" ", -1);
      AbiReader in = new AbiReader(Case.hex(words[1], "stateOps"));
      Transaction transaction = Transaction.CODEC.read(in);
      c.same("signatures and context-free data", 0, in.readVarUint32() + in.readVarUint32());
      in.requireEnd();
      c.same("id of onblock", words[0], transaction.id());
      c.expect("trxId", transaction.id().toHex());
    } else if (line.startsWith(USAGE)) {
      usage(c, read(line.substring(USAGE.length())), payer, receipt);
    }
  }

  private void usage(Case c, JsonNode stated, Name payer, JsonNode receipt) {
    c.same("payer", name(stated, "owner"), payer);
    long slot = number(stated.path("net_usage"), "last_ordinal");
    UsageAccumulator netNow = net.getOrDefault(payer, UsageAccumulator.EMPTY)
        .add(
            number(receipt, "net_usage_words") * NetUsage.WORD,
            slot,
            UsageAccumulator.ACCOUNT_WINDOW);
    UsageAccumulator cpuNow = cpu.getOrDefault(payer, UsageAccumulator.EMPTY)
        .add(number(receipt, "cpu_usage_us"), slot, UsageAccumulator.ACCOUNT_WINDOW);
    net.put(payer, netNow);
    cpu.put(payer, cpuNow);
    c.same("net_usage", usage(stated.path("net_usage")), netNow);
    c.same("cpu_usage", usage(stated.path("cpu_usage")), cpuNow);
    c.same("ram_usage", number(stated, "ram_usage"), ram.getOrDefault(payer, 0L));
  }

  private static UsageAccumulator usage(JsonNode json) {
    return new UsageAccumulator(
        number(json, "last_ordinal"), number(json, "value_ex"), number(json, "consumed"));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new BadCaseException("field 'stateOps' has no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Action action(JsonNode act) {
    List<PermissionLevel> levels = new ArrayList<>();
    act.path("authorization")
        .forEach(level -> levels.add(AuthorityOps.read(level, PermissionLevel.class)));
    return new Action(name(act, "account"), name(act, "name"), levels, bytes(act, "data"));
  }

  private static Bytes bytes(JsonNode json, String field) {
    return Bytes.of(Case.hex(Case.text(field, json.path(field)), field));
  }

  private static Name name(JsonNode json, String field) {
    return Name.of(Case.text(field, json.path(field)));
  }

  private static long number(JsonNode json, String field) {
    return Case.number(json.path(field), field);
  }
}
