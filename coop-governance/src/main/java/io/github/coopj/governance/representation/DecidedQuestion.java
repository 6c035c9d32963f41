package io.github.coopj.governance.representation;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.meeting.MinutesSignature;
import java.time.Instant;

/** Enough members came; the question was adopted or not. */
public final class DecidedQuestion extends ReservedQuestion {
  DecidedQuestion(ReservedRecord row) {
    super(row);
  }

  /**
   * The sums over all members.
   *
   * @return votes, presence and whether they adopt the question
   */
  public ReservedItem result() {
    return row.result().orElseThrow();
  }

  /**
   * The minutes of the sum: what was asked, of how many, in which meetings, and what came of it.
   *
   * @return digest of the whole record, for the signature
   */
  public Checksum256 minutes() {
    return DocumentDigest.of(DocumentType.RESERVED_MINUTES, row);
  }

  /**
   * Puts what the members adopted in force. No one meeting made the decision, so no chairman of a meeting signs: the Council
   * put the question, and who acts as its Chairman answers for the sum (DMEET-08, MEET-24).
   *
   * @param signature signature under {@link #minutes}
   * @param council the Council
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the decision in force
   * @throws GovernanceException QUESTION_NOT_ADOPTED, NOT_CHAIRMAN, SIGNATURE_FORGED
   */
  public SignedQuestion sign(
      DocumentSignature signature, Council council, SignerKeys keys, Instant now) {
    ReservedItem result = result();
    if (!result.adopted()) {
      throw new GovernanceException(
          Reason.QUESTION_NOT_ADOPTED,
          "question",
          row.call().id(),
          "votesFor",
          result.votesFor(),
          "present",
          result.present());
    }
    council.requireActingChairman(signature.signer(), now);
    signature.requireGenuine(minutes(), signature.signer(), keys.until(now));
    return new SignedQuestion(
        row.signed(new MinutesSignature(signature.signer(), TimePointSec.of(now))));
  }
}
