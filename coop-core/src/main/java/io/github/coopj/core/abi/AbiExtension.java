package io.github.coopj.core.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@code Optional} component at the end of a record as a binary extension ({@code type$}).
 *
 * <p>An empty extension writes nothing and may only be followed by empty extensions; when read, an extension is empty if
 * the bytes have ended. So rows and actions written before the component existed stay readable. Works where the record
 * is the last thing in the bytes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface AbiExtension {}
