package io.github.coopj.governance.representation;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.QuorumRule;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.SectionItem;
import io.github.coopj.governance.section.SectionMeeting;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question reserved to all members (DMEET-08): asked in the meetings of the sections and summed over their members. Those
 * present at a section without quorum, or who belong to no section, count among all members only.
 *
 * @param present members present at meetings of sections with quorum that asked the question
 * @param votesFor their votes for
 * @param members all members of the cooperative
 * @param quorum whether the quorum of the general meeting is met over these sums
 * @param adopted whether it is and the majority of the charter is reached
 */
public record ReservedItem(
    long present, long votesFor, long members, boolean quorum, boolean adopted) {
  /**
   * Sums a question.
   *
   * @param item the question
   * @param meetings meetings of sections with quorum, one for each section; those that did not ask the question are passed
   *     over
   * @param members all members of the cooperative, 1 or more
   * @param cycle cycle of the question, which sets the quorum as in the general meeting
   * @param charter the charter in force
   * @return the outcome
   * @throws GovernanceException NO_MEMBERS_ON_ROLL, CYCLES_EXHAUSTED or CYCLE_BELOW_LEGAL_FLOOR
   * @throws InvalidValueException if a section comes twice or more are present than there are members
   */
  public static ReservedItem of(
      AgendaItem item, List<CompetentMeeting> meetings, long members, int cycle, Charter charter) {
    long present = 0;
    long votesFor = 0;
    Set<Long> seen = new HashSet<>();
    for (CompetentMeeting meeting : meetings) {
      Optional<SectionItem> count = meeting.itemOn(SectionMeeting.matter(item));
      if (count.isPresent()) {
        if (!seen.add(meeting.section())) {
          throw new InvalidValueException("section " + meeting.section() + " is counted twice");
        }
        present += meeting.present();
        votesFor += count.get().votesFor();
      }
    }
    boolean quorum = QuorumRule.isMet(present, members, cycle, charter.meeting());
    boolean adopted =
        quorum && charter.meeting().majorityFor(item.type()).isAdopted(votesFor, present, members);
    return new ReservedItem(present, votesFor, members, quorum, adopted);
  }

  /**
   * Refuses an agenda of representatives that decides what is reserved to all members.
   *
   * @param body whose meeting is planned
   * @param agenda its agenda
   * @param charter the charter in force
   * @throws GovernanceException ITEM_RESERVED naming the first such item
   */
  public static void requireNone(MeetingBody body, Agenda agenda, Charter charter) {
    for (AgendaItem item : agenda.items()) {
      if (body == MeetingBody.REPRESENTATIVES
          && charter.delegates().reserved().contains(item.type())) {
        throw new GovernanceException(Reason.ITEM_RESERVED, "item", item.number());
      }
    }
  }
}
