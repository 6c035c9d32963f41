package io.github.coopj.governance.representation;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.DelegatesPolicy;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.SectionItem;
import io.github.coopj.governance.section.SectionMeeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the vote of a representative stands to what his section decided on the same question (KU-08, DMEET-05).
 *
 * @param item number of the item at the meeting of representatives
 * @param section number of the section
 * @param sectionMeeting number of the meeting of the section
 * @param sectionItem number of the item there
 * @param expected FOR where the section adopted the item, AGAINST where it did not
 * @param given the vote of the representative, empty if he left the item blank
 */
public record BoundVote(
    int item,
    @AbiType("uint64") long section,
    @AbiType("uint64") long sectionMeeting,
    int sectionItem,
    Choice expected,
    Optional<Choice> given) {
  /**
   * Whether the representative carried the vote of his section.
   *
   * @return whether both are the same
   */
  public boolean isCarried() {
    return given.equals(Optional.of(expected));
  }

  /**
   * Links a ballot to the decisions of the section. Items that the section did not decide bind nobody.
   *
   * @param ballot the ballot of the representative
   * @param agenda agenda of the meeting of representatives
   * @param decided meetings of his section with quorum; the later one counts
   * @param charter the charter in force
   * @return one link for each item that the section decided, in the order of the agenda
   * @throws GovernanceException BOUND_BY_SECTION for the first vote that is not the section's where the charter binds
   */
  public static List<BoundVote> of(
      Ballot ballot, Agenda agenda, List<CompetentMeeting> decided, Charter charter) {
    boolean binding = charter.delegates().mandate() == DelegatesPolicy.Binding.IMPERATIVE;
    List<BoundVote> links = new ArrayList<>();
    for (AgendaItem item : agenda.items()) {
      Optional<BoundVote> link = link(item, ballot, decided);
      if (binding && link.isPresent() && !link.get().isCarried()) {
        throw new GovernanceException(
            Reason.BOUND_BY_SECTION,
            "section",
            link.get().section(),
            "item",
            item.number(),
            "vote",
            ballot.choiceFor(item.number()).map(Choice::name).orElse("BLANK"));
      }
      link.ifPresent(links::add);
    }
    return links;
  }

  private static Optional<BoundVote> link(
      AgendaItem item, Ballot ballot, List<CompetentMeeting> decided) {
    Optional<BoundVote> link = Optional.empty();
    for (CompetentMeeting meeting : decided) {
      Optional<SectionItem> there = meeting.itemOn(SectionMeeting.matter(item));
      if (there.isPresent()) {
        link = Optional.of(new BoundVote(
            item.number(),
            meeting.section(),
            meeting.id(),
            there.get().number(),
            there.get().adopted() ? Choice.FOR : Choice.AGAINST,
            ballot.choiceFor(item.number())));
      }
    }
    return link;
  }
}
