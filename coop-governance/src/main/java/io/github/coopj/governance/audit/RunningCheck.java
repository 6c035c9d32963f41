package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import java.time.Instant;

/** Members of the commission read records. A commission that has come to lack members may go on (AUDIT-04). */
public final class RunningCheck extends AuditCheck {
  RunningCheck(AuditCheckRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.running(this);
  }

  /**
   * Reads a record of the cooperative. Any record may be read, secret ones too, and every reading is logged (AUDIT-02).
   *
   * @param commission the commission
   * @param reader a member in office
   * @param document digest of the record
   * @param secret whether it is classified
   * @param now the moment
   * @return the check and the entry of the log
   * @throws GovernanceException OUT_OF_ORDER, NOT_IN_BODY
   */
  public AuditRead read(
      AuditCommission commission, Name reader, Checksum256 document, boolean secret, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at);
    commission.requireMember(reader, now);
    AuditAccess access = new AuditAccess(
        data.plan().digest(), data.reads() + 1, reader, document, secret, at, data.lastRead());
    RunningCheck next = new RunningCheck(new AuditCheckRecord(
        data.plan(), CheckStatus.RUNNING, at, access.number(), access.digest(), Checksum256.ZERO));
    return new AuditRead(next, access);
  }

  /**
   * Ends the check by the result that the commission has adopted.
   *
   * @param report digest of the report
   * @param decision decision CHECK_RESULT on this check and report
   * @param now the moment
   * @return the concluded check
   * @throws GovernanceException OUT_OF_ORDER, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public ConcludedCheck conclude(Checksum256 report, AuditDecision decision, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at);
    decision.requireAbout(result(report).topic());
    return new ConcludedCheck(new AuditCheckRecord(
        data.plan(), CheckStatus.CONCLUDED, at, data.reads(), data.lastRead(), report));
  }

  /**
   * The result to decide on.
   *
   * @param report digest of the report
   * @return the result of this check
   */
  public CheckResult result(Checksum256 report) {
    return new CheckResult(data.plan().cooperative(), data.plan().digest(), report);
  }
}
