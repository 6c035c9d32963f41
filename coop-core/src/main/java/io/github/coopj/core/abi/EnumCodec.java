package io.github.coopj.core.abi;

import io.github.coopj.Texts;
import io.github.coopj.core.abi.AbiException.Reason;
import java.util.HashMap;
import java.util.Map;

/** An enum as the string of its constant's name. */
final class EnumCodec implements Codec<Object> {
  private final Class<?> type;
  private final Map<String, Object> constants = new HashMap<>();

  EnumCodec(Class<?> type) {
    this.type = type;
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
  }

  @Override
  public void write(Object value, AbiWriter out) {
    out.writeString(((Enum<?>) value).name());
  }

  @Override
  public Object read(AbiReader in) {
    int at = in.position();
    String name = in.readString();
    Object constant = constants.get(name);
    if (constant == null) {
      throw AbiException.at(
          Reason.UNKNOWN_CASE,
          at,
          type.getSimpleName() + " has no constant '" + Texts.brief(name) + "'");
    }
    return constant;
  }
}
