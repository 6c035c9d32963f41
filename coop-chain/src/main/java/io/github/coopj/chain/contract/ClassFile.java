package io.github.coopj.chain.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A class file taken apart: constants, members and attributes as the JVM specification (chapter 4) lays them out. Reads
 * files that javac wrote; a file it cannot read is reported, never guessed at.
 */
final class ClassFile {
  private static final int MAGIC = 0xcafebabe;

  private static final int ACC_STATIC = 0x8;
  private static final int ACC_SYNTHETIC = 0x1000;
  private static final int ACC_ENUM = 0x4000;

  static final int UTF8 = 1;
  static final int INTEGER = 3;
  static final int FLOAT = 4;
  static final int LONG = 5;
  static final int DOUBLE = 6;
  static final int CLASS = 7;
  static final int STRING = 8;
  static final int FIELD = 9;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;
  static final int NAME_AND_TYPE = 12;
  static final int METHOD_HANDLE = 15;
  static final int METHOD_TYPE = 16;
  static final int DYNAMIC = 17;
  static final int INVOKE_DYNAMIC = 18;
  static final int MODULE = 19;
  static final int PACKAGE = 20;

  private final List<Constant> constants = new ArrayList<>();
  private final int flags;
  private final String name;
  private final String superName;
  private final List<String> interfaces = new ArrayList<>();
  private final List<Member> fields;
  private final List<Member> methods;
  private final Map<String, ByteBuffer> attributes;

  /**
   * One entry of the constant pool.
   *
   * @param tag kind of entry
   * @param text text of a UTF-8 entry
   * @param number value of a number, as its bits
   * @param first first index that the entry holds
   * @param second second index that the entry holds
   */
  record Constant(int tag, String text, long number, int first, int second) {}

  /**
   * A field, a method or a component of a record.
   *
   * @param flags access flags
   * @param name name
   * @param descriptor type
   * @param attributes attributes by name
   */
  record Member(int flags, String name, String descriptor, Map<String, ByteBuffer> attributes) {
    String key() {
      return name + descriptor;
    }

    boolean isEnumConstant() {
      return (flags & ACC_ENUM) != 0;
    }

    boolean isStatic() {
      return (flags & ACC_STATIC) != 0;
    }

    boolean isSynthetic() {
      return (flags & ACC_SYNTHETIC) != 0;
    }
  }

  private ClassFile(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IllegalStateException("not a class file");
    }
    in.readInt(); // version
    readConstants(in);
    this.flags = in.readUnsignedShort();
    this.name = className(in.readUnsignedShort());
    int superIndex = in.readUnsignedShort();
    this.superName = superIndex == 0 ? "" : className(superIndex);
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      interfaces.add(className(in.readUnsignedShort()));
    }
    this.fields = members(in);
    this.methods = members(in);
    this.attributes = attributes(in);
  }

  static ClassFile read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new ClassFile(in);
    } catch (IOException e) {
      throw new IllegalStateException("a class file ends too early", e);
    }
  }

  int flags() {
    return flags;
  }

  boolean isEnum() {
    return (flags & ACC_ENUM) != 0;
  }

  /** Whether the compiler made the class up. */
  boolean isSynthetic() {
    return (flags & ACC_SYNTHETIC) != 0;
  }

  String name() {
    return name;
  }

  String superName() {
    return superName;
  }

  List<String> interfaces() {
    return interfaces;
  }

  List<Member> fields() {
    return fields;
  }

  List<Member> methods() {
    return methods;
  }

  Map<String, ByteBuffer> attributes() {
    return attributes;
  }

  Constant constant(int index) {
    return constants.get(index);
  }

  String utf8(int index) {
    return constant(index).text();
  }

  /** Name of a class, or descriptor of an array; also the name that a string, a module or a method type points to. */
  String className(int index) {
    return utf8(constant(index).first());
  }

  private void readConstants(DataInputStream in) throws IOException {
    Constant none = new Constant(0, "", 0, 0, 0);
    constants.add(none);
    int count = in.readUnsignedShort();
    while (constants.size() < count) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> constants.add(new Constant(tag, in.readUTF(), 0, 0, 0));
        case INTEGER, FLOAT -> constants.add(new Constant(tag, "", in.readInt(), 0, 0));
        case LONG, DOUBLE -> {
          constants.add(new Constant(tag, "", in.readLong(), 0, 0));
          constants.add(none); // takes two places
        }
        case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE ->
          constants.add(new Constant(tag, "", 0, in.readUnsignedShort(), 0));
        case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC ->
          constants.add(new Constant(tag, "", 0, in.readUnsignedShort(), in.readUnsignedShort()));
        case METHOD_HANDLE ->
          constants.add(new Constant(tag, "", 0, in.readUnsignedByte(), in.readUnsignedShort()));
        default -> throw new IllegalStateException("constant of unknown kind " + tag);
      }
    }
  }

  private List<Member> members(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(new Member(
          in.readUnsignedShort(),
          utf8(in.readUnsignedShort()),
          utf8(in.readUnsignedShort()),
          attributes(in)));
    }
    return members;
  }

  /** Components of a record, whose entries have no flags. */
  List<Member> components(ByteBuffer record) {
    int count = record.getChar();
    List<Member> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      components.add(
          new Member(0, utf8(record.getChar()), utf8(record.getChar()), attributes(record)));
    }
    return components;
  }

  private Map<String, ByteBuffer> attributes(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    Map<String, ByteBuffer> found = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String attribute = utf8(in.readUnsignedShort());
      byte[] content = in.readNBytes(in.readInt());
      found.put(attribute, ByteBuffer.wrap(content));
    }
    return found;
  }

  private Map<String, ByteBuffer> attributes(ByteBuffer in) {
    int count = in.getChar();
    Map<String, ByteBuffer> found = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String attribute = utf8(in.getChar());
      byte[] content = new byte[in.getInt()];
      in.get(content);
      found.put(attribute, ByteBuffer.wrap(content));
    }
    return found;
  }
}
