package io.github.coopj.chain.contract;

import java.util.Set;

/** Gathers the classes that a descriptor or a generic signature names (JVM specification 4.3 and 4.7.9.1). */
final class TypeNames {
  private final String text;
  private final Set<String> names;
  private int at;

  private TypeNames(String text, Set<String> names) {
    this.text = text;
    this.names = names;
  }

  static void gather(String signature, Set<String> names) {
    TypeNames scan = new TypeNames(signature, names);
    if (signature.startsWith("<")) {
      scan.formals();
    }
    while (scan.at < signature.length()) {
      scan.type();
    }
  }

  private void formals() {
    at++;
    while (text.charAt(at) != '>') {
      at = text.indexOf(':', at);
      while (text.charAt(at) == ':') {
        at++;
        if (text.charAt(at) != ':') {
          type();
        }
      }
    }
    at++;
  }

  /** A type, or a mark between types. */
  private void type() {
    switch (text.charAt(at)) {
      case 'L' -> classType();
      case 'T' -> at = text.indexOf(';', at) + 1;
      default -> at++;
    }
  }

  private void classType() {
    StringBuilder name = new StringBuilder();
    at++;
    while (true) {
      char c = text.charAt(at++);
      switch (c) {
        case ';' -> {
          names.add(name.toString());
          return;
        }
        case '<' -> {
          while (text.charAt(at) != '>') {
            type();
          }
          at++;
        }
        case '.' -> {
          names.add(name.toString());
          name.append('$');
        }
        default -> name.append(c);
      }
    }
  }
}
