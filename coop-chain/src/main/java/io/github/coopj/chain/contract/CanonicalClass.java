package io.github.coopj.chain.contract;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a class does, in a form that does not depend on how it was compiled.
 *
 * <p>In the form are flags, supertypes, fields, methods with their instructions, components of records, permitted
 * subclasses, generic signatures and annotations seen at run time. Left out are the version of the format, the order of
 * constants and members, debugging information, stack maps and the names that a compiler makes up for lambdas, which stand
 * there with their bodies instead. The order of permitted subclasses is not in the form either: where it matters, it is that
 * of a variant in the ABI, which the code of a contract covers as well.
 */
final class CanonicalClass {
  private static final int ACC_SUPER = 0x20;
  private static final String LAMBDA = "lambda$";

  private final ClassFile file;
  private final Function<String, Optional<ClassFile>> classes;
  private final NavigableSet<String> references = new TreeSet<>();
  private final Map<String, ClassFile.Member> lambdas = new TreeMap<>();
  private final byte[] form;

  private CanonicalClass(ClassFile file, Function<String, Optional<ClassFile>> classes) {
    this.file = file;
    this.classes = classes;
    for (ClassFile.Member method : file.methods()) {
      if (isLambda(method)) {
        lambdas.put(method.key(), method);
      }
    }
    CanonicalWriter out = new CanonicalWriter();
    writeHead(out);
    writeMembers(out, file.fields());
    List<ClassFile.Member> named = new ArrayList<>(file.methods());
    named.removeIf(CanonicalClass::isLambda);
    writeMembers(out, named);
    this.form = out.toByteArray();
  }

  /**
   * Puts a class into the form.
   *
   * @param file the class
   * @param classes finds the files of other classes, which tell what a compiler's numbers of enum constants mean
   */
  static CanonicalClass of(ClassFile file, Function<String, Optional<ClassFile>> classes) {
    return new CanonicalClass(file, classes);
  }

  /** The form, as bytes to hash. */
  byte[] form() {
    return form.clone();
  }

  /** Classes that the form names, as internal names. */
  NavigableSet<String> references() {
    return references;
  }

  ClassFile file() {
    return file;
  }

  Optional<ClassFile> find(String type) {
    return classes.apply(type);
  }

  /** Body of a lambda, unless the reference is to anything else. */
  Optional<ClassFile.Member> lambda(String type, String key) {
    return type.equals(file.name()) ? Optional.ofNullable(lambdas.get(key)) : Optional.empty();
  }

  void refer(String type) {
    if (type.startsWith("[")) {
      TypeNames.gather(type, references);
    } else {
      references.add(type);
    }
  }

  void writeType(CanonicalWriter out, String type) {
    out.text(type);
    refer(type);
  }

  void writeDescriptor(CanonicalWriter out, String descriptor) {
    out.text(descriptor);
    TypeNames.gather(descriptor, references);
  }

  /** A lambda in the place of the name that the compiler made up for it. */
  void writeLambda(CanonicalWriter out, ClassFile.Member lambda) {
    out.text("lambda");
    out.number(lambda.isStatic() ? 1 : 0);
    writeDescriptor(out, lambda.descriptor());
    writeCode(out, lambda);
  }

  private static boolean isLambda(ClassFile.Member method) {
    return method.isSynthetic() && method.name().startsWith(LAMBDA);
  }

  private void writeHead(CanonicalWriter out) {
    out.number(file.flags() & ~ACC_SUPER);
    writeType(out, file.name());
    writeType(out, file.superName());
    out.number(file.interfaces().size());
    file.interfaces().forEach(each -> writeType(out, each));
    List<String> permitted = classes("PermittedSubclasses");
    permitted.sort(Comparator.naturalOrder()); // compilers differ where the source does not say
    out.number(permitted.size());
    permitted.forEach(each -> writeType(out, each));
    NavigableSet<String> nest = new TreeSet<>(classes("NestMembers"));
    nest.addAll(classes("NestHost"));
    nest.forEach(this::refer);
    writeDeclared(out, file.attributes());
    ByteBuffer components = file.attributes().get("Record");
    if (components == null) {
      out.number(-1);
    } else {
      List<ClassFile.Member> members = file.components(components.duplicate());
      out.number(members.size());
      members.forEach(member -> writeMember(out, member));
    }
  }

  private List<String> classes(String attribute) {
    ByteBuffer content = file.attributes().get(attribute);
    List<String> names = new ArrayList<>();
    if (content != null) {
      ByteBuffer in = content.duplicate();
      int count = attribute.equals("NestHost") ? 1 : in.getChar();
      for (int i = 0; i < count; i++) {
        names.add(file.className(in.getChar()));
      }
    }
    return names;
  }

  private void writeMembers(CanonicalWriter out, List<ClassFile.Member> members) {
    List<ClassFile.Member> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparing(ClassFile.Member::key));
    out.number(sorted.size());
    for (ClassFile.Member member : sorted) {
      writeMember(out, member);
      writeCode(out, member);
    }
  }

  private void writeMember(CanonicalWriter out, ClassFile.Member member) {
    out.number(member.flags());
    out.text(member.name());
    writeDescriptor(out, member.descriptor());
    writeDeclared(out, member.attributes());
    ByteBuffer value = member.attributes().get("ConstantValue");
    out.number(value == null ? 0 : 1);
    if (value != null) {
      new CanonicalCode(this).writeConstant(out, value.duplicate().getChar());
    }
    ByteBuffer defaultValue = member.attributes().get("AnnotationDefault");
    out.number(defaultValue == null ? 0 : 1);
    if (defaultValue != null) {
      writeElement(out, defaultValue.duplicate());
    }
  }

  private void writeCode(CanonicalWriter out, ClassFile.Member member) {
    ByteBuffer code = member.attributes().get("Code");
    out.number(code == null ? 0 : 1);
    if (code != null) {
      new CanonicalCode(this).write(out, code.duplicate());
    }
  }

  /** What classes and members declare alike. */
  private void writeDeclared(CanonicalWriter out, Map<String, ByteBuffer> attributes) {
    ByteBuffer signature = attributes.get("Signature");
    String generic = signature == null ? "" : file.utf8(signature.duplicate().getChar());
    out.text(generic);
    TypeNames.gather(generic, references);
    ByteBuffer annotations = attributes.get("RuntimeVisibleAnnotations");
    if (annotations == null) {
      out.number(0);
      return;
    }
    ByteBuffer in = annotations.duplicate();
    int count = in.getChar();
    out.number(count);
    for (int i = 0; i < count; i++) {
      writeAnnotation(out, in);
    }
  }

  private void writeAnnotation(CanonicalWriter out, ByteBuffer in) {
    writeDescriptor(out, file.utf8(in.getChar()));
    int count = in.getChar();
    out.number(count);
    for (int i = 0; i < count; i++) {
      out.text(file.utf8(in.getChar()));
      writeElement(out, in);
    }
  }

  private void writeElement(CanonicalWriter out, ByteBuffer in) {
    char tag = (char) in.get();
    out.number(tag);
    switch (tag) {
      case 'e' -> {
        writeDescriptor(out, file.utf8(in.getChar()));
        out.text(file.utf8(in.getChar()));
      }
      case 'c' -> writeDescriptor(out, file.utf8(in.getChar()));
      case 's' -> out.text(file.utf8(in.getChar()));
      case '@' -> writeAnnotation(out, in);
      case '[' -> {
        int count = in.getChar();
        out.number(count);
        for (int i = 0; i < count; i++) {
          writeElement(out, in);
        }
      }
      default -> out.number(file.constant(in.getChar()).number());
    }
  }
}
