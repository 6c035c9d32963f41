package io.github.coopj.governance.fund;

import java.util.List;

/**
 * What the divisions of one programme's contributions still owe each part, so that rounding never adds up (FUND-18). One
 * row per programme; begins as {@link #NONE}. When split rule or fund rules change, the part that belongs to them begins
 * anew by itself.
 *
 * @param programmeVersion version of the regulation that {@code split} belongs to
 * @param split owed to share and membership contribution, empty at the beginning
 * @param rulesVersion version of the fund rules that {@code funds} belongs to
 * @param funds owed to the five funds, empty at the beginning
 */
public record Carry(int programmeVersion, List<Long> split, int rulesVersion, List<Long> funds) {
  /** Nothing divided yet. */
  public static final Carry NONE = new Carry(0, List.of(), 0, List.of());

  /** Copies the lists. */
  public Carry {
    split = List.copyOf(split);
    funds = List.copyOf(funds);
  }

  List<Long> splitFor(int version) {
    return split.isEmpty() || version != programmeVersion ? List.of(0L, 0L) : split;
  }

  List<Long> fundsFor(int version) {
    return funds.isEmpty() || version != rulesVersion ? List.of(0L, 0L, 0L, 0L, 0L) : funds;
  }
}
