package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Adopted by vote, without force until it is signed. */
public final class PendingDecision extends CouncilDecision {
  PendingDecision(CouncilDecisionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.pending(this);
  }

  /**
   * The exact hash to sign: digest of {@link CouncilDecisionContent}.
   *
   * @return the hash
   */
  public Checksum256 hash() {
    return data.contentHash();
  }

  /**
   * Signs the decision as the Chairman. On the Chairman's own suspension a deputy signs; if there is none, see {@link
   * #signByVoters}.
   *
   * @param council the Council
   * @param signer the acting Chairman
   * @param decisionHash what he signed
   * @param now the moment
   * @return the decision in force
   * @throws GovernanceException OUT_OF_ORDER, NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, WRONG_DECISION_HASH
   */
  public DecisionInForce sign(Council council, Name signer, Checksum256 decisionHash, Instant now) {
    Signatory.require(type(), council, signer, now);
    return inForce(signer, decisionHash, now);
  }

  /**
   * Signs the Chairman's suspension by all who voted for it, where there is no deputy to sign.
   *
   * @param council the Council
   * @param signers who signed, at least all who voted for
   * @param decisionHash what they signed
   * @param now the moment
   * @return the decision in force, the first voter as its signer
   * @throws GovernanceException OUT_OF_ORDER, DECISION_OF_OTHER_TYPE, NOT_CHAIRMAN if a deputy is there to sign,
   *     SIGNATURES_MISSING, WRONG_DECISION_HASH
   */
  public DecisionInForce signByVoters(
      Council council, List<Name> signers, Checksum256 decisionHash, Instant now) {
    if (type() != QuestionType.SUSPEND_CHAIRMAN) {
      throw new GovernanceException(
          Reason.DECISION_OF_OTHER_TYPE,
          "decision",
          id(),
          "expected",
          QuestionType.SUSPEND_CHAIRMAN,
          "actual",
          type());
    }
    List<Name> deputies = council.deputies(now);
    if (!deputies.isEmpty()) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN, "signer", signers, "chairman", deputies.get(0));
    }
    List<Name> missing = new ArrayList<>(data.votersFor());
    missing.removeAll(signers);
    if (!missing.isEmpty()) {
      throw new GovernanceException(Reason.SIGNATURES_MISSING, "missing", missing);
    }
    return inForce(data.votersFor().get(0), decisionHash, now);
  }

  /**
   * Refuses the signature with grounds; the question may be put again as a new one.
   *
   * @param council the Council
   * @param signer the acting Chairman
   * @param reason the grounds in words
   * @param now the moment
   * @return the declined decision
   * @throws GovernanceException OUT_OF_ORDER, NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, NO_GROUNDS
   */
  public DeclinedDecision decline(Council council, Name signer, String reason, Instant now) {
    Signatory.require(type(), council, signer, now);
    if (reason.isBlank()) {
      throw new GovernanceException(Reason.NO_GROUNDS, "decision", id());
    }
    return new DeclinedDecision(ended(DecisionStatus.DECLINED, signer, reason, now));
  }

  /**
   * Whether the signature has been missing for longer than the charter lets it (CHAIR-11). The decision stays without
   * force all the same; the question is then due to go to the general meeting.
   *
   * @param charter the charter in force
   * @param now the moment
   * @return whether the days of the charter have passed since the count
   */
  public boolean isSignatureOverdue(Charter charter, Instant now) {
    return !now.isBefore(data.decidedAt()
        .toInstant()
        .atZone(charter.zone())
        .plusDays(charter.chairman().signatureDays())
        .toInstant());
  }

  /**
   * Who answers for the decision (COUNCIL-25).
   *
   * @return members who voted for, in the order of voting
   */
  public List<Name> responsible() {
    return data.votersFor();
  }

  private DecisionInForce inForce(Name signer, Checksum256 decisionHash, Instant now) {
    if (!decisionHash.equals(hash())) {
      throw new GovernanceException(
          Reason.WRONG_DECISION_HASH, "signed", decisionHash, "expected", hash());
    }
    return new DecisionInForce(ended(DecisionStatus.IN_FORCE, signer, "", now));
  }

  private CouncilDecisionRecord ended(
      DecisionStatus status, Name signer, String reason, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, data.decidedAt());
    return data.ended(status, signer, reason, at);
  }
}
