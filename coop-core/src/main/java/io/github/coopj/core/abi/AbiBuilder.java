package io.github.coopj.core.abi;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Derives the ABI of a contract from the records and value interfaces that {@link Codec#of} reads and writes.
 *
 * <p>The same types always give the same ABI: types stand in the order in which they are first needed, parts before
 * the whole. A list of optionals, an optional list and the like get an alias, because nodes know one suffix per type
 * only: {@code List<Optional<Name>>} becomes {@code optional_name[]}. A builder is used by one thread.
 */
public final class AbiBuilder {
  private static final String INDEX_TYPE = "i64";

  private final Map<String, Object> owners = new LinkedHashMap<>();
  private final List<Abi.Alias> aliases = new ArrayList<>();
  private final List<Abi.Struct> structs = new ArrayList<>();
  private final List<Abi.Variant> variants = new ArrayList<>();
  private final Map<Name, Abi.Action> actions = new LinkedHashMap<>();
  private final Map<Name, Abi.Table> tables = new LinkedHashMap<>();
  private final Map<Name, Abi.ActionResult> results = new LinkedHashMap<>();
  private final List<Abi.Clause> clauses = new ArrayList<>();

  /** Starts an empty ABI. */
  public AbiBuilder() {}

  /**
   * Adds an action.
   *
   * @param name name of the action
   * @param arguments record or value interface of its arguments
   * @return this
   * @throws InvalidValueException if the action is there already, or the type has no form in the ABI
   */
  public AbiBuilder action(Name name, Class<?> arguments) {
    return action(name, arguments, "");
  }

  /**
   * Adds an action with a text for people.
   *
   * @param name name of the action
   * @param arguments record or value interface of its arguments
   * @param ricardianContract the text
   * @return this
   * @throws InvalidValueException if the action is there already, or the type has no form in the ABI
   */
  public AbiBuilder action(Name name, Class<?> arguments, String ricardianContract) {
    Abi.Action action = new Abi.Action(name, structOf(arguments), ricardianContract);
    requireNew("action", name, actions.putIfAbsent(name, action) == null);
    return this;
  }

  /**
   * Adds a table.
   *
   * @param name name of the table
   * @param row record or value interface of its rows
   * @return this
   * @throws InvalidValueException if the table is there already, or the type has no form in the ABI
   */
  public AbiBuilder table(Name name, Class<?> row) {
    return table(name, row, List.of(), List.of());
  }

  /**
   * Adds a table with secondary indexes.
   *
   * @param name name of the table
   * @param row record or value interface of its rows
   * @param indexNames names of the indexes in their order
   * @param indexTypes kinds of their keys, such as {@code i64}, one a name
   * @return this
   * @throws InvalidValueException if the table is there already, the type has no form in the ABI, or there are not as many
   *     kinds as names
   */
  public AbiBuilder table(
      Name name, Class<?> row, List<String> indexNames, List<String> indexTypes) {
    if (indexNames.size() != indexTypes.size()) {
      throw new InvalidValueException("table " + name + " has " + indexNames.size()
          + " names of indexes and " + indexTypes.size() + " kinds");
    }
    Abi.Table table = new Abi.Table(name, INDEX_TYPE, indexNames, indexTypes, structOf(row));
    requireNew("table", name, tables.putIfAbsent(name, table) == null);
    return this;
  }

  /**
   * Adds the type of what an action returns.
   *
   * @param name name of the action
   * @param result the type, not necessarily a record
   * @return this
   * @throws InvalidValueException if the result is there already, or the type has no form in the ABI
   */
  public AbiBuilder actionResult(Name name, Class<?> result) {
    Abi.ActionResult entry = new Abi.ActionResult(name, typeOf(Codec.of(result)));
    requireNew("action result", name, results.putIfAbsent(name, entry) == null);
    return this;
  }

  /**
   * Adds a clause for people.
   *
   * @param id its id
   * @param body its text
   * @return this
   */
  public AbiBuilder clause(String id, String body) {
    clauses.add(new Abi.Clause(id, body));
    return this;
  }

  /**
   * The ABI.
   *
   * @return a definition that {@link AbiCodec#of} accepts
   * @throws InvalidValueException if a result is declared for an action that is not there, or the parts do not make an
   *     ABI: types nested without end, too many bases in a row
   */
  public Abi build() {
    for (Name action : results.keySet()) {
      if (!actions.containsKey(action)) {
        throw new InvalidValueException("action result " + action + " belongs to no action");
      }
    }
    Abi abi = new Abi(
        Abi.VERSION,
        aliases,
        structs,
        List.copyOf(actions.values()),
        List.copyOf(tables.values()),
        clauses,
        List.of(),
        List.of(),
        variants,
        List.copyOf(results.values()));
    try {
      return AbiCodec.of(abi).abi();
    } catch (AbiException e) {
      throw new InvalidValueException(String.valueOf(e.getMessage()), e);
    }
  }

  private String typeOf(Codec<?> codec) {
    if (codec instanceof BuiltIn<?> builtIn) {
      defineBuiltIn(builtIn.type());
      return builtIn.type();
    }
    if (codec instanceof IntegerCodec integer) {
      return integer.abiType.type();
    }
    if (codec instanceof EnumCodec) {
      return "string";
    }
    if (codec instanceof OptionalCodec optional) {
      return plain(typeOf(optional.element)) + "?";
    }
    if (codec instanceof ListCodec list) {
      return plain(typeOf(list.element)) + "[]";
    }
    if (codec instanceof VariantCodec<?> variant) {
      return defineVariant(variant);
    }
    if (codec instanceof RecordCodec<?> struct) {
      return defineStruct(struct);
    }
    throw new InvalidValueException(codec.getClass().getName() + " has no form in the ABI");
  }

  /** A name without suffix for a type, defined as an alias if the type has one. */
  private String plain(String type) {
    String alias;
    if (type.endsWith("?")) {
      alias = "optional_" + type.substring(0, type.length() - 1);
    } else if (type.endsWith("[]")) {
      alias = "list_of_" + type.substring(0, type.length() - 2);
    } else {
      return type;
    }
    if (claim(alias, type)) {
      aliases.add(new Abi.Alias(alias, type));
    }
    return alias;
  }

  private String defineStruct(RecordCodec<?> codec) {
    String name = codec.abiName();
    if (!claim(name, codec.type())) {
      return name;
    }
    String base = "";
    List<Abi.Field> fields = new ArrayList<>();
    for (RecordCodec.Component component : codec.components()) {
      String type = typeOf(component.codec);
      if (component.base) {
        base = type;
      } else {
        fields.add(new Abi.Field(component.name, component.extension ? type + "$" : type));
      }
    }
    structs.add(new Abi.Struct(name, base, fields));
    return name;
  }

  private String defineVariant(VariantCodec<?> codec) {
    if (claim(codec.abiName, codec.type)) {
      List<String> types = new ArrayList<>();
      for (Codec<Object> each : codec.codecs) {
        types.add(typeOf(each));
      }
      variants.add(new Abi.Variant(codec.abiName, types));
    }
    return codec.abiName;
  }

  private void defineBuiltIn(String type) {
    String plain = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
    for (Abi.Struct struct : BuiltIn.structs()) {
      if (struct.name().equals(plain) && claim(plain, BuiltIn.class)) {
        struct.fields().forEach(field -> defineBuiltIn(field.type()));
        structs.add(struct);
      }
    }
  }

  /** Whether the name is new; a name that stands for something else already is refused. */
  private boolean claim(String name, Object owner) {
    if (AbiCodec.isBuiltIn(name)) {
      throw new InvalidValueException(
          owner + " is called '" + name + "' like a built-in type: rename it by @AbiName");
    }
    Object before = owners.putIfAbsent(name, owner);
    if (before != null && !before.equals(owner)) {
      throw new InvalidValueException(
          owner + " and " + before + " are both called '" + name + "': rename one by @AbiName");
    }
    return before == null;
  }

  private String structOf(Class<?> type) {
    if (!type.isRecord() && !ValueInterface.isMarked(type)) {
      throw new InvalidValueException(type.getName() + " is no record");
    }
    return typeOf(Codec.of(type));
  }

  private static void requireNew(String kind, Name name, boolean added) {
    if (!added) {
      throw new InvalidValueException(kind + " " + name + " is there already");
    }
  }
}
