package io.github.coopj.chain.contract;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Where the instructions of a method begin, and what stands there (JVM specification chapter 6). */
final class MethodCode {
  static final int LDC = 18;
  static final int LDC_W = 19;
  static final int LDC2_W = 20;
  static final int IALOAD = 46;
  static final int IASTORE = 79;
  static final int IINC = 132;
  static final int GOTO = 167;
  static final int TABLESWITCH = 170;
  static final int LOOKUPSWITCH = 171;
  static final int GETSTATIC = 178;
  static final int INVOKEVIRTUAL = 182;
  static final int INVOKEINTERFACE = 185;
  static final int INVOKEDYNAMIC = 186;
  static final int NEW = 187;
  static final int ANEWARRAY = 189;
  static final int CHECKCAST = 192;
  static final int INSTANCEOF = 193;
  static final int WIDE = 196;
  static final int MULTIANEWARRAY = 197;
  static final int GOTO_W = 200;

  private final ClassFile file;
  private final ByteBuffer code;
  private final int start;
  private final int length;
  private final List<Integer> starts = new ArrayList<>();

  /** Reads the content of an attribute {@code Code}. */
  MethodCode(ClassFile file, ByteBuffer attribute) {
    this.file = file;
    this.code = attribute.duplicate();
    code.getInt(); // stack and locals
    this.length = code.getInt();
    this.start = code.position();
    for (int at = 0; at < length; at += size(at)) {
      starts.add(at);
    }
  }

  /** Offsets at which instructions begin. */
  List<Integer> starts() {
    return starts;
  }

  int length() {
    return length;
  }

  int opcode(int at) {
    return code.get(start + at) & 0xff;
  }

  /** The bytes after an opcode. */
  ByteBuffer operands(int at) {
    return code.duplicate().position(start + at + 1);
  }

  /** The bytes of a switch, after what aligns them. */
  ByteBuffer switchOperands(int at) {
    return code.duplicate().position(start + padded(at));
  }

  /** The table of exception handlers and what follows it. */
  ByteBuffer handlers() {
    return code.duplicate().position(start + length);
  }

  /** Whether a field or method of a name is used there. */
  boolean uses(int at, int opcode, String name) {
    return opcode(at) == opcode && memberName(at).equals(name);
  }

  /** Class of the field or method used there. */
  String memberOwner(int at) {
    return file.className(file.constant(operands(at).getChar()).first());
  }

  String memberName(int at) {
    ClassFile.Constant member = file.constant(operands(at).getChar());
    return file.utf8(file.constant(member.second()).first());
  }

  private int size(int at) {
    int opcode = opcode(at);
    return switch (opcode) {
      case TABLESWITCH -> {
        int padded = padded(at);
        yield padded
            - at
            + 12
            + 4 * (code.getInt(start + padded + 8) - code.getInt(start + padded + 4) + 1);
      }
      case LOOKUPSWITCH -> {
        int padded = padded(at);
        yield padded - at + 8 + 8 * code.getInt(start + padded + 4);
      }
      case WIDE -> (code.get(start + at + 1) & 0xff) == IINC ? 6 : 4;
      default -> sizeOf(opcode);
    };
  }

  private static int padded(int at) {
    return at + 4 - at % 4;
  }

  /** Bytes of an instruction of fixed size, with its opcode. */
  static int sizeOf(int opcode) {
    if (opcode > GOTO_W + 1) {
      throw new IllegalStateException("unknown instruction " + opcode);
    }
    return switch (opcode) {
      case 16, LDC, 169, 188 -> 2;
      case 17, LDC_W, LDC2_W, IINC, NEW, ANEWARRAY, CHECKCAST, INSTANCEOF, 198, 199 -> 3;
      case MULTIANEWARRAY -> 4;
      case INVOKEINTERFACE, INVOKEDYNAMIC, GOTO_W, GOTO_W + 1 -> 5;
      default -> {
        boolean local = (opcode >= 21 && opcode <= 25) || (opcode >= 54 && opcode <= 58);
        boolean jump = opcode >= 153 && opcode <= 168;
        boolean member = opcode >= GETSTATIC && opcode <= 184;
        yield local ? 2 : jump || member ? 3 : 1;
      }
    };
  }
}
