package io.github.coopj.core.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a value interface a struct of the ABI and says in which order its attributes stand in the bytes.
 *
 * <p>A value interface is one whose implementation and builder Immutables generate ({@code @Value.Immutable}), with a
 * static method {@code builder()}. Neither the language nor the class file promises the order of methods, so nothing is
 * guessed: every attribute is named here exactly once, by its accessor, and an interface whose order is not defined, or
 * not for every attribute, is refused. {@link AbiName}, {@link AbiType}, {@link AbiExtension} and {@link AbiBase} stand on
 * the accessors and mean what they mean on the components of a record.
 *
 * <pre>{@code
 * @Value.Immutable
 * @AbiOrder({"payer", "payee", "quantity", "memo"})
 * public interface Payment {
 *   @AbiName("from")
 *   Name payer();
 *   @AbiName("to")
 *   Name payee();
 *   Asset quantity();
 *   @Value.Default
 *   default String memo() {
 *     return "";
 *   }
 *   static Builder builder() {
 *     return new Builder();
 *   }
 *   final class Builder extends ImmutablePayment.Builder {
 *     Builder() {}
 *   }
 * }
 * }</pre>
 *
 * <p>An attribute with a default is an ordinary field: it is always written, and always read. What Immutables derives or
 * computes late ({@code @Value.Derived}, {@code @Value.Lazy}) is no field and is not named. A new attribute at the end of
 * a struct in use must be an {@link AbiExtension}; changing the order changes the bytes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AbiOrder {
  /**
   * The accessors of all attributes, first field first.
   *
   * @return names of methods without parameters, each once
   */
  String[] value();
}
