package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.governance.council.ActiveGrant;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.AutomaticAct;
import io.github.coopj.governance.council.AutomaticActRecord;
import io.github.coopj.governance.council.ComplianceReport;
import io.github.coopj.governance.council.GrantTerms;
import io.github.coopj.governance.council.RoutineTask;
import io.github.coopj.governance.council.SignatureGrant;
import io.github.coopj.governance.council.SignatureGrantRecord;
import io.github.coopj.governance.council.Spending;
import io.github.coopj.governance.document.DocumentSignature;
import java.lang.invoke.MethodHandles;

/**
 * Binds grants of the Council's signature (делегирование подписи) and the acts of automated systems under them to tables
 * (COUNCIL-06 to COUNCIL-08). The rules are those of {@link SignatureGrant} and {@link AutomaticAct}.
 *
 * <p>An act is a decision of the Council in force: it gets the next number there, which the system signs with it.
 */
@ContractTable(name = "grants", row = SignatureGrantRecord.class)
@ContractTable(name = "autoacts", row = AutomaticActRecord.class)
public final class GrantContract extends JavaContract {
  static final Name GRANTS = Name.of("grants");
  static final Name ACTS = Name.of("autoacts");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public GrantContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Gives the grant that the Council decided on. A member of the Council authorises it.
   *
   * @param decision number of the Council's decision, which becomes that of the grant
   * @param terms what is granted
   * @param by a member of the Council
   */
  @AbiName("grant")
  public record Give(@AbiType("uint64") long decision, GrantTerms terms, Name by) {}

  /**
   * Takes a grant back.
   *
   * @param coop cooperative
   * @param grant number of the grant
   * @param by a member of the Council
   */
  @AbiName("revoke")
  public record Revoke(Name coop, @AbiType("uint64") long grant, Name by) {}

  /**
   * Decides by an automated system that an applicant is admitted. The system authorises it.
   *
   * @param grant number of the grant
   * @param checklist the criteria
   * @param signature signature of the system with the key of the grant
   */
  @AbiName("autoadmit")
  public record AutoAdmit(
      @AbiType("uint64") long grant, AdmissionChecklist checklist, DocumentSignature signature) {}

  /**
   * Decides by an automated system on an expense. The system authorises it.
   *
   * @param grant number of the grant
   * @param expense the expense
   * @param signature signature of the system with the key of the grant
   */
  @AbiName("autospend")
  public record AutoSpend(
      @AbiType("uint64") long grant, Spending expense, DocumentSignature signature) {}

  @ContractAction
  void grant(Context context, Give data) {
    Name coop = data.terms().cooperative();
    Persons.acting(context, coop, data.by());
    CouncilTables.councilOf(context, coop).requireMember(data.by(), Persons.now(context));
    ActiveGrant given = SignatureGrant.grant(
        CouncilTables.inForce(context, coop, data.decision()),
        data.terms(),
        CouncilTables.councilOf(context, coop),
        Signed.keys(context),
        charters.current(context, coop),
        Persons.now(context));
    grants(context, coop).insert(context.receiver(), given.snapshot());
  }

  @ContractAction
  void revoke(Context context, Revoke data) {
    Persons.acting(context, data.coop(), data.by());
    SignatureGrant ended = active(context, data.coop(), data.grant())
        .revoke(CouncilTables.councilOf(context, data.coop()), data.by(), Persons.now(context));
    grants(context, data.coop()).update(ended.snapshot());
  }

  @ContractAction
  void admit(Context context, AutoAdmit data) {
    decide(context, data.grant(), data.checklist(), data.signature());
  }

  @ContractAction
  void spend(Context context, AutoSpend data) {
    decide(context, data.grant(), data.expense(), data.signature());
  }

  private void decide(Context context, long grant, RoutineTask task, DocumentSignature signature) {
    Name coop = task.cooperative();
    context.requireAuthorization(signature.signer());
    ActiveGrant.Use use = active(context, coop, grant)
        .decide(
            CouncilTables.nextQuestion(context, coop),
            task,
            signature,
            CouncilTables.councilOf(context, coop),
            charters.current(context, coop),
            Persons.now(context));
    grants(context, coop).update(use.grant().snapshot());
    acts(context, coop).insert(context.receiver(), use.act().snapshot());
    context.sendInline(action(
        CooperativeAccounts.COUNCIL,
        new CouncilActions.Automatic(
            coop,
            use.act().inForce().snapshot(),
            ComplianceReport.of(
                    use.act(),
                    task,
                    CouncilTables.standing(context, coop, use.act().inForce()),
                    CouncilTables.councilOf(context, coop),
                    charters.current(context, coop),
                    Persons.now(context))
                .snapshot()),
        PermissionLevel.active(context.receiver())));
  }

  private static ActiveGrant active(Context context, Name coop, long id) {
    return SignatureGrant.restore(grants(context, coop)
            .find(id)
            .orElseThrow(
                () -> new InvalidValueException("the Council of " + coop + " gave no grant " + id)))
        .requireActive();
  }

  private static Table<SignatureGrantRecord> grants(Context context, Name coop) {
    return context.table(GRANTS, coop, SignatureGrantRecord.class, SignatureGrantRecord::id);
  }

  private static Table<AutomaticActRecord> acts(Context context, Name coop) {
    return context.table(
        ACTS, coop, AutomaticActRecord.class, act -> act.content().question());
  }
}
