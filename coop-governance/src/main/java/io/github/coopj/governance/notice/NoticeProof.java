package io.github.coopj.governance.notice;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.charter.NoticePolicy;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proof of how one member was told of a meeting (NOTICE-01, NOTICE-05, NOTICE-07): attempts by one channel after another in
 * the order of the charter, each with the carrier's receipt. Carriers are the host's.
 */
public final class NoticeProof {
  private final NoticeRecord row;

  private NoticeProof(NoticeRecord row) {
    this.row = row;
  }

  /**
   * Nothing was sent yet.
   *
   * @param meeting number of the meeting
   * @param cycle cycle of the meeting
   * @param member account of the member
   * @param message digest of what he is told
   * @param reachable ways by which he can be reached; a member without a device has no PUSH
   * @param policy notice policy of the charter
   * @return a proof without attempts
   */
  public static NoticeProof begin(
      long meeting,
      int cycle,
      Name member,
      Checksum256 message,
      Set<NoticeChannel> reachable,
      NoticePolicy policy) {
    List<NoticeChannel> channels =
        policy.channels().stream().filter(reachable::contains).toList();
    return new NoticeProof(new NoticeRecord(meeting, cycle, member, message, channels, List.of()));
  }

  /**
   * Restores a stored proof.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the proof
   * @throws InvalidValueException if attempts left a channel out, or went on after one that did not fail
   */
  public static NoticeProof restore(NoticeRecord stored) {
    for (int i = 0; i < stored.attempts().size(); i++) {
      NoticeAttempt attempt = stored.attempts().get(i);
      boolean last = i == stored.attempts().size() - 1;
      if (i >= stored.channels().size()
          || attempt.channel() != stored.channels().get(i)
          || (!last && attempt.delivery() != Delivery.FAILED)) {
        throw new InvalidValueException("attempts to reach " + stored.member() + " go by "
            + stored.channels() + " while they fail, got " + stored.attempts());
      }
    }
    return new NoticeProof(stored);
  }

  /**
   * The proof as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public NoticeRecord snapshot() {
    return row;
  }

  /**
   * Account of the member.
   *
   * @return account
   */
  public Name member() {
    return row.member();
  }

  /**
   * The way to try next.
   *
   * @return nothing while an attempt has not failed
   * @throws GovernanceException NO_CHANNEL_LEFT if every way failed, or there is none
   */
  public Optional<NoticeChannel> next() {
    if (isNotified()) {
      return Optional.empty();
    }
    if (row.attempts().size() == row.channels().size()) {
      throw new GovernanceException(Reason.NO_CHANNEL_LEFT, "account", row.member());
    }
    return Optional.of(row.channels().get(row.attempts().size()));
  }

  /**
   * Records that a notice was handed to a carrier.
   *
   * @param channel way it goes
   * @param receipt digest of the carrier's receipt
   * @param now time of sending
   * @return the proof with one more attempt
   * @throws GovernanceException ALREADY_NOTIFIED while an attempt has not failed, NO_CHANNEL_LEFT, NOTICE_OTHER_CHANNEL
   */
  public NoticeProof sent(NoticeChannel channel, Checksum256 receipt, Instant now) {
    NoticeChannel expected = next()
        .orElseThrow(() -> new GovernanceException(
            Reason.ALREADY_NOTIFIED, "account", row.member(), "cycle", row.cycle()));
    if (channel != expected) {
      throw new GovernanceException(
          Reason.NOTICE_OTHER_CHANNEL, "channel", channel, "expected", expected);
    }
    if (receipt.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a notice is proved by the receipt of its carrier");
    }
    List<NoticeAttempt> all = new ArrayList<>(row.attempts());
    all.add(new NoticeAttempt(channel, TimePointSec.of(now), Delivery.SENT, receipt));
    return with(all);
  }

  /**
   * Records what the carrier says of the last attempt.
   *
   * @param delivery DELIVERED or FAILED
   * @param receipt digest of the carrier's receipt
   * @return the proof with that receipt
   * @throws GovernanceException WRONG_STATE unless the last attempt is on its way
   */
  public NoticeProof reported(Delivery delivery, Checksum256 receipt) {
    int last = row.attempts().size() - 1;
    if (delivery == Delivery.SENT
        || last < 0
        || row.attempts().get(last).delivery() != Delivery.SENT) {
      throw new GovernanceException(
          Reason.WRONG_STATE,
          "what",
          "notice to " + row.member(),
          "state",
          last < 0 ? "NOT_SENT" : row.attempts().get(last).delivery(),
          "needed",
          Delivery.SENT);
    }
    NoticeAttempt attempt = row.attempts().get(last);
    List<NoticeAttempt> all = new ArrayList<>(row.attempts());
    all.set(last, new NoticeAttempt(attempt.channel(), attempt.sentAt(), delivery, receipt));
    return with(all);
  }

  /**
   * When the notice that did not fail was sent.
   *
   * @return nothing if there is none
   */
  public Optional<Instant> notifiedAt() {
    return isNotified()
        ? Optional.of(row.attempts().get(row.attempts().size() - 1).sentAt().toInstant())
        : Optional.empty();
  }

  /**
   * Whether a notice was sent and has not failed.
   *
   * @return whether the last attempt is on its way or arrived
   */
  public boolean isNotified() {
    int size = row.attempts().size();
    return size > 0 && row.attempts().get(size - 1).delivery() != Delivery.FAILED;
  }

  /**
   * Names everything that is proved.
   *
   * @return digest of the record
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.NOTICE, row);
  }

  private NoticeProof with(List<NoticeAttempt> attempts) {
    return new NoticeProof(new NoticeRecord(
        row.meeting(), row.cycle(), row.member(), row.message(), row.channels(), attempts));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoticeProof that && row.equals(that.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return row.toString();
  }
}
