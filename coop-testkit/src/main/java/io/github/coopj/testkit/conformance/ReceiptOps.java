package io.github.coopj.testkit.conformance;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.chain.block.IncrementalMerkle;
import io.github.coopj.chain.block.Merkle;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Digests of actions and their receipts, and Merkle roots over digests. */
final class ReceiptOps {
  private static final String WITH_RETURN_VALUE = "action_return_value";

  /** The tree that the cases of a suite let grow one by one. */
  private IncrementalMerkle tree = IncrementalMerkle.EMPTY;

  void addTo(Ops ops) {
    ops.add("action.digest", this::actionDigest);
    ops.add("actionReceipt.digest", this::receiptDigest);
    ops.add("merkle.root", this::root);
    ops.add("merkle.incremental", this::append);
  }

  /** By the rule the case names: with the return value, or as before there were any. */
  private Result actionDigest(Case c) {
    JsonNode act = c.json("act");
    List<PermissionLevel> levels = new ArrayList<>();
    act.path("authorization")
        .forEach(level -> levels.add(AuthorityOps.read(level, PermissionLevel.class)));
    Action action = new Action(
        name(act, "account"),
        name(act, "name"),
        levels,
        Bytes.of(Case.hex(Case.text("act.data", act.path("data")), "act.data")));
    byte[] returned = c.hex("returnValue");
    String rule = c.text("rule");
    if (rule.equals(WITH_RETURN_VALUE)) {
      c.expect("actDigest", action.digest(Bytes.of(returned)).toHex());
    } else if (rule.startsWith("legacy")) {
      c.expect("actDigest", action.digest().toHex());
    } else {
      throw new BadCaseException("no rule is called '" + rule + "'");
    }
    return c.result();
  }

  private Result receiptDigest(Case c) {
    JsonNode json = c.json("receipt");
    List<ActionReceipt.AuthSequence> sequences = new ArrayList<>();
    json.path("auth_sequence")
        .forEach(pair -> sequences.add(new ActionReceipt.AuthSequence(
            Name.of(Case.text("receipt.auth_sequence", pair.path(0))),
            Case.number(pair.path(1), "receipt.auth_sequence"))));
    ActionReceipt receipt = new ActionReceipt(
        name(json, "receiver"),
        SignatureOps.checksum(
            Case.text("receipt.act_digest", json.path("act_digest")), "receipt.act_digest"),
        number(json, "global_sequence"),
        number(json, "recv_sequence"),
        sequences,
        number(json, "code_sequence"),
        number(json, "abi_sequence"));
    c.expect("digest", receipt.digest().toHex());
    return c.result();
  }

  private Result root(Case c) {
    c.expect("root", Merkle.root(checksums(c.json("leaves"), "leaves")).toHex());
    return c.result();
  }

  private Result append(Case c) {
    if (c.number("nodeCount") == 1) {
      tree = IncrementalMerkle.EMPTY;
    }
    tree = tree.append(SignatureOps.checksum(c, "append"));
    c.expect("nodeCount", tree.nodeCount());
    c.expect("activeNodes", tree.activeNodes().stream().map(Checksum256::toHex).toList());
    c.expect("root", tree.root().toHex());
    return c.result();
  }

  static List<Checksum256> checksums(JsonNode array, String field) {
    List<Checksum256> list = new ArrayList<>();
    array.forEach(each -> list.add(SignatureOps.checksum(Case.text(field, each), field)));
    return list;
  }

  private static Name name(JsonNode json, String field) {
    return Name.of(Case.text(field, json.path(field)));
  }

  private static long number(JsonNode json, String field) {
    return Case.number(json.path(field), field);
  }
}
