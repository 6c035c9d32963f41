package io.github.coopj.governance.section;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.Optional;

/** Founded and not closed. */
public final class ActiveSection extends Section {
  ActiveSection(SectionRecord row) {
    super(row);
  }

  /**
   * Subject of the decision to close the section.
   *
   * @return see {@link SectionClosing#digest}
   */
  public Checksum256 closingSubject() {
    return new SectionClosing(row.plan().cooperative(), id()).digest();
  }

  /**
   * Closes the section when its members have gone to others (KU-23). Meetings convened before keep their kind.
   *
   * @param decision the decision on {@link #closingSubject}
   * @param members members the section still has, those with a transfer to come included
   * @param now the moment
   * @return the section, closed from this second
   * @throws GovernanceException SECTION_NOT_EMPTY, OUT_OF_ORDER before the decision took effect or the section was founded
   */
  public ClosedSection close(SectionDecision decision, long members, Instant now) {
    if (members > 0) {
      throw new GovernanceException(Reason.SECTION_NOT_EMPTY, "section", id(), "members", members);
    }
    requireNotBefore(now, decision.at());
    requireNotBefore(now, row.activeFrom());
    return new ClosedSection(new SectionRecord(
        id(),
        row.plan(),
        row.founding(),
        row.activeFrom(),
        Optional.of(decision),
        TimePointSec.of(now)));
  }
}
