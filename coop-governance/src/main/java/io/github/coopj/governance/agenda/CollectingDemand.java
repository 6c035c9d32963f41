package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.Ratio;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Members sign the demand, each on his own paper or all on one. */
public final class CollectingDemand extends Demand {
  CollectingDemand(DemandRecord data) {
    super(data);
  }

  /**
   * Takes the signature of a member.
   *
   * @param signature his signature under {@link DemandText#digest}
   * @param members who is an active member
   * @param keys which keys sign for which accounts
   * @param now time of the move
   * @return the demand with one more signer
   * @throws GovernanceException NOT_AN_ACTIVE_MEMBER, SIGNATURE_FORGED, ALREADY_SUPPORTS
   */
  public CollectingDemand sign(
      DocumentSignature signature, MembershipLookup members, SignerKeys keys, Instant now) {
    Name member = signature.signer();
    Proposal.requireMember(member, members, now);
    signature.requireGenuine(data.text().digest(), member, keys.until(now));
    if (data.signers().contains(member)) {
      throw new GovernanceException(Reason.ALREADY_SUPPORTS, "account", member);
    }
    List<Name> all = new ArrayList<>(data.signers());
    all.add(member);
    return new CollectingDemand(DemandRecord.collecting(data.text(), all));
  }

  /**
   * Takes a signature back, which is possible until the demand is presented.
   *
   * @param member who withdraws; nothing happens if he has not signed
   * @return the demand without him
   */
  public CollectingDemand withdraw(Name member) {
    return new CollectingDemand(DemandRecord.collecting(
        data.text(),
        data.signers().stream().filter(signer -> !signer.equals(member)).toList()));
  }

  /**
   * Presents the demand to the Council (MEET-08). Signers who are no active members on this date do not count; who leaves
   * later voids nothing.
   *
   * @param members number of active members on this date, 1 or more
   * @param active who is an active member
   * @param charter the charter in force
   * @param now the date of presentation
   * @return the presented demand with those who counted
   * @throws GovernanceException DEMAND_TOO_SMALL
   */
  public PresentedDemand present(
      long members, MembershipLookup active, Charter charter, Instant now) {
    List<Name> counted =
        data.signers().stream().filter(signer -> active.isActive(signer, now)).toList();
    Ratio share = charter.demand().ratio();
    if (!DemandRule.isReached(share, counted.size(), members)) {
      throw new GovernanceException(
          Reason.DEMAND_TOO_SMALL,
          "signers",
          counted.size(),
          "required",
          DemandRule.required(share, members),
          "members",
          members);
    }
    return new PresentedDemand(new DemandRecord(
        data.text(),
        DemandStatus.PRESENTED,
        0,
        counted,
        members,
        TimePointSec.of(now),
        charter.demand().conveneDays(),
        TimePointSec.EPOCH,
        0,
        0));
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.collecting(this);
  }
}
