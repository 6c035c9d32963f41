package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.meeting.CharterAmendment;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.membership.MembershipApplication;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Binds the founding of cooperatives and new versions of their charters to tables: the charter, the first members, the first Council, the first rules of
 * the funds. The rule is that of {@link Founding}.
 */
@ContractTable(name = "charters", row = CharterRow.class)
public final class RegistryContract extends JavaContract {
  private final Charters charters = new Charters();

  /** Creates the contract. */
  public RegistryContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Founds a cooperative by the unanimous decision of its founding meeting. The cooperative's account and every founder
   * authorise it.
   *
   * @param charter the charter in JSON
   * @param founders applications of the founders
   * @param council members of the first Council, founders all
   * @param chairman its Chairman
   */
  @AbiName("found")
  public record Found(
      String charter, List<MembershipApplication> founders, List<Name> council, Name chairman) {
    /** Copies the lists. */
    public Found {
      founders = List.copyOf(founders);
      council = List.copyOf(council);
    }
  }

  /**
   * Adopts a new version of the charter by the decision of a general meeting. Anybody may, once the decision is in force.
   *
   * @param charter the version in JSON
   * @param meeting number of the meeting
   * @param item item of its agenda
   */
  @AbiName("amend")
  public record Amend(String charter, @AbiType("uint64") long meeting, int item) {}

  @ContractAction
  void found(Context context, Found data) {
    Charter charter = CharterReader.read(data.charter(), "charter");
    Name coop = charter.account();
    context.requireAuthorization(coop);
    data.founders().forEach(founder -> context.requireAuthorization(founder.account()));
    Founding founding = Founding.constitute(
        charter,
        data.founders(),
        data.council(),
        data.chairman(),
        context.currentTime().toInstant());
    Charters.table(context, coop)
        .insert(
            context.receiver(),
            new CharterRow(charter.version(), data.charter(), Founding.DECISION));
    send(
        context,
        CooperativeAccounts.MEMBERSHIP,
        new MembershipContract.Enroll(coop, founding.members()));
    send(
        context,
        CooperativeAccounts.COUNCIL,
        new CouncilContract.Install(coop, founding.council().snapshot()));
    send(
        context,
        CooperativeAccounts.TREASURY,
        new TreasuryContract.Establish(coop, Founding.GROUND));
  }

  @ContractAction
  void amend(Context context, Amend data) {
    Charter next = CharterReader.read(data.charter(), "charter");
    Name coop = next.account();
    MeetingDecision decision = MeetingTables.decision(context, coop, data.meeting(), data.item());
    CharterAmendment.adopt(charters.history(context, coop), next, decision);
    Charters.table(context, coop)
        .insert(context.receiver(), new CharterRow(next.version(), data.charter(), decision.id()));
  }

  private static void send(Context context, Name contract, Record data) {
    Action action = action(contract, data, PermissionLevel.active(context.receiver()));
    context.sendInline(action);
  }
}
