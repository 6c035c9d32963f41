package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.board.LiabilityText;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.SectionPolicy;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.section.LiabilityContract;
import io.github.coopj.governance.section.PowerOfAttorney;
import io.github.coopj.governance.section.RepresentationSuspension;
import io.github.coopj.governance.section.SectionAct;
import io.github.coopj.governance.section.SectionMinutes;
import io.github.coopj.governance.section.SectionPlan;

/** Data of the actions of {@link SectionContract}. */
public final class SectionActions {
  private SectionActions() {}

  /**
   * The decision that a section is founded or closed by.
   *
   * @param by who decided
   * @param id number of the Council's decision or of the general meeting
   * @param item item of the meeting's agenda, 0 for the Council
   */
  @AbiName("sectionground")
  public record Ground(
      SectionPolicy.Founder by, @AbiType("uint64") long id, int item) {}

  /**
   * Founds a section; anybody may, once the decision is in force. Returns its number, 8 bytes little-endian.
   *
   * @param plan what was decided
   * @param ground by what decision
   */
  @AbiName("found")
  public record Found(SectionPlan plan, Ground ground) {}

  /**
   * Closes a section without members; anybody may, once the decision is in force.
   *
   * @param coop cooperative
   * @param section number of the section
   * @param ground by what decision
   */
  @AbiName("close")
  public record Close(Name coop, @AbiType("uint64") long section, Ground ground) {}

  /**
   * Puts a version of the regulation on material liability in force.
   *
   * @param text the version
   * @param body which body adopted it: BOARD, or COUNCIL where there is no Board
   * @param decision number of its decision
   */
  @AbiName("regulate")
  public record Regulate(
      LiabilityText text,
      Office.Body body,
      @AbiType("uint64") long decision) {}

  /**
   * Plans a meeting of a section; nothing is called yet. Returns its number, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param proposer a member of the cooperative
   * @param section number of the section
   * @param agenda the questions
   * @param chair who presides and signs the minutes, a member of the section
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("plan")
  public record PlanMeeting(
      Name coop,
      Name proposer,
      @AbiType("uint64") long section,
      Agenda agenda,
      Name chair,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Calls a planned meeting by the chairman of the section and freezes its roll.
   *
   * @param meeting number of the meeting
   * @param chairman chairman of the section
   */
  @AbiName("call")
  public record Call(@AbiType("uint64") long meeting, Name chairman) {}

  /**
   * Calls a planned meeting by the Council's decision in force and freezes its roll; anybody may send it.
   *
   * @param meeting number of the meeting
   * @param decision number of the decision
   */
  @AbiName("convene")
  public record Convene(
      @AbiType("uint64") long meeting, @AbiType("uint64") long decision) {}

  /**
   * Hands in a signed ballot of a meeting of a section.
   *
   * @param ballot the ballot
   * @param signature the member's signature under it
   */
  @AbiName("castballot")
  public record HandIn(Ballot ballot, DocumentSignature signature) {}

  /**
   * Ends the vote of a cycle and counts; anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("count")
  public record Count(@AbiType("uint64") long meeting) {}

  /**
   * Calls a meeting without quorum again, with the same agenda. Who was to preside does it.
   *
   * @param meeting number of the meeting
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("repeat")
  public record Repeat(
      @AbiType("uint64") long meeting,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Gives the mandate to whom a meeting of the section elected; anybody may send it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("elect")
  public record Elect(@AbiType("uint64") long meeting) {}

  /**
   * Issues or renews the power of attorney of the chairman of a section.
   *
   * @param attorney the power
   * @param signature signature of the Chairman of the Council under it
   */
  @AbiName("attorney")
  public record Issue(PowerOfAttorney attorney, DocumentSignature signature) {}

  /**
   * Issues or renews the power of attorney by decision of the Council; anybody may, once it is in force.
   *
   * @param attorney the power
   * @param decision number of the decision
   */
  @AbiName("attorneyby")
  public record IssueBy(
      PowerOfAttorney attorney, @AbiType("uint64") long decision) {}

  /**
   * Issues a power of attorney by decision of the general meeting; anybody may send it.
   *
   * @param attorney the power
   * @param meeting number of the meeting, held
   * @param item number of the adopted item
   */
  @AbiName("attorneyof")
  public record IssueOf(
      PowerOfAttorney attorney, @AbiType("uint64") long meeting, int item) {}

  /**
   * Suspends the representation by the chairman of a section by decision of the Council; anybody may send it.
   *
   * @param suspension whose, why and how long
   * @param decision number of the decision
   */
  @AbiName("suspend")
  public record Suspend(
      RepresentationSuspension suspension,
      @AbiType("uint64") long decision) {}

  /**
   * Refuses a power of attorney to the chairman of a section.
   *
   * @param coop cooperative
   * @param section number of the section
   * @param by the Chairman of the Council
   * @param grounds why
   */
  @AbiName("refuse")
  public record Refuse(Name coop, @AbiType("uint64") long section, Name by, String grounds) {}

  /**
   * Revokes the power of attorney of the chairman of a section.
   *
   * @param coop cooperative
   * @param section number of the section
   * @param by the Chairman of the Council
   */
  @AbiName("revoke")
  public record Revoke(Name coop, @AbiType("uint64") long section, Name by) {}

  /**
   * Adds the minutes of the election to the papers of a chairman.
   *
   * @param minutes the minutes
   * @param signature signature of who presided
   */
  @AbiName("minutes")
  public record AddMinutes(SectionMinutes minutes, DocumentSignature signature) {}

  /**
   * Adds or renews the contract on material liability.
   *
   * @param contract the contract
   * @param signature signature of the chairman of the section
   */
  @AbiName("liability")
  public record AddLiability(LiabilityContract contract, DocumentSignature signature) {}

  /**
   * Removes the chairman of a section by decision of its meeting; anybody may send it.
   *
   * @param meeting number of the meeting of the section
   * @param item item of its agenda
   */
  @AbiName("remove")
  public record Remove(@AbiType("uint64") long meeting, int item) {}

  /**
   * Ends the mandates of chairmen who left their section or the cooperative; anybody may send it.
   *
   * @param coop cooperative
   */
  @AbiName("vacate")
  public record Vacate(Name coop) {}

  /**
   * Records what the chairman of a section does for it.
   *
   * @param coop cooperative
   * @param chairman chairman of the section
   * @param act what he does
   * @param section the section it concerns
   * @param document digest of the paper
   */
  @AbiName("act")
  public record Act(
      Name coop,
      Name chairman,
      SectionAct act,
      @AbiType("uint64") long section,
      Checksum256 document) {}

  /**
   * Plans a question reserved to all members; nobody is asked yet. Returns its number, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param proposer a member of the Council
   * @param item the question
   * @param opensAt from when meetings of sections count
   * @param closesAt until when they have to be over
   */
  @AbiName("planall")
  public record PlanReserved(
      Name coop,
      Name proposer,
      AgendaItem item,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Puts a planned question to the sections by the Council's decision in force; anybody may send it.
   *
   * @param coop cooperative
   * @param question number of the question
   * @param decision number of the decision
   */
  @AbiName("askall")
  public record AskReserved(
      Name coop,
      @AbiType("uint64") long question,
      @AbiType("uint64") long decision) {}

  /**
   * Sums the votes of the sections over all members; anybody may, once the rule allows it.
   *
   * @param coop cooperative
   * @param question number of the question
   */
  @AbiName("sumall")
  public record SumReserved(Name coop, @AbiType("uint64") long question) {}

  /**
   * Signs the minutes of a question that the members adopted; with it the decision takes effect (DMEET-08).
   *
   * @param coop cooperative
   * @param question number of the question
   * @param signature signature of the acting Chairman under the minutes
   */
  @AbiName("signall")
  public record SignReserved(
      Name coop, @AbiType("uint64") long question, DocumentSignature signature) {}

  /**
   * Asks a question without quorum again. The cooperative authorises it.
   *
   * @param coop cooperative
   * @param question number of the question
   * @param opensAt from when meetings of sections count
   * @param closesAt until when they have to be over
   */
  @AbiName("repeatall")
  public record RepeatReserved(
      Name coop,
      @AbiType("uint64") long question,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}
}
