package io.github.coopj.governance.confidential;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.council.Council;
import java.time.Instant;
import java.util.List;

/**
 * A breach of the rules of work with secrets; the Council in office answers for it (COUNCIL-21).
 *
 * @param id number of the breach, 1 or more
 * @param paper number of the paper
 * @param category number of its category
 * @param reporter member who reported it
 * @param facts digest of the paper that says what happened
 * @param happenedAt when it happened
 * @param reportedAt when it was reported
 * @param responsible members of the Council in office when it happened, in the order of appointment
 */
public record Breach(
    @AbiType("uint64") long id,
    @AbiType("uint64") long paper,
    int category,
    Name reporter,
    Checksum256 facts,
    TimePointSec happenedAt,
    TimePointSec reportedAt,
    List<Name> responsible) {
  /** Keeps a copy of the members. */
  public Breach {
    responsible = List.copyOf(responsible);
  }

  /**
   * What somebody reports.
   *
   * @param paper number of the paper
   * @param facts digest of the paper that says what happened
   * @param happenedAt when it happened
   */
  public record Report(@AbiType("uint64") long paper, Checksum256 facts, TimePointSec happenedAt) {}

  /**
   * Records a breach.
   *
   * @param id number of the breach, 1 or more
   * @param report what is reported
   * @param paper the paper it is about
   * @param reporter a member of the cooperative
   * @param members who is a member
   * @param council the Council
   * @param now the moment
   * @return the breach with those who answer for it
   * @throws GovernanceException NOT_AN_ACTIVE_MEMBER, OUT_OF_ORDER if it happened before the paper was marked, or later than
   *     now
   */
  public static Breach record(
      long id,
      Report report,
      SecretPaper paper,
      Name reporter,
      MembershipLookup members,
      Council council,
      Instant now) {
    if (report.paper() != paper.id() || report.facts().equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a breach is about a paper and says what happened");
    }
    if (!members.isActive(reporter, now)) {
      throw new GovernanceException(Reason.NOT_AN_ACTIVE_MEMBER, "account", reporter);
    }
    TimePointSec at = TimePointSec.of(now);
    if (report.happenedAt().compareTo(paper.markedAt()) < 0
        || report.happenedAt().compareTo(at) > 0) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", report.happenedAt(), "notBefore", paper.markedAt());
    }
    return new Breach(
        id,
        paper.id(),
        paper.category(),
        reporter,
        report.facts(),
        report.happenedAt(),
        at,
        council.membersInOffice(report.happenedAt().toInstant()));
  }
}
