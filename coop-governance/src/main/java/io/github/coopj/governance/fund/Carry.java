package io.github.coopj.governance.fund;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the divisions of one programme's contributions still owe each part, so that rounding never adds up (FUND-18). One
 * row per programme; begins as {@link #NONE}.
 *
 * <p>A contribution is divided by the rules of its own day, and contributions of different days are booked in any order.
 * So each version of the regulation and each version of the fund rules has a stream of its own, which waits while another
 * version is used.
 *
 * @param splits owed to share and membership contribution, by version of the regulation
 * @param funds owed to the five funds, by version of the fund rules
 */
public record Carry(List<Stream> splits, List<Stream> funds) {
  /**
   * What one version of rules still owes.
   *
   * @param version the version
   * @param owed owed to each part, in the order of the parts
   */
  public record Stream(int version, List<Long> owed) {
    /** Copies the list. */
    public Stream {
      owed = List.copyOf(owed);
    }
  }

  /** Nothing divided yet. */
  public static final Carry NONE = new Carry(List.of(), List.of());

  private static final List<Long> NEW_SPLIT = List.of(0L, 0L);
  private static final List<Long> NEW_FUNDS = List.of(0L, 0L, 0L, 0L, 0L);

  /** Copies the lists. */
  public Carry {
    splits = List.copyOf(splits);
    funds = List.copyOf(funds);
  }

  List<Long> splitFor(int version) {
    return find(splits, version, NEW_SPLIT);
  }

  List<Long> fundsFor(int version) {
    return find(funds, version, NEW_FUNDS);
  }

  Carry with(int programmeVersion, List<Long> split, int rulesVersion, List<Long> divided) {
    return new Carry(
        put(splits, new Stream(programmeVersion, split)),
        put(funds, new Stream(rulesVersion, divided)));
  }

  private static List<Long> find(List<Stream> streams, int version, List<Long> begin) {
    return streams.stream()
        .filter(stream -> stream.version() == version)
        .map(Stream::owed)
        .findFirst()
        .orElse(begin);
  }

  private static List<Stream> put(List<Stream> streams, Stream next) {
    List<Stream> changed = new ArrayList<>(streams);
    changed.removeIf(stream -> stream.version() == next.version());
    changed.add(next);
    changed.sort(Comparator.comparingInt(Stream::version));
    return changed;
  }
}
