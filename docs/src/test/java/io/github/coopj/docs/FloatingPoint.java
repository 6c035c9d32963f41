package io.github.coopj.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds {@code double} and {@code float} in a class file: in fields, signatures, local arithmetic, constants and calls.
 *
 * <p>Reading the instructions finds what no signature shows, such as {@code present / (double) total}.
 */
final class FloatingPoint {
  private static final Set<String> BOXES = Set.of("java/lang/Double", "java/lang/Float");

  /** Instructions a floating point value comes from; the rest come from fields, calls and constants. */
  private static final Map<Integer, String> SOURCES = Map.ofEntries(
      Map.entry(Opcodes.FCONST_0, "constant 0f"),
      Map.entry(Opcodes.FCONST_1, "constant 1f"),
      Map.entry(Opcodes.FCONST_2, "constant 2f"),
      Map.entry(Opcodes.DCONST_0, "constant 0d"),
      Map.entry(Opcodes.DCONST_1, "constant 1d"),
      Map.entry(Opcodes.FLOAD, "float variable"),
      Map.entry(Opcodes.DLOAD, "double variable"),
      Map.entry(Opcodes.FALOAD, "float element"),
      Map.entry(Opcodes.DALOAD, "double element"),
      Map.entry(Opcodes.I2F, "int to float"),
      Map.entry(Opcodes.I2D, "int to double"),
      Map.entry(Opcodes.L2F, "long to float"),
      Map.entry(Opcodes.L2D, "long to double"));

  private FloatingPoint() {}

  /** Places with floating point, sorted, each as {@code Class.member: what}. */
  static List<String> find(byte[] classFile) {
    Finder finder = new Finder();
    new ClassReader(classFile).accept(finder, ClassReader.SKIP_FRAMES);
    return new ArrayList<>(finder.found);
  }

  /** Name of the class as Java writes it. */
  static String className(byte[] classFile) {
    return new ClassReader(classFile).getClassName().replace('/', '.');
  }

  private static boolean floating(String descriptor) {
    if (descriptor.startsWith("(")) {
      for (Type argument : Type.getArgumentTypes(descriptor)) {
        if (floating(argument)) {
          return true;
        }
      }
      return floating(Type.getReturnType(descriptor));
    }
    return floating(Type.getType(descriptor));
  }

  private static boolean floating(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return switch (element.getSort()) {
      case Type.DOUBLE, Type.FLOAT -> true;
      case Type.OBJECT -> BOXES.contains(element.getInternalName());
      default -> false;
    };
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
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      note(name, descriptor);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      note(name, descriptor);
      return new Body(name);
    }

    private void note(String member, String descriptor) {
      if (floating(descriptor)) {
        found.add(owner + "." + member + ": " + descriptor);
      }
    }

    private final class Body extends MethodVisitor {
      private final String member;

      Body(String member) {
        super(Opcodes.ASM9);
        this.member = member;
      }

      private void instruction(int opcode) {
        String source = SOURCES.get(opcode);
        if (source != null) {
          found.add(owner + "." + member + ": " + source);
        }
      }

      @Override
      public void visitInsn(int opcode) {
        instruction(opcode);
      }

      @Override
      public void visitVarInsn(int opcode, int index) {
        instruction(opcode);
      }

      @Override
      public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY
            && (operand == Opcodes.T_DOUBLE || operand == Opcodes.T_FLOAT)) {
          found.add(owner + "." + member + ": NEWARRAY of floating point");
        }
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        note(member, Type.getObjectType(type).getDescriptor());
      }

      @Override
      public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
        note(member, descriptor);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String type, String name, String descriptor, boolean isInterface) {
        note(member, descriptor);
      }

      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        note(member, descriptor);
        for (Object argument : arguments) {
          if (argument instanceof Handle handle) {
            note(member, handle.getDesc());
          }
        }
      }

      @Override
      public void visitLdcInsn(Object value) {
        if (value instanceof Double || value instanceof Float) {
          found.add(owner + "." + member + ": constant " + value);
        }
      }

      @Override
      public void visitLocalVariable(
          String name,
          String descriptor,
          @Nullable String signature,
          Label start,
          Label end,
          int index) {
        note(member, descriptor);
      }
    }
  }
}
