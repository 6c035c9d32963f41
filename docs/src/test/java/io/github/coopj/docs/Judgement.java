package io.github.coopj.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds what a contract of the cooperative must not do, since it is the rules' to do: compare numbers or times, and
 * calculate.
 *
 * <p>A contract decodes, loads rows by their keys, calls a rule and stores what it gives; none of this needs these
 * instructions, loops over lists included.
 */
final class Judgement {
  private static final Map<Integer, String> INSTRUCTIONS = Map.ofEntries(
      Map.entry(Opcodes.LCMP, "compares longs"),
      Map.entry(Opcodes.IF_ICMPEQ, "compares ints"),
      Map.entry(Opcodes.IF_ICMPNE, "compares ints"),
      Map.entry(Opcodes.IF_ICMPLT, "compares ints"),
      Map.entry(Opcodes.IF_ICMPGE, "compares ints"),
      Map.entry(Opcodes.IF_ICMPGT, "compares ints"),
      Map.entry(Opcodes.IF_ICMPLE, "compares ints"),
      Map.entry(Opcodes.IFLT, "compares with zero"),
      Map.entry(Opcodes.IFGE, "compares with zero"),
      Map.entry(Opcodes.IFGT, "compares with zero"),
      Map.entry(Opcodes.IFLE, "compares with zero"),
      Map.entry(Opcodes.LADD, "adds"),
      Map.entry(Opcodes.IADD, "adds"),
      Map.entry(Opcodes.LSUB, "subtracts"),
      Map.entry(Opcodes.ISUB, "subtracts"),
      Map.entry(Opcodes.LMUL, "multiplies"),
      Map.entry(Opcodes.IMUL, "multiplies"),
      Map.entry(Opcodes.LDIV, "divides"),
      Map.entry(Opcodes.IDIV, "divides"),
      Map.entry(Opcodes.LREM, "divides"),
      Map.entry(Opcodes.IREM, "divides"));

  private static final Set<String> CALLS = Set.of(
      "isBefore",
      "isAfter",
      "compareTo",
      "compare",
      "plusSeconds",
      "minusSeconds",
      "plusDays",
      "minusDays",
      "addExact",
      "subtractExact",
      "multiplyExact");

  private Judgement() {}

  /** Places that compare or calculate, sorted, each as {@code Class.method: what}. */
  static List<String> find(byte[] classFile) {
    Finder finder = new Finder();
    new ClassReader(classFile).accept(finder, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    return new ArrayList<>(finder.found);
  }

  private static final class Finder extends ClassVisitor {
    private final Set<String> found = new TreeSet<>();
    private String owner = "";

    Finder() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      owner = name.replace('/', '.');
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInsn(int opcode) {
          note(opcode);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
          note(opcode);
        }

        @Override
        public void visitIincInsn(int index, int increment) {
          found.add(owner + "." + name + ": counts");
        }

        @Override
        public void visitMethodInsn(
            int opcode, String type, String called, String descriptor, boolean isInterface) {
          if (CALLS.contains(called)) {
            found.add(owner + "." + name + ": calls " + called);
          }
        }

        private void note(int opcode) {
          String what = INSTRUCTIONS.get(opcode);
          if (what != null) {
            found.add(owner + "." + name + ": " + what);
          }
        }
      };
    }
  }
}
