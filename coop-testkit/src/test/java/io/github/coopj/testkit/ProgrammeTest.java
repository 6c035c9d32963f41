package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.ProgrammeContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Participations;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.ProgrammeConsent;
import io.github.coopj.governance.program.ProgrammeRecord;
import io.github.coopj.governance.program.ProgrammeRegulation;
import io.github.coopj.governance.program.RegulationSection;
import io.github.coopj.governance.program.RelativeFee;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

class ProgrammeTest {
  private static final SplitRule HALVES = new SplitRule(1, 1);

  @CoopTest(startsAt = START)
  @Tag("CPP-01")
  @Tag("CPP-03")
  void programme_isActive_byDecisionOfTheCouncilAlone(Cooperative coop) {
    ProgrammeRegulation regulation = coop.regulation(2, 1, HALVES);
    coop.chain().push(coop.actions().draftProgramme(CHAIRMAN, regulation));
    assertThat(programme(coop, 2)).get().isInstanceOf(Programme.Draft.class);
    long pending = coop.adopt(QuestionType.PROGRAMME, regulation.digest());
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().approveProgramme(2, pending)),
            Reason.WRONG_STATE)
        .hasFact("state", "PENDING_SIGNATURE");
    long otherSubject = coop.decide(QuestionType.PROGRAMME, digest("another regulation"));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().approveProgramme(2, otherSubject)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    long otherType = coop.decide(QuestionType.REGULATION, regulation.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().approveProgramme(2, otherType)),
        Reason.DECISION_OF_OTHER_TYPE);
    coop.sign(pending);
    coop.chain().push(coop.actions().approveProgramme(2, pending));
    ProgrammeRecord active = coop.activeProgramme(2).snapshot();
    assertThat(active.regulationHash()).isEqualTo(regulation.digest());
    assertThat(active.decisionId()).isEqualTo(pending);
    assertThat(active.version()).isEqualTo(1);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().approveProgramme(2, pending)),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-22")
  void programme_thatTouchesRulesOfFunds_needsTheGeneralMeetingToo(
      Cooperative coop, Meetings meetings) {
    ProgrammeRegulation regulation = coop.regulation(2, 1, HALVES).touchingFunds();
    coop.chain().push(coop.actions().draftProgramme(CHAIRMAN, regulation));
    long decision = coop.decide(QuestionType.PROGRAMME, regulation.digest());
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().approveProgramme(2, decision)),
            Reason.FUNDS_NEED_MEETING)
        .hasFact("number", 2);
    long plain = meetings.hold(Steps.agenda(onRules(ItemType.OTHER, regulation.digest())));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(approve(coop, decision, plain)),
        Reason.DECISION_OF_OTHER_TYPE);
    long other = meetings.hold(Steps.agenda(onRules(ItemType.FUND_RULES, digest("other rules"))));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(approve(coop, decision, other)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    long meeting = meetings.hold(Steps.agenda(onRules(ItemType.FUND_RULES, regulation.digest())));
    coop.chain().push(approve(coop, decision, meeting));
    ProgrammeRecord active = coop.activeProgramme(2).snapshot();
    assertThat(active.meeting()).isEqualTo(meeting * 10_000 + 1);
    assertThat(active.since().toInstant())
        .isEqualTo(meetings.meeting(meeting).requireHeld().heldAt());
  }

  private static AgendaItem onRules(ItemType type, Checksum256 subject) {
    return new AgendaItem(1, type, "Программа", "Утвердить", List.of(), subject);
  }

  private static Action approve(Cooperative coop, long decision, long meeting) {
    return coop.actions()
        .act(
            CooperativeAccounts.PROGRAMME,
            new ProgrammeContract.ApproveFunds(Cooperative.ACCOUNT, 2, decision, meeting, 1),
            CHAIRMAN);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-11")
  void draft_refused_withoutAnySection(Cooperative coop) {
    ProgrammeRegulation whole = coop.regulation(2, 1, HALVES);
    for (RegulationSection missing : RegulationSection.values()) {
      List<ProgrammeRegulation.Section> rest = whole.sections().stream()
          .filter(section -> section.section() != missing)
          .toList();
      assertRefused(
              coop.chain(),
              () -> coop.chain()
                  .push(coop.actions()
                      .draftProgramme(CHAIRMAN, with(whole, rest, whole.charterDigest()))),
              Reason.PROGRAMME_SECTION_MISSING)
          .hasFact("section", missing);
    }
    assertThat(programme(coop, 2)).isEmpty();
    coop.chain().push(coop.actions().draftProgramme(CHAIRMAN, whole));
    assertThat(programme(coop, 2)).isPresent();
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-02")
  void draft_refused_forAnotherCharter(Cooperative coop) {
    ProgrammeRegulation whole = coop.regulation(2, 1, HALVES);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .draftProgramme(
                    CHAIRMAN, with(whole, whole.sections(), digest("another charter")))),
        Reason.PROGRAMME_OTHER_CHARTER);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-03")
  void draft_refused_byStrangerOrTwiceOrInLaterVersion(Cooperative coop) {
    coop.admit("outsider");
    ProgrammeRegulation regulation = coop.regulation(2, 1, HALVES);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().draftProgramme(Name.of("outsider"), regulation)),
        Reason.NOT_IN_COUNCIL);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions().draftProgramme(CHAIRMAN, coop.regulation(2, 2, HALVES))),
        Reason.PROGRAMME_MISMATCH);
    coop.chain().push(coop.actions().draftProgramme(CHAIRMAN, regulation));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().draftProgramme(founder(2), regulation)),
        ChainError.CONTRACT_TABLE_QUERY);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-08")
  @Tag("CPP-09")
  @Tag("ESIG-06")
  void participation_begins_atTheTimeOfTheSignature(Cooperative coop) {
    coop.programme(2, HALVES);
    coop.advance(Duration.ofDays(1));
    Instant signedAt = coop.now();
    coop.join(founder(2), 2);
    Participation participation = participation(coop, founder(2), 2).orElseThrow();
    assertThat(participation.since()).isEqualTo(signedAt.truncatedTo(ChronoUnit.SECONDS));
    assertThat(participation.isCurrent(coop.activeProgramme(2))).isTrue();
    assertThat(participation(coop, founder(3), 2)).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-08")
  void join_refused_beforeApprovalOrToUnknownProgramme(Cooperative coop) {
    ProgrammeRegulation regulation = coop.regulation(2, 1, HALVES);
    coop.chain().push(coop.actions().draftProgramme(CHAIRMAN, regulation));
    ProgrammeConsent consent =
        new ProgrammeConsent(Cooperative.ACCOUNT, founder(2), 2, 1, regulation.digest());
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().join(founder(2), consent)),
            Reason.WRONG_STATE)
        .hasFact("state", "DRAFT");
    ProgrammeConsent unknown =
        new ProgrammeConsent(Cooperative.ACCOUNT, founder(2), 3, 1, regulation.digest());
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().join(founder(2), unknown)),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("has no programme 3");
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-08")
  @Tag("ESIG-06")
  void join_refused_toAnotherVersionOrText(Cooperative coop) {
    coop.programme(2, HALVES);
    ProgrammeConsent right = ProgrammeConsent.to(coop.activeProgramme(2), founder(2));
    ProgrammeConsent otherVersion =
        new ProgrammeConsent(right.cooperative(), right.member(), 2, 2, right.regulationHash());
    ProgrammeConsent otherText = new ProgrammeConsent(
        right.cooperative(), right.member(), 2, 1, digest("another regulation"));
    for (ProgrammeConsent wrong : List.of(otherVersion, otherText)) {
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(coop.actions().join(founder(2), wrong)),
          Reason.CONSENT_MISMATCH);
    }
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-09")
  @Tag("ESIG-06")
  void join_refused_withForgedSignature(Cooperative coop) {
    coop.programme(2, HALVES);
    ProgrammeConsent consent = ProgrammeConsent.to(coop.activeProgramme(2), founder(2));
    ProgrammeConsent ofOther = ProgrammeConsent.to(coop.activeProgramme(2), founder(3));
    List<DocumentSignature> forged = List.of(
        coop.actions().signature(founder(3), consent.digest()),
        DocumentSignature.sign(TestKeys.of(founder(3)), founder(2), consent.digest(), coop.now()),
        coop.actions().signature(founder(2), ofOther.digest()),
        DocumentSignature.sign(
            TestKeys.of(founder(2)),
            founder(2),
            consent.digest(),
            coop.now().plus(Duration.ofMinutes(1))));
    for (DocumentSignature signature : forged) {
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(join(coop, consent, signature, founder(2))),
          Reason.CONSENT_FORGED);
    }
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(join(
                coop, consent, coop.actions().signature(founder(2), consent.digest()), founder(3))),
        ChainError.MISSING_AUTH);
    coop.join(founder(2), 2);
    assertThat(participation(coop, founder(2), 2)).isPresent();
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-08")
  void join_refused_signedBeforeTheProgrammeWasActive(Cooperative coop) {
    Instant early = coop.now();
    coop.programme(2, HALVES);
    ProgrammeConsent consent = ProgrammeConsent.to(coop.activeProgramme(2), founder(2));
    DocumentSignature signature =
        DocumentSignature.sign(TestKeys.of(founder(2)), founder(2), consent.digest(), early);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(join(coop, consent, signature, founder(2))),
        Reason.OUT_OF_ORDER);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-05")
  void join_refused_byWhoIsNoMember(Cooperative coop) {
    coop.programme(2, HALVES);
    Name stranger = Name.of("stranger");
    coop.chain().createAccounts("stranger");
    coop.verify(stranger);
    assertRefused(coop.chain(), () -> coop.join(stranger, 2), ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("stranger has not applied");
    coop.verify(stranger);
    coop.apply(stranger);
    assertRefused(coop.chain(), () -> coop.join(stranger, 2), Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-04")
  @Tag("CPP-05")
  void economicInteraction_onlyInProgrammesTheMemberTakesPartIn(Cooperative coop) {
    coop.programme(2, HALVES);
    coop.programme(3, HALVES);
    coop.join(founder(2), 2);
    assertRefused(
            coop.chain(),
            () -> coop.contribute(founder(2), ContributionKind.PROGRAMME, 3, "10.00 RUB"),
            Reason.NOT_A_PARTICIPANT)
        .hasFact("account", "founder2")
        .hasFact("programme", 3);
    assertRefused(
        coop.chain(),
        () -> coop.contribute(founder(3), ContributionKind.PROGRAMME, 2, "10.00 RUB"),
        Reason.NOT_A_PARTICIPANT);
    assertRefused(
        coop.chain(),
        () -> coop.contribute(founder(2), ContributionKind.PROGRAMME, 9, "10.00 RUB"),
        ChainError.ASSERT_MESSAGE);
    coop.contribute(founder(2), ContributionKind.PROGRAMME, 2, "10.00 RUB");
    assertThat(coop.books().journal())
        .isNotEmpty()
        .allSatisfy(record ->
            assertThat(record.debit().programme() | record.credit().programme()).isEqualTo(2))
        .allSatisfy(record -> assertThat(
                List.of(record.debit().member(), record.credit().member()))
            .contains(founder(2)));
  }

  private static ProgrammeRegulation with(
      ProgrammeRegulation regulation,
      List<ProgrammeRegulation.Section> sections,
      Checksum256 charter) {
    return new ProgrammeRegulation(
        regulation.cooperative(),
        regulation.programme(),
        regulation.version(),
        regulation.title(),
        sections,
        ((RelativeFee) regulation.fee()).split(),
        charter,
        regulation.requests());
  }

  private static Action join(
      Cooperative coop, ProgrammeConsent consent, DocumentSignature signature, Name actor) {
    return coop.actions()
        .act(CooperativeAccounts.PROGRAMME, new ProgrammeContract.Join(consent, signature), actor);
  }

  private static Optional<Programme> programme(Cooperative coop, long id) {
    return coop.row(CooperativeAccounts.PROGRAMME, "programmes", id, ProgrammeRecord.class)
        .map(Programme::restore);
  }

  private static Optional<Participation> participation(Cooperative coop, Name member, long id) {
    return coop.row(CooperativeAccounts.PROGRAMME, "consents", member.value(), Participations.class)
        .flatMap(row -> row.participations().stream()
            .filter(entry -> entry.programme() == id)
            .findFirst())
        .map(Participation::restore);
  }
}
