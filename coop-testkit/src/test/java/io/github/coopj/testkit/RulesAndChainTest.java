package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.founder;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilTables;
import io.github.coopj.chain.cooperative.MeetingTables;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.ProposalBook;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.council.ComplianceReport;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.council.QuestionOpening;
import io.github.coopj.governance.council.VoteEntry;
import io.github.coopj.governance.council.VotingQuestion;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.fund.AdmissionPayments;
import io.github.coopj.governance.fund.Booking;
import io.github.coopj.governance.fund.Carry;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionBooking;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundRules;
import io.github.coopj.governance.fund.FundRulesRecord;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.ChartReader;
import io.github.coopj.governance.ledger.Transfer;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.ByCouncil;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.ConveningPapers;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.LoggedBallot;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.MeetingPlan;
import io.github.coopj.governance.meeting.Minutes;
import io.github.coopj.governance.meeting.MinutesNotes;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.Verified;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Participations;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.ProgrammeConsent;
import io.github.coopj.governance.program.ProgrammeRegulation;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.governance.representation.Assembly;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/**
 * The scenario once on the chain and once with the rules alone, told only when each step happened and what was signed:
 * all records are equal, so the contracts add no rule and leave none out.
 */
class RulesAndChainTest {
  private static final SignerKeys TEST_KEYS =
      (account, key, at) -> TestKeys.of(account).publicKey().equals(key);

  @CoopTest(startsAt = START)
  @Tag("SC-09")
  void membersCouncilAndDecisions_areEqual(Cooperative coop) {
    Scenario.live(coop);
    Charter charter = coop.charter();
    List<MembershipRecord> members = members(coop);
    Instant founded = membership(members, CHAIRMAN).decidedAt().toInstant();
    List<MembershipApplication> applications = Cooperative.FOUNDERS.stream()
        .map(founder -> application(coop, membership(members, founder)))
        .toList();
    Founding founding =
        Founding.constitute(charter, applications, Cooperative.FOUNDERS, CHAIRMAN, founded);
    Council council = founding.council();
    assertThat(coop.row(CooperativeAccounts.COUNCIL, "councils", 0, CouncilTables.CouncilRow.class))
        .map(CouncilTables.CouncilRow::council)
        .contains(council.snapshot());

    Map<Name, MembershipRecord> byRules = new TreeMap<>();
    founding.members().forEach(member -> byRules.put(member.account(), member));
    for (CouncilDecisionRecord row : decisions(coop)) {
      assertThat(decide(row, council, charter).snapshot()).isEqualTo(row);
    }
    for (MembershipRecord row : members) {
      if (!Cooperative.FOUNDERS.contains(row.account())) {
        Instant appliedAt = row.appliedAt().toInstant();
        Verified applicant = coop.row(
                CooperativeAccounts.MEMBERSHIP,
                "verified",
                row.account().value(),
                Verification.class)
            .orElseThrow()
            .requireVerified(row.account(), appliedAt);
        Membership.Applied applied =
            Membership.apply(charter, application(coop, row), applicant, appliedAt);
        DecisionInForce decision = coop.decision(row.decisionId()).requireInForce();
        byRules.put(
            row.account(),
            applied
                .admit(
                    decision,
                    Cooperative.checklist(applied.applicationHash()),
                    row.decidedAt().toInstant())
                .snapshot());
      }
    }
    assertThat(byRules.values()).containsExactlyElementsOf(members);
  }

  @CoopTest(startsAt = START)
  @Tag("SC-09")
  void programmeContributionsAndRules_areEqual(Cooperative coop, Meetings meetings) {
    long meeting = Scenario.live(coop);
    Charter charter = coop.charter();
    ProgrammeRegulation regulation = coop.regulation(2, 1, new SplitRule(60, 40));
    Programme.Active onChain = coop.activeProgramme(2);
    Programme.Active programme = Programme.draft(regulation, charter)
        .approve(charter, coop.decision(onChain.snapshot().decisionId()).requireInForce());
    assertThat(programme.snapshot()).isEqualTo(onChain.snapshot());

    Map<Name, Participation> participations = new TreeMap<>();
    for (Name member : List.of(Scenario.ANNA, founder(2))) {
      Participations row = coop.row(
              CooperativeAccounts.PROGRAMME, "consents", member.value(), Participations.class)
          .orElseThrow();
      ProgrammeConsent consent = ProgrammeConsent.to(programme, member);
      Participation participation = Participation.begin(
          consent,
          DocumentSignature.sign(
              TestKeys.of(member),
              member,
              consent.digest(),
              row.participations().get(0).signedAt().toInstant()),
          programme,
          true,
          TEST_KEYS);
      assertThat(row.participations()).containsExactly(participation.snapshot());
      participations.put(member, participation);
    }

    HeldMeeting held = meetings.meeting(meeting).requireHeld();
    FundRules first = FundRules.ofCharter(charter, Founding.GROUND);
    FundRules second = Scenario.RULES.activate(held.decision(2));
    assertThat(List.of(first.snapshot(), second.snapshot()))
        .isEqualTo(coop.chain()
            .chain()
            .rows(
                CooperativeAccounts.TREASURY,
                Cooperative.ACCOUNT,
                Name.of("rules"),
                0,
                10,
                FundRulesRecord.class));

    List<TransferRecord> journal = coop.books().journal();
    List<Transfer> byRules = new ArrayList<>();
    ContributionBooking contributions = new ContributionBooking(
        new Wallets(ChartReader.russianConsumer()), charter.currency(), charter.money());
    Map<Long, Carry> carries = new TreeMap<>();
    record Paid(ContributionKind kind, Name member, long programme, String amount) {}
    for (Paid paid : List.of(
        new Paid(ContributionKind.ENTRANCE, Scenario.ANNA, 1, "100.00 RUB"),
        new Paid(ContributionKind.SHARE, Scenario.ANNA, 1, "300.00 RUB"),
        new Paid(ContributionKind.PROGRAMME, Scenario.ANNA, 2, "100.03 RUB"),
        new Paid(ContributionKind.PROGRAMME, founder(2), 2, "0.07 RUB"),
        new Paid(ContributionKind.PROGRAMME, Scenario.ANNA, 2, "33.33 RUB"))) {
      boolean last = paid.amount().equals("33.33 RUB");
      TransferRecord received = journal.get(byRules.size());
      Instant at = received.at().toInstant();
      assertThat(!at.isBefore(second.effectiveFrom())).isEqualTo(last);
      Contribution contribution = new Contribution(
          paid.kind(),
          paid.member(),
          Asset.parse(paid.amount()),
          paid.programme(),
          received.transfer().basis().document(),
          TimePointSec.of(at));
      if (paid.kind() != ContributionKind.PROGRAMME) {
        byRules.addAll(contributions
            .bookAdmission(
                contribution,
                charter.admission(),
                PersonKind.INDIVIDUAL,
                AdmissionPayments.none(paid.member(), charter.currency()),
                Optional.empty())
            .transfers());
        continue;
      }
      Booking booking = contributions.book(
          contribution,
          participations.get(paid.member()),
          Programme.inForceAt(List.of(programme), at),
          FundRules.inForceAt(List.of(first, second), at),
          carries.getOrDefault(paid.programme(), Carry.NONE),
          Optional.empty());
      byRules.addAll(booking.posting().transfers());
      carries.put(paid.programme(), booking.next());
    }
    assertThat(byRules).isEqualTo(journal.stream().map(TransferRecord::transfer).toList());
  }

  @CoopTest(startsAt = START)
  @Tag("SC-09")
  void meeting_isEqual_inEveryState(Cooperative coop, Meetings meetings) {
    long id = Scenario.live(coop);
    Charter charter = coop.charter();
    GeneralMeetingRecord onChain = meetings.meeting(id).requireHeld().snapshot();
    DecisionInForce decision = coop.decision(onChain.councilDecisionId()).requireInForce();
    Instant opensAt = onChain.opensAt().toInstant();
    Instant convenedAt = decision.effectiveAt().toInstant();

    DraftMeeting draft = new MeetingPlan(
            MeetingBody.MEMBERS,
            MeetingKind.EXTRAORDINARY,
            CHAIRMAN,
            founder(2),
            TimePointSec.of(opensAt),
            onChain.closesAt())
        .draft(id, meetings.agenda(id), charter, convenedAt.minusSeconds(60));
    List<Name> roll = members(coop).stream().map(MembershipRecord::account).toList();
    ConvenedMeeting convened = draft.convene(
        new ByCouncil(decision),
        new ConveningPapers(
            meetings.agenda(id),
            new ProposalBook(List.of()),
            (candidate, office, meeting) -> Optional.empty(),
            new Assembly(List.of())),
        Roll.of(roll),
        charter,
        convenedAt);
    Set<NoticeChannel> ways = Set.of(NoticeChannel.PUSH, NoticeChannel.EMAIL);
    for (Name member : roll) {
      convened = convened
          .send(
              convened.noticeTo(member, true, ways, Optional.empty(), charter),
              NoticeChannel.PUSH,
              Meetings.receipt("push"),
              charter,
              convenedAt)
          .meeting();
    }
    OpenMeeting open = convened.open(charter, opensAt);
    List<Ballot> ballots = meetings.ballots(id, 1);
    for (Ballot ballot : ballots) {
      open = open.accept(ballot, true, false, false, charter, opensAt);
    }
    List<LoggedBallot> log = new ArrayList<>();
    for (Ballot ballot : ballots) {
      log.add(new LoggedBallot(log.size() + 1L, ballot, log.size() + 1L));
    }
    CountedMeeting counted = open.close(charter, onChain.closesAt().toInstant())
        .requireCounting()
        .count(log, charter, onChain.signing().since().toInstant())
        .requireCounted();
    Minutes minutes = Minutes.draw(
        counted,
        meetings.agenda(id),
        charter,
        new MinutesNotes("электронно", List.of(founder(2)), List.of(), List.of()),
        ballots);
    GeneralMeeting held =
        counted.sign(CHAIRMAN, minutes.seal(), charter, onChain.heldAt().toInstant());
    assertThat(held.snapshot()).isEqualTo(onChain);
    assertThat(coop.row(CooperativeAccounts.MEETING, "agendas", id, MeetingTables.AgendaRow.class))
        .map(row -> row.agenda().digest())
        .contains(onChain.agendaHash());
  }

  private static CouncilDecision decide(
      CouncilDecisionRecord row, Council council, Charter charter) {
    VotingQuestion voting = QuestionOpening.open(
        row.id(),
        row.question(),
        row.proposer(),
        council,
        charter,
        row.openedAt().toInstant(),
        row.closesAt().toInstant());
    for (VoteEntry entry : row.votes()) {
      voting = voting.cast(council, entry.member(), entry.vote(), row.openedAt().toInstant());
    }
    PendingDecision adopted =
        voting.close(council, charter, row.decidedAt().toInstant()).requirePendingSignature();
    Instant signedAt = row.effectiveAt().toInstant();
    ComplianceReport report = ComplianceReport.of(
        adopted, Optional.empty(), Optional.empty(), council, charter, signedAt);
    return adopted.sign(council, row.signer(), adopted.hash(), report, charter, signedAt);
  }

  private static List<MembershipRecord> members(Cooperative coop) {
    return coop.chain()
        .chain()
        .rows(
            CooperativeAccounts.MEMBERSHIP,
            Cooperative.ACCOUNT,
            Name.of("members"),
            0,
            100,
            MembershipRecord.class);
  }

  private static MembershipRecord membership(List<MembershipRecord> members, Name account) {
    return members.stream()
        .filter(member -> member.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  private static List<CouncilDecisionRecord> decisions(Cooperative coop) {
    return coop.chain()
        .chain()
        .rows(
            CooperativeAccounts.COUNCIL,
            Cooperative.ACCOUNT,
            Name.of("decisions"),
            0,
            100,
            CouncilDecisionRecord.class);
  }

  /** The application of a member: written in the second of the block it came with, or in the one before. */
  private static MembershipApplication application(Cooperative coop, MembershipRecord row) {
    MembershipApplication now = coop.actions().application(row.account());
    Instant received = row.appliedAt().toInstant();
    return Stream.of(received, received.minusSeconds(1))
        .map(at -> new MembershipApplication(
            now.cooperative(),
            now.account(),
            now.kind(),
            now.personDigest(),
            now.representative(),
            now.authorityDocument(),
            TimePointSec.of(at)))
        .filter(application -> application.digest().equals(row.applicationHash()))
        .findFirst()
        .orElseThrow();
  }
}
