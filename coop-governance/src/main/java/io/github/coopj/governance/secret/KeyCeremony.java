package io.github.coopj.governance.secret;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.States;

/**
 * Making of the key of secret ballots by trustees who do not trust each other (T. Pedersen, 1991). Each draws a
 * polynomial, publishes commitments with proofs, and seals a value of it to each of the others. Who got a wrong value
 * complains in public; the sender opens it in public. A wrong or missing answer, or a missing part at the end, makes the
 * ceremony void and names who failed.
 */
public sealed interface KeyCeremony
    permits CommittingCeremony, SharingCeremony, ReadyCeremony, VoidCeremony {
  /**
   * What is stored.
   *
   * @return the row
   */
  CeremonyRecord snapshot();

  /**
   * Calls the case of the state.
   *
   * @param <R> what the cases give
   * @param cases one case for each state
   * @return what the case of this state gave
   */
  <R> R match(Cases<R> cases);

  /**
   * One case for each state.
   *
   * @param <R> what the cases give
   */
  interface Cases<R> {
    /** Trustees publish their commitments. */
    R committing(CommittingCeremony ceremony);

    /** Trustees exchange shares. */
    R sharing(SharingCeremony ceremony);

    /** The key is there. */
    R ready(ReadyCeremony ceremony);

    /** A trustee failed. */
    R voided(VoidCeremony ceremony);
  }

  /**
   * Begins a ceremony.
   *
   * @param plan who makes the key
   * @param members who is who in the meeting
   * @return a ceremony without a commitment
   * @throws GovernanceException SECRET_NEEDS_MEMBERS, NOT_ON_ROLL, TRUSTEE_IS_CANDIDATE, TRUSTEES_ALL_IN_COUNCIL
   */
  static CommittingCeremony begin(CeremonyPlan plan, TrusteeEligibility members) {
    plan.requireEligible(members);
    return CommittingCeremony.empty(plan);
  }

  /**
   * Makes a ceremony of its row by repeating its moves, so that a row nobody could have reached is refused.
   *
   * @param row what {@link #snapshot()} gave
   * @return the ceremony
   * @throws InvalidValueException when the row contradicts itself
   */
  static KeyCeremony restore(CeremonyRecord row) {
    KeyCeremony ceremony;
    try {
      ceremony = CeremonyReplay.of(row);
    } catch (GovernanceException e) {
      throw new InvalidValueException(
          "row of a ceremony holds a refused part: " + e.getMessage(), e);
    }
    Parts.require(
        ceremony.snapshot().equals(row),
        "row of a ceremony contradicts itself in its state or order");
    return ceremony;
  }

  /**
   * The ceremony, if commitments are awaited.
   *
   * @return the same ceremony
   * @throws GovernanceException WRONG_STATE
   */
  default CommittingCeremony requireCommitting() {
    return require(CommittingCeremony.class, CeremonyStatus.COMMITTING);
  }

  /**
   * The ceremony, if shares are exchanged.
   *
   * @return the same ceremony
   * @throws GovernanceException WRONG_STATE
   */
  default SharingCeremony requireSharing() {
    return require(SharingCeremony.class, CeremonyStatus.SHARING);
  }

  /**
   * The ceremony, if the key is there.
   *
   * @return the same ceremony
   * @throws GovernanceException WRONG_STATE
   */
  default ReadyCeremony requireReady() {
    return require(ReadyCeremony.class, CeremonyStatus.READY);
  }

  private <S> S require(Class<S> state, CeremonyStatus needed) {
    CeremonyRecord row = snapshot();
    return States.require(
        this, state, "key ceremony of meeting " + row.plan().meeting(), row.status(), needed);
  }
}
