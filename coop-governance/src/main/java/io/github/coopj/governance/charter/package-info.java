/**
 * The charter of a cooperative (устав) as data: every rule that may differ is a typed value with its source and reason.
 *
 * <p>Immutable, read strictly: an unknown key, a wrong type or a value out of range is refused by name. Start at {@link
 * io.github.coopj.governance.charter.CharterReader}.
 */
@NullMarked
package io.github.coopj.governance.charter;

import org.jspecify.annotations.NullMarked;
