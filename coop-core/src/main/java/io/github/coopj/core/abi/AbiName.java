package io.github.coopj.core.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name that a type, a component of a record or an attribute of a value interface has in the ABI.
 *
 * <p>Without it a type is called by its simple name in lower case and a component by its own name as written.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface AbiName {
  /**
   * The name, as in the ABI.
   *
   * @return the name, not empty
   */
  String value();
}
