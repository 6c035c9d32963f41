package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.person.PersonKeys;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.testkit.junit5.CoopTest;
import org.junit.jupiter.api.Tag;

@Tag("ORG-02")
class OrganisationTest {
  private static final Name COMPANY = Name.of("company");
  private static final Checksum256 POWERS = digest("power of attorney");

  @CoopTest(startsAt = START)
  void organisationAndProprietor_join_throughMember(Cooperative coop) {
    coop.chain().createAccounts("company", "tradesman");
    coop.verify(COMPANY);
    Name tradesman = Name.of("tradesman");
    coop.chain()
        .push(coop.actions()
            .verify(
                tradesman,
                new PersonKeys(
                    digest("tradesman"), Cooperative.personOf(founder(3)).voterKey())));
    coop.chain().push(apply(coop, COMPANY, PersonKind.LEGAL_ENTITY, founder(2), POWERS));
    coop.chain()
        .push(apply(
            coop, Name.of("tradesman"), PersonKind.SOLE_PROPRIETOR, founder(3), Checksum256.ZERO));
    for (Name account : new Name[] {COMPANY, Name.of("tradesman")}) {
      assertThat(coop.membership(account).status()).isEqualTo(MembershipStatus.APPLIED);
      long decision =
          coop.decide(QuestionType.ADMISSION, coop.membership(account).applicationHash());
      coop.chain().push(coop.actions().admit(account, decision));
    }
    Membership company = coop.membership(COMPANY);
    assertThat(company.status()).isEqualTo(MembershipStatus.ACTIVE);
    assertThat(company.kind()).isEqualTo(PersonKind.LEGAL_ENTITY);
    assertThat(company.snapshot().representative()).isEqualTo(founder(2));
    assertThat(coop.membership(Name.of("tradesman")).kind()).isEqualTo(PersonKind.SOLE_PROPRIETOR);
  }

  @CoopTest(startsAt = START)
  void apply_refused_withoutAuthorityOfTheRepresentative(Cooperative coop) {
    coop.chain().createAccounts("company");
    coop.verify(COMPANY);
    MembershipApplication application =
        application(coop, COMPANY, PersonKind.LEGAL_ENTITY, founder(2), POWERS);
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(Steps.apply(
                    coop, application, coop.actions().signature(COMPANY, application.digest()))),
            ChainError.MISSING_AUTH)
        .hasMessageContaining("founder2");
  }

  @CoopTest(startsAt = START)
  void apply_refused_throughStrangerOrApplicant(Cooperative coop) {
    Name stranger = Name.of("stranger");
    coop.chain().createAccounts("company", "stranger");
    coop.verify(COMPANY);
    coop.verify(stranger);
    assertRefused(
            coop.chain(),
            () ->
                coop.chain().push(apply(coop, COMPANY, PersonKind.LEGAL_ENTITY, stranger, POWERS)),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("stranger has not applied");
    coop.apply(stranger);
    assertRefused(
            coop.chain(),
            () ->
                coop.chain().push(apply(coop, COMPANY, PersonKind.LEGAL_ENTITY, stranger, POWERS)),
            Reason.WRONG_STATE)
        .hasFact("state", "APPLIED");
  }

  @CoopTest(startsAt = START)
  void apply_refused_throughNobody(Cooperative coop) {
    coop.chain().createAccounts("company");
    coop.verify(COMPANY);
    MembershipApplication application =
        application(coop, COMPANY, PersonKind.LEGAL_ENTITY, Name.EMPTY, POWERS);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(Steps.apply(
                coop, application, coop.actions().signature(COMPANY, application.digest()))),
        ChainError.ASSERT_MESSAGE);
    assertThat(coop.row(
            CooperativeAccounts.MEMBERSHIP, "members", COMPANY.value(), MembershipRecord.class))
        .isEmpty();
  }

  @CoopTest(startsAt = START)
  void apply_refused_throughOrganisation(Cooperative coop) {
    coop.chain().createAccounts("company", "branch");
    coop.verify(COMPANY);
    coop.verify(Name.of("branch"));
    coop.chain().push(apply(coop, COMPANY, PersonKind.LEGAL_ENTITY, founder(2), POWERS));
    long decision = coop.decide(QuestionType.ADMISSION, coop.membership(COMPANY).applicationHash());
    coop.chain().push(coop.actions().admit(COMPANY, decision));
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(apply(coop, Name.of("branch"), PersonKind.LEGAL_ENTITY, COMPANY, POWERS)),
            Reason.REPRESENTATIVE_NOT_MEMBER)
        .hasFact("representative", "company");
  }

  @CoopTest(startsAt = START)
  void apply_refused_withoutDocumentOfAuthority(Cooperative coop) {
    coop.chain().createAccounts("company");
    coop.verify(COMPANY);
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(apply(coop, COMPANY, PersonKind.LEGAL_ENTITY, founder(2), Checksum256.ZERO)),
            Reason.NO_AUTHORITY_DOCUMENT)
        .hasFact("account", "company");
  }

  @CoopTest(startsAt = START)
  void apply_refused_forAnotherMansBusinessWithoutPowers(Cooperative coop) {
    coop.chain().createAccounts("tradesman");
    Name tradesman = Name.of("tradesman");
    coop.verify(tradesman);
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(apply(
                    coop, tradesman, PersonKind.SOLE_PROPRIETOR, founder(3), Checksum256.ZERO)),
            Reason.NOT_HIS_OWN_BUSINESS)
        .hasFact("account", "tradesman")
        .hasFact("representative", "founder3");
    coop.chain().push(apply(coop, tradesman, PersonKind.SOLE_PROPRIETOR, founder(3), POWERS));
    assertThat(coop.membership(tradesman).status()).isEqualTo(MembershipStatus.APPLIED);
  }

  static Action apply(
      Cooperative coop, Name account, PersonKind kind, Name representative, Checksum256 powers) {
    MembershipApplication application = application(coop, account, kind, representative, powers);
    return JavaContract.action(
        CooperativeAccounts.MEMBERSHIP,
        new MembershipContract.Apply(
            application, coop.actions().signature(account, application.digest())),
        PermissionLevel.active(account),
        PermissionLevel.active(representative));
  }

  private static MembershipApplication application(
      Cooperative coop, Name account, PersonKind kind, Name representative, Checksum256 powers) {
    return new MembershipApplication(
        Cooperative.ACCOUNT,
        account,
        kind,
        digest("particulars of " + account),
        representative,
        powers,
        TimePointSec.of(coop.now()));
  }
}
