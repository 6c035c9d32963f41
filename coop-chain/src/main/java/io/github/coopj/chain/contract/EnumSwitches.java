package io.github.coopj.chain.contract;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Switches over enums in a method. Compilers number the cases in two ways, through a table in a class of their own or by the
 * place of the constant in its enum; here each case gets back the name of its constant.
 */
final class EnumSwitches {
  private static final String TABLE = "$SwitchMap$";
  private static final String ORDINAL = "ordinal";

  private final SortedMap<Integer, SortedMap<Integer, String>> cases = new TreeMap<>();
  private final NavigableSet<Integer> dropped = new TreeSet<>();

  /**
   * Finds the switches.
   *
   * @param code the method
   * @param classes finds the files of classes
   */
  EnumSwitches(MethodCode code, Function<String, Optional<ClassFile>> classes) {
    Deque<Integer> tables = new ArrayDeque<>();
    int before = -1;
    int twoBefore = -1;
    for (int at : code.starts()) {
      int opcode = code.opcode(at);
      if (opcode == MethodCode.GETSTATIC && code.memberName(at).startsWith(TABLE)) {
        tables.push(at);
      } else if (opcode == MethodCode.TABLESWITCH || opcode == MethodCode.LOOKUPSWITCH) {
        if (isOrdinal(code, twoBefore)
            && code.opcode(before) == MethodCode.IALOAD
            && !tables.isEmpty()) {
          int table = tables.pop();
          dropped.add(table);
          dropped.add(before);
          String name = code.memberName(table);
          classes
              .apply(code.memberOwner(table))
              .ifPresent(file -> cases.put(at, casesOfTable(file, name)));
        } else if (isOrdinal(code, before)) {
          classes
              .apply(code.memberOwner(before))
              .filter(ClassFile::isEnum)
              .ifPresent(file -> cases.put(at, casesOfEnum(file)));
        }
      }
      twoBefore = before;
      before = at;
    }
  }

  /** Whether an instruction is there for the table's sake only. */
  boolean drops(int at) {
    return dropped.contains(at);
  }

  /** Names of the cases by their numbers, if the switch there is over an enum. */
  Optional<SortedMap<Integer, String>> cases(int at) {
    return Optional.ofNullable(cases.get(at));
  }

  private static boolean isOrdinal(MethodCode code, int at) {
    return at >= 0 && code.uses(at, MethodCode.INVOKEVIRTUAL, ORDINAL);
  }

  private static SortedMap<Integer, String> casesOfEnum(ClassFile file) {
    SortedMap<Integer, String> names = new TreeMap<>();
    for (ClassFile.Member field : file.fields()) {
      if (field.isEnumConstant()) {
        names.put(names.size(), field.name());
      }
    }
    return names;
  }

  /** Reads how the class that holds the table fills it: table, constant, ordinal, number, store. */
  private static SortedMap<Integer, String> casesOfTable(ClassFile file, String table) {
    SortedMap<Integer, String> names = new TreeMap<>();
    for (ClassFile.Member method : file.methods()) {
      ByteBuffer content = method.attributes().get("Code");
      if (!method.name().equals("<clinit>") || content == null) {
        continue;
      }
      MethodCode code = new MethodCode(file, content);
      String current = "";
      String constant = "";
      int number = 0;
      for (int at : code.starts()) {
        int opcode = code.opcode(at);
        if (opcode == MethodCode.GETSTATIC) {
          String name = code.memberName(at);
          if (name.startsWith(TABLE)) {
            current = name;
          } else {
            constant = name;
          }
        } else if (opcode == MethodCode.IASTORE && current.equals(table)) {
          names.put(number, constant);
        } else {
          number = pushed(file, code, at).orElse(number);
        }
      }
    }
    return names;
  }

  private static Optional<Integer> pushed(ClassFile file, MethodCode code, int at) {
    int opcode = code.opcode(at);
    ByteBuffer operands = code.operands(at);
    return switch (opcode) {
      case 3, 4, 5, 6, 7, 8 -> Optional.of(opcode - 3);
      case 16 -> Optional.of((int) operands.get());
      case 17 -> Optional.of((int) operands.getShort());
      case MethodCode.LDC ->
        Optional.of((int) file.constant(operands.get() & 0xff).number());
      case MethodCode.LDC_W ->
        Optional.of((int) file.constant(operands.getChar()).number());
      default -> Optional.empty();
    };
  }
}
