package io.github.coopj.governance.notice;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A member's reaction as he signs it.
 *
 * @param meeting number of the meeting
 * @param agenda digest of the agenda that he was notified of
 * @param member his account
 * @param reaction how he takes it, not {@link Reaction#NONE}
 */
public record ReactionPaper(
    @AbiType("uint64") long meeting, Checksum256 agenda, Name member, Reaction reaction) {
  /** Refuses a reaction that is none. */
  public ReactionPaper {
    if (reaction == Reaction.NONE) {
      throw new InvalidValueException(
          "who reacts agrees or disagrees, " + member + " does neither");
    }
  }

  /**
   * What is signed.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.REACTION, this);
  }
}
