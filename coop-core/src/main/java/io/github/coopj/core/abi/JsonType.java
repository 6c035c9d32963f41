package io.github.coopj.core.abi;

import io.github.coopj.Texts;
import io.github.coopj.core.abi.AbiException.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A type of an ABI, ready to turn JSON into bytes and back. */
abstract class JsonType {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * Writes a value.
   *
   * @param json the value
   * @param out where to
   * @param form whose rules
   * @param last whether nothing follows, so that binary extensions may be left out
   */
  abstract void write(JsonNode json, AbiWriter out, JsonForm form, boolean last);

  abstract JsonNode read(AbiReader in, JsonForm form);

  /** A type without parts. */
  abstract static class Scalar extends JsonType {
    abstract void write(JsonNode json, AbiWriter out, JsonForm form);

    @Override
    final void write(JsonNode json, AbiWriter out, JsonForm form, boolean last) {
      write(json, out, form);
    }
  }

  /** {@code type[]}. */
  static final class ArrayType extends JsonType {
    private final JsonType element;

    ArrayType(JsonType element) {
      this.element = element;
    }

    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form, boolean last) {
      if (!json.isArray()) {
        throw AbiException.of(Reason.WRONG_JSON, "must be an array");
      }
      out.writeVarUint32(json.size());
      out.enter();
      int index = 0;
      for (JsonNode each : json) {
        try {
          element.write(each, out, form, false);
        } catch (AbiException e) {
          throw e.within("[" + index + "]");
        }
        index++;
      }
      out.leave();
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      int count = in.readCount();
      ArrayNode array = NODES.arrayNode();
      in.enter();
      for (int i = 0; i < count; i++) {
        try {
          array.add(element.read(in, form));
        } catch (AbiException e) {
          throw e.within("[" + i + "]");
        }
      }
      in.leave();
      return array;
    }
  }

  /** {@code type?}. */
  static final class OptionalType extends JsonType {
    private final JsonType element;

    OptionalType(JsonType element) {
      this.element = element;
    }

    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form, boolean last) {
      out.writeBool(!json.isNull());
      if (!json.isNull()) {
        out.enter();
        element.write(json, out, form, last);
        out.leave();
      }
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      if (!in.readBool()) {
        return NODES.nullNode();
      }
      in.enter();
      JsonNode value = element.read(in, form);
      in.leave();
      return value;
    }
  }

  /** A field of a struct. */
  record Field(String name, JsonType type, boolean extension) {}

  /**
   * A struct; the fields of its bases come first. Each struct holds its own fields only, since an ABI may derive many
   * structs from one with many fields.
   */
  static final class StructType extends JsonType {
    private static final Field[] NONE = {};

    private final String name;
    private Field[] own = NONE;

    /** The bases, the outermost first, and this. */
    private StructType[] levels = {this};

    /** Which of the levels has the field behind which nothing follows. */
    private int lastLevel;

    StructType(String name) {
      this.name = name;
    }

    /**
     * Completes the type.
     *
     * @param fields its own fields
     * @param all its bases, the outermost first, and itself
     */
    void define(List<Field> fields, List<StructType> all) {
      this.own = fields.toArray(Field[]::new);
      this.levels = all.toArray(StructType[]::new);
    }

    /** Finds where the fields end; to be called when all structs are defined. */
    void close() {
      for (int i = 0; i < levels.length; i++) {
        if (levels[i].own.length > 0) {
          lastLevel = i;
        }
      }
    }

    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form, boolean last) {
      out.enter(levels.length);
      if (json.isObject()) {
        writeMembers(json, out, form, last);
      } else if (json.isArray() && levels.length == 1) {
        writePositions(json, out, form, last);
      } else {
        throw AbiException.of(Reason.WRONG_JSON, Texts.brief(name) + " must be an object");
      }
      out.leave(levels.length);
    }

    private void writeMembers(JsonNode json, AbiWriter out, JsonForm form, boolean atEnd) {
      int known = 0;
      boolean omitted = false;
      for (int i = 0; i < levels.length; i++) {
        Field[] fields = levels[i].own;
        for (int j = 0; j < fields.length; j++) {
          Field field = fields[j];
          try {
            JsonNode member = json.get(field.name());
            if (member != null) {
              known++;
              if (omitted) {
                throw AbiException.of(
                    Reason.UNEXPECTED_FIELD, "follows an omitted binary extension");
              }
              boolean closes = atEnd && i == lastLevel && j == fields.length - 1;
              field.type().write(member, out, form, closes);
            } else if (field.extension() && atEnd) {
              omitted = true;
            } else {
              throw AbiException.of(Reason.MISSING_FIELD, "is missing");
            }
          } catch (AbiException e) {
            throw e.within(field.name());
          }
        }
      }
      if (known != json.size()) {
        throw unexpectedMember(json);
      }
    }

    private AbiException unexpectedMember(JsonNode json) {
      Set<String> known = new HashSet<>();
      for (StructType level : levels) {
        for (Field field : level.own) {
          known.add(field.name());
        }
      }
      for (String member : json.propertyNames()) {
        if (!known.contains(member)) {
          return AbiException.of(
              Reason.UNEXPECTED_FIELD,
              Texts.brief(name) + " has no field '" + Texts.brief(member) + "'");
        }
      }
      return AbiException.of(Reason.UNEXPECTED_FIELD, Texts.brief(name) + " has fewer fields");
    }

    private void writePositions(JsonNode json, AbiWriter out, JsonForm form, boolean atEnd) {
      if (json.size() > own.length) {
        throw AbiException.of(
            Reason.UNEXPECTED_FIELD,
            Texts.brief(name) + " has " + own.length + " fields, got " + json.size());
      }
      for (int i = 0; i < own.length; i++) {
        Field field = own[i];
        try {
          if (i < json.size()) {
            field.type().write(json.get(i), out, form, atEnd && i == own.length - 1);
          } else if (!field.extension() || !atEnd) {
            throw AbiException.of(Reason.MISSING_FIELD, "is missing");
          }
        } catch (AbiException e) {
          throw e.within(field.name());
        }
      }
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      in.enter(levels.length);
      int before = in.position();
      ObjectNode object = NODES.objectNode();
      for (StructType level : levels) {
        readOwn(level.own, object, in, form);
      }
      if (in.position() == before) {
        // structs of structs of nothing could otherwise double with every level
        in.countEmptyElement();
      }
      in.leave(levels.length);
      return object;
    }

    private static void readOwn(Field[] fields, ObjectNode object, AbiReader in, JsonForm form) {
      for (Field field : fields) {
        if (field.extension() && in.remaining() == 0) {
          continue;
        }
        try {
          object.set(field.name(), field.type().read(in, form));
        } catch (AbiException e) {
          throw e.within(field.name());
        }
      }
    }
  }

  /**
   * {@code type[n]}, an array of fixed size. An ABI may name it, as nodes allow, but no value of it is read or written:
   * nodes take one element of a built-in type for the whole and know no others, newer ones read all n.
   */
  static final class SizedArrayType extends JsonType {
    private final String name;

    SizedArrayType(String name) {
      this.name = name;
    }

    private AbiException refused() {
      return AbiException.of(
          Reason.UNKNOWN_TYPE, "arrays of fixed size have no form: " + Texts.brief(name));
    }

    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form, boolean last) {
      throw refused();
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      throw refused();
    }
  }

  /** A variant: {@code [type, value]}. */
  static final class VariantType extends JsonType {
    private final String name;
    private List<String> names = List.of();
    private List<JsonType> types = List.of();

    VariantType(String name) {
      this.name = name;
    }

    void define(List<String> caseNames, List<JsonType> caseTypes) {
      this.names = caseNames;
      this.types = caseTypes;
    }

    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form, boolean last) {
      JsonNode type = json.isArray() && json.size() == 2 ? json.get(0) : null;
      JsonNode value = type == null ? null : json.get(1);
      if (type == null || value == null || !type.isString()) {
        throw AbiException.of(Reason.WRONG_JSON, Texts.brief(name) + " must be [type, value]");
      }
      int tag = names.indexOf(type.stringValue());
      if (tag < 0) {
        throw AbiException.of(
            Reason.UNKNOWN_CASE,
            Texts.brief(name) + " has no type '" + Texts.brief(type.stringValue()) + "', only "
                + Texts.brief(names.toString()));
      }
      out.writeVarUint32(tag);
      out.enter();
      try {
        types.get(tag).write(value, out, form, last);
      } catch (AbiException e) {
        throw e.within("<" + names.get(tag) + ">");
      }
      out.leave();
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      int at = in.position();
      long tag = in.readVarUint32();
      if (tag >= types.size()) {
        throw AbiException.at(
            Reason.UNKNOWN_CASE, at, Texts.brief(name) + " has no type number " + tag);
      }
      ArrayNode pair = NODES.arrayNode(2);
      pair.add(names.get((int) tag));
      in.enter();
      try {
        pair.add(types.get((int) tag).read(in, form));
      } catch (AbiException e) {
        throw e.within("<" + names.get((int) tag) + ">");
      }
      in.leave();
      return pair;
    }
  }
}
