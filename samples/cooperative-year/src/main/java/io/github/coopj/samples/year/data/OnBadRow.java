package io.github.coopj.samples.year.data;

/** What to do about a bad row. */
public enum OnBadRow {
  /** Refuse the file after naming all its bad rows. */
  STOP,
  /** Leave the row out and go on; the problems are returned beside the good rows. */
  SKIP
}
