package io.github.coopj.samples.year;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.AdmissionCriterion;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.VotingForm;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.person.PersonKeys;
import io.github.coopj.governance.person.VerificationMethod;
import io.github.coopj.samples.year.data.MemberRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stage 4: persons are identified, apply with a signed application, and are admitted by decisions of the Council. */
final class AdmissionStage {
  private static final int PER_TRANSACTION = 50;

  private final World world;
  private final Applications applications;
  private final CouncilSession council;

  AdmissionStage(World world, Applications applications, CouncilSession council) {
    this.world = world;
    this.applications = applications;
    this.council = council;
  }

  /** Records that the office identified the persons. */
  void verify(List<MemberRow> persons) {
    List<Action> actions = persons.stream().map(this::verification).toList();
    pushInBatches(actions);
  }

  /** Has the persons apply; who has a representative applies together with him (ORG-02). */
  void apply(List<MemberRow> applicants) {
    List<World.Unsigned> transactions = new ArrayList<>();
    for (MemberRow applicant : applicants) {
      MembershipApplication application = applications.of(applicant);
      Name account = applicant.account();
      List<PermissionLevel> levels = new ArrayList<>(List.of(PermissionLevel.active(account)));
      List<PrivateKey> keys = new ArrayList<>(List.of(world.keyOf(account)));
      if (!application.representative().isEmpty()) {
        levels.add(PermissionLevel.active(application.representative()));
        keys.add(world.keyOf(application.representative()));
      }
      Action apply = JavaContract.action(
          CooperativeAccounts.MEMBERSHIP,
          new MembershipContract.Apply(application, world.sign(account, application.digest())),
          levels.toArray(new PermissionLevel[0]));
      transactions.add(new World.Unsigned(List.of(apply), keys));
    }
    world.pushAll(transactions);
  }

  /** Decides on the applications and admits the applicants. */
  void admit(List<MemberRow> applicants) {
    List<CouncilQuestion> questions = applicants.stream()
        .map(row -> checklist(row.account()).question(VotingForm.SESSION))
        .toList();
    List<Long> decisions = council.decideAll(questions);
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < applicants.size(); i++) {
      actions.add(admission(applicants.get(i).account(), decisions.get(i)));
    }
    pushInBatches(actions);
  }

  /** An applicant cannot be admitted by a decision that is not in force: shown by trying. */
  String refusedAdmission(MemberRow applicant) {
    return applicant.account() + ": "
        + world.refused(world.keyOf(World.OFFICE), admission(applicant.account(), 1));
  }

  long transactionsToAdmit(int applicants) {
    return applicants + council.transactionsFor(applicants) + 2L * batches(applicants);
  }

  private static long batches(int count) {
    return (count + PER_TRANSACTION - 1L) / PER_TRANSACTION;
  }

  private Membership membership(Name account) {
    return world.view().membership(account).orElseThrow();
  }

  private Action admission(Name account, long decision) {
    return world.byCooperative(
        World.OFFICE,
        CooperativeAccounts.MEMBERSHIP,
        new MembershipContract.Admit(world.cooperative(), account, decision, checklist(account)));
  }

  /** The office checks each criterion when it receives the application, and keeps the papers. */
  private AdmissionChecklist checklist(Name account) {
    Checksum256 application = membership(account).applicationHash();
    List<AdmissionChecklist.Result> results = Arrays.stream(AdmissionCriterion.values())
        .map(criterion -> new AdmissionChecklist.Result(
            criterion, true, Checksum256.sha256(Bytes.ofUtf8(criterion + " of " + application))))
        .toList();
    return new AdmissionChecklist(world.cooperative(), application, results);
  }

  private Action verification(MemberRow row) {
    return world.byCooperative(
        World.OFFICE,
        CooperativeAccounts.MEMBERSHIP,
        new MembershipContract.Verify(
            world.cooperative(),
            world.cooperative(),
            row.account(),
            VerificationMethod.IN_PERSON,
            PersonKeys.of(row.person(), world.salt()),
            Checksum256.sha256(Bytes.ofUtf8("record of the identification of " + row.account())),
            TimePointSec.EPOCH));
  }

  private void pushInBatches(List<Action> actions) {
    List<World.Unsigned> transactions = new ArrayList<>();
    for (int from = 0; from < actions.size(); from += PER_TRANSACTION) {
      List<Action> batch = actions.subList(from, Math.min(actions.size(), from + PER_TRANSACTION));
      transactions.add(new World.Unsigned(List.copyOf(batch), List.of(world.keyOf(World.OFFICE))));
    }
    world.pushAll(transactions);
  }
}
