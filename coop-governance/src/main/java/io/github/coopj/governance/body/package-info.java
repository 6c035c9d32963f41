/**
 * What the bodies of a cooperative have in common: offices, mandates for a term, which offices go together, votes.
 *
 * <p>Start at {@link io.github.coopj.governance.body.Mandate}.
 */
@NullMarked
package io.github.coopj.governance.body;

import org.jspecify.annotations.NullMarked;
