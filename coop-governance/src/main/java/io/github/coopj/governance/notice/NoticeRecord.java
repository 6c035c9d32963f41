package io.github.coopj.governance.notice;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.NoticeChannel;
import java.util.List;

/**
 * How one member was told, as it is stored.
 *
 * @param meeting number of the meeting
 * @param cycle cycle of the meeting, 1 or more
 * @param member account of the member
 * @param message digest of what he is told
 * @param channels ways to reach him, in the order in which they are tried
 * @param attempts attempts so far, each by the next way
 */
public record NoticeRecord(
    @AbiType("uint64") long meeting,
    int cycle,
    Name member,
    Checksum256 message,
    List<NoticeChannel> channels,
    List<NoticeAttempt> attempts) {
  /** Copies the lists. */
  public NoticeRecord {
    channels = List.copyOf(channels);
    attempts = List.copyOf(attempts);
  }
}
