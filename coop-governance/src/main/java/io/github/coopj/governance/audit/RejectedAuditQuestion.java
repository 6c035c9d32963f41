package io.github.coopj.governance.audit;

/** Not adopted by the Revision commission. */
public final class RejectedAuditQuestion extends AuditQuestion {
  RejectedAuditQuestion(AuditQuestionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.rejected(this);
  }
}
