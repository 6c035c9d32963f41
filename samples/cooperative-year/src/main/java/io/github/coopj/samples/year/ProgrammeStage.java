package io.github.coopj.samples.year;

import io.github.coopj.Bytes;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.ProgrammeContract;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.ProgrammeConsent;
import io.github.coopj.governance.program.ProgrammeRegulation;
import io.github.coopj.governance.program.RegulationSection;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.samples.year.data.ContributionRow;
import java.util.ArrayList;
import java.util.List;

/** Stage 5: target consumer programmes, the members' consents, and contributions under them. */
final class ProgrammeStage {
  private static final int NOON = 12;

  private final World world;
  private final CouncilSession council;

  ProgrammeStage(World world, CouncilSession council) {
    this.world = world;
    this.council = council;
  }

  /** Drafts a programme that takes two parts of five as share contribution, and has the Council approve it. */
  Programme.Active approve(long id) {
    ProgrammeRegulation regulation = new ProgrammeRegulation(
        world.cooperative(),
        id,
        1,
        "Продукты своих хозяйств, программа " + id,
        sections(),
        new SplitRule(2, 3),
        world.charter().digest(),
        List.of());
    Name chairman = council.chairman();
    world.push(
        world.keyOf(chairman),
        world.action(
            CooperativeAccounts.PROGRAMME,
            new ProgrammeContract.Draft(chairman, regulation),
            chairman));
    long decision = council.decide(QuestionType.PROGRAMME, regulation.digest());
    world.push(
        world.keyOf(World.OFFICE),
        world.byCooperative(
            World.OFFICE,
            CooperativeAccounts.PROGRAMME,
            new ProgrammeContract.Approve(world.cooperative(), id, decision)));
    return world.view().programme(id).orElseThrow().requireActive();
  }

  /** Has members sign their consent. */
  void join(Programme.Active programme, List<Name> members) {
    List<World.Unsigned> transactions = new ArrayList<>();
    for (Name member : members) {
      ProgrammeConsent consent = ProgrammeConsent.to(programme, member);
      Action join = world.action(
          CooperativeAccounts.PROGRAMME,
          new ProgrammeContract.Join(consent, world.sign(member, consent.digest())),
          member);
      transactions.add(World.Unsigned.of(world.keyOf(member), join));
    }
    world.pushAll(transactions);
  }

  /** Books contributions on the days they were paid, each in a transaction of its own. The rows are in order of days. */
  void contribute(List<ContributionRow> rows) {
    List<World.Unsigned> day = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ContributionRow row = rows.get(i);
      if (day.isEmpty()) {
        world.goTo(row.date(), NOON);
      }
      day.add(World.Unsigned.of(world.keyOf(World.CASHIER), contribution(row)));
      if (i + 1 == rows.size() || !rows.get(i + 1).date().equals(row.date())) {
        world.pushAll(day);
        day.clear();
      }
    }
  }

  private Action contribution(ContributionRow row) {
    return world.byCooperative(
        World.CASHIER,
        CooperativeAccounts.TREASURY,
        new TreasuryContract.Contribute(
            world.cooperative(),
            new Contribution(
                row.kind(),
                row.account(),
                row.amount(),
                row.programme(),
                Checksum256.sha256(Bytes.ofUtf8("payment " + row.reference())),
                TimePointSec.of(world.now()))));
  }

  private static List<ProgrammeRegulation.Section> sections() {
    List<ProgrammeRegulation.Section> sections = new ArrayList<>();
    for (RegulationSection section : RegulationSection.values()) {
      sections.add(new ProgrammeRegulation.Section(section, textOf(section)));
    }
    return sections;
  }

  private static String textOf(RegulationSection section) {
    return "Раздел " + section
        + ": общество закупает у пайщиков продукты их хозяйств и отпускает их пайщикам; "
        + "две пятых взноса — паевой, три пятых — членский.";
  }
}
