package io.github.coopj.governance.charter;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a charter in the canonical form of RFC 8785: keys sorted, no blanks, shortest escapes. */
final class CanonicalJson {
  private CanonicalJson() {}

  static String write(Charter.Head head, SortedMap<String, PolicyEntry> entries) {
    SortedMap<String, String> policy = new TreeMap<>();
    entries.forEach((key, entry) -> policy.put(key, quote(entry.text())));
    SortedMap<String, String> root = new TreeMap<>();
    root.put("account", quote(head.account().toString()));
    root.put("title", quote(head.title()));
    root.put("kind", quote(head.kind().name()));
    root.put("profile", quote(head.profile()));
    root.put("version", Integer.toString(head.version()));
    root.put("effectiveFrom", quote(head.effectiveFrom().toString()));
    root.put("zone", quote(head.zone().getId()));
    root.put("financialYearEnd", quote(head.financialYearEnd().toString().substring(2)));
    root.put("currency", quote(head.currency().toString()));
    root.put("policy", object(policy));
    return object(root);
  }

  private static String object(SortedMap<String, String> members) {
    StringBuilder out = new StringBuilder("{");
    for (Map.Entry<String, String> member : members.entrySet()) {
      if (out.length() > 1) {
        out.append(',');
      }
      out.append(quote(member.getKey())).append(':').append(member.getValue());
    }
    return out.append('}').toString();
  }

  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
