/**
 * What the general meeting puts in the place of decisions of the Council, the Board and sections (отмена и замена решений).
 *
 * <p>Start at {@link io.github.coopj.governance.appeal.OverrideOrder}.
 */
@NullMarked
package io.github.coopj.governance.appeal;

import org.jspecify.annotations.NullMarked;
