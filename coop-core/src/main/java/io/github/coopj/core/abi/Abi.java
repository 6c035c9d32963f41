package io.github.coopj.core.abi;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The ABI of a contract ({@code abi_def}): the types, actions and tables by which JSON becomes bytes and back.
 *
 * <p>This is the definition as written; whether it makes sense (names known, no circles) is checked by
 * {@link AbiCodec#of(Abi)}. Sections that an older definition lacks are empty.
 *
 * @param version {@code eosio::abi/1.x}
 * @param types aliases
 * @param structs structs
 * @param actions actions and the structs of their arguments
 * @param tables tables and the structs of their rows
 * @param ricardianClauses clauses for people, not used by the codec
 * @param errorMessages texts for error codes
 * @param abiExtensions numbered additions
 * @param variants variants
 * @param actionResults types of the values that actions return
 */
public record Abi(
    String version,
    List<Alias> types,
    List<Struct> structs,
    List<Action> actions,
    List<Table> tables,
    List<Clause> ricardianClauses,
    List<ErrorMessage> errorMessages,
    List<AbiExtensionEntry> abiExtensions,
    List<Variant> variants,
    List<ActionResult> actionResults) {

  /** Version that {@link AbiBuilder} writes. */
  public static final String VERSION = "eosio::abi/1.2";

  /** An ABI without types of its own; with it {@link AbiCodec} knows the built-in types. */
  public static final Abi EMPTY = new Abi(
      VERSION, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
      List.of(), List.of());

  /** Copies the lists. */
  public Abi {
    Objects.requireNonNull(version, "version");
    types = List.copyOf(types);
    structs = List.copyOf(structs);
    actions = List.copyOf(actions);
    tables = List.copyOf(tables);
    ricardianClauses = List.copyOf(ricardianClauses);
    errorMessages = List.copyOf(errorMessages);
    abiExtensions = List.copyOf(abiExtensions);
    variants = List.copyOf(variants);
    actionResults = List.copyOf(actionResults);
  }

  /**
   * Another name for a type.
   *
   * @param newTypeName the name
   * @param type the type it stands for
   */
  public record Alias(String newTypeName, String type) {}

  /**
   * A struct: the fields of its base, then its own.
   *
   * @param name name of the type
   * @param base struct whose fields come first; empty if none
   * @param fields the fields in order
   */
  public record Struct(String name, String base, List<Field> fields) {
    /** Copies the list. */
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field of a struct.
   *
   * @param name name of the member in JSON
   * @param type type, with {@code []} for an array, {@code ?} for an optional, {@code $} for a binary extension
   */
  public record Field(String name, String type) {}

  /**
   * An action.
   *
   * @param name name of the action
   * @param type type of its arguments
   * @param ricardianContract text for people
   */
  public record Action(Name name, String type, String ricardianContract) {}

  /**
   * A table.
   *
   * @param name name of the table
   * @param indexType kind of the primary index, {@code i64}
   * @param keyNames names of keys, for people
   * @param keyTypes types of keys, for people
   * @param type type of a row
   */
  public record Table(
      Name name, String indexType, List<String> keyNames, List<String> keyTypes, String type) {
    /** Copies the lists. */
    public Table {
      keyNames = List.copyOf(keyNames);
      keyTypes = List.copyOf(keyTypes);
    }
  }

  /**
   * A clause for people.
   *
   * @param id its id
   * @param body its text
   */
  public record Clause(String id, String body) {}

  /**
   * Text of an error code.
   *
   * @param errorCode the code, an unsigned 64-bit number; negative for codes from 2^63 up
   * @param errorMsg the text
   */
  public record ErrorMessage(long errorCode, String errorMsg) {
    static final Codec<ErrorMessage> CODEC = new Codec<>() {
      @Override
      public void write(ErrorMessage value, AbiWriter out) {
        out.writeU64(value.errorCode);
        out.writeString(value.errorMsg);
      }

      @Override
      public ErrorMessage read(AbiReader in) {
        long errorCode = in.readU64();
        return new ErrorMessage(errorCode, in.readString());
      }
    };
  }

  /**
   * A numbered addition.
   *
   * @param type number, 0 to 65535
   * @param data content
   */
  public record AbiExtensionEntry(@AbiType("uint16") int type, Bytes data) {}

  /**
   * A variant: one of several types, told apart by its place in the list.
   *
   * @param name name of the type
   * @param types the alternatives in order
   */
  public record Variant(String name, List<String> types) {
    /** Copies the list. */
    public Variant {
      types = List.copyOf(types);
    }
  }

  /**
   * Type of what an action returns.
   *
   * @param name name of the action
   * @param resultType type of the returned value
   */
  public record ActionResult(Name name, String resultType) {}

  private static final Codec<Alias> ALIAS = RecordCodec.of(Alias.class);
  private static final Codec<Struct> STRUCT = RecordCodec.of(Struct.class);
  private static final Codec<Action> ACTION = RecordCodec.of(Action.class);
  private static final Codec<Table> TABLE = RecordCodec.of(Table.class);
  private static final Codec<Clause> CLAUSE = RecordCodec.of(Clause.class);
  private static final Codec<AbiExtensionEntry> EXTENSION = RecordCodec.of(AbiExtensionEntry.class);
  private static final Codec<Variant> VARIANT = RecordCodec.of(Variant.class);
  private static final Codec<ActionResult> ACTION_RESULT = RecordCodec.of(ActionResult.class);

  /**
   * Reads the JSON form.
   *
   * @param json text of an {@code .abi} file
   * @return the definition
   * @throws AbiException if it is no JSON, or no ABI
   */
  public static Abi fromJson(String json) {
    return AbiJson.read(AbiJson.parse(json));
  }

  /**
   * Reads the JSON form.
   *
   * @param json the parsed {@code .abi} file
   * @return the definition
   * @throws AbiException if it is no ABI
   */
  public static Abi fromJson(JsonNode json) {
    return AbiJson.read(json);
  }

  /**
   * The JSON form, with every section.
   *
   * @return the tree
   */
  public JsonNode toJson() {
    return AbiJson.write(this);
  }

  /**
   * Reads the binary form, which a chain stores.
   *
   * @param data the bytes, such as the argument of {@code setabi}
   * @return the definition
   * @throws AbiException if the bytes are no ABI
   */
  public static Abi fromBinary(byte[] data) {
    AbiReader in = new AbiReader(data);
    String version = field("version", in, AbiReader::readString);
    List<Alias> types = field("types", in, from -> from.readList(ALIAS));
    List<Struct> structs = field("structs", in, from -> from.readList(STRUCT));
    List<Action> actions = field("actions", in, from -> from.readList(ACTION));
    List<Table> tables = field("tables", in, from -> from.readList(TABLE));
    List<Clause> clauses = field("ricardian_clauses", in, from -> from.readList(CLAUSE));
    List<ErrorMessage> errors =
        field("error_messages", in, from -> from.readList(ErrorMessage.CODEC));
    List<AbiExtensionEntry> extensions =
        field("abi_extensions", in, from -> from.readList(EXTENSION));
    List<Variant> variants =
        in.remaining() == 0 ? List.of() : field("variants", in, from -> from.readList(VARIANT));
    List<ActionResult> results = in.remaining() == 0
        ? List.of()
        : field("action_results", in, from -> from.readList(ACTION_RESULT));
    in.requireEnd();
    return new Abi(
        version, types, structs, actions, tables, clauses, errors, extensions, variants, results);
  }

  /**
   * The binary form, which a chain stores.
   *
   * @return a new array
   */
  public byte[] toBinary() {
    AbiWriter out = new AbiWriter(1024);
    out.writeString(version);
    out.writeList(types, ALIAS);
    out.writeList(structs, STRUCT);
    out.writeList(actions, ACTION);
    out.writeList(tables, TABLE);
    out.writeList(ricardianClauses, CLAUSE);
    out.writeList(errorMessages, ErrorMessage.CODEC);
    out.writeList(abiExtensions, EXTENSION);
    out.writeList(variants, VARIANT);
    out.writeList(actionResults, ACTION_RESULT);
    return out.toByteArray();
  }

  /**
   * Hash by which clients tell whether they have this ABI already: sha256 of the binary form.
   *
   * @return the hash
   */
  public Checksum256 hash() {
    return Checksum256.sha256(toBinary());
  }

  /**
   * Type of the arguments of an action.
   *
   * @param action name of the action
   * @return the type, or empty if there is no such action
   */
  public Optional<String> actionType(Name action) {
    return actions.stream()
        .filter(each -> each.name().equals(action))
        .map(Action::type)
        .findFirst();
  }

  /**
   * Type of the rows of a table.
   *
   * @param table name of the table
   * @return the type, or empty if there is no such table
   */
  public Optional<String> tableType(Name table) {
    return tables.stream()
        .filter(each -> each.name().equals(table))
        .map(Table::type)
        .findFirst();
  }

  /**
   * Type of what an action returns.
   *
   * @param action name of the action
   * @return the type, or empty if it returns nothing
   */
  public Optional<String> actionResultType(Name action) {
    return actionResults.stream()
        .filter(each -> each.name().equals(action))
        .map(ActionResult::resultType)
        .findFirst();
  }

  private static <T> T field(
      String name, AbiReader in, java.util.function.Function<AbiReader, T> read) {
    try {
      return read.apply(in);
    } catch (AbiException e) {
      throw e.within(name);
    }
  }
}
