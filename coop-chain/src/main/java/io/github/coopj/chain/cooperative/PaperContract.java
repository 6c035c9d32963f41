package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.confidential.Breach;
import io.github.coopj.governance.confidential.Classification;
import io.github.coopj.governance.confidential.SecretPaper;
import io.github.coopj.governance.confidential.SecretRead;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.regulation.Regulation;
import io.github.coopj.governance.regulation.RegulationText;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/**
 * Binds internal regulations and commercial secrets to tables (COUNCIL-15, COUNCIL-20 to COUNCIL-22, BOARD-02, BOARD-06).
 * The rules are those of {@link Regulation}, {@link Classification}, {@link SecretPaper} and {@link Breach}.
 */
@ContractTable(name = "regulations", row = Regulation.class)
@ContractTable(name = "versions", row = Regulation.class)
@ContractTable(name = "classes", row = Classification.class)
@ContractTable(name = "secrets", row = SecretPaper.class)
@ContractTable(name = "reads", row = SecretRead.class)
@ContractTable(name = "breaches", row = Breach.class)
public final class PaperContract extends JavaContract {
  static final Name REGULATIONS = Name.of("regulations");
  static final Name VERSIONS = Name.of("versions");
  static final Name CLASSES = Name.of("classes");
  static final Name SECRETS = Name.of("secrets");
  static final Name READS = Name.of("reads");
  static final Name BREACHES = Name.of("breaches");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public PaperContract() {
    super(MethodHandles.lookup(), 1);
  }

  @ContractAction
  void adopt(Context context, PaperActions.Adopt data) {
    Name coop = data.text().cooperative();
    store(
        context,
        Regulation.byCouncil(
            data.text(),
            CouncilTables.inForce(context, coop, data.decision()),
            standing(context, data.text()),
            charters.current(context, coop)));
  }

  @ContractAction
  void adoptfunds(Context context, PaperActions.AdoptFunds data) {
    Name coop = data.text().cooperative();
    store(
        context,
        Regulation.byCouncilAndMeeting(
            data.text(),
            CouncilTables.inForce(context, coop, data.decision()),
            MeetingTables.decision(context, coop, data.meeting(), data.item()),
            standing(context, data.text()),
            charters.current(context, coop)));
  }

  @ContractAction
  void adoptboard(Context context, PaperActions.AdoptByBoard data) {
    Name coop = data.text().cooperative();
    store(
        context,
        Regulation.byBoard(
            data.text(),
            BoardTables.decision(context, coop, data.decision()),
            standing(context, data.text()),
            charters.current(context, coop)));
  }

  @ContractAction
  void classify(Context context, PaperActions.Classify data) {
    Name coop = data.text().cooperative();
    Table<Classification> classes = classes(context, coop);
    classes.insert(
        context.receiver(),
        Classification.adopt(
            data.text(), CouncilTables.inForce(context, coop, data.decision()), classes.last()));
  }

  @ContractAction
  void mark(Context context, PaperActions.Mark data) {
    Persons.acting(context, data.coop(), data.by());
    Table<SecretPaper> secrets = secrets(context, data.coop());
    long id = NextId.of(secrets, SecretPaper::id);
    secrets.insert(
        context.receiver(),
        SecretPaper.mark(
            id,
            data.document(),
            data.category(),
            data.by(),
            list(context, data.coop()),
            Mandates.all(context, data.coop()),
            Persons.now(context)));
    returned(context, id);
  }

  @ContractAction
  void read(Context context, PaperActions.Read data) {
    Persons.acting(context, data.coop(), data.reader());
    SecretPaper paper = secret(context, data.coop(), data.paper());
    SecretRead entry = paper.read(
        data.reader(),
        list(context, data.coop()),
        Mandates.all(context, data.coop()),
        Persons.now(context));
    context
        .table(READS, data.coop(), SecretRead.class, SecretRead::key)
        .insert(context.receiver(), entry);
    secrets(context, data.coop()).update(paper.after(entry));
  }

  @ContractAction
  void reportbreach(Context context, PaperActions.ReportBreach data) {
    Persons.acting(context, data.coop(), data.reporter());
    Table<Breach> breaches = context.table(BREACHES, data.coop(), Breach.class, Breach::id);
    long id = NextId.of(breaches, Breach::id);
    breaches.insert(
        context.receiver(),
        Breach.record(
            id,
            data.report(),
            secret(context, data.coop(), data.report().paper()),
            data.reporter(),
            members(context, data.coop()),
            CouncilTables.councilOf(context, data.coop()),
            Persons.now(context)));
    returned(context, id);
  }

  private static MembershipLookup members(Context context, Name coop) {
    Table<MembershipRecord> members = MembershipTables.members(context, coop);
    return (account, at) -> members
        .find(account.value())
        .filter(row -> row.status() == MembershipStatus.ACTIVE)
        .isPresent();
  }

  private static void returned(Context context, long id) {
    AbiWriter result = new AbiWriter();
    result.writeU64(id);
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  private static void store(Context context, Regulation regulation) {
    Name coop = regulation.text().cooperative();
    context
        .table(VERSIONS, coop, Regulation.class, Regulation::versionKey)
        .insert(context.receiver(), regulation);
    regulations(context, coop).put(context.receiver(), regulation);
  }

  private static Optional<Regulation> standing(Context context, RegulationText text) {
    return regulations(context, text.cooperative()).find(text.number());
  }

  /** Regulations in force by number, as other contracts need them. */
  static Table<Regulation> regulations(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.PAPER)
        ? context.table(REGULATIONS, coop, Regulation.class, row -> row.text().number())
        : context.table(
            CooperativeAccounts.PAPER,
            REGULATIONS,
            coop,
            Regulation.class,
            row -> row.text().number());
  }

  private static Classification list(Context context, Name coop) {
    return classes(context, coop)
        .last()
        .orElseThrow(
            () -> new InvalidValueException("cooperative " + coop + " has no list of secrets"));
  }

  private static SecretPaper secret(Context context, Name coop, long id) {
    return secrets(context, coop)
        .find(id)
        .orElseThrow(
            () -> new InvalidValueException("cooperative " + coop + " has no secret paper " + id));
  }

  private static Table<Classification> classes(Context context, Name coop) {
    return context.table(CLASSES, coop, Classification.class, row -> row.text().version());
  }

  private static Table<SecretPaper> secrets(Context context, Name coop) {
    return context.table(SECRETS, coop, SecretPaper.class, SecretPaper::id);
  }
}
