package io.github.coopj.governance.audit;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;

/** Carried out, with evidence. */
public final class ExecutedRemark extends Remark {
  ExecutedRemark(RemarkRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.executed(this);
  }

  /**
   * What proves that it was carried out.
   *
   * @return digest of the paper
   */
  public Checksum256 evidence() {
    return data.end().paper();
  }

  /**
   * Whether it was carried out after the last day.
   *
   * @param charter the charter in force
   * @return whether it was late
   */
  public boolean isLate(Charter charter) {
    return data.end()
        .at()
        .toInstant()
        .atZone(charter.zone())
        .toLocalDate()
        .isAfter(OpenRemark.dueOn(data, charter));
  }
}
