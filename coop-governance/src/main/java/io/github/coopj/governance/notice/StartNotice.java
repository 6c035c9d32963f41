package io.github.coopj.governance.notice;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells members on the appointed day that voting has begun, with a link (NOTICE-05). It goes to a device or by electronic mail;
 * where one fails, the other is tried, and every attempt is kept.
 *
 * @param cooperative account of the cooperative
 * @param meeting number of the meeting
 * @param cycle cycle of the meeting
 * @param link where to vote, not blank
 * @param opensAt when voting opens
 */
public record StartNotice(
    Name cooperative,
    @AbiType("uint64") long meeting,
    int cycle,
    String link,
    TimePointSec opensAt) {
  /** Refuses a notice without a link. */
  public StartNotice {
    if (link.isBlank()) {
      throw new InvalidValueException("the notice of the start needs a link");
    }
  }

  /**
   * What is sent.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.NOTICE, this);
  }

  /**
   * Begins to tell one member.
   *
   * @param member his account
   * @param reachable ways by which he can be reached
   * @param before the last proof stored for him, if any; it is gone on with if it is of this notice
   * @param policy notice policy of the charter
   * @param now time of the move, not before the opening
   * @return his proof, without attempts at first; it never goes by post, which would come too late
   * @throws GovernanceException MEETING_TOO_EARLY
   */
  public NoticeProof to(
      Name member,
      Set<NoticeChannel> reachable,
      Optional<NoticeRecord> before,
      NoticePolicy policy,
      Instant now) {
    if (now.isBefore(opensAt.toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", opensAt);
    }
    Set<NoticeChannel> quick = EnumSet.of(NoticeChannel.PUSH, NoticeChannel.EMAIL);
    quick.retainAll(reachable);
    return before
        .filter(stored -> stored.meeting() == meeting
            && stored.cycle() == cycle
            && stored.member().equals(member)
            && stored.message().equals(digest()))
        .map(NoticeProof::restore)
        .orElseGet(() -> NoticeProof.begin(meeting, cycle, member, digest(), quick, policy));
  }
}
