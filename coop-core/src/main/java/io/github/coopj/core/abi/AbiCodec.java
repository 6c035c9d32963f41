package io.github.coopj.core.abi;

import io.github.coopj.Texts;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON to bytes and back, by the ABI of a contract.
 *
 * <p>Type names are those of the ABI and the built-in ones, with {@code []} for an array and {@code ?} for an optional.
 * JSON is taken strictly: a member that the struct does not have is refused, and so is a number outside its range.
 * Integers may be numbers or decimal text, {@code bool} may be a number, 0 or 1 or, in the form of a node, up to 255, a struct without a base may be an
 * array of its fields in order.
 *
 * <p>Two types are known that nodes of today do not have, and an ABI may define types of these names itself: {@code
 * bitset} of newer nodes, and {@code private_key} of the library abieos, a secret as type byte and 32 bytes, in JSON
 * {@code PVT_K1_}, {@code PVT_R1_} or WIF. Text and bytes of the latter are the secret: they belong into no transaction
 * and no log.
 *
 * <p>{@code type[4]}, an array of fixed size, may stand in an ABI, as nodes allow; no value of it is read or written.
 *
 * <p>A codec is immutable and may be shared between threads.
 */
public final class AbiCodec {
  private static final Map<String, JsonType> BUILT_IN = JsonScalars.all();
  private static final Map<String, JsonType> OF_OTHERS = JsonScalars.ofOthers();
  private static final String SUPPORTED_VERSION = "eosio::abi/1.";
  private static final String EXTENSION = "$";
  private static final String OPTIONAL = "?";
  private static final String ARRAY = "[]";

  private final Abi abi;
  private final Map<String, JsonType> types = new HashMap<>();

  private AbiCodec(Abi abi) {
    this.abi = abi;
  }

  /**
   * A codec for an ABI.
   *
   * @param abi the definition
   * @return the codec
   * @throws AbiException if the version is unknown; a type, an action, a table, a result or an error code is defined
   *     twice; a type is not defined at all; definitions go in circles or more than {@value AbiReader#MAX_DEPTH} aliases or
   *     bases follow each other
   */
  public static AbiCodec of(Abi abi) {
    AbiCodec codec = new AbiCodec(abi);
    codec.compile();
    return codec;
  }

  /**
   * The definition behind this codec.
   *
   * @return the ABI
   */
  public Abi abi() {
    return abi;
  }

  /**
   * The bytes of a value by the rules of the node.
   *
   * @param type name of the type, such as {@code transfer} or {@code asset[]}
   * @param json the value
   * @return a new array
   * @throws AbiException if the type is unknown or the JSON does not fit it
   */
  public byte[] encode(String type, JsonNode json) {
    return encode(type, json, JsonForm.NODEOS);
  }

  /**
   * The bytes of a value.
   *
   * @param type name of the type, such as {@code transfer} or {@code asset[]}
   * @param json the value
   * @param form whose rules: {@link JsonForm#NODEOS} is what {@link #encode(String, JsonNode)} does;
   *     {@link JsonForm#ABIEOS} also takes names with dots at the end, which a node refuses
   * @return a new array
   * @throws AbiException if the type is unknown or the JSON does not fit it
   */
  public byte[] encode(String type, JsonNode json, JsonForm form) {
    AbiWriter out = new AbiWriter();
    resolve(type).write(json, out, form, true);
    return out.toByteArray();
  }

  /**
   * The value that bytes stand for, as {@link JsonForm#ABIEOS} prints it.
   *
   * @param type name of the type
   * @param data the bytes, nothing left over
   * @return the value
   * @throws AbiException if the type is unknown or the bytes do not fit it
   */
  public JsonNode decode(String type, byte[] data) {
    return decode(type, data, JsonForm.ABIEOS);
  }

  /**
   * The value that bytes stand for.
   *
   * @param type name of the type
   * @param data the bytes, nothing left over
   * @param form how to print
   * @return the value
   * @throws AbiException if the type is unknown or the bytes do not fit it
   */
  public JsonNode decode(String type, byte[] data, JsonForm form) {
    AbiReader in = new AbiReader(data);
    JsonNode json = resolve(type).read(in, form);
    in.requireEnd();
    return json;
  }

  /**
   * Whether a type name means something here.
   *
   * @param type the name
   * @return true if {@link #encode} and {@link #decode} know it, even if only to refuse values of a fixed size
   */
  public boolean isType(String type) {
    try {
      resolve(type);
      return true;
    } catch (AbiException e) {
      return false;
    }
  }

  /**
   * The bytes of the arguments of an action.
   *
   * @param action name of the action
   * @param json the arguments
   * @return a new array
   * @throws AbiException if there is no such action or the JSON does not fit it
   */
  public byte[] encodeAction(Name action, JsonNode json) {
    return encode(typeOf("action", action, abi.actionType(action)), json);
  }

  /**
   * The arguments of an action.
   *
   * @param action name of the action
   * @param data the bytes
   * @param form how to print
   * @return the arguments
   * @throws AbiException if there is no such action or the bytes do not fit it
   */
  public JsonNode decodeAction(Name action, byte[] data, JsonForm form) {
    return decode(typeOf("action", action, abi.actionType(action)), data, form);
  }

  /**
   * What an action returned.
   *
   * @param action name of the action
   * @param data the bytes
   * @param form how to print
   * @return the value
   * @throws AbiException if the action returns nothing or the bytes do not fit
   */
  public JsonNode decodeActionResult(Name action, byte[] data, JsonForm form) {
    return decode(typeOf("action result", action, abi.actionResultType(action)), data, form);
  }

  /**
   * A row of a table.
   *
   * @param table name of the table
   * @param data the bytes
   * @param form how to print
   * @return the row
   * @throws AbiException if there is no such table or the bytes do not fit it
   */
  public JsonNode decodeRow(Name table, byte[] data, JsonForm form) {
    return decode(typeOf("table", table, abi.tableType(table)), data, form);
  }

  static boolean isBuiltIn(String type) {
    return BUILT_IN.containsKey(type);
  }

  private static String typeOf(String kind, Name name, Optional<String> type) {
    return type.orElseThrow(() -> AbiException.of(Reason.UNKNOWN_TYPE, "no " + kind + " " + name));
  }

  private void compile() {
    if (!abi.version().startsWith(SUPPORTED_VERSION)) {
      throw AbiException.of(
          Reason.INVALID_ABI,
          "version must be eosio::abi/1.x, got '" + Texts.brief(abi.version()) + "'");
    }
    Map<String, Abi.Struct> structs = new HashMap<>();
    Map<String, JsonType.StructType> structTypes = new HashMap<>();
    for (Abi.Struct struct : abi.structs()) {
      if (structs.put(struct.name(), struct) != null) {
        throw invalid("struct", struct.name(), "is defined twice");
      }
      JsonType.StructType type = new JsonType.StructType(struct.name());
      structTypes.put(struct.name(), type);
      types.put(struct.name(), type);
    }
    Map<String, JsonType.VariantType> variantTypes = new HashMap<>();
    for (Abi.Variant variant : abi.variants()) {
      JsonType.VariantType type = new JsonType.VariantType(variant.name());
      if (variantTypes.put(variant.name(), type) != null
          || types.put(variant.name(), type) != null) {
        throw invalid("variant", variant.name(), "is defined twice");
      }
    }
    Map<String, String> aliases = new HashMap<>();
    for (Abi.Alias alias : abi.types()) {
      if (isBuiltIn(alias.newTypeName())
          || types.containsKey(alias.newTypeName())
          || aliases.put(alias.newTypeName(), alias.type()) != null) {
        throw invalid("type", alias.newTypeName(), "is defined twice");
      }
    }
    Map<String, Integer> depths = new HashMap<>();
    for (Abi.Alias alias : abi.types()) {
      resolveAlias(alias.newTypeName(), aliases, depths, new HashSet<>());
    }
    Map<String, Set<String>> fieldNames = new HashMap<>();
    for (Abi.Struct struct : abi.structs()) {
      fieldNames.put(struct.name(), fieldNamesOf(struct));
    }
    for (Abi.Struct struct : abi.structs()) {
      define(struct, structs, structTypes, aliases, fieldNames);
    }
    structTypes.values().forEach(JsonType.StructType::close);
    for (Abi.Variant variant : abi.variants()) {
      define(variant, variantTypes);
    }
    Set<Name> actions = new HashSet<>();
    for (Abi.Action action : abi.actions()) {
      requireNew("action", action.name().toString(), actions.add(action.name()));
      require("action", action.name().toString(), action.type());
    }
    Set<Name> tables = new HashSet<>();
    for (Abi.Table table : abi.tables()) {
      requireNew("table", table.name().toString(), tables.add(table.name()));
      require("table", table.name().toString(), table.type());
    }
    Set<Name> results = new HashSet<>();
    for (Abi.ActionResult result : abi.actionResults()) {
      requireNew("action result", result.name().toString(), results.add(result.name()));
      require("action result", result.name().toString(), result.resultType());
    }
    Set<Long> errors = new HashSet<>();
    for (Abi.ErrorMessage error : abi.errorMessages()) {
      requireNew(
          "error code", Long.toUnsignedString(error.errorCode()), errors.add(error.errorCode()));
    }
  }

  private static void requireNew(String kind, String name, boolean added) {
    if (!added) {
      throw invalid(kind, name, "is defined twice");
    }
  }

  /**
   * Puts what an alias stands for among the types, the aliases it goes through first.
   *
   * @param name the alias, or another type
   * @param depths how many aliases in a row each resolved one is
   * @param passed aliases that wait for this one
   * @return how many aliases in a row this is, 0 for another type
   */
  private int resolveAlias(
      String name, Map<String, String> aliases, Map<String, Integer> depths, Set<String> passed) {
    String target = aliases.get(name);
    if (target == null) {
      return 0;
    }
    Integer known = depths.get(name);
    if (known != null) {
      return known;
    }
    if (!passed.add(name)) {
      throw invalid("type", name, "is defined by itself");
    }
    int depth = passed.size();
    if (depth <= AbiReader.MAX_DEPTH) { // else there is no need to look further
      depth = 1 + resolveAlias(withoutSuffixes(target), aliases, depths, passed);
    }
    if (depth > AbiReader.MAX_DEPTH) {
      throw tooDeep(name, "aliases");
    }
    try {
      types.put(name, resolve(target));
    } catch (AbiException e) {
      throw e.within(name);
    }
    depths.put(name, depth);
    return depth;
  }

  private static AbiException tooDeep(String name, String what) {
    return new AbiException(
        Reason.TOO_DEEP,
        name,
        AbiException.NO_OFFSET,
        "more than " + AbiReader.MAX_DEPTH + " " + what + " in a row",
        null);
  }

  private static Set<String> fieldNamesOf(Abi.Struct struct) {
    Set<String> names = new HashSet<>();
    for (Abi.Field field : struct.fields()) {
      if (!names.add(field.name())) {
        throw twoFields(struct, field);
      }
    }
    return names;
  }

  private static AbiException twoFields(Abi.Struct struct, Abi.Field field) {
    return invalid("struct", struct.name(), "has two fields '" + Texts.brief(field.name()) + "'");
  }

  /**
   * Completes the type of a struct. Fields of bases are not copied: many structs may share one base, and the memory that
   * an ABI takes must not be more than a multiple of its size.
   */
  private void define(
      Abi.Struct struct,
      Map<String, Abi.Struct> structs,
      Map<String, JsonType.StructType> structTypes,
      Map<String, String> aliases,
      Map<String, Set<String>> fieldNames) {
    List<JsonType.StructType> levels = new ArrayList<>();
    Set<String> passed = new HashSet<>();
    Abi.@Nullable Struct next = struct;
    while (next != null) {
      if (!passed.add(next.name())) {
        throw invalid("struct", struct.name(), "is its own base");
      }
      if (passed.size() > AbiReader.MAX_DEPTH) {
        throw tooDeep(struct.name(), "bases");
      }
      if (!levels.isEmpty()) {
        requireDistinct(struct, Objects.requireNonNull(fieldNames.get(next.name())));
      }
      levels.add(0, Objects.requireNonNull(structTypes.get(next.name())));
      next = baseOf(next, structs, aliases);
    }
    List<JsonType.Field> fields = new ArrayList<>();
    for (Abi.Field field : struct.fields()) {
      boolean extension = field.type().endsWith(EXTENSION);
      String type = extension ? field.type().substring(0, field.type().length() - 1) : field.type();
      try {
        fields.add(new JsonType.Field(field.name(), resolve(type), extension));
      } catch (AbiException e) {
        throw e.within(field.name()).within(struct.name());
      }
    }
    levels.get(levels.size() - 1).define(fields, levels);
  }

  private static void requireDistinct(Abi.Struct struct, Set<String> ofBase) {
    for (Abi.Field field : struct.fields()) {
      if (ofBase.contains(field.name())) {
        throw twoFields(struct, field);
      }
    }
  }

  private static Abi.@Nullable Struct baseOf(
      Abi.Struct struct, Map<String, Abi.Struct> structs, Map<String, String> aliases) {
    String name = struct.base();
    if (name.isEmpty()) {
      return null;
    }
    // circles among aliases were refused before
    for (String target = aliases.get(name); target != null; target = aliases.get(name)) {
      name = target;
    }
    Abi.Struct base = structs.get(name);
    if (base == null) {
      throw new AbiException(
          Reason.UNKNOWN_TYPE,
          struct.name(),
          AbiException.NO_OFFSET,
          "base '" + Texts.brief(struct.base()) + "' is no struct",
          null);
    }
    return base;
  }

  private void define(Abi.Variant variant, Map<String, JsonType.VariantType> variantTypes) {
    List<JsonType> cases = new ArrayList<>();
    for (String type : variant.types()) {
      try {
        cases.add(resolve(type));
      } catch (AbiException e) {
        throw e.within(variant.name());
      }
    }
    JsonType.VariantType type = variantTypes.get(variant.name());
    if (type != null) {
      type.define(variant.types(), List.copyOf(cases));
    }
  }

  private void require(String kind, String name, String type) {
    try {
      resolve(type);
    } catch (AbiException e) {
      throw e.within(kind + " " + name);
    }
  }

  private JsonType resolve(String name) {
    return resolve(name, 0);
  }

  private JsonType resolve(String name, int depth) {
    JsonType known = BUILT_IN.get(name);
    if (known == null) {
      known = types.get(name);
    }
    if (known == null) {
      known = OF_OTHERS.get(name);
    }
    if (known != null) {
      return known;
    }
    if (depth > AbiReader.MAX_DEPTH) {
      throw AbiException.of(Reason.TOO_DEEP, "more than " + AbiReader.MAX_DEPTH + " suffixes");
    }
    if (name.endsWith(ARRAY)) {
      return new JsonType.ArrayType(
          resolve(name.substring(0, name.length() - ARRAY.length()), depth + 1));
    }
    if (name.endsWith(OPTIONAL)) {
      return new JsonType.OptionalType(
          resolve(name.substring(0, name.length() - OPTIONAL.length()), depth + 1));
    }
    int bracket = sizedArrayAt(name, name.length());
    if (bracket >= 0) {
      resolve(name.substring(0, bracket), depth + 1);
      return new JsonType.SizedArrayType(name);
    }
    throw AbiException.of(Reason.UNKNOWN_TYPE, "no type '" + Texts.brief(name) + "'");
  }

  private static String withoutSuffixes(String name) {
    int end = name.length();
    while (true) {
      if (name.startsWith(ARRAY, end - ARRAY.length())) {
        end -= ARRAY.length();
      } else if (name.startsWith(OPTIONAL, end - OPTIONAL.length())) {
        end -= OPTIONAL.length();
      } else if (sizedArrayAt(name, end) >= 0) {
        end = sizedArrayAt(name, end);
      } else {
        return name.substring(0, end);
      }
    }
  }

  /** Where {@code [digits]} begins that ends a name, or -1. */
  private static int sizedArrayAt(String name, int end) {
    if (!name.startsWith("]", end - 1)) {
      return -1;
    }
    int at = end - 2;
    while (at >= 0 && name.charAt(at) >= '0' && name.charAt(at) <= '9') {
      at--;
    }
    return at >= 0 && at < end - 2 && name.charAt(at) == '[' ? at : -1;
  }

  private static AbiException invalid(String kind, String name, String fault) {
    return AbiException.of(Reason.INVALID_ABI, kind + " '" + Texts.brief(name) + "' " + fault);
  }
}
