package io.github.coopj.governance.confidential;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MandateRegister;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.util.Optional;

/**
 * The list of secrets in force (COUNCIL-20).
 *
 * @param text the version
 * @param decision number of the Council's decision
 * @param since from when it is in force
 */
public record Classification(
    ClassificationText text, @AbiType("uint64") long decision, TimePointSec since) {
  /**
   * Adopts a version, which takes the place of the one before.
   *
   * @param text the version
   * @param decision decision CLASSIFICATION of the Council on its digest
   * @param before the version until now, if there was one
   * @return the list in force from the decision on
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OTHER_COOPERATIVE, PAPER_VERSION
   */
  public static Classification adopt(
      ClassificationText text, DecisionInForce decision, Optional<Classification> before) {
    decision.requireAbout(QuestionType.CLASSIFICATION, text.digest());
    Name cooperative = before.map(list -> list.text.cooperative()).orElse(text.cooperative());
    if (!cooperative.equals(text.cooperative())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", cooperative, "addressed", text.cooperative());
    }
    int expected = 1 + before.map(list -> list.text.version()).orElse(0);
    if (text.version() != expected) {
      throw new GovernanceException(
          Reason.PAPER_VERSION,
          "paper",
          "list of secrets",
          "version",
          text.version(),
          "expected",
          expected);
    }
    return new Classification(text, decision.id(), decision.effectiveAt());
  }

  /**
   * A line of the list.
   *
   * @param number its number
   * @return the line
   * @throws GovernanceException NOT_CLASSIFIED
   */
  public SecretCategory category(int number) {
    return text.categories().stream()
        .filter(category -> category.number() == number)
        .findFirst()
        .orElseThrow(() -> new GovernanceException(
            Reason.NOT_CLASSIFIED, "category", number, "version", text.version()));
  }

  /**
   * Whether somebody may read papers of a category: whoever holds an office that the list names, and any member of the
   * Revision commission (AUDIT-02).
   *
   * @param reader who wants to read
   * @param number number of the category
   * @param mandates the mandates of all bodies
   * @param now the moment
   * @return whether he may
   * @throws GovernanceException NOT_CLASSIFIED
   */
  public boolean mayRead(Name reader, int number, MandateRegister mandates, Instant now) {
    SecretCategory category = category(number);
    return mandates.heldBy(reader, now).stream()
        .anyMatch(mandate -> mandate.office().body() == Office.Body.AUDIT
            || category.readers().contains(mandate.office()));
  }
}
