package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;
import java.util.Optional;

/**
 * A trustee's word that the share he got is not the one committed to; the sender answers by opening it to everybody.
 *
 * @param by number of the trustee who complains
 * @param against number of the sender
 * @param answer the share opened, 32 bytes; empty before the answer
 */
public record ShareComplaint(int by, int against, Optional<Bytes> answer) {
  /** Refuses a complaint against oneself and an answer that is no number below the order. */
  public ShareComplaint {
    Parts.require(
        by >= 1 && against >= 1 && by != against,
        "a complaint is of one trustee against another, got " + by + " against " + against);
    answer.ifPresent(share -> Parts.requireScalar("answer to a complaint", share));
  }
}
