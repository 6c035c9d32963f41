package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.stream.Stream;

/**
 * What members are told of a meeting and how far that has come, as it is stored. Proofs for each member live in a table of their
 * own.
 *
 * @param message digest of what members are told; zero in a draft
 * @param news numbers of the items that this notice is about, ascending; none if it is about the whole meeting (AGENDA-18)
 * @param late numbers of the items that came too late for a notice or were not told to everybody, ascending: decided only if
 *     the charter allows it and the whole roll takes part
 * @param incomplete whether the meeting was opened although somebody was not told in time, as the charter allows (NOTICE-06)
 */
public record NoticeState(
    Checksum256 message, List<Integer> news, List<Integer> late, boolean incomplete) {
  /** Nobody is told anything yet. */
  public static final NoticeState NONE =
      new NoticeState(Checksum256.ZERO, List.of(), List.of(), false);

  /** Copies the lists. */
  public NoticeState {
    news = List.copyOf(news);
    late = List.copyOf(late);
  }

  static NoticeState ofWhole(Checksum256 message) {
    return new NoticeState(message, List.of(), List.of(), false);
  }

  NoticeState opened(boolean withoutSome) {
    return new NoticeState(message, news, withoutSome ? union() : late, withoutSome);
  }

  /** Items not told to everybody in time join those that came too late. */
  private List<Integer> union() {
    return Stream.concat(news.stream(), late.stream()).distinct().sorted().toList();
  }
}
