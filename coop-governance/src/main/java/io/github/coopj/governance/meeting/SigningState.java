package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the signatures under the minutes that are missing (MIN-03).
 *
 * @param since from when the present signers have their time: when the votes were counted, or when one took the place of another;
 *     the epoch before the count
 * @param refusals who refused and why, in the order of time
 * @param replaced signers whose place another took, in the order of time
 * @param escalatedAt when it was reported to the Revision commission; the epoch if it was not
 */
public record SigningState(
    TimePointSec since,
    List<MinutesRefusal> refusals,
    List<Name> replaced,
    TimePointSec escalatedAt) {
  /** Nothing is to be signed yet. */
  public static final SigningState NONE =
      new SigningState(TimePointSec.EPOCH, List.of(), List.of(), TimePointSec.EPOCH);

  /** Copies the lists. */
  public SigningState {
    refusals = List.copyOf(refusals);
    replaced = List.copyOf(replaced);
  }

  /**
   * Whether it was reported to the Revision commission.
   *
   * @return whether nobody is left whom the ballot elected
   */
  public boolean isEscalated() {
    return !escalatedAt.equals(TimePointSec.EPOCH);
  }

  /** The minutes wait for signatures from that moment on. */
  static SigningState from(TimePointSec counted) {
    return new SigningState(counted, List.of(), List.of(), TimePointSec.EPOCH);
  }

  boolean hasRefused(Name signer) {
    return refusals.stream().anyMatch(refusal -> refusal.signer().equals(signer));
  }

  SigningState refused(MinutesRefusal refusal) {
    List<MinutesRefusal> all = new ArrayList<>(refusals);
    all.add(refusal);
    return new SigningState(since, all, replaced, escalatedAt);
  }

  SigningState replaced(Name signer, TimePointSec at) {
    List<Name> all = new ArrayList<>(replaced);
    all.add(signer);
    return new SigningState(at, refusals, all, escalatedAt);
  }

  SigningState escalated(TimePointSec at) {
    return new SigningState(since, refusals, replaced, at);
  }
}
