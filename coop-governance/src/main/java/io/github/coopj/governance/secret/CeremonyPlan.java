package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes the key of the secret ballots of a meeting, and until when. Its digest names the ceremony: every proof of the
 * ceremony is bound to it.
 *
 * @param cooperative account of the cooperative
 * @param meeting number of the meeting
 * @param attempt 1 for the first ceremony of a meeting, one more after each void one
 * @param threshold t: how many trustees decrypt together, 1 to the number of trustees
 * @param endsAt after this the ceremony is void if a part is missing
 * @param trustees trustees 1 to n, at most {@link #MAX_TRUSTEES}
 * @param alternates who steps in for a trustee that failed, in order
 */
public record CeremonyPlan(
    Name cooperative,
    long meeting,
    int attempt,
    int threshold,
    TimePointSec endsAt,
    List<Trustee> trustees,
    List<Trustee> alternates) {
  /** The most trustees. */
  public static final int MAX_TRUSTEES = 32;

  /** Refuses numbers out of range and an account named twice. */
  public CeremonyPlan {
    trustees = List.copyOf(trustees);
    alternates = List.copyOf(alternates);
    Parts.require(attempt >= 1, "attempt must be 1 or more, got " + attempt);
    Parts.require(
        threshold >= 1 && threshold <= trustees.size() && trustees.size() <= MAX_TRUSTEES,
        "threshold must be 1 to the number of trustees, which is at most " + MAX_TRUSTEES + ", got "
            + threshold + " of " + trustees.size());
    Set<Name> seen = new HashSet<>();
    for (List<Trustee> list : List.of(trustees, alternates)) {
      for (Trustee trustee : list) {
        Parts.require(
            seen.add(trustee.account()),
            "a ceremony names each trustee once, got twice " + trustee.account());
      }
    }
  }

  /**
   * Names the ceremony.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.TRUSTEE_COMMITMENT, this);
  }

  /**
   * Number of a trustee.
   *
   * @param account his account
   * @return 1 to n
   * @throws GovernanceException NOT_A_TRUSTEE
   */
  public int numberOf(Name account) {
    for (int i = 0; i < trustees.size(); i++) {
      if (trustees.get(i).account().equals(account)) {
        return i + 1;
      }
    }
    throw new GovernanceException(Reason.NOT_A_TRUSTEE, "account", account);
  }

  /**
   * Plan of the next ceremony, without a trustee that failed: the first alternate takes his place.
   *
   * @param failed number of the trustee
   * @param newEnd when the next ceremony ends
   * @return the plan, empty if there is no alternate
   */
  public Optional<CeremonyPlan> without(int failed, TimePointSec newEnd) {
    if (alternates.isEmpty()) {
      return Optional.empty();
    }
    List<Trustee> next = new ArrayList<>(trustees);
    next.set(failed - 1, alternates.get(0));
    return Optional.of(new CeremonyPlan(
        cooperative,
        meeting,
        attempt + 1,
        threshold,
        newEnd,
        next,
        alternates.subList(1, alternates.size())));
  }

  /**
   * Refuses trustees who should not hold the key: each is on the roll and no candidate, and one at least is outside the
   * Council.
   *
   * @param members who is who in the meeting
   * @throws GovernanceException SECRET_NEEDS_MEMBERS, NOT_ON_ROLL, TRUSTEE_IS_CANDIDATE, TRUSTEES_ALL_IN_COUNCIL
   */
  public void requireEligible(TrusteeEligibility members) {
    if (members.members() < trustees.size()) {
      throw new GovernanceException(
          Reason.SECRET_NEEDS_MEMBERS, "members", members.members(), "needed", trustees.size());
    }
    for (List<Trustee> list : List.of(trustees, alternates)) {
      for (Trustee trustee : list) {
        if (!members.isOnRoll(trustee.account())) {
          throw new GovernanceException(
              Reason.NOT_ON_ROLL, "account", trustee.account(), "meeting", meeting);
        }
        if (members.isCandidate(trustee.account())) {
          throw new GovernanceException(Reason.TRUSTEE_IS_CANDIDATE, "account", trustee.account());
        }
      }
    }
    if (trustees.stream().allMatch(trustee -> members.isInCouncil(trustee.account()))) {
      throw new GovernanceException(Reason.TRUSTEES_ALL_IN_COUNCIL, "trustees", trustees.size());
    }
  }
}
