package io.github.coopj.core.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name that a type or a component has in the ABI.
 *
 * <p>Without it a record or sealed interface is called by its simple name in lower case and a component by its own name
 * as written.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface AbiName {
  /**
   * The name, as in the ABI.
   *
   * @return the name, not empty
   */
  String value();
}
