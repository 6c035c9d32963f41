package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * Minutes of a session of the Council (протокол заседания): its questions and decisions (COUNCIL-27).
 *
 * @param cooperative account of the cooperative
 * @param session number of the session
 * @param outcomes what came of each question, each once
 * @param text digest of the words of the minutes
 */
public record SessionMinutes(
    Name cooperative, @AbiType("uint64") long session, List<Outcome> outcomes, Checksum256 text) {
  /**
   * What came of a question.
   *
   * @param question number of the question
   * @param type kind of question
   * @param subject digest of what it is about
   * @param adopted whether the vote adopted it
   * @param hash hash of the counted decision with its roll-call
   */
  public record Outcome(
      @AbiType("uint64") long question,
      QuestionType type,
      Checksum256 subject,
      boolean adopted,
      Checksum256 hash) {
    /**
     * The outcome of a decided question. The signature may come later and changes nothing here.
     *
     * @param decided a question whose vote is over
     * @return what came of it
     */
    public static Outcome of(CouncilDecision decided) {
      return new Outcome(
          decided.id(),
          decided.type(),
          decided.subject(),
          decided.status() != DecisionStatus.REJECTED,
          decided.snapshot().contentHash());
    }
  }

  /** Refuses minutes that name a question twice. */
  public SessionMinutes {
    outcomes = List.copyOf(outcomes);
    if (outcomes.stream().map(Outcome::question).distinct().count() != outcomes.size()) {
      throw new InvalidValueException("minutes name a question twice: " + outcomes);
    }
  }

  /**
   * What is signed.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SESSION_MINUTES, this);
  }
}
