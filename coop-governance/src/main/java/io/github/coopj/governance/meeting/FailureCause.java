package io.github.coopj.governance.meeting;

/** Why a meeting failed for good (MEET-20). */
public enum FailureCause {
  /** It has not failed. */
  NONE,
  /** It was convened and never opened before its closing time. */
  NOT_OPENED,
  /** The requirement had already sunk to one person and nobody came. */
  NOBODY_CAME,
  /** The charter allows no further cycle. */
  NO_CYCLES_LEFT,
  /** The next cycle's quorum would be below the floor of the law. */
  LEGAL_FLOOR
}
