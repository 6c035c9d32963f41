package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;

/**
 * One of those who demanded the meeting convenes it after the Council let its time pass, where the charter lets him (MEET-07,
 * MEET-08). A signature stands in the place of the Council's decision.
 *
 * @param demand the demand: breached, or already convened by for a repeat cycle of the same meeting
 * @param signature his signature under the digest of the convocation
 * @param keys which keys sign for which accounts
 */
public record ByDemander(Demand demand, DocumentSignature signature, SignerKeys keys)
    implements ConveningAct {
  @Override
  public long decisionId() {
    return 0;
  }

  @Override
  public long demandId() {
    return demand.id();
  }

  @Override
  public TimePointSec effectiveAt() {
    return signature.signedAt();
  }

  @Override
  public void requireConvenes(
      Convocation convocation, Agenda agenda, Charter charter, Instant now) {
    requireOf(convocation);
    demand.requireBreached().requireConvener(signature.signer(), agenda, charter);
    requireSigned(convocation, now);
  }

  @Override
  public void requireRepeats(Convocation convocation, Instant now) {
    requireOf(convocation);
    demand.requireConvened().requireConvener(signature.signer(), convocation.meetingId());
    requireSigned(convocation, now);
  }

  private void requireOf(Convocation convocation) {
    if (!convocation.cooperative().equals(demand.cooperative())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          convocation.cooperative(),
          "addressed",
          demand.cooperative());
    }
  }

  private void requireSigned(Convocation convocation, Instant now) {
    if (effectiveAt().compareTo(demand.snapshot().endedAt()) < 0) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER,
          "at",
          effectiveAt(),
          "notBefore",
          demand.snapshot().endedAt());
    }
    signature.requireGenuine(convocation.digest(), signature.signer(), keys.until(now));
  }
}
