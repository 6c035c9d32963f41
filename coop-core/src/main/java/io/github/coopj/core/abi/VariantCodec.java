package io.github.coopj.core.abi;

import io.github.coopj.core.abi.AbiException.Reason;
import java.util.List;

/** A sealed interface: tag, then the record of that tag. */
final class VariantCodec<T> implements Codec<T> {
  final Class<?> type;
  final String abiName;
  Class<?>[] cases = {};
  List<Codec<Object>> codecs = List.of();

  VariantCodec(Class<?> type, String abiName) {
    this.type = type;
    this.abiName = abiName;
  }

  @Override
  public void write(T value, AbiWriter out) {
    for (int tag = 0; tag < cases.length; tag++) {
      if (cases[tag].isInstance(value)) {
        out.writeVarUint32(tag);
        out.enter();
        try {
          codecs.get(tag).write(value, out);
        } catch (AbiException e) {
          throw e.within("<" + cases[tag].getSimpleName() + ">");
        }
        out.leave();
        return;
      }
    }
    throw AbiException.of(
        Reason.UNKNOWN_CASE, type.getSimpleName() + " does not permit " + value.getClass());
  }

  @Override
  @SuppressWarnings("unchecked") // every case is a T
  public T read(AbiReader in) {
    int at = in.position();
    long tag = in.readVarUint32();
    if (tag >= cases.length) {
      throw AbiException.at(
          Reason.UNKNOWN_CASE, at, type.getSimpleName() + " has no variant " + tag);
    }
    in.enter();
    T value;
    try {
      value = (T) codecs.get((int) tag).read(in);
    } catch (AbiException e) {
      throw e.within("<" + cases[(int) tag].getSimpleName() + ">");
    }
    in.leave();
    return value;
  }
}
