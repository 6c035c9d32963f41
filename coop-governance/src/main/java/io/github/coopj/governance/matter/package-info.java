/**
 * What a decision is about, apart from how it decides, and what the general meeting has decided on it (MEET-01, MEET-12,
 * MEET-24). Pure functions of their arguments.
 *
 * <p>Start at {@link io.github.coopj.governance.matter.Matter}.
 */
@NullMarked
package io.github.coopj.governance.matter;

import org.jspecify.annotations.NullMarked;
