/**
 * What a meeting is to decide (повестка дня) and who can demand that it decides.
 *
 * <p>Start at {@link io.github.coopj.governance.agenda.Agenda}.
 */
@NullMarked
package io.github.coopj.governance.agenda;

import org.jspecify.annotations.NullMarked;
