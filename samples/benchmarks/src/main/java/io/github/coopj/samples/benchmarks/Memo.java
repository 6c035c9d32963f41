package io.github.coopj.samples.benchmarks;

/** Which of the two transfers is measured: text of ASCII alone takes a shorter way through every library. */
public enum Memo {
  /** A memo of one byte per character. */
  ASCII,
  /** A memo in Russian, two bytes per letter. */
  CYRILLIC
}
