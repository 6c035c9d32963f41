package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who must sign the minutes before a meeting is held (ESIG-05).
 *
 * @param signers at least the chairman of the meeting, in the order of the enum
 */
public record MinutesPolicy(Set<MinutesSigner> signers) {
  /** Refuses minutes without the signature of the meeting's chairman. */
  public MinutesPolicy {
    if (!signers.contains(MinutesSigner.CHAIR)) {
      throw new InvalidValueException("minutes.signers must contain CHAIR, got " + signers);
    }
    signers = Collections.unmodifiableSet(EnumSet.copyOf(signers));
  }
}
