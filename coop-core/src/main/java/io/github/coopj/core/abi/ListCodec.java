package io.github.coopj.core.abi;

import java.util.List;

/** An array. */
final class ListCodec implements Codec<Object> {
  final Codec<Object> element;

  ListCodec(Codec<Object> element) {
    this.element = element;
  }

  @Override
  @SuppressWarnings("unchecked") // the list holds what the element's codec writes
  public void write(Object value, AbiWriter out) {
    out.writeList((List<Object>) value, element);
  }

  @Override
  public Object read(AbiReader in) {
    return in.readList(element);
  }
}
