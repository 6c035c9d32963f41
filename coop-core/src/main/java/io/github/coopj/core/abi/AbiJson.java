package io.github.coopj.core.abi;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.name.Name;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON form of an ABI. Unknown members are left aside, as a newer compiler may write more. */
final class AbiJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AbiJson() {}

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new AbiException(
          Reason.WRONG_JSON, "", AbiException.NO_OFFSET, "no JSON: " + e.getOriginalMessage(), e);
    }
  }

  static Abi read(JsonNode json) {
    if (!json.isObject()) {
      throw AbiException.of(Reason.WRONG_JSON, "an ABI is a JSON object");
    }
    return new Abi(
        text(json, "version"),
        list(json, "types", each -> new Abi.Alias(text(each, "new_type_name"), text(each, "type"))),
        list(
            json,
            "structs",
            each -> new Abi.Struct(
                text(each, "name"),
                textOr(each, "base", ""),
                list(
                    each,
                    "fields",
                    field -> new Abi.Field(text(field, "name"), text(field, "type"))))),
        list(
            json,
            "actions",
            each -> new Abi.Action(
                name(each), text(each, "type"), textOr(each, "ricardian_contract", ""))),
        list(
            json,
            "tables",
            each -> new Abi.Table(
                name(each),
                textOr(each, "index_type", ""),
                list(each, "key_names", AbiJson::asText),
                list(each, "key_types", AbiJson::asText),
                text(each, "type"))),
        list(
            json,
            "ricardian_clauses",
            each -> new Abi.Clause(text(each, "id"), text(each, "body"))),
        list(
            json,
            "error_messages",
            each -> new Abi.ErrorMessage(errorCode(each), text(each, "error_msg"))),
        list(json, "abi_extensions", AbiJson::extension),
        list(
            json,
            "variants",
            each -> new Abi.Variant(text(each, "name"), list(each, "types", AbiJson::asText))),
        list(
            json,
            "action_results",
            each -> new Abi.ActionResult(name(each), text(each, "result_type"))));
  }

  static ObjectNode write(Abi abi) {
    ObjectNode json = NODES.objectNode();
    json.put("version", abi.version());
    ArrayNode types = json.putArray("types");
    for (Abi.Alias each : abi.types()) {
      types.addObject().put("new_type_name", each.newTypeName()).put("type", each.type());
    }
    ArrayNode structs = json.putArray("structs");
    for (Abi.Struct each : abi.structs()) {
      ObjectNode struct = structs.addObject().put("name", each.name()).put("base", each.base());
      ArrayNode fields = struct.putArray("fields");
      for (Abi.Field field : each.fields()) {
        fields.addObject().put("name", field.name()).put("type", field.type());
      }
    }
    ArrayNode actions = json.putArray("actions");
    for (Abi.Action each : abi.actions()) {
      actions
          .addObject()
          .put("name", each.name().toString())
          .put("type", each.type())
          .put("ricardian_contract", each.ricardianContract());
    }
    ArrayNode tables = json.putArray("tables");
    for (Abi.Table each : abi.tables()) {
      ObjectNode table = tables
          .addObject()
          .put("name", each.name().toString())
          .put("type", each.type())
          .put("index_type", each.indexType());
      texts(table.putArray("key_names"), each.keyNames());
      texts(table.putArray("key_types"), each.keyTypes());
    }
    ArrayNode clauses = json.putArray("ricardian_clauses");
    for (Abi.Clause each : abi.ricardianClauses()) {
      clauses.addObject().put("id", each.id()).put("body", each.body());
    }
    ArrayNode errors = json.putArray("error_messages");
    for (Abi.ErrorMessage each : abi.errorMessages()) {
      errors
          .addObject()
          .put("error_code", Long.toUnsignedString(each.errorCode()))
          .put("error_msg", each.errorMsg());
    }
    ArrayNode extensions = json.putArray("abi_extensions");
    for (Abi.AbiExtensionEntry each : abi.abiExtensions()) {
      extensions.addArray().add(each.type()).add(each.data().toHex());
    }
    ArrayNode variants = json.putArray("variants");
    for (Abi.Variant each : abi.variants()) {
      texts(variants.addObject().put("name", each.name()).putArray("types"), each.types());
    }
    ArrayNode results = json.putArray("action_results");
    for (Abi.ActionResult each : abi.actionResults()) {
      results.addObject().put("name", each.name().toString()).put("result_type", each.resultType());
    }
    return json;
  }

  private static void texts(ArrayNode to, List<String> texts) {
    for (String text : texts) {
      to.add(text);
    }
  }

  private static <T> List<T> list(JsonNode owner, String field, Function<JsonNode, T> element) {
    JsonNode json = owner.get(field);
    if (json == null || json.isNull()) {
      return List.of();
    }
    if (!json.isArray()) {
      throw new AbiException(
          Reason.WRONG_JSON, field, AbiException.NO_OFFSET, "must be an array", null);
    }
    List<T> values = new ArrayList<>(json.size());
    for (JsonNode each : json) {
      try {
        values.add(element.apply(each));
      } catch (AbiException e) {
        throw e.within("[" + values.size() + "]").within(field);
      }
    }
    return values;
  }

  private static String text(JsonNode owner, String field) {
    JsonNode json = owner.get(field);
    if (json == null) {
      throw new AbiException(
          Reason.MISSING_FIELD, field, AbiException.NO_OFFSET, "is missing", null);
    }
    return within(field, json, AbiJson::asText);
  }

  private static String textOr(JsonNode owner, String field, String absent) {
    JsonNode json = owner.get(field);
    return json == null ? absent : within(field, json, AbiJson::asText);
  }

  private static Name name(JsonNode owner) {
    String text = text(owner, "name");
    try {
      return Name.of(text);
    } catch (InvalidValueException e) {
      throw AbiException.invalid(AbiException.NO_OFFSET, e).within("name");
    }
  }

  private static long errorCode(JsonNode owner) {
    JsonNode json = owner.get("error_code");
    if (json == null) {
      throw new AbiException(
          Reason.MISSING_FIELD, "error_code", AbiException.NO_OFFSET, "is missing", null);
    }
    return within("error_code", json, each -> {
      BigInteger code = JsonNumbers.integer(each);
      if (code.signum() < 0 || code.bitLength() > 64) {
        throw AbiException.of(Reason.OUT_OF_RANGE, "does not fit uint64");
      }
      return code.longValue();
    });
  }

  /** {@code [type, data]} as the node writes it, or an object with {@code type} and {@code data}. */
  private static Abi.AbiExtensionEntry extension(JsonNode json) {
    JsonNode type = json.isArray() ? json.get(0) : json.get("type");
    JsonNode data = json.isArray() ? json.get(1) : json.get("data");
    if (type == null || data == null) {
      throw AbiException.of(Reason.WRONG_JSON, "an extension is [type, data]");
    }
    BigInteger number = JsonNumbers.integer(type);
    if (number.signum() < 0 || number.bitLength() > 16) {
      throw AbiException.of(Reason.OUT_OF_RANGE, "extension type does not fit uint16");
    }
    try {
      return new Abi.AbiExtensionEntry(number.intValue(), Bytes.ofHex(asText(data)));
    } catch (InvalidValueException e) {
      throw AbiException.invalid(AbiException.NO_OFFSET, e);
    }
  }

  private static <T> T within(String field, JsonNode json, Function<JsonNode, T> read) {
    try {
      return read.apply(json);
    } catch (AbiException e) {
      throw e.within(field);
    }
  }

  private static String asText(JsonNode json) {
    if (!json.isString()) {
      throw AbiException.of(Reason.WRONG_JSON, "must be a string");
    }
    return json.stringValue();
  }
}
