package io.github.coopj.samples.year;

import io.github.coopj.chain.client.ChainInfo;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.meeting.CycleRecord;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.samples.year.data.MemberRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The year in its order, stage by stage, and what is told about it. */
final class Year {
  /** Day of the founding meeting, on which members are old enough. */
  static final LocalDate FOUNDED_ON = LocalDate.of(2026, 1, 12);

  private static final LocalDate APPLICATIONS_ON = LocalDate.of(2026, 1, 13);
  private static final LocalDate FIRST_SESSION = LocalDate.of(2026, 1, 20);
  private static final LocalDate SECOND_SESSION = LocalDate.of(2026, 1, 27);

  /** Day from which on contributions can be booked. */
  static final LocalDate PROGRAMME_ON = LocalDate.of(2026, 1, 28);

  private static final int MORNING = 10;

  private final World world;
  private final Journal journal;
  private final Input input;
  private final Path out;

  Year(World world, Input input, Path out) {
    this.world = world;
    this.journal = world.journal();
    this.input = input;
    this.out = out;
  }

  /** What remains to be compared after the chain is closed. */
  record Result(Checksum256 digest, List<BooksCheck.Finding> findings) {}

  Result live() {
    Boot boot = new Boot(world);
    journal.say("chain " + world.chain().info().chainId());
    journal.stage("platform", 7, boot::platform);
    journal.say("produced by " + Boot.PRODUCERS + " from block " + head() + " on");
    String refused = journal.stage(
        "accounts", input.members().size() / 20, () -> boot.accounts(input.members()));
    journal.say("accounts created: " + input.members().size() + "; refused: " + refused);
    found();
    CouncilSession council = new CouncilSession(world, accounts(input.founders()));
    admit(council);
    contribute(council);
    MeetingStage meetings = new MeetingStage(world, council);
    List<Name> members = accounts(input.members());
    MeetingStage.Outcome outcome = journal.stage(
        "general meeting", meetings.transactionsFor(members.size()), () -> meetings.hold(members));
    tell(outcome.meeting());
    return report(outcome);
  }

  private void found() {
    world.goTo(FOUNDED_ON, MORNING);
    Applications applications = new Applications(world);
    journal.stage(
        "founding",
        2,
        () -> new FoundingStage(world, applications).found(input.charterJson(), input.founders()));
    journal.say("founded " + input.charter().title() + " (" + world.cooperative() + ") in block "
        + head() + ", Council " + accounts(input.founders()) + ", Chairman "
        + input.founders().get(0).account());
  }

  private void admit(CouncilSession council) {
    AdmissionStage admission = new AdmissionStage(world, new Applications(world), council);
    List<MemberRow> individuals = input.applicants(true);
    List<MemberRow> others = input.applicants(false);
    journal.stage(
        "identification", input.members().size() / 50, () -> admission.verify(input.members()));
    journal.stage(
        "admission", admission.transactionsToAdmit(individuals.size() + others.size()), () -> {
          world.goTo(APPLICATIONS_ON, MORNING);
          admission.apply(individuals);
          if (!individuals.isEmpty()) {
            journal.say("refused without a decision in force: "
                + admission.refusedAdmission(individuals.get(0)));
          }
          world.goTo(FIRST_SESSION, MORNING);
          admission.admit(individuals);
          admission.apply(others);
          world.goTo(SECOND_SESSION, MORNING);
          admission.admit(others);
        });
    journal.say("members: " + reports().members().size() + " in block " + head());
  }

  private void contribute(CouncilSession council) {
    ProgrammeStage programmes = new ProgrammeStage(world, council);
    List<Name> members = accounts(input.members());
    world.goTo(PROGRAMME_ON, MORNING);
    for (long id : input.programmes()) {
      journal.stage("programme " + id, members.size() + 10L, () -> {
        Programme.Active programme = programmes.approve(id);
        programmes.join(programme, members);
      });
    }
    journal.stage(
        "contributions",
        input.contributions().size(),
        () -> programmes.contribute(input.contributions()));
    journal.say("contributions: " + input.contributions().size() + ", cash "
        + reports().books().balance(AssetKind.MONEY) + " in block " + head());
  }

  private void tell(GeneralMeetingRecord meeting) {
    for (CycleRecord cycle : meeting.cycles()) {
      journal.say(
          "cycle " + cycle.cycle() + ": present " + cycle.present() + " of " + meeting.eligible()
              + ", required " + cycle.required() + (cycle.isMet() ? ", held" : ", no quorum"));
    }
    for (ItemRecord item : meeting.items()) {
      journal.say(
          "  item " + item.number() + " " + item.type() + ": for " + item.votesFor() + ", against "
              + item.against() + ", abstain " + item.abstain() + ", blank " + item.blank() + " of "
              + meeting.present() + " present: " + item.outcome());
    }
    journal.say("decisions in force since " + meeting.heldAt() + ", block " + head() + ", minutes "
        + meeting.minutesHash());
  }

  private Result report(MeetingStage.Outcome outcome) {
    Reports reports = reports();
    List<BooksCheck.Finding> findings = reports.findings();
    for (Path file : List.of(
        reports.minutes(outcome.minutes()), reports.register(input.members()), reports.funds())) {
      journal.say("written: " + file);
    }
    reports.balances().forEach((account, balance) -> journal.say("  " + account + ": " + balance));
    world.settle();
    ChainInfo info = world.chain().info();
    journal.say("blocks: " + info.headNumber() + ", irreversible " + info.irreversibleNumber()
        + ", transactions: " + journal.countedTransactions() + ", virtual time " + info.headTime());
    return new Result(world.chain().stateDigest(), findings);
  }

  private Reports reports() {
    return new Reports(world.view(), world.charter().currency(), out);
  }

  private long head() {
    return world.chain().info().headNumber();
  }

  private static List<Name> accounts(List<MemberRow> rows) {
    return rows.stream().map(MemberRow::account).collect(Collectors.toList());
  }
}
