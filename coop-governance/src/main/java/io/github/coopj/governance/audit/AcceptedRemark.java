package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import java.time.Instant;
import java.util.List;

/** The body agrees and has yet to carry the remark out. */
public final class AcceptedRemark extends OpenRemark {
  AcceptedRemark(RemarkRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.accepted(this);
  }

  /**
   * The body has carried the remark out.
   *
   * @param mandates mandates of the body
   * @param by a member of it in office
   * @param evidence digest of the paper that proves it
   * @param now the moment; late work is taken too and stays late
   * @return the remark carried out
   * @throws GovernanceException OUT_OF_ORDER, NOT_IN_BODY, EVIDENCE_MISSING
   */
  public ExecutedRemark execute(
      List<Mandate> mandates, Name by, Checksum256 evidence, Instant now) {
    if (evidence.equals(Checksum256.ZERO)) {
      throw new GovernanceException(
          Reason.EVIDENCE_MISSING, "remark", data.content().id());
    }
    return new ExecutedRemark(new RemarkRecord(
        data.content(),
        data.decision(),
        data.issuedAt(),
        RemarkStatus.EXECUTED,
        data.delivery(),
        data.answer(),
        true,
        step(mandates, by, evidence, last(), now)));
  }
}
