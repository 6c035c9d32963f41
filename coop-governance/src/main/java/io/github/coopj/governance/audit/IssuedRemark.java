package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.body.Mandate;
import java.time.Instant;
import java.util.List;

/** Decided on, not delivered. */
public final class IssuedRemark extends Remark {
  IssuedRemark(RemarkRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.issued(this);
  }

  /**
   * Delivers the remark; the days of the answer begin to count.
   *
   * @param mandates mandates of the body it is addressed to
   * @param receiver a member of that body in office
   * @param now the moment
   * @return the delivered remark
   * @throws GovernanceException OUT_OF_ORDER, NOT_IN_BODY
   */
  public DeliveredRemark deliver(List<Mandate> mandates, Name receiver, Instant now) {
    RemarkStep delivery = step(mandates, receiver, data.content().digest(), data.issuedAt(), now);
    return new DeliveredRemark(new RemarkRecord(
        data.content(),
        data.decision(),
        data.issuedAt(),
        RemarkStatus.DELIVERED,
        delivery,
        RemarkStep.NONE,
        false,
        RemarkStep.NONE));
  }
}
