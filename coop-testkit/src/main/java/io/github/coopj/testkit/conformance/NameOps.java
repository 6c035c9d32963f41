package io.github.coopj.testkit.conformance;

import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Names as text, as numbers and in order. */
final class NameOps {
  void addTo(Ops ops) {
    ops.add("name.fromString", this::fromString);
    ops.add("name.toString", this::print);
    ops.add("name.prefixSuffix", this::prefixSuffix);
    ops.add("name.sort", this::sort);
  }

  private Result fromString(Case c) {
    String text = c.text("in");
    Name name = Name.of(text);
    c.expect("u64", Long.toUnsignedString(name.value()));
    c.expect("hex", binary(name));
    c.same("text again", text, name);
    return c.result();
  }

  private Result print(Case c) {
    Name name = new Name(c.unsigned("u64"));
    c.expect("out", name.toString());
    c.expect("hex", binary(name));
    c.same("read again", name, new AbiReader(binary(name)).readName());
    return c.result();
  }

  private Result prefixSuffix(Case c) {
    Name name = Name.of(c.text("in"));
    c.expect("prefix", name.prefix().toString());
    c.expect("suffix", name.suffix().toString());
    return c.result();
  }

  private Result sort(Case c) {
    List<Name> names = new ArrayList<>();
    c.texts("in").forEach(text -> names.add(Name.of(text)));
    Collections.sort(names);
    c.expect("out", names.stream().map(Name::toString).toList());
    return c.result();
  }

  private static byte[] binary(Name name) {
    AbiWriter out = new AbiWriter();
    out.writeName(name);
    return out.toByteArray();
  }
}
