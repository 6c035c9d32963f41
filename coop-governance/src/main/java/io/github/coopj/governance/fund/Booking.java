package io.github.coopj.governance.fund;

import java.util.List;

/**
 * What a contribution becomes.
 *
 * @param entries entries to apply, together the amount received
 * @param next carry for the next contribution to the same programme
 */
public record Booking(List<Entry> entries, Carry next) {
  /** Copies the entries. */
  public Booking {
    entries = List.copyOf(entries);
  }
}
