package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AnnualPolicy;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The agenda (повестка дня) in one version. Ballots name the version they answer, so a vote never counts for a question
 * it was not given on (AGENDA-19).
 *
 * @param version 1 for the first draft, higher after each correction
 * @param items the questions, numbered 1, 2, 3 … without gaps; at least one
 */
public record Agenda(int version, List<AgendaItem> items) {
  /** The most items that are voted on in secret: a ballot is checked within one action. */
  public static final int MAX_SECRET = 32;

  /** Checks the numbering. */
  public Agenda {
    items = List.copyOf(items);
    if (version < 1) {
      throw new InvalidValueException("version of an agenda must be 1 or more, got " + version);
    }
    if (items.isEmpty()) {
      throw new InvalidValueException("an agenda needs at least one item");
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).number() != i + 1) {
        throw new InvalidValueException(
            "items of an agenda must be numbered 1, 2, 3 without gaps, got "
                + items.get(i).number() + " in place " + (i + 1));
      }
    }
    if (items.stream().filter(AgendaItem::secret).count() > MAX_SECRET) {
      throw new InvalidValueException(
          "an agenda has at most " + MAX_SECRET + " items that are voted on in secret");
    }
    for (AgendaItem item : items) {
      for (AgendaItem other : items) {
        if (other.type() == item.type() && other.seats() != item.seats()) {
          throw new InvalidValueException("items of type " + item.type()
              + " fill the same seats, got " + item.seats() + " and " + other.seats());
        }
      }
    }
  }

  /**
   * What the Council approves and every ballot refers to.
   *
   * @return digest over the version and every item
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AGENDA, this);
  }

  /**
   * Types of all items, in order of first appearance.
   *
   * @return types without repetition
   */
  public Set<ItemType> types() {
    Set<ItemType> types = new LinkedHashSet<>();
    items.forEach(item -> types.add(item.type()));
    return types;
  }

  /**
   * Refuses an agenda that lacks an item which the kind of meeting must have: for the annual meeting the annual report,
   * the conclusion of the audit commission and the candidates for chairman and secretary of the meeting (AGENDA-05,
   * AGENDA-06, AGENDA-07), for the emergency meeting the election of the chairman of the Council (MEET-10).
   *
   * @param kind kind of the meeting
   * @param policy mandatory items of the charter
   * @throws GovernanceException AGENDA_ITEM_MISSING naming the first missing type, OFFICERS_NOT_FIRST if it elects chairman or
   *     secretary of the meeting after something else (MEET-25)
   */
  public void requireMandatoryItems(MeetingKind kind, AnnualPolicy policy) {
    requireOfficersFirst();
    Set<ItemType> types = types();
    if (kind == MeetingKind.EMERGENCY && !types.contains(ItemType.ELECTION_COUNCIL_CHAIR)) {
      throw new GovernanceException(
          Reason.AGENDA_ITEM_MISSING, "item", ItemType.ELECTION_COUNCIL_CHAIR);
    }
    if (kind != MeetingKind.ANNUAL) {
      return;
    }
    for (ItemType needed : policy.mandatoryItems()) {
      boolean noted = needed == ItemType.AUDIT_CONCLUSION
          && policy.conclusionMayBeMissing()
          && types.contains(ItemType.AUDIT_CONCLUSION_MISSING);
      if (!types.contains(needed) && !noted) {
        throw new GovernanceException(Reason.AGENDA_ITEM_MISSING, "item", needed);
      }
    }
  }

  /** All candidates for chairman of the meeting stand first, then those for secretary, then the other questions. */
  private void requireOfficersFirst() {
    int last = 0;
    for (AgendaItem item : items) {
      int place = switch (item.type()) {
        case MEETING_CHAIR -> 0;
        case MEETING_SECRETARY -> 1;
        default -> 2;
      };
      if (place < last) {
        throw new GovernanceException(
            Reason.OFFICERS_NOT_FIRST, "item", item.number(), "type", item.type());
      }
      last = place;
    }
  }

  /**
   * One item by its number.
   *
   * @param number number of the item
   * @return the item
   * @throws GovernanceException AGENDA_UNKNOWN_ITEM
   */
  public AgendaItem item(int number) {
    if (number < 1 || number > items.size()) {
      throw new GovernanceException(
          Reason.AGENDA_UNKNOWN_ITEM, "item", number, "items", items.size());
    }
    return items.get(number - 1);
  }

  /**
   * Whether an item of that content is there, in whatever place.
   *
   * @param wanted the item
   * @return whether one asks the same
   */
  public boolean contains(AgendaItem wanted) {
    return items.stream().anyMatch(item -> item.isSameQuestion(wanted));
  }

  /**
   * Who can be elected to an office.
   *
   * @param type type of the elections
   * @return candidates in the order of the agenda, empty if it elects nobody to the office
   */
  public List<Name> candidatesFor(ItemType type) {
    return items.stream()
        .filter(item -> item.type() == type)
        .flatMap(item -> item.candidates().stream())
        .toList();
  }

  /**
   * Whom the agenda asks to take measures against (MEET-27).
   *
   * @return accounts in the order of the agenda, each once
   */
  public List<Name> underQuestion() {
    return items.stream()
        .filter(item -> item.type().isMeasure())
        .flatMap(item -> item.candidates().stream())
        .distinct()
        .toList();
  }

  /**
   * How many seats the elections of a type fill (TALLY-04).
   *
   * @param type type of the elections
   * @return as stated, or as many as candidates; one for the Chairman of the Council; 0 if it fills no seats
   */
  public int seatsFor(ItemType type) {
    if (!type.fillsSeats()) {
      return 0;
    }
    int stated = items.stream()
        .filter(item -> item.type() == type)
        .mapToInt(AgendaItem::seats)
        .findFirst()
        .orElse(0);
    int candidates = candidatesFor(type).size();
    if (stated > 0) {
      return stated;
    }
    return type == ItemType.ELECTION_COUNCIL_CHAIR ? Math.min(1, candidates) : candidates;
  }
}
