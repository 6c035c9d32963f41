package io.github.coopj.governance.agenda;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AnnualPolicy;
import io.github.coopj.governance.charter.ItemType;
import java.util.List;
import java.util.Optional;

/**
 * Which items nobody can take off an agenda (AGENDA-13): those that the kind of meeting must have, and those that a proposal
 * put there which cannot be refused, because it was escalated or a court compels it.
 *
 * @param kind kind of the meeting
 * @param policy mandatory items of the charter
 * @param compelled items that cannot be refused
 */
public record ObligatoryItems(MeetingKind kind, AnnualPolicy policy, List<AgendaItem> compelled) {
  /** Copies the items. */
  public ObligatoryItems {
    compelled = List.copyOf(compelled);
  }

  /**
   * The obligatory items of a meeting.
   *
   * @param kind kind of the meeting
   * @param policy mandatory items of the charter
   * @param meeting number of the meeting
   * @param book all proposals
   * @return the items
   */
  public static ObligatoryItems of(
      MeetingKind kind, AnnualPolicy policy, long meeting, ProposalBook book) {
    List<AgendaItem> compelled = book.proposals().stream()
        .map(Proposal::snapshot)
        .filter(row -> row.meeting() == meeting && row.item() > 0)
        .filter(row -> row.status() == ProposalStatus.COMPELLED || row.source().isCompelling())
        .map(row -> row.text().item(row.item()))
        .toList();
    return new ObligatoryItems(kind, policy, compelled);
  }

  /**
   * Refuses to take an obligatory item off, and to amend it into another question.
   *
   * @param item the item
   * @param next what comes in its place; another wording of the same type may, unless the item is compelled
   * @throws GovernanceException ITEM_OBLIGATORY
   */
  public void requireRemovable(AgendaItem item, Optional<AgendaItem> next) {
    boolean sameType = next.isPresent() && next.get().type() == item.type();
    if ((isMandatory(item.type()) && !sameType)
        || compelled.stream().anyMatch(each -> each.isSameQuestion(item))) {
      throw new GovernanceException(Reason.ITEM_OBLIGATORY, "item", item.number());
    }
  }

  /**
   * Refuses an agenda that lacks an obligatory item.
   *
   * @param agenda the agenda
   * @throws GovernanceException AGENDA_ITEM_MISSING, ITEM_OBLIGATORY for a compelled item
   */
  public void requireIn(Agenda agenda) {
    agenda.requireMandatoryItems(kind, policy);
    for (AgendaItem item : compelled) {
      if (!agenda.contains(item)) {
        throw new GovernanceException(Reason.ITEM_OBLIGATORY, "item", item.number());
      }
    }
  }

  private boolean isMandatory(ItemType type) {
    return switch (kind) {
      case ANNUAL -> policy.mandatoryItems().contains(type);
      case EMERGENCY -> type == ItemType.ELECTION_COUNCIL_CHAIR;
      case EXTRAORDINARY -> false;
    };
  }
}
