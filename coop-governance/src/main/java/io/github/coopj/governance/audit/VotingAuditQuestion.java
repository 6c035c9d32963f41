package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Members of the Revision commission vote. */
public final class VotingAuditQuestion extends AuditQuestion {
  VotingAuditQuestion(AuditQuestionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.voting(this);
  }

  /**
   * Casts one signed vote. A vote stands; nobody votes twice.
   *
   * @param commission the commission
   * @param vote the vote
   * @param signature signature of a member in office over {@link #voteDigest}
   * @param keys which keys sign for which accounts
   * @param now the moment, before the vote closes
   * @return the vote with one entry more
   * @throws GovernanceException OUT_OF_ORDER, VOTE_CLOSED, NOT_IN_BODY, AUDIT_INCOMPLETE, ALREADY_VOTED,
   *     SIGNATURE_FORGED
   */
  public VotingAuditQuestion cast(
      AuditCommission commission,
      Vote vote,
      DocumentSignature signature,
      SignerKeys keys,
      Instant now) {
    Objects.requireNonNull(vote, "vote");
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, data.openedAt());
    if (at.compareTo(data.closesAt()) >= 0) {
      throw new GovernanceException(
          Reason.VOTE_CLOSED, "decision", id(), "closedAt", data.closesAt(), "at", at);
    }
    Name member = signature.signer();
    commission.requireMember(member, now);
    if (!topic().type().finishesCheck()) {
      commission.requireComplete(now);
    }
    for (AuditVote entry : data.votes()) {
      if (entry.member().equals(member)) {
        throw new GovernanceException(Reason.ALREADY_VOTED, "member", member, "decision", id());
      }
    }
    signature.requireGenuine(voteDigest(vote), member, keys.until(now));
    return new VotingAuditQuestion(data.voted(new AuditVote(vote, signature)));
  }

  /**
   * Ends the vote, once all members in office have voted or the closing time has come. What counts are the votes of
   * members in office at its end; a commission that then lacks members adopts nothing but the result of a check.
   *
   * @param commission the commission
   * @param now the moment
   * @return an {@link AuditDecision} if {@code 2·for > members}, else a {@link RejectedAuditQuestion}; equality rejects
   * @throws GovernanceException OUT_OF_ORDER, VOTE_STILL_OPEN
   */
  public AuditQuestion close(AuditCommission commission, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, data.openedAt());
    boolean over = at.compareTo(data.closesAt()) >= 0;
    Instant end = over ? data.closesAt().toInstant() : now;
    List<Name> entitled = commission.inOffice(end);
    List<AuditVote> counting =
        data.votes().stream().filter(entry -> entitled.contains(entry.member())).toList();
    if (!over && counting.size() < entitled.size()) {
      throw new GovernanceException(
          Reason.VOTE_STILL_OPEN,
          "decision",
          id(),
          "voted",
          counting.size(),
          "entitled",
          entitled.size(),
          "closesAt",
          data.closesAt());
    }
    List<Name> votesFor = counting.stream()
        .filter(entry -> entry.vote() == Vote.FOR)
        .map(AuditVote::member)
        .toList();
    boolean able = topic().type().finishesCheck() || commission.isComplete(end);
    return able && commission.isAdopted(votesFor, end)
        ? new AuditDecision(data.with(AuditQuestionStatus.ADOPTED, counting, at))
        : new RejectedAuditQuestion(data.with(AuditQuestionStatus.REJECTED, counting, at));
  }
}
