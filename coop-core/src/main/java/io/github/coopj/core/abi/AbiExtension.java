package io.github.coopj.core.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@code Optional} component at the end of a record, or attribute of a value interface, as a binary extension ({@code type$}).
 *
 * <p>An empty extension writes nothing and may only be followed by empty extensions; when read, an extension is empty if
 * the bytes have ended. So rows and actions written before the component existed stay readable. Works where the record
 * is the last thing in the bytes; elsewhere an empty extension is refused when written, since what follows would be read
 * in its place.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface AbiExtension {}
