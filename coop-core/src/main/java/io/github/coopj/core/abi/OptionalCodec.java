package io.github.coopj.core.abi;

import java.util.Optional;

/** An optional: flag byte, then the value if the flag is 1. */
final class OptionalCodec implements Codec<Object> {
  final Codec<Object> element;

  OptionalCodec(Codec<Object> element) {
    this.element = element;
  }

  @Override
  public void write(Object value, AbiWriter out) {
    Optional<?> optional = (Optional<?>) value;
    out.writeBool(optional.isPresent());
    if (optional.isPresent()) {
      out.enter();
      element.write(optional.get(), out);
      out.leave();
    }
  }

  @Override
  public Object read(AbiReader in) {
    if (!in.readBool()) {
      return Optional.empty();
    }
    in.enter();
    Object value = element.read(in);
    in.leave();
    return Optional.of(value);
  }
}
