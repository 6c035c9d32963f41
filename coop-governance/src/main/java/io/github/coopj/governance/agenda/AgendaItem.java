package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.matter.Matter;
import java.util.List;

/**
 * One question of an agenda (вопрос повестки дня).
 *
 * @param number place on the agenda, 1 or more
 * @param type what it decides
 * @param title the question, not blank
 * @param draftDecision what is adopted if the votes suffice, not blank
 * @param candidates who is elected, or whom a measure is about (MEET-27): exactly one in an election and in a measure, none
 *     otherwise
 * @param seats how many seats the elections of this type on the agenda fill together (TALLY-04); 0 if there are as many as
 *     candidates, and where nobody is elected to a seat
 * @param subject digest of the attached document or of the decision overridden; {@link Checksum256#ZERO} if there is
 *     none. Reports, audit conclusions and the reason why there is none, charters, fund rules and disciplinary measures
 *     need one.
 * @param secret whether it is voted on in secret (MEET-03, MEET-13); voting is open unless an item says otherwise
 * @param matter key of the matter it is about, {@link io.github.coopj.governance.matter.Matter#key}: what is adopted then binds
 *     lower bodies on it (MEET-01, MEET-24); {@link Checksum256#ZERO} for a matter of its own
 */
public record AgendaItem(
    int number,
    ItemType type,
    String title,
    String draftDecision,
    List<Name> candidates,
    int seats,
    Checksum256 subject,
    boolean secret,
    Checksum256 matter) {
  /** Largest number of an item. */
  public static final int MAX_NUMBER = 9_999;

  /** Checks the parts against each other. */
  public AgendaItem {
    candidates = List.copyOf(candidates);
    if (number < 1 || number > MAX_NUMBER) {
      throw new InvalidValueException(
          "number of an agenda item must be 1 to " + MAX_NUMBER + ", got " + number);
    }
    if (title.isBlank() || draftDecision.isBlank()) {
      throw new InvalidValueException(
          "agenda item " + number + " needs a title and a draft decision");
    }
    if (candidates.size() != (type.isElection() || type.isMeasure() ? 1 : 0)) {
      throw new InvalidValueException("agenda item " + number + " of type " + type + " cannot have "
          + candidates.size() + " candidates");
    }
    int most = type == ItemType.ELECTION_COUNCIL_CHAIR ? 1 : type.fillsSeats() ? MAX_NUMBER : 0;
    if (seats < 0 || seats > most) {
      throw new InvalidValueException("agenda item " + number + " of type " + type + " fills 0 to "
          + most + " seats, got " + seats);
    }
    if (needsSubject(type) && subject.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "agenda item " + number + " of type " + type + " needs the digest of its document");
    }
    if (!matter.equals(Checksum256.ZERO) && subject.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "agenda item " + number + " on a matter needs the digest of what it decides");
    }
  }

  /**
   * An item on a matter of its own.
   *
   * @param number place on the agenda, 1 or more
   * @param type what it decides
   * @param title the question, not blank
   * @param draftDecision what is adopted if the votes suffice, not blank
   * @param candidates who is elected, empty if nobody
   * @param seats how many seats the elections of this type fill together
   * @param subject digest of the attached document
   * @param secret whether it is voted on in secret
   */
  public AgendaItem(
      int number,
      ItemType type,
      String title,
      String draftDecision,
      List<Name> candidates,
      int seats,
      Checksum256 subject,
      boolean secret) {
    this(number, type, title, draftDecision, candidates, seats, subject, secret, Checksum256.ZERO);
  }

  /**
   * An item that is voted on openly.
   *
   * @param number place on the agenda, 1 or more
   * @param type what it decides
   * @param title the question, not blank
   * @param draftDecision what is adopted if the votes suffice, not blank
   * @param candidates who is elected, empty if nobody
   * @param seats how many seats the elections of this type fill together
   * @param subject digest of the attached document
   */
  public AgendaItem(
      int number,
      ItemType type,
      String title,
      String draftDecision,
      List<Name> candidates,
      int seats,
      Checksum256 subject) {
    this(number, type, title, draftDecision, candidates, seats, subject, false);
  }

  /**
   * An item whose elections fill as many seats as there are candidates.
   *
   * @param number place on the agenda, 1 or more
   * @param type what it decides
   * @param title the question, not blank
   * @param draftDecision what is adopted if the votes suffice, not blank
   * @param candidates who is elected, empty if nobody
   * @param subject digest of the attached document
   */
  public AgendaItem(
      int number,
      ItemType type,
      String title,
      String draftDecision,
      List<Name> candidates,
      Checksum256 subject) {
    this(number, type, title, draftDecision, candidates, 0, subject);
  }

  /**
   * An item without an attached document.
   *
   * @param number place on the agenda, 1 or more
   * @param type what it decides
   * @param title the question, not blank
   * @param draftDecision what is adopted if the votes suffice, not blank
   * @param candidates who is elected, empty if nobody
   */
  public AgendaItem(
      int number, ItemType type, String title, String draftDecision, List<Name> candidates) {
    this(number, type, title, draftDecision, candidates, Checksum256.ZERO);
  }

  /**
   * The same item in another place.
   *
   * @param place its new number, 1 or more
   * @return an item that differs in its number only
   */
  public AgendaItem at(int place) {
    return new AgendaItem(
        place, type, title, draftDecision, candidates, seats, subject, secret, matter);
  }

  /**
   * The same item, voted on in secret (тайное голосование).
   *
   * @return an item that differs in the way of voting only
   */
  public AgendaItem inSecret() {
    return new AgendaItem(
        number, type, title, draftDecision, candidates, seats, subject, true, matter);
  }

  /**
   * The same item on a matter, on which its decision then binds lower bodies (MEET-24).
   *
   * @param about the matter
   * @return an item that differs in its matter only
   */
  public AgendaItem on(Matter about) {
    return new AgendaItem(
        number, type, title, draftDecision, candidates, seats, subject, secret, about.key());
  }

  /**
   * Whether another item asks the same, in whatever place and for however many seats.
   *
   * @param other the other item
   * @return whether type, texts, candidates, document, way of voting and matter are the same
   */
  public boolean isSameQuestion(AgendaItem other) {
    return type == other.type
        && title.equals(other.title)
        && draftDecision.equals(other.draftDecision)
        && candidates.equals(other.candidates)
        && subject.equals(other.subject)
        && secret == other.secret
        && matter.equals(other.matter);
  }

  static boolean needsSubject(ItemType type) {
    return switch (type) {
      case ANNUAL_REPORT,
          COUNCIL_REPORT,
          AUDIT_CONCLUSION,
          AUDIT_CONCLUSION_MISSING,
          CHARTER,
          FUND_RULES,
          OVERRIDE,
          DISCIPLINE -> true;
      default -> false;
    };
  }
}
