package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import java.time.Instant;
import java.util.List;

/** Delivered to the body, which has not answered. */
public final class DeliveredRemark extends OpenRemark {
  DeliveredRemark(RemarkRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.delivered(this);
  }

  /**
   * The body has considered the remark and agrees.
   *
   * @param mandates mandates of the body
   * @param by a member of it in office
   * @param paper digest of the body's decision
   * @param now the moment; a late answer is taken too
   * @return the remark to carry out
   * @throws GovernanceException OUT_OF_ORDER, NOT_IN_BODY, EVIDENCE_MISSING without a paper
   */
  public AcceptedRemark accept(List<Mandate> mandates, Name by, Checksum256 paper, Instant now) {
    return new AcceptedRemark(answered(RemarkStatus.ACCEPTED, mandates, by, paper, now));
  }

  /**
   * The body has considered the remark and disagrees.
   *
   * @param mandates mandates of the body
   * @param by a member of it in office
   * @param paper digest of its objection
   * @param now the moment; a late answer is taken too
   * @return the remark the commission may pass to the meeting
   * @throws GovernanceException OUT_OF_ORDER, NOT_IN_BODY, EVIDENCE_MISSING without a paper
   */
  public ObjectedRemark object(List<Mandate> mandates, Name by, Checksum256 paper, Instant now) {
    return new ObjectedRemark(answered(RemarkStatus.OBJECTED, mandates, by, paper, now));
  }

  private RemarkRecord answered(
      RemarkStatus status, List<Mandate> mandates, Name by, Checksum256 paper, Instant now) {
    if (paper.equals(Checksum256.ZERO)) {
      throw new GovernanceException(
          Reason.EVIDENCE_MISSING, "remark", data.content().id());
    }
    return new RemarkRecord(
        data.content(),
        data.decision(),
        data.issuedAt(),
        status,
        data.delivery(),
        step(mandates, by, paper, data.delivery().at(), now),
        status == RemarkStatus.ACCEPTED,
        RemarkStep.NONE);
  }
}
