/**
 * How members are told of a meeting (уведомление), how early, with what proof, and how they react.
 *
 * <p>Start at {@link io.github.coopj.governance.notice.NoticeClock}, {@link
 * io.github.coopj.governance.notice.NoticeProof} and {@link io.github.coopj.governance.notice.Reactions}.
 */
@NullMarked
package io.github.coopj.governance.notice;

import org.jspecify.annotations.NullMarked;
