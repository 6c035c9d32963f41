package io.github.coopj.governance.notice;

/** How a member takes the agenda he was notified of (отклик, AGENDA-12). */
public enum Reaction {
  /** He has not reacted; counts neither way. */
  NONE,
  /** He agrees. */
  AGREE,
  /** He disagrees; he and the others who do carry changes. */
  DISAGREE
}
