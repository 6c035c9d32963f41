package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * A proposal for an agenda as it is written (предложение в повестку, AGENDA-08). Any text can be written down; {@link
 * #requireComplete} says what it lacks, so that who proposed it gets a reason.
 *
 * @param cooperative account of the cooperative
 * @param type what is to be decided
 * @param title the question
 * @param draftDecision what is to be adopted
 * @param candidates who is to be elected, or whom a measure is about: exactly one in an election and in a measure, none
 *     otherwise
 * @param subject digest of the attached document; {@link Checksum256#ZERO} if there is none
 * @param consent digest of the candidate's {@link CandidateConsent}; {@link Checksum256#ZERO} where nobody is elected
 * @param proposer who proposes it
 * @param proposedAt date of the proposal
 */
public record ProposalText(
    Name cooperative,
    ItemType type,
    String title,
    String draftDecision,
    List<Name> candidates,
    Checksum256 subject,
    Checksum256 consent,
    Name proposer,
    TimePointSec proposedAt) {
  /** Copies the candidates. */
  public ProposalText {
    candidates = List.copyOf(candidates);
  }

  /**
   * What is signed.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AGENDA_PROPOSAL, this);
  }

  /**
   * Refuses a proposal that lacks something.
   *
   * @throws GovernanceException PROPOSAL_INCOMPLETE naming the first part that is missing
   */
  public void requireComplete() {
    require(!cooperative.isEmpty(), "cooperative");
    require(!title.isBlank(), "title");
    require(!draftDecision.isBlank(), "draftDecision");
    require(!proposer.isEmpty(), "proposer");
    require(!proposedAt.equals(TimePointSec.EPOCH), "proposedAt");
    require(candidates.size() == (type.isElection() || type.isMeasure() ? 1 : 0), "candidates");
    require(type.isElection() == !consent.equals(Checksum256.ZERO), "consent");
    require(!AgendaItem.needsSubject(type) || !subject.equals(Checksum256.ZERO), "subject");
  }

  /**
   * The item that the proposal puts on an agenda.
   *
   * @param number its place
   * @return the item
   */
  public AgendaItem item(int number) {
    return new AgendaItem(number, type, title, draftDecision, candidates, subject);
  }

  private static void require(boolean there, String field) {
    if (!there) {
      throw new GovernanceException(Reason.PROPOSAL_INCOMPLETE, "field", field);
    }
  }
}
