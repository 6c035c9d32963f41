package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.MemberShare;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionTest {
  private static final Name CASHIER = Name.of("cashier");

  @CoopTest(startsAt = START)
  @Tag("FUND-01")
  @Tag("FUND-14")
  @Tag("CPP-12")
  @Tag("CPP-14")
  @Tag("CPP-15")
  void contribution_isSplitToTheKopeck(Cooperative coop) {
    coop.programme(2, new SplitRule(60, 40));
    coop.join(founder(2), 2);
    coop.contribute(founder(2), ContributionKind.PROGRAMME, 2, "1000.00 RUB");
    assertCash(coop, "1000.00 RUB");
    assertBalance(coop, FundCode.SHARE, "600.00 RUB");
    assertBalance(coop, FundCode.INDIVISIBLE, "20.00 RUB");
    assertBalance(coop, FundCode.RESERVE, "60.00 RUB");
    assertBalance(coop, FundCode.DEVELOPMENT, "40.00 RUB");
    assertBalance(coop, FundCode.MUTUAL_AID, "20.00 RUB");
    assertBalance(coop, FundCode.OPERATIONS, "260.00 RUB");
    assertThat(coop.books().memberShares())
        .containsExactly(new MemberShare(founder(2), Asset.parse("600.00 RUB")));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-15")
  void contribution_goesWhole_whereOnePartIsZero(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 0));
    coop.programme(3, new SplitRule(0, 1));
    coop.join(founder(2), 2);
    coop.join(founder(2), 3);
    coop.contribute(founder(2), ContributionKind.PROGRAMME, 2, "0.01 RUB");
    assertBalance(coop, FundCode.SHARE, "0.01 RUB");
    coop.contribute(founder(2), ContributionKind.PROGRAMME, 3, "0.01 RUB");
    assertBalance(coop, FundCode.SHARE, "0.01 RUB");
    assertCash(coop, "0.02 RUB");
    assertSound(coop);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @Tag("FUND-14")
  @Tag("FUND-18")
  @Tag("CPP-12")
  void manyContributions_addUpExactlyAndDriftLessThanAKopeckAPart(long seed) {
    Random random = new Random(seed);
    SplitRule split = new SplitRule(1 + random.nextInt(99), 1 + random.nextInt(99));
    long paid = 0;
    try (Cooperative coop = Cooperative.inMemory(TestClock.at(START))) {
      coop.programme(2, split);
      coop.join(founder(2), 2);
      coop.join(founder(3), 2);
      for (int i = 0; i < 40; i++) {
        long amount = 1L + random.nextInt(7);
        paid += amount;
        coop.contribute(
            founder(2 + i % 2),
            ContributionKind.PROGRAMME,
            2,
            new Asset(amount, coop.charter().currency()).toString());
      }
      assertThat(coop.books().balance(AssetKind.MONEY).amount()).isEqualTo(paid);
      long sum = 0;
      for (FundCode fund : FundCode.values()) {
        sum += balance(coop, fund);
      }
      assertThat(sum).as("all funds").isEqualTo(paid);
      long weights = (long) split.shareWeight() + split.membershipWeight();
      long share = balance(coop, FundCode.SHARE);
      assertThat(Math.abs(share * weights - paid * split.shareWeight()))
          .as("drift of the share part, in kopecks times %s", weights)
          .isLessThanOrEqualTo(weights);
      long membership = paid - share;
      coop.charter().funds().weights().forEach(weight -> {
        long part = balance(coop, FundCode.of(weight.fund()));
        assertThat(Math.abs(part * 10_000 - membership * weight.basisPoints()))
            .as("drift of %s, in kopecks times 10000", weight.fund())
            .isLessThan(5L * 10_000);
      });
      assertSound(coop);
    }
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-03")
  @Tag("FUND-11")
  @Tag("CPP-04")
  void entranceAndShare_goToIndivisibleAndShareFund_underAdmission(Cooperative coop) {
    coop.contribute(founder(2), ContributionKind.ENTRANCE, 1, "100.00 RUB");
    coop.contribute(founder(2), ContributionKind.SHARE, 1, "300.00 RUB");
    List<TransferRecord> journal = coop.books().journal();
    assertThat(journal)
        .extracting(record -> record.transfer().basis().purpose().toString())
        .containsExactly("received", "entrance", "received", "share");
    assertThat(journal)
        .allSatisfy(record ->
            assertThat(record.debit().programme() | record.credit().programme()).isEqualTo(1));
    assertBalance(coop, FundCode.INDIVISIBLE, "100.00 RUB");
    assertBalance(coop, FundCode.SHARE, "300.00 RUB");
    assertThat(coop.books().memberShares())
        .containsExactly(new MemberShare(founder(2), Asset.parse("300.00 RUB")));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-11")
  @Tag("CPP-04")
  void contribution_refused_underTheWrongProgramme(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 1));
    coop.join(founder(2), 2);
    assertRefused(
        coop.chain(),
        () -> coop.contribute(founder(2), ContributionKind.SHARE, 2, "1.00 RUB"),
        Reason.PROGRAMME_MISMATCH);
    assertRefused(
        coop.chain(),
        () -> coop.contribute(founder(2), ContributionKind.ENTRANCE, 0, "1.00 RUB"),
        Reason.PROGRAMME_MISMATCH);
    assertRefused(
        coop.chain(),
        () -> coop.contribute(founder(2), ContributionKind.PROGRAMME, 1, "1.00 RUB"),
        ChainError.ASSERT_MESSAGE);
    assertThat(coop.books().journal()).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-03")
  void entrance_isTakenOnce_asTheCharterSays(Cooperative coop) {
    assertRefused(
            coop.chain(),
            () -> coop.contribute(founder(2), ContributionKind.ENTRANCE, 1, "99.00 RUB"),
            Reason.CONTRIBUTION_SIZE)
        .hasFact("required", "100.00 RUB");
    coop.contribute(founder(2), ContributionKind.ENTRANCE, 1, "100.00 RUB");
    assertRefused(
        coop.chain(),
        () -> coop.contribute(founder(2), ContributionKind.ENTRANCE, 1, "100.00 RUB"),
        Reason.ENTRANCE_PAID);
    coop.contribute(founder(3), ContributionKind.ENTRANCE, 1, "100.00 RUB");
    assertBalance(coop, FundCode.INDIVISIBLE, "200.00 RUB");
  }

  @CoopTest(startsAt = START)
  void paper_isBookedOnce_whoeverSendsItHoweverOften(Cooperative coop) {
    TreasuryContract.Contribute first = share(coop.now());
    Action action = coop.actions().act(CooperativeAccounts.TREASURY, first, Cooperative.ACCOUNT);
    coop.chain().push(action);
    coop.advance(Duration.ofHours(2));
    coop.chain().push(action);
    assertThat(coop.books().journal()).hasSize(2);
    assertCash(coop, "300.00 RUB");
    Contribution same = first.contribution();
    Contribution more = new Contribution(
        same.kind(),
        same.member(),
        Asset.parse("300.01 RUB"),
        same.programme(),
        same.document(),
        same.at());
    Contribution nothing =
        new Contribution(same.kind(), same.member(), same.amount(), 1, Checksum256.ZERO, same.at());
    assertRefused(
        coop.chain(), () -> coop.chain().push(booked(coop, more)), Reason.DOCUMENT_BOOKED);
    assertRefused(coop.chain(), () -> coop.chain().push(booked(coop, nothing)), Reason.NO_DOCUMENT);
    assertThat(coop.books().journal()).hasSize(2);
    assertSound(coop);
  }

  private static Action booked(Cooperative coop, Contribution contribution) {
    return coop.actions()
        .act(
            CooperativeAccounts.TREASURY,
            new TreasuryContract.Contribute(Cooperative.ACCOUNT, contribution),
            Cooperative.ACCOUNT);
  }

  @CoopTest(startsAt = START)
  void contribution_refused_inOtherCurrencyOrOfNothing(Cooperative coop) {
    assertRefused(coop.chain(), () -> share(coop, "1.00 EUR"), Reason.WRONG_CURRENCY);
    assertRefused(coop.chain(), () -> share(coop, "1.0000 RUB"), Reason.WRONG_CURRENCY);
    assertRefused(coop.chain(), () -> share(coop, "0.00 RUB"), Reason.AMOUNT_NOT_POSITIVE);
    assertRefused(coop.chain(), () -> share(coop, "-0.01 RUB"), Reason.AMOUNT_NOT_POSITIVE);
    assertRefused(coop.chain(), () -> share(coop, "299.99 RUB"), Reason.CONTRIBUTION_SIZE);
    share(coop, "300.00 RUB");
    share(coop, "0.01 RUB");
    assertCash(coop, "300.01 RUB");
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-05")
  void contribution_refused_ofWhoIsNoMember(Cooperative coop) {
    Name stranger = Name.of("stranger");
    coop.chain().createAccounts("stranger");
    coop.verify(stranger);
    assertRefused(
            coop.chain(),
            () -> coop.contribute(stranger, ContributionKind.SHARE, 1, "300.00 RUB"),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("stranger has not applied");
    coop.apply(stranger);
    assertRefused(
        coop.chain(),
        () -> coop.contribute(stranger, ContributionKind.SHARE, 1, "300.00 RUB"),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-09")
  void contribution_refused_paidBeforeTheConsentOrNotYet(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 1));
    coop.advance(Duration.ofDays(1));
    coop.join(founder(2), 2);
    Instant consent = coop.now().minusMillis(coop.now().toEpochMilli() % 1000);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(contribute(coop, consent.minusSeconds(10))),
        Reason.NOT_A_PARTICIPANT);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(contribute(coop, coop.now().plusSeconds(2))),
            Reason.OUT_OF_ORDER)
        .hasFact("at", TimePointSec.of(coop.now()));
    coop.chain().push(contribute(coop, consent));
    assertCash(coop, "10.00 RUB");
  }

  @CoopTest(startsAt = START)
  void contribution_refused_withoutAuthorityOfTheCooperative(Cooperative coop) {
    TreasuryContract.Contribute data = share(coop.now());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().act(CooperativeAccounts.TREASURY, data, founder(2))),
        ChainError.MISSING_AUTH);
    Action action = coop.actions().act(CooperativeAccounts.TREASURY, data, Cooperative.ACCOUNT);
    assertRefused(
        coop.chain(),
        () -> coop.chain().pushSignedBy(List.of(TestKeys.of(founder(2))), action),
        ChainError.UNSATISFIED_AUTHORIZATION);
    coop.chain().push(action);
    assertCash(coop, "300.00 RUB");
  }

  @CoopTest(startsAt = START)
  @Tag("PERM-02")
  void cashier_mayContributeAndNothingElse(Cooperative coop) {
    PrivateKey key = TestKeys.of(Name.of("cashierkey"));
    PermissionLevel cashier = new PermissionLevel(Cooperative.ACCOUNT, CASHIER);
    coop.chain()
        .push(coop.actions()
            .act(
                SystemActions.EOSIO,
                new SystemActions.UpdateAuth(
                    Cooperative.ACCOUNT,
                    CASHIER,
                    PermissionNames.ACTIVE,
                    Authority.ofKey(key.publicKey())),
                Cooperative.ACCOUNT));
    Action contribute =
        JavaContract.action(CooperativeAccounts.TREASURY, share(coop.now()), cashier);
    assertRefused(
        coop.chain(),
        () -> coop.chain().pushSignedBy(List.of(key), contribute),
        ChainError.IRRELEVANT_AUTH);
    coop.chain()
        .push(coop.actions()
            .act(
                SystemActions.EOSIO,
                new SystemActions.LinkAuth(
                    Cooperative.ACCOUNT,
                    CooperativeAccounts.TREASURY,
                    JavaContract.actionName(TreasuryContract.Contribute.class),
                    CASHIER),
                Cooperative.ACCOUNT));
    coop.chain().pushSignedBy(List.of(key), contribute);
    assertCash(coop, "300.00 RUB");

    coop.chain().createAccounts("applicant");
    Name applicant = Name.of("applicant");
    coop.verify(applicant);
    coop.apply(applicant);
    long decision =
        coop.decide(QuestionType.ADMISSION, coop.membership(applicant).applicationHash());
    Action admit = JavaContract.action(
        CooperativeAccounts.MEMBERSHIP,
        new MembershipContract.Admit(
            Cooperative.ACCOUNT,
            applicant,
            decision,
            Cooperative.checklist(coop.membership(applicant).applicationHash())),
        cashier);
    Action verify = JavaContract.action(
        CooperativeAccounts.MEMBERSHIP,
        coop.actions()
            .verify(applicant, Cooperative.personOf(applicant))
            .dataAs(MembershipContract.Verify.class),
        cashier);
    Action grab = JavaContract.action(
        SystemActions.EOSIO,
        new SystemActions.UpdateAuth(
            Cooperative.ACCOUNT,
            PermissionNames.ACTIVE,
            PermissionNames.OWNER,
            Authority.ofKey(key.publicKey())),
        cashier);
    for (Action forbidden : List.of(admit, verify, grab)) {
      assertRefused(
          coop.chain(),
          () -> coop.chain().pushSignedBy(List.of(key), forbidden),
          ChainError.IRRELEVANT_AUTH);
    }
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-13")
  void membershipContribution_isNobodysShare_andNoActionPaysItBack(Cooperative coop) {
    coop.programme(2, new SplitRule(0, 1));
    coop.join(founder(2), 2);
    coop.contribute(founder(2), ContributionKind.PROGRAMME, 2, "500.00 RUB");
    assertThat(coop.books().memberShares()).isEmpty();
    assertThat(coop.books().journal())
        .isNotEmpty()
        .allSatisfy(record -> assertThat(record.transfer().basis().purpose().toString())
            .isIn("received", "membership"));
    assertSound(coop);
  }

  private static void share(Cooperative coop, String amount) {
    coop.contribute(founder(2), ContributionKind.SHARE, 1, amount);
  }

  private static TreasuryContract.Contribute share(Instant at) {
    return new TreasuryContract.Contribute(
        Cooperative.ACCOUNT,
        new Contribution(
            ContributionKind.SHARE,
            founder(2),
            Asset.parse("300.00 RUB"),
            1,
            digest("payment order"),
            TimePointSec.of(at)));
  }

  private static Action contribute(Cooperative coop, Instant at) {
    return coop.actions()
        .act(
            CooperativeAccounts.TREASURY,
            new TreasuryContract.Contribute(
                Cooperative.ACCOUNT,
                new Contribution(
                    ContributionKind.PROGRAMME,
                    founder(2),
                    Asset.parse("10.00 RUB"),
                    2,
                    digest("payment order"),
                    TimePointSec.of(at))),
            Cooperative.ACCOUNT);
  }

  private static long balance(Cooperative coop, FundCode fund) {
    return coop.books().fund(fund).amount();
  }

  private static void assertBalance(Cooperative coop, FundCode fund, String expected) {
    assertThat(coop.books().fund(fund)).isEqualTo(Asset.parse(expected));
  }

  private static void assertCash(Cooperative coop, String expected) {
    assertThat(coop.books().balance(AssetKind.MONEY)).isEqualTo(Asset.parse(expected));
  }

  private static void assertSound(Cooperative coop) {
    assertThat(BooksCheck.check(coop.books().ledger())).isEmpty();
  }
}
