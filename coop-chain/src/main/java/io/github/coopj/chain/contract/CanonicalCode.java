package io.github.coopj.chain.contract;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Instructions of a method with what they refer to instead of where that stands in the constant pool, with jumps counted
 * in instructions, and with the names of enum constants in switches.
 */
final class CanonicalCode {
  private static final String OBJECT = "java/lang/Object";

  /** Methods that every object has; which supertype a compiler names for them makes no difference. */
  private static final Set<String> OF_OBJECTS = Set.of(
      "equals(Ljava/lang/Object;)Z",
      "hashCode()I",
      "toString()Ljava/lang/String;",
      "getClass()Ljava/lang/Class;");

  private static final int INVOKE_VIRTUAL_HANDLE = 5;
  private static final int INVOKE_INTERFACE_HANDLE = 9;

  private final CanonicalClass owner;
  private final ClassFile file;

  CanonicalCode(CanonicalClass owner) {
    this.owner = owner;
    this.file = owner.file();
  }

  /** Writes the content of an attribute {@code Code}. */
  void write(CanonicalWriter out, ByteBuffer attribute) {
    MethodCode code = new MethodCode(file, attribute);
    EnumSwitches switches = new EnumSwitches(code, owner::find);
    int[] index = new int[code.length() + 1];
    int kept = 0;
    for (int at : code.starts()) {
      index[at] = kept;
      kept += switches.drops(at) ? 0 : 1;
    }
    index[code.length()] = kept;
    out.number(kept);
    for (int at : code.starts()) {
      if (!switches.drops(at)) {
        writeInstruction(out, code, switches, at, index);
      }
    }
    ByteBuffer handlers = code.handlers();
    int count = handlers.getChar();
    out.number(count);
    for (int i = 0; i < count; i++) {
      out.number(index[handlers.getChar()]);
      out.number(index[handlers.getChar()]);
      out.number(index[handlers.getChar()]);
      int type = handlers.getChar();
      owner.writeType(out, type == 0 ? "" : file.className(type));
    }
  }

  /** Writes a constant that an instruction, a field or a call site uses. */
  void writeConstant(CanonicalWriter out, int at) {
    ClassFile.Constant constant = file.constant(at);
    out.number(constant.tag());
    switch (constant.tag()) {
      case ClassFile.INTEGER, ClassFile.FLOAT, ClassFile.LONG, ClassFile.DOUBLE ->
        out.number(constant.number());
      case ClassFile.STRING -> out.text(file.utf8(constant.first()));
      case ClassFile.CLASS -> owner.writeType(out, file.utf8(constant.first()));
      case ClassFile.METHOD_TYPE -> owner.writeDescriptor(out, file.utf8(constant.first()));
      case ClassFile.METHOD_HANDLE -> writeHandle(out, constant);
      case ClassFile.DYNAMIC -> writeCallSite(out, constant);
      default ->
        throw new IllegalStateException("no value is a constant of kind " + constant.tag());
    }
  }

  private void writeInstruction(
      CanonicalWriter out, MethodCode code, EnumSwitches switches, int at, int[] index) {
    int opcode = code.opcode(at);
    ByteBuffer in = code.operands(at);
    switch (opcode) {
      case MethodCode.LDC, MethodCode.LDC_W, MethodCode.LDC2_W -> {
        out.number(MethodCode.LDC);
        writeConstant(out, opcode == MethodCode.LDC ? in.get() & 0xff : in.getChar());
      }
      case MethodCode.TABLESWITCH, MethodCode.LOOKUPSWITCH ->
        writeSwitch(out, code, switches.cases(at), at, index);
      case MethodCode.WIDE -> {
        int widened = in.get() & 0xff;
        out.number(widened);
        out.number(in.getChar());
        if (widened == MethodCode.IINC) {
          out.number(in.getShort());
        }
      }
      case MethodCode.IINC -> {
        out.number(opcode);
        out.number(in.get() & 0xff);
        out.number(in.get());
      }
      case MethodCode.INVOKEDYNAMIC -> {
        out.number(opcode);
        writeCallSite(out, file.constant(in.getChar()));
      }
      case MethodCode.NEW, MethodCode.ANEWARRAY, MethodCode.CHECKCAST, MethodCode.INSTANCEOF -> {
        out.number(opcode);
        owner.writeType(out, file.className(in.getChar()));
      }
      case MethodCode.MULTIANEWARRAY -> {
        out.number(opcode);
        owner.writeType(out, file.className(in.getChar()));
        out.number(in.get());
      }
      case MethodCode.GOTO_W -> {
        out.number(MethodCode.GOTO);
        out.number(index[at + in.getInt()]);
      }
      case MethodCode.INVOKEVIRTUAL, MethodCode.INVOKEINTERFACE -> {
        boolean ofObjects = isOfObjects(in.duplicate().getChar());
        out.number(ofObjects ? MethodCode.INVOKEVIRTUAL : opcode);
        writeMember(out, in.getChar(), ofObjects);
      }
      default -> writePlain(out, opcode, in, at, index);
    }
  }

  private void writePlain(CanonicalWriter out, int opcode, ByteBuffer in, int at, int[] index) {
    out.number(opcode);
    if ((opcode >= 153 && opcode <= 168) || opcode == 198 || opcode == 199) {
      out.number(index[at + in.getShort()]);
    } else if (opcode >= MethodCode.GETSTATIC && opcode < MethodCode.INVOKEINTERFACE) {
      writeMember(out, in.getChar(), false);
    } else {
      switch (MethodCode.sizeOf(opcode)) {
        case 1 -> {}
        case 2 -> out.number(in.get());
        case 3 -> out.number(in.getShort());
        default -> throw new IllegalStateException("instruction " + opcode + " is not of javac");
      }
    }
  }

  /** Cases that lead elsewhere than the default, by number, or by name if the switch is over an enum. */
  private static void writeSwitch(
      CanonicalWriter out,
      MethodCode code,
      Optional<SortedMap<Integer, String>> names,
      int at,
      int[] index) {
    ByteBuffer in = code.switchOperands(at);
    int other = index[at + in.getInt()];
    SortedMap<Integer, Integer> targets = new TreeMap<>();
    if (code.opcode(at) == MethodCode.TABLESWITCH) {
      int low = in.getInt();
      int high = in.getInt();
      for (int value = low; value <= high; value++) {
        targets.put(value, index[at + in.getInt()]);
      }
    } else {
      int count = in.getInt();
      for (int i = 0; i < count; i++) {
        int value = in.getInt();
        targets.put(value, index[at + in.getInt()]);
      }
    }
    targets.values().removeIf(target -> target == other);
    out.number(MethodCode.LOOKUPSWITCH);
    out.number(other);
    out.number(targets.size());
    if (names.isPresent()) {
      SortedMap<String, Integer> named = new TreeMap<>();
      targets.forEach(
          (value, target) -> named.put(names.get().getOrDefault(value, "#" + value), target));
      named.forEach((name, target) -> {
        out.text(name);
        out.number(target);
      });
    } else {
      targets.forEach((value, target) -> {
        out.number(value);
        out.number(target);
      });
    }
  }

  private boolean isOfObjects(int member) {
    ClassFile.Constant nameAndType = file.constant(file.constant(member).second());
    return OF_OBJECTS.contains(file.utf8(nameAndType.first()) + file.utf8(nameAndType.second()));
  }

  private void writeHandle(CanonicalWriter out, ClassFile.Constant handle) {
    int kind = handle.first();
    boolean ofObjects = (kind == INVOKE_VIRTUAL_HANDLE || kind == INVOKE_INTERFACE_HANDLE)
        && isOfObjects(handle.second());
    out.number(ofObjects ? INVOKE_VIRTUAL_HANDLE : kind);
    writeMember(out, handle.second(), ofObjects);
  }

  /** A field or method: whose, its name and its type. */
  private void writeMember(CanonicalWriter out, int at, boolean ofObjects) {
    ClassFile.Constant member = file.constant(at);
    ClassFile.Constant nameAndType = file.constant(member.second());
    String type = file.className(member.first());
    String name = file.utf8(nameAndType.first());
    String descriptor = file.utf8(nameAndType.second());
    Optional<ClassFile.Member> lambda = owner.lambda(type, name + descriptor);
    if (lambda.isPresent()) {
      owner.writeLambda(out, lambda.get());
      return;
    }
    out.number(ofObjects ? ClassFile.METHOD : member.tag());
    owner.writeType(out, ofObjects ? OBJECT : type);
    out.text(name);
    owner.writeDescriptor(out, descriptor);
  }

  /** A call that is linked when first made, or a constant of that kind: how it is linked, and with what. */
  private void writeCallSite(CanonicalWriter out, ClassFile.Constant site) {
    ClassFile.Constant nameAndType = file.constant(site.second());
    out.text(file.utf8(nameAndType.first()));
    owner.writeDescriptor(out, file.utf8(nameAndType.second()));
    ByteBuffer in = bootstrapMethods();
    in.getChar(); // how many there are
    for (int i = 0; i < site.first(); i++) {
      in.getChar();
      int skipped = in.getChar();
      in.position(in.position() + 2 * skipped);
    }
    writeConstant(out, in.getChar());
    int arguments = in.getChar();
    out.number(arguments);
    for (int i = 0; i < arguments; i++) {
      writeConstant(out, in.getChar());
    }
  }

  private ByteBuffer bootstrapMethods() {
    ByteBuffer methods = file.attributes().get("BootstrapMethods");
    if (methods == null) {
      throw new IllegalStateException(
          file.name() + " links calls without an attribute that says how");
    }
    return methods.duplicate();
  }
}
