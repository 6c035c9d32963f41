package io.github.coopj.governance.charter;

/** Ways to send a notice (NOTICE-07). Carriers are the host's; the record keeps their receipts. */
public enum NoticeChannel {
  /** Message to the member's device (push-уведомление). */
  PUSH,
  /** Electronic mail. */
  EMAIL,
  /** Letter on paper, against receipt. */
  POST
}
