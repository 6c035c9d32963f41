/**
 * Commercial secrets: what is one, who may read it, who read it, and breaches.
 *
 * <p>Rules only; no text of a secret is ever seen here, digests stand for papers. Start at {@link
 * io.github.coopj.governance.confidential.Classification}.
 */
@NullMarked
package io.github.coopj.governance.confidential;

import org.jspecify.annotations.NullMarked;
