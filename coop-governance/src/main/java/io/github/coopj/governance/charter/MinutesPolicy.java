package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who must sign the minutes before a meeting is held (ESIG-05), and what follows if he does not (MIN-03).
 *
 * @param signers at least the chairman of the meeting, in the order of the enum
 * @param signDays days that a signer has; then somebody else takes his place, 1 or more
 * @param substitution who takes the place of a signer who refused or let his time pass
 */
public record MinutesPolicy(Set<MinutesSigner> signers, int signDays, Substitution substitution) {
  /** Who takes the place of a signer (MIN-03). */
  public enum Substitution {
    /** The next of those whom the same ballot elected; where there is none left, as {@link #AUDIT}. */
    RUNNER_UP,
    /** Nobody: it is reported to the Revision commission. */
    AUDIT
  }

  /** Refuses minutes without the signature of the meeting's chairman. */
  public MinutesPolicy {
    if (!signers.contains(MinutesSigner.CHAIR)) {
      throw new InvalidValueException("minutes.signers must contain CHAIR, got " + signers);
    }
    signers = Collections.unmodifiableSet(EnumSet.copyOf(signers));
  }
}
