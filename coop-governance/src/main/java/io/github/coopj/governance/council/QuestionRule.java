package io.github.coopj.governance.council;

import io.github.coopj.governance.body.Office;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the registry of questions says of one type (COUNCIL-03).
 *
 * @param area management of the cooperative, or relations between it and its members
 * @param competence who decides in the end
 * @param majority how votes are counted
 * @param executor body that carries the decision out; the Council does where there is no Board (COUNCIL-09)
 * @param traits what else sets the type apart
 * @param source id of the requirement it comes from
 */
public record QuestionRule(
    Area area,
    Competence competence,
    Majority majority,
    Office.Body executor,
    Set<Trait> traits,
    String source) {
  /** What a question is about. */
  public enum Area {
    /** Management of the cooperative (управление). */
    MANAGEMENT,
    /** Relations between a member and the cooperative (отношения пайщика и кооператива). */
    MEMBERS
  }

  /** Who decides a question in the end. */
  public enum Competence {
    /** The Council alone. */
    COUNCIL,
    /** The Council, and the general meeting as far as rules of funds or the office of the Chairman are touched. */
    WITH_MEETING
  }

  /** How votes on a question are counted. */
  public enum Majority {
    /** By the base of the charter, with the Chairman's casting vote where the charter gives it. */
    ORDINARY,
    /** Of the members other than the Chairman. */
    OTHERS,
    /** By the base of the charter, without a casting vote. */
    NO_CASTING
  }

  /** What else sets a type apart. */
  public enum Trait {
    /** An automated system may decide it (COUNCIL-08). */
    AUTOMATIC,
    /** It cannot wait (CHAIR-14). */
    URGENT,
    /** It rests on papers (CHAIR-12). */
    PAPERS,
    /** It has criteria to meet (CHAIR-12). */
    CRITERIA
  }

  /** Copies the traits. */
  public QuestionRule {
    traits = Collections.unmodifiableSet(
        traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits));
  }

  /**
   * Whether a trait sets the type apart.
   *
   * @param trait the trait
   * @return whether the registry names it
   */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
