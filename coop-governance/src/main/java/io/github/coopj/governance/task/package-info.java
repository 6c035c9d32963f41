/**
 * Tasks that follow from decisions: who has to carry out what until when, whether it was accepted, done or disputed.
 *
 * <p>Rules only. Start at {@link io.github.coopj.governance.task.Task}.
 */
@NullMarked
package io.github.coopj.governance.task;

import org.jspecify.annotations.NullMarked;
