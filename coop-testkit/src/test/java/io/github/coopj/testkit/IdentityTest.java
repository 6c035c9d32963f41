package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.member;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.cooperative.PlatformInstaller;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.person.PersonKeys;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.Registrars;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.VerificationMethod;
import io.github.coopj.governance.person.VerificationStatus;
import io.github.coopj.governance.program.ProgrammeConsent;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

class IdentityTest {
  private static final Name NEWCOMER = Name.of("newcomer");

  @CoopTest(startsAt = START)
  @Tag("USER-11")
  void account_refused_withoutKey(TestChain chain) {
    Authority nobody = new Authority(1, List.of(), List.of(), List.of());
    Authority key = Authority.ofKey(TestKeys.of(NEWCOMER).publicKey());
    assertRefused(
        chain,
        () -> create(chain, SystemActions.EOSIO, NEWCOMER, nobody, key),
        ChainError.ACTION_VALIDATE);
    assertRefused(
        chain,
        () -> create(chain, SystemActions.EOSIO, NEWCOMER, key, nobody),
        ChainError.ACTION_VALIDATE);
    assertThat(chain.chain().account(NEWCOMER)).isEmpty();
    create(chain, SystemActions.EOSIO, NEWCOMER, key, key);
    assertThat(chain.chain().permission(PermissionLevel.active(NEWCOMER)))
        .map(permission -> permission.authority())
        .contains(key);
  }

  @CoopTest(startsAt = START)
  @Tag("ACC-02")
  void account_refused_secondTime(TestChain chain) {
    chain.createAccounts("newcomer");
    assertRefused(chain, () -> chain.createAccounts("newcomer"), ChainError.ACCOUNT_NAME_EXISTS);
  }

  @CoopTest(startsAt = START)
  @Tag("DOM-02")
  @Tag("DOM-03")
  void accountInZone_onlyByItsDomain(TestChain chain) {
    chain.createAccounts("zarya", "others");
    chain.createAccounts("user.zarya", "bank.zarya");
    Authority key = Authority.ofKey(TestKeys.of(NEWCOMER).publicKey());
    assertRefused(
        chain,
        () -> create(chain, Name.of("others"), Name.of("shop.zarya"), key, key),
        ChainError.ASSERT_MESSAGE);
    assertThat(chain.chain().account(Name.of("bank.zarya"))).isPresent();
    assertThat(chain.chain().account(Name.of("shop.zarya"))).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("IND-02")
  @Tag("IND-03")
  void verify_keepsVerifierMethodTimeAndDocument(Cooperative coop) {
    coop.chain().createAccounts("newcomer");
    assertThat(verification(coop, NEWCOMER).statusAt(coop.now()))
        .isEqualTo(VerificationStatus.UNVERIFIED);
    coop.verify(NEWCOMER);
    Verification verified = verification(coop, NEWCOMER);
    assertThat(verified.statusAt(coop.now())).isEqualTo(VerificationStatus.VERIFIED);
    assertThat(verified.verifier()).isEqualTo(Cooperative.ACCOUNT);
    assertThat(verified.method()).isEqualTo(VerificationMethod.IN_PERSON);
    assertThat(verified.documentHash()).isEqualTo(digest("record of newcomer"));
    assertThat(verified.verifiedAt()).isEqualTo(TimePointSec.of(coop.now()));
  }

  @CoopTest(startsAt = START)
  @Tag("USER-02")
  void verify_refused_forSecondAccountOfOneIdentity(Cooperative coop) {
    coop.chain().createAccounts("newcomer", "doppelganger");
    coop.chain().push(coop.actions().verify(NEWCOMER, person("one person")));
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(coop.actions().verify(Name.of("doppelganger"), person("one person"))),
            Reason.IDENTITY_TAKEN)
        .hasFact("existing", "newcomer")
        .hasFact("requested", "doppelganger");
    coop.chain().push(coop.actions().verify(Name.of("doppelganger"), person("another person")));
  }

  @CoopTest(startsAt = START)
  @Tag("USER-02")
  void verify_refused_asAnotherPerson(Cooperative coop) {
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().verify(CHAIRMAN, person("another person"))),
        Reason.VERIFICATION_OF_ANOTHER);
  }

  @CoopTest(startsAt = START)
  @Tag("IND-02")
  void verify_refused_byOneselfOrInAnothersName(Cooperative coop) {
    coop.chain().createAccounts("newcomer");
    onRecord(coop, Cooperative.ACCOUNT, NEWCOMER);
    MembershipContract.Verify bySelf = verify(NEWCOMER, NEWCOMER, TimePointSec.EPOCH);
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(coop.actions().act(CooperativeAccounts.MEMBERSHIP, bySelf, NEWCOMER)),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("nobody verifies himself");
    MembershipContract.Verify byCooperative =
        verify(Cooperative.ACCOUNT, NEWCOMER, TimePointSec.EPOCH);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions().act(CooperativeAccounts.MEMBERSHIP, byCooperative, NEWCOMER)),
        ChainError.MISSING_AUTH);
  }

  @CoopTest(startsAt = START)
  @Tag("IND-01")
  void unverifiedMember_cannotVoteJoinOrContribute(Cooperative coop, Meetings meetings) {
    coop.programme(2, new SplitRule(1, 1));
    coop.chain().createAccounts("newcomer");
    expiring(coop, NEWCOMER, coop.now().plus(Duration.ofHours(1)));
    coop.apply(NEWCOMER);
    long decision =
        coop.decide(QuestionType.ADMISSION, coop.membership(NEWCOMER).applicationHash());
    coop.chain().push(coop.actions().admit(NEWCOMER, decision));
    coop.advance(Duration.ofHours(2));
    ProgrammeConsent consent = ProgrammeConsent.to(coop.activeProgramme(2), NEWCOMER);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().join(NEWCOMER, consent)),
            Reason.NOT_VERIFIED)
        .hasFact("account", "newcomer")
        .hasFact("status", "EXPIRED");
    assertRefused(
        coop.chain(),
        () -> coop.contribute(NEWCOMER, ContributionKind.SHARE, 1, "300.00 RUB"),
        Reason.NOT_VERIFIED);
    long meeting = meetings.convene(
        Steps.plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(11), Duration.ofDays(1));
    coop.advance(Duration.ofDays(11));
    coop.chain().push(meetings.open(meeting));
    Action ballot = meetings.handIn(meetings.ballot(meeting, NEWCOMER, Choice.FOR));
    assertRefused(coop.chain(), () -> coop.chain().push(ballot), Reason.NOT_VERIFIED);
    coop.verify(NEWCOMER);
    coop.chain().push(meetings.handIn(meetings.ballot(meeting, NEWCOMER, Choice.FOR)));
    coop.join(NEWCOMER, 2);
    assertThat(meetings.meeting(meeting).snapshot().present()).isEqualTo(1);
  }

  @CoopTest(startsAt = START)
  @Tag("IND-01")
  void unverifiedPerson_cannotApply(Cooperative coop) {
    coop.chain().createAccounts("newcomer");
    assertRefused(coop.chain(), () -> coop.apply(NEWCOMER), Reason.NOT_VERIFIED)
        .hasFact("account", "newcomer")
        .hasFact("status", "UNVERIFIED");
    coop.verify(NEWCOMER);
    coop.apply(NEWCOMER);
    assertThat(coop.membership(NEWCOMER).status()).isEqualTo(MembershipStatus.APPLIED);
  }

  @CoopTest(startsAt = START)
  @Tag("IND-01")
  void unverifiedCouncil_cannotProposeVoteSignDeclineOrDraft(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    chain.push(coop.actions()
        .found(
            Cooperative.defaultCharter(),
            Cooperative.FOUNDERS,
            Cooperative.FOUNDERS.subList(0, 2),
            CHAIRMAN));
    Meetings meetings = new Meetings(coop);
    assertRefused(
        chain, () -> coop.propose(QuestionType.OTHER, digest("a question")), Reason.NOT_VERIFIED);
    assertRefused(
        chain,
        () -> chain.push(
            coop.actions().draftProgramme(CHAIRMAN, coop.regulation(2, 1, new SplitRule(1, 1)))),
        Reason.NOT_VERIFIED);
    assertRefused(
        chain,
        () -> chain.push(meetings.draft(
            MeetingKind.EXTRAORDINARY,
            Steps.plainAgenda(),
            CHAIRMAN,
            founder(2),
            Duration.ofDays(31),
            Duration.ofDays(1))),
        Reason.NOT_VERIFIED);
    Instant expiry = coop.now().plus(Duration.ofHours(1));
    expiring(coop, CHAIRMAN, expiry);
    long id = coop.propose(QuestionType.OTHER, digest("a question"));
    assertRefused(
        chain,
        () -> chain.push(coop.actions().vote(id, founder(2), Vote.FOR)),
        Reason.NOT_VERIFIED);
    coop.verify(founder(2));
    chain.push(coop.actions().vote(id, founder(2), Vote.FOR));
    chain.push(coop.actions().vote(id, CHAIRMAN, Vote.FOR));
    chain.push(coop.actions().closeVote(id, CHAIRMAN));
    chain.clock().advanceTo(TimePointSec.of(expiry).toInstant());
    assertRefused(chain, () -> coop.sign(id), Reason.NOT_VERIFIED).hasFact("status", "EXPIRED");
    assertRefused(
        chain,
        () -> chain.push(coop.actions().decline(id, CHAIRMAN, "too costly")),
        Reason.NOT_VERIFIED);
  }

  @CoopTest(startsAt = START)
  @Tag("IND-02")
  void stranger_cannotVerifyRenewOrBlock(Cooperative coop) {
    Name stranger = Name.of("stranger");
    Name victim = Name.of("victim");
    coop.chain().createAccounts("stranger", "victim", "newcomer");
    coop.verify(victim);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(byVerifier(coop, stranger, NEWCOMER, person("newcomer"))),
            Reason.NOT_A_VERIFIER)
        .hasFact("verifier", "stranger")
        .hasFact("cooperative", "zarya");
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(byVerifier(coop, stranger, victim, Cooperative.personOf(victim))),
        Reason.NOT_A_VERIFIER);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(byVerifier(coop, stranger, NEWCOMER, person("bogus"))),
        Reason.NOT_A_VERIFIER);
    MembershipContract.Verify elsewhere = new MembershipContract.Verify(
        stranger,
        stranger,
        NEWCOMER,
        VerificationMethod.ONLINE,
        person("bogus"),
        digest("record"),
        TimePointSec.EPOCH);
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(coop.actions().act(CooperativeAccounts.MEMBERSHIP, elsewhere, stranger)),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("no cooperative stranger has been founded");
    coop.verify(NEWCOMER);
    assertThat(verification(coop, NEWCOMER).verifier()).isEqualTo(Cooperative.ACCOUNT);
    assertThat(verification(coop, victim).expiresAt()).isEqualTo(TimePointSec.EPOCH);
  }

  @CoopTest(startsAt = START)
  @Tag("IND-02")
  void registrar_verifiesWhileOnRecord_andRenewsHisOwn(Cooperative coop) {
    Name first = Name.of("registrara");
    Name second = Name.of("registrarb");
    coop.chain().createAccounts("registrara", "registrarb", "newcomer");
    assertRefused(coop.chain(), () -> onRecord(coop, founder(2), first), ChainError.MISSING_AUTH);
    onRecord(coop, Cooperative.ACCOUNT, first, second);
    coop.chain().push(byVerifier(coop, first, NEWCOMER, person("newcomer")));
    assertThat(verification(coop, NEWCOMER).verifier()).isEqualTo(first);
    coop.advance(Duration.ofDays(1));
    coop.chain().push(byVerifier(coop, first, NEWCOMER, person("newcomer")));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(byVerifier(coop, second, NEWCOMER, person("newcomer"))),
            Reason.VERIFIED_BY_ANOTHER)
        .hasFact("account", "newcomer")
        .hasFact("verifier", "registrara")
        .hasFact("requested", "registrarb");
    onRecord(coop, Cooperative.ACCOUNT, second);
    coop.advance(Duration.ofDays(1));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(byVerifier(coop, first, NEWCOMER, person("newcomer"))),
        Reason.NOT_A_VERIFIER);
    coop.chain().push(coop.actions().verify(NEWCOMER, person("newcomer")));
    assertThat(verification(coop, NEWCOMER).verifier()).isEqualTo(Cooperative.ACCOUNT);
  }

  @CoopTest(startsAt = START)
  void individualAndHisBusiness_areOneVoter(Cooperative coop, Meetings meetings) {
    Name person = founder(2);
    Name business = Name.of("business");
    coop.chain().createAccounts("business");
    PersonKeys keys = new PersonKeys(
        digest("identity of the business"), Cooperative.personOf(person).voterKey());
    coop.chain().push(coop.actions().verify(business, keys));
    Action apply = OrganisationTest.apply(
        coop, business, PersonKind.SOLE_PROPRIETOR, person, Checksum256.ZERO);
    coop.chain().push(apply);
    long decision =
        coop.decide(QuestionType.ADMISSION, coop.membership(business).applicationHash());
    coop.chain().push(coop.actions().admit(business, decision));
    long meeting = meetings.convene(
        Steps.plainAgenda(), CHAIRMAN, founder(3), Duration.ofDays(11), Duration.ofDays(1));
    assertThat(meetings.roll(meeting)).containsExactlyElementsOf(Cooperative.FOUNDERS);
    assertThat(meetings.meeting(meeting).snapshot().eligible()).isEqualTo(5);
    coop.advance(Duration.ofDays(11));
    coop.chain().push(meetings.open(meeting));
    coop.chain().push(meetings.handIn(meetings.ballot(meeting, person, Choice.FOR)));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.handIn(meetings.ballot(meeting, business, Choice.FOR))),
        Reason.NOT_ON_ROLL);
    assertThat(meetings.meeting(meeting).snapshot().present()).isEqualTo(1);
  }

  @CoopTest(startsAt = START)
  void oneVoter_behindTwoAccountsOnTheRoll_votesOnce(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    chain.push(coop.actions()
        .found(
            Cooperative.defaultCharter(),
            Cooperative.FOUNDERS,
            Cooperative.FOUNDERS.subList(0, 1),
            CHAIRMAN));
    coop.verify(CHAIRMAN);
    Meetings meetings = new Meetings(coop);
    long meeting = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY,
        Steps.plainAgenda(),
        CHAIRMAN,
        founder(2),
        Duration.ofDays(11),
        Duration.ofDays(1)));
    long decision = coop.propose(
        QuestionType.CONVENE_MEETING,
        meetings.meeting(meeting).requireDraft().convocation().digest());
    chain.push(coop.actions().vote(decision, CHAIRMAN, Vote.FOR));
    chain.push(coop.actions().closeVote(decision, CHAIRMAN));
    coop.sign(decision);
    chain.push(meetings.convene(meeting, decision));
    chain.push(meetings.notice(meeting, meetings.roll(meeting)));
    PersonKeys first = person("first");
    coop.chain().push(coop.actions().verify(founder(2), first));
    coop.chain()
        .push(coop.actions()
            .verify(founder(3), new PersonKeys(digest("second account"), first.voterKey())));
    coop.advance(Duration.ofDays(11));
    chain.push(meetings.open(meeting));
    chain.push(meetings.handIn(meetings.ballot(meeting, founder(2), Choice.FOR)));
    assertRefused(
            chain,
            () -> chain.push(meetings.handIn(meetings.ballot(meeting, founder(3), Choice.FOR))),
            Reason.BALLOT_ALREADY_CAST)
        .hasFact("account", "founder3");
    assertThat(meetings.meeting(meeting).snapshot().present()).isEqualTo(1);
  }

  private static void onRecord(Cooperative coop, Name by, Name... registrars) {
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.MEMBERSHIP,
                new MembershipContract.Appoint(
                    new Registrars(Cooperative.ACCOUNT, List.of(registrars))),
                by));
  }

  private static Action byVerifier(
      Cooperative coop, Name verifier, Name account, PersonKeys person) {
    return coop.actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new MembershipContract.Verify(
                Cooperative.ACCOUNT,
                verifier,
                account,
                VerificationMethod.ONLINE,
                person,
                digest("record of " + account),
                TimePointSec.of(coop.now().plus(Duration.ofDays(30)))),
            verifier);
  }

  private static void expiring(Cooperative coop, Name account, Instant until) {
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.MEMBERSHIP,
                verify(Cooperative.ACCOUNT, account, TimePointSec.of(until)),
                Cooperative.ACCOUNT));
  }

  @CoopTest(startsAt = START)
  @Tag("IND-02")
  void verification_holdsUntilTheSecondBeforeItsExpiry(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 1));
    Instant expiry = Instant.parse("2026-02-01T00:00:00Z");
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.MEMBERSHIP,
                new MembershipContract.Verify(
                    Cooperative.ACCOUNT,
                    Cooperative.ACCOUNT,
                    founder(2),
                    VerificationMethod.IN_PERSON,
                    Cooperative.personOf(founder(2)),
                    digest("passport seen again"),
                    TimePointSec.of(expiry)),
                Cooperative.ACCOUNT));
    coop.chain().clock().advanceTo(expiry.minusSeconds(1));
    coop.join(founder(2), 2);
    coop.chain().clock().advanceTo(expiry);
    assertRefused(coop.chain(), () -> coop.join(founder(2), 2), Reason.NOT_VERIFIED)
        .hasFact("status", "EXPIRED");
  }

  @CoopTest(startsAt = START)
  @Tag("IND-04")
  void eachMember_countsOnceWhateverHisShare(Cooperative coop, Meetings meetings) {
    Steps.grow(coop, 6);
    coop.contribute(member(6), ContributionKind.SHARE, 1, "1000000.00 RUB");
    long meeting = meetings.convene(
        Steps.plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(11), Duration.ofDays(1));
    coop.advance(Duration.ofDays(11));
    coop.chain().push(meetings.open(meeting));
    coop.chain().push(meetings.handIn(meetings.ballot(meeting, member(6), Choice.FOR)));
    coop.chain().push(meetings.handIn(meetings.ballot(meeting, founder(2), Choice.AGAINST)));
    for (int other = 3; other <= 5; other++) {
      coop.chain().push(meetings.handIn(meetings.ballot(meeting, founder(other), Choice.AGAINST)));
    }
    MeetingVoteTest.closeVote(coop, meetings, meeting);
    var item = meetings.meeting(meeting).requireCounted().snapshot().items().get(0);
    assertThat(item.votesFor()).isEqualTo(1);
    assertThat(item.against()).isEqualTo(4);
  }

  private static MembershipContract.Verify verify(Name by, Name account, TimePointSec expiresAt) {
    return new MembershipContract.Verify(
        Cooperative.ACCOUNT,
        by,
        account,
        VerificationMethod.IN_PERSON,
        Cooperative.personOf(account),
        digest("record of " + account),
        expiresAt);
  }

  private static PersonKeys person(String text) {
    return new PersonKeys(digest("identity of " + text), digest("voter of " + text));
  }

  private static Verification verification(Cooperative coop, Name account) {
    return coop.chain()
        .chain()
        .row(
            CooperativeAccounts.MEMBERSHIP,
            Cooperative.ACCOUNT,
            Name.of("verified"),
            account.value(),
            Verification.class)
        .orElse(Verification.none(account));
  }

  private static void create(
      TestChain chain, Name creator, Name name, Authority owner, Authority active) {
    chain.push(PlatformInstaller.newAccount(creator, name, owner, active));
  }
}
