package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.ComplianceReportRecord;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.PowerMap;
import io.github.coopj.governance.council.Spending;
import io.github.coopj.governance.council.Suspension;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.DisciplinaryMeasure;
import java.util.List;

/**
 * Data of the actions of {@link CouncilContract} that change the Council itself, and of those on decisions that the
 * Chairman does not sign. Where no other is named, a member of the Council authorises the action.
 */
public final class CouncilActions {
  private CouncilActions() {}

  /**
   * Puts into office whom a general meeting elected into the Council. Anybody may, once the meeting was held.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   */
  @AbiName("elect")
  public record Elect(Name coop, @AbiType("uint64") long meeting) {}

  /**
   * Records a measure on the Chairman that a general meeting imposed (MEET-27). Anybody may, once the meeting was held.
   *
   * @param measure the measure
   * @param meeting number of the meeting
   * @param item number of the item
   */
  @AbiName("discipline")
  public record Impose(
      DisciplinaryMeasure measure, @AbiType("uint64") long meeting, int item) {}

  /**
   * Makes a member deputy of the Chairman.
   *
   * @param coop cooperative
   * @param decision number of the Council's decision
   * @param member the deputy to be
   * @param by a member of the Council
   */
  @AbiName("deputy")
  public record AppointDeputy(Name coop, @AbiType("uint64") long decision, Name member, Name by) {}

  /**
   * Takes the office of a deputy from a member.
   *
   * @param coop cooperative
   * @param decision number of the Council's decision
   * @param member the deputy
   * @param by a member of the Council
   */
  @AbiName("undeputy")
  public record RemoveDeputy(Name coop, @AbiType("uint64") long decision, Name member, Name by) {}

  /**
   * Lets a member act as Chairman for a time.
   *
   * @param coop cooperative
   * @param decision number of the Council's decision
   * @param member who is to act
   * @param by a member of the Council
   */
  @AbiName("acting")
  public record LetAct(Name coop, @AbiType("uint64") long decision, Name member, Name by) {}

  /**
   * Suspends the Chairman.
   *
   * @param decision number of the Council's decision
   * @param suspension what was decided, with its grounds
   * @param by a member of the Council
   */
  @AbiName("suspend")
  public record Suspend(@AbiType("uint64") long decision, Suspension suspension, Name by) {}

  /**
   * Lets the suspension last as long as was decided, once the meeting that may elect another Chairman is convened. Anybody
   * may.
   *
   * @param suspension what was decided
   * @param meeting number of the meeting
   */
  @AbiName("convened")
  public record Convened(
      Suspension suspension, @AbiType("uint64") long meeting) {}

  /**
   * Puts a decision into force by the signatures of all who voted for it, where there is nobody else to sign. Every signer
   * authorises it.
   *
   * @param coop cooperative
   * @param decision number of the question
   * @param signatures their signatures over the hash of the decision
   */
  @AbiName("signvoters")
  public record SignByVoters(
      Name coop, @AbiType("uint64") long decision, List<DocumentSignature> signatures) {
    /** Copies the list. */
    public SignByVoters {
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * Puts a decision into force by the Chairman's signature under its compliance report (CHAIR-12), which is kept beside the
   * decision. The Chairman authorises it.
   *
   * @param coop cooperative
   * @param decision number of the question
   * @param checklists the checklist of an admission, empty for other questions
   * @param expenses the expense, empty for other questions
   * @param signature signature under the report, whose checks ran when it was signed
   */
  @AbiName("signreport")
  public record SignReport(
      Name coop,
      @AbiType("uint64") long decision,
      List<AdmissionChecklist> checklists,
      List<Spending> expenses,
      DocumentSignature signature) {
    /** Copies the lists. */
    public SignReport {
      checklists = List.copyOf(checklists);
      expenses = List.copyOf(expenses);
    }
  }

  /**
   * Takes a decision whose signature is missing or refused for too long to the general meeting.
   *
   * @param coop cooperative
   * @param decision number of the question
   * @param by a member of the Council
   */
  @AbiName("escalate")
  public record Escalate(Name coop, @AbiType("uint64") long decision, Name by) {}

  /**
   * Records which mandates have ended with the membership of their holders; anybody may send it.
   *
   * @param coop cooperative
   */
  @AbiName("vacate")
  public record Vacate(Name coop) {}

  /**
   * Enters the decision of an automated system; sent by the contract of grants.
   *
   * @param coop cooperative
   * @param decision the decision in force
   * @param report what the checks say of it (CHAIR-12)
   */
  @AbiName("automatic")
  public record Automatic(
      Name coop, CouncilDecisionRecord decision, ComplianceReportRecord report) {}

  /**
   * Adopts a distribution of powers among the members.
   *
   * @param decision number of the Council's decision
   * @param map who answers for what
   * @param by a member of the Council
   */
  @AbiName("distribute")
  public record Distribute(@AbiType("uint64") long decision, PowerMap map, Name by) {}
}
