package io.github.coopj.testkit.conformance;

import io.github.coopj.core.abi.Abi;
import io.github.coopj.core.abi.AbiCodec;
import io.github.coopj.core.abi.JsonForm;
import io.github.coopj.core.name.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** JSON to binary and back by an ABI, and ABIs themselves in binary form. */
final class AbiOps {
  private static final AbiCodec BUILT_IN = AbiCodec.of(Abi.EMPTY);

  private final Map<String, AbiCodec> codecs = new HashMap<>();

  void addTo(Ops ops) {
    ops.add("abi.builtin", c -> convert(c, JsonForm.NODEOS));
    ops.add("abi.abieos", c -> convert(c, JsonForm.ABIEOS));
    ops.add("abi.custom", c -> convert(c, JsonForm.NODEOS));
    ops.add("abi.customDecode", c -> convert(c, JsonForm.NODEOS));
    ops.add("abi.encode", c -> convert(c, JsonForm.NODEOS));
    ops.add("abi.decode", c -> convert(c, JsonForm.NODEOS));
    ops.add("abi.raw", this::raw);
    ops.add("action.encode", this::action);
  }

  /** Encodes {@code json} where given, decodes {@code hex} where given, and goes once around. */
  private Result convert(Case c, JsonForm form) {
    c.about("decodedWharfkit");
    String type = c.text("type");
    AbiCodec codec = codec(c);
    if (c.has("json")) {
      c.expect("hex", codec.encode(type, c.json("json"), form));
    }
    if (c.has("hex")) {
      JsonNode decoded = codec.decode(type, c.hex("hex"), JsonForm.ABIEOS);
      if (c.has("decoded")) {
        c.expect("decoded", decoded);
      }
      byte[] again = codec.encode(type, decoded, form);
      c.same("decoded again", decoded, codec.decode(type, again, JsonForm.ABIEOS));
    }
    return c.result();
  }

  private Result raw(Case c) {
    c.about("name", "eosjsSame", "abieosLoadsRaw");
    Abi abi = Abi.fromJson(c.json("abi"));
    c.expect("rawHex", abi.toBinary());
    c.expect("sha256", abi.hash().toHex());
    Abi read = Abi.fromBinary(c.hex("rawHex"));
    c.same("ABI read from binary", abi.toJson(), read.toJson());
    c.same("ABI compiles", abi, AbiCodec.of(read).abi());
    return c.result();
  }

  private Result action(Case c) {
    String contract = c.text("contract");
    JsonNode json = c.suite()
        .library()
        .abi(contract)
        .orElseThrow(() -> new BadCaseException("no abi.raw case is named " + contract));
    AbiCodec codec = codecs.computeIfAbsent(contract, name -> AbiCodec.of(Abi.fromJson(json)));
    Name action = Name.of(c.text("action"));
    c.expect("type", codec.abi().actionType(action).orElse("none"));
    byte[] data = codec.encodeAction(action, c.json("json"));
    c.expect("hex", data);
    c.expect("decoded", codec.decodeAction(action, c.hex("hex"), JsonForm.ABIEOS));
    return c.result();
  }

  /** The codec of the ABI that the case or its file names; without one, of the built-in types. */
  private AbiCodec codec(Case c) {
    Suite suite = c.suite();
    if (c.has("abiName")) {
      String name = c.text("abiName");
      JsonNode json = suite.shared("abis").map(abis -> abis.get(name)).orElse(null);
      if (json == null) {
        throw new BadCaseException("the file has no ABI " + name);
      }
      return codecs.computeIfAbsent(name, key -> AbiCodec.of(Abi.fromJson(json)));
    }
    Optional<JsonNode> shared = suite.shared("abi");
    if (shared.isEmpty()) {
      return BUILT_IN;
    }
    AbiCodec codec = codecs.computeIfAbsent("", key -> AbiCodec.of(Abi.fromJson(shared.get())));
    suite
        .shared("abiRawHex")
        .ifPresent(hex -> c.same(
            "abiRawHex of the file",
            Case.text("abiRawHex", hex),
            Case.hex(codec.abi().toBinary())));
    return codec;
  }
}
