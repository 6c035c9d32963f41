package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision of an automated system under a {@link SignatureGrant} (COUNCIL-06). It cites its grant and the act
 * before, so that none can be left out or put in later.
 */
public final class AutomaticAct {
  private final AutomaticActRecord data;

  AutomaticAct(AutomaticActRecord data) {
    this.data = data;
  }

  /**
   * Restores a stored act.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the act
   * @throws InvalidValueException if the signature is not under the content
   */
  public static AutomaticAct restore(AutomaticActRecord stored) {
    AutomaticAct act = new AutomaticAct(stored);
    if (!stored.signature().verifies(act.hash())) {
      throw new InvalidValueException(
          "act " + act.number() + " of grant " + act.grant() + " is not what was signed");
    }
    return act;
  }

  /**
   * Refuses a list of acts that is not the whole trail of a grant (audit trail): acts numbered from one, each naming the
   * digest of the one before, signed with the key of the grant, the last one being the last of the grant.
   *
   * @param grant the grant
   * @param acts its acts in their order
   * @throws GovernanceException TRAIL_BROKEN with the number of the first act that does not fit
   */
  public static void requireTrail(SignatureGrant grant, List<AutomaticAct> acts) {
    Checksum256 previous = Checksum256.ZERO;
    long number = 0;
    for (AutomaticAct act : acts) {
      number++;
      boolean fits = act.grant() == grant.id()
          && act.number() == number
          && act.data.content().previous().equals(previous)
          && act.data.signature().key().equals(grant.terms().key())
          && act.data.signature().verifies(act.hash())
          && act.responsible().equals(grant.responsible());
      requireFits(fits, grant, number);
      previous = act.digest();
    }
    boolean whole =
        number == grant.snapshot().acts() && previous.equals(grant.snapshot().lastAct());
    requireFits(whole, grant, number + 1);
  }

  private static void requireFits(boolean fits, SignatureGrant grant, long number) {
    if (!fits) {
      throw new GovernanceException(Reason.TRAIL_BROKEN, "grant", grant.id(), "act", number);
    }
  }

  /**
   * The act as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public AutomaticActRecord snapshot() {
    return data;
  }

  /**
   * Number of the grant the act cites.
   *
   * @return 1 or more
   */
  public long grant() {
    return data.content().grant();
  }

  /**
   * Number of the act under its grant.
   *
   * @return 1 or more
   */
  public long number() {
    return data.content().number();
  }

  /**
   * The hash that was signed.
   *
   * @return digest of {@link AutomaticActContent}
   */
  public Checksum256 hash() {
    return DocumentDigest.of(DocumentType.AUTOMATIC_ACT, data.content());
  }

  /**
   * Name of the act with its signature and time, which the next act follows.
   *
   * @return digest of {@link AutomaticActRecord}
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AUTOMATIC_ACT, data);
  }

  /**
   * Who answers for the act: the system does not (COUNCIL-07).
   *
   * @return the grantors
   */
  public List<Name> responsible() {
    return data.responsible();
  }

  /**
   * The decision that the act is. It has no roll-call, for nobody voted on it; see {@link #responsible()}.
   *
   * @return a decision in force since the act, signed by the system
   */
  public DecisionInForce inForce() {
    AutomaticActContent content = data.content();
    TimePointSec at = data.at();
    CouncilQuestion question = new CouncilQuestion(
        content.type(), content.subject(), content.materials(), VotingForm.AUTOMATIC);
    Name system = data.signature().signer();
    return new DecisionInForce(new CouncilDecisionRecord(
        content.question(),
        question,
        system,
        DecisionStatus.IN_FORCE,
        List.of(),
        at,
        at.plusSeconds(1),
        at,
        at,
        system,
        "",
        content.charterDigest()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AutomaticAct act && data.equals(act.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
