/**
 * Documents of a cooperative as digests and signatures: what was signed, by whom and when, without the text itself.
 *
 * <p>Start at {@link io.github.coopj.governance.document.DocumentDigest}.
 */
@NullMarked
package io.github.coopj.governance.document;

import org.jspecify.annotations.NullMarked;
