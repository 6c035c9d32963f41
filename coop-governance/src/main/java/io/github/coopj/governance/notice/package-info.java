/**
 * How members are told of a meeting (уведомление) and how early.
 *
 * <p>Start at {@link io.github.coopj.governance.notice.NoticeClock}.
 */
@NullMarked
package io.github.coopj.governance.notice;

import org.jspecify.annotations.NullMarked;
