/**
 * What a meeting is to decide (повестка дня), who proposes and changes it, and who can demand a meeting.
 *
 * <p>Start at {@link io.github.coopj.governance.agenda.Agenda} and {@link io.github.coopj.governance.agenda.Proposal}.
 */
@NullMarked
package io.github.coopj.governance.agenda;

import org.jspecify.annotations.NullMarked;
