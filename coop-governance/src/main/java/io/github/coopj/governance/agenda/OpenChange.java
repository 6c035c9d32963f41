package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.Ratio;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.notice.Reaction;
import io.github.coopj.governance.notice.Reactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Members who disagree with the agenda may support the change. */
public final class OpenChange extends AgendaChange {
  OpenChange(ChangeRecord data) {
    super(data);
  }

  /**
   * Takes the support of a member who disagrees.
   *
   * @param signature his signature under {@link ChangeText#digest}
   * @param reactions reactions so far
   * @param keys which keys sign for which accounts
   * @param now time of the move, before the cut-off
   * @return the change with one more supporter
   * @throws GovernanceException AGENDA_CLOSED, NOT_DISAGREEING, SIGNATURE_FORGED, ALREADY_SUPPORTS
   */
  public OpenChange support(
      DocumentSignature signature, Reactions reactions, SignerKeys keys, Instant now) {
    Name member = signature.signer();
    requireOpen(reactions, now);
    if (reactions.of(member) != Reaction.DISAGREE) {
      throw new GovernanceException(Reason.NOT_DISAGREEING, "account", member);
    }
    signature.requireGenuine(data.text().digest(), member, keys.until(now));
    if (data.supporters().contains(member)) {
      throw new GovernanceException(Reason.ALREADY_SUPPORTS, "account", member);
    }
    List<Name> all = new ArrayList<>(data.supporters());
    all.add(member);
    return new OpenChange(new ChangeRecord(data.text(), ChangeStatus.OPEN, all, 0, 0, 0));
  }

  /**
   * Counts after the cut-off: supporters who still disagree against all who disagree. Where nobody disagrees no change
   * passes.
   *
   * @param reactions reactions at the cut-off
   * @param charter the charter in force
   * @param now time of the move, not before the cut-off
   * @return the change, passed or failed
   * @throws GovernanceException MEETING_TOO_EARLY, AGENDA_CHANGE_NOT_SET
   */
  public AgendaChange settle(Reactions reactions, Charter charter, Instant now) {
    if (!reactions.isClosed(now)) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", reactions.closesAt());
    }
    Ratio threshold = threshold(charter);
    long base = reactions.count(Reaction.DISAGREE);
    long votes = data.supporters().stream()
        .filter(member -> reactions.of(member) == Reaction.DISAGREE)
        .count();
    boolean passed = base > 0 && threshold.isReachedBy(votes, base);
    ChangeRecord counted = new ChangeRecord(
        data.text(),
        passed ? ChangeStatus.PASSED : ChangeStatus.FAILED,
        data.supporters(),
        votes,
        threshold.requiredOf(base),
        base);
    return passed ? new PassedChange(counted) : new FailedChange(counted);
  }
}
