package io.github.coopj.core.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Integer type that a component or attribute has in the ABI when it is not the one of its Java type.
 *
 * <p>Applies to {@code byte}, {@code short}, {@code int}, {@code long}, their boxes and {@code BigInteger}, also inside
 * {@code Optional} and {@code List}: {@code @AbiType("uint32") List<Long> ids} is {@code uint32[]}. Values: {@code int8},
 * {@code int16}, {@code int32}, {@code int64}, {@code uint8}, {@code uint16}, {@code uint32}, {@code uint64},
 * {@code varint32}, {@code varuint32}, and for {@code BigInteger} also {@code int128} and {@code uint128}. A value that
 * does not fit the ABI type is refused when written; one that does not fit the Java type is refused when read, so a
 * {@code long} declared {@code uint64} holds 0 to 2^63-1.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface AbiType {
  /**
   * The type, as in the ABI.
   *
   * @return name of a built-in integer type
   */
  String value();
}
