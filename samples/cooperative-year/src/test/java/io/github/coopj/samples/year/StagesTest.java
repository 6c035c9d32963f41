package io.github.coopj.samples.year;

import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.Bytes;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.SessionStatus;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.meeting.CycleRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.person.Individual;
import io.github.coopj.governance.person.Inn;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.samples.year.data.ContributionRow;
import io.github.coopj.samples.year.data.MemberRow;
import io.github.coopj.testkit.Cooperative;
import io.github.coopj.testkit.TestChain;
import io.github.coopj.testkit.TestClock;
import io.github.coopj.testkit.TestKeys;
import io.github.coopj.testkit.junit5.CoopTest;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stages of the year one at a time, in cooperatives that the testkit founded. */
class StagesTest {
  private static final String START = "2026-01-12T09:00:00Z";

  private final Journal journal = new Journal(silent(), silent());

  private static PrintStream silent() {
    return new PrintStream(PrintStream.nullOutputStream());
  }

  /** What the stages need of a cooperative, whose office and cashier have got their permissions. */
  private World worldOf(Cooperative coop) {
    World world = new World(
        coop.chain().chain(), coop.chain().clock(), coop.charter(), journal, TestKeys::of);
    new FoundingStage(world, new Applications(world)).handOver(Cooperative.FOUNDERS);
    return world;
  }

  private static Checksum256 subject(int number) {
    return Checksum256.sha256(Bytes.ofUtf8("question " + number));
  }

  private static MemberRow applicant(String account) {
    Individual person = new Individual(
        "Лебедева", "Анна", "Олеговна", LocalDate.of(1990, 3, 8), new Inn("500100732259"));
    return new MemberRow(2, Name.of(account), person, Name.EMPTY, Optional.empty());
  }

  private static ContributionRow payment(int day, ContributionKind kind, long id, String amount) {
    return new ContributionRow(
        2,
        LocalDate.of(2026, 2, day),
        Cooperative.FOUNDERS.get(0),
        kind,
        id,
        Asset.parse(amount),
        "payment " + day + kind);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-03")
  @Tag("COUNCIL-04")
  void council_decidesAllQuestions_andOneMemberAbstainsOnEverySeventh(Cooperative coop) {
    World world = worldOf(coop);
    CouncilSession council = new CouncilSession(world, Cooperative.FOUNDERS);
    long before = journal.countedTransactions();
    List<Long> ids = council.decide(
        QuestionType.OTHER, IntStream.range(0, 51).mapToObj(StagesTest::subject).toList());
    assertThat(ids).hasSize(51).doesNotHaveDuplicates();
    for (long id : ids) {
      DecisionInForce decision = world.view().decision(id).orElseThrow().requireInForce();
      assertThat(decision.votes()).hasSize(5);
      assertThat(decision.votes().stream()
              .filter(entry -> entry.vote() == Vote.ABSTAIN)
              .map(entry -> entry.member().toString()))
          .containsExactlyElementsOf(id % 7 == 0 ? List.of("founder5") : List.of());
    }
    assertThat(journal.countedTransactions() - before)
        .isEqualTo(council.transactionsFor(51))
        .isEqualTo(3 + 51 + 2 * 7);
    assertThat(council.transactionsFor(501)).isEqualTo(501 + 11 * 7 + 2 * 3);
    assertThat(world.view().sessions())
        .extracting(io.github.coopj.governance.council.CouncilSession::status)
        .containsExactly(SessionStatus.CLOSED);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-03")
  void admission_takesEffect_onlyByADecisionInForce(Cooperative coop) {
    coop.chain().createAccounts("applicant1");
    World world = worldOf(coop);
    CouncilSession council = new CouncilSession(world, Cooperative.FOUNDERS);
    AdmissionStage admission = new AdmissionStage(world, new Applications(world), council);
    List<MemberRow> rows = List.of(applicant("applicant1"));
    admission.verify(rows);
    admission.apply(rows);
    assertThat(admission.refusedAdmission(rows.get(0))).startsWith("applicant1: ");
    assertThat(coop.membership(Name.of("applicant1")).snapshot().status())
        .isEqualTo(MembershipStatus.APPLIED);
    admission.admit(rows);
    assertThat(coop.membership(Name.of("applicant1")).snapshot().status())
        .isEqualTo(MembershipStatus.ACTIVE);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-12")
  @Tag("FUND-14")
  void programme_takesContributions_ofThoseWhoJoined(Cooperative coop) {
    World world = worldOf(coop);
    ProgrammeStage stage =
        new ProgrammeStage(world, new CouncilSession(world, Cooperative.FOUNDERS));
    Programme.Active programme = stage.approve(2);
    ContributionRow row = payment(3, ContributionKind.PROGRAMME, 2, "100.03 RUB");
    assertRefused(() -> stage.contribute(List.of(row)), Reason.NOT_A_PARTICIPANT);
    world.block();
    assertThat(coop.books().journal()).isEmpty();
    stage.join(programme, Cooperative.FOUNDERS);
    stage.contribute(List.of(row, payment(4, ContributionKind.PROGRAMME, 2, "0.02 RUB")));
    assertThat(coop.books().balance(AssetKind.MONEY)).isEqualTo(Asset.parse("100.05 RUB"));
    assertThat(coop.books().fund(FundCode.SHARE)).isEqualTo(Asset.parse("40.02 RUB"));
    assertThat(BooksCheck.check(coop.books().ledger())).isEmpty();
  }

  @Test
  @Tag("MEET-18")
  @Tag("MEET-19")
  @Tag("MEET-20")
  void meeting_missesTheFirstQuorum_andIsHeldInTheSecondCycle() {
    String charter =
        Cooperative.charterWith("\"ballot.options\": [\"FOR\", \"AGAINST\", \"ABSTAIN\"]");
    try (Cooperative coop = Cooperative.found(TestChain.inMemory(TestClock.at(START)), charter)) {
      coop.admit("revisor");
      List<Name> members = new ArrayList<>(Cooperative.FOUNDERS);
      members.add(Name.of("revisor"));
      World world = worldOf(coop);
      CouncilSession council = new CouncilSession(world, Cooperative.FOUNDERS);
      MeetingStage.Outcome outcome = new MeetingStage(world, council).hold(members);
      assertThat(outcome.meeting().cycles())
          .extracting(CycleRecord::present, CycleRecord::required, CycleRecord::isMet)
          .containsExactly(tuple(4L, 5L, false), tuple(3L, 3L, true));
      assertThat(outcome.meeting().items())
          .filteredOn(item -> item.type() == ItemType.AUDIT_COMMISSION)
          .extracting(item -> item.candidates().get(0))
          .as("the Revisor controls the Council and sits in none")
          .containsExactly(Name.of("revisor"));
      assertThat(coop.view()
              .meeting(outcome.meeting().id())
              .orElseThrow()
              .requireHeld()
              .snapshot())
          .isEqualTo(outcome.meeting());
    }
  }
}
