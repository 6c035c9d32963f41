package io.github.coopj.governance.aid;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.RUB;
import static io.github.coopj.governance.fund.Money.RULES;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.assertSound;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.receive;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.fund.Money.view;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.Money;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.program.Participations;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Aid, loans and advances: granted by the Council, paid once, on accounts of their own. */
class AidBookingTest {
  private static final Name ANNA = member(3);
  private static final AidBooking AID = new AidBooking(WALLETS, RUB);
  private static final Participations MEMBER = new Participations(ANNA, List.of());
  private static final Programme.Active BREAD = active(5, new SplitRule(1, 1));

  private static AidGrant aid(String ground, long minor, long programme) {
    return new AidGrant(
        COOP, ANNA, programme, rub(minor), Name.of(ground), paper("papers"), paper("regulation"));
  }

  private static Granted<AidGrant> granted(AidGrant grant) {
    return grant.adopted(decision(QuestionType.AID, grant.digest(), NOW));
  }

  private static LoanGrant loan(long minor) {
    return new LoanGrant(COOP, ANNA, 1, rub(minor), AT.plusSeconds(1_000), paper("regulation"));
  }

  private static AdvanceGrant advance(String purpose, long minor) {
    return new AdvanceGrant(
        COOP,
        ANNA,
        1,
        rub(minor),
        FundCode.OPERATIONS.code(),
        Name.of(purpose),
        AT.plusSeconds(1_000),
        paper("regulation"));
  }

  @Test
  @Tag("FUND-07")
  void aid_fromTheMutualAidFund_forAGroundOfTheRules_byDecision_once() {
    Books books = books();
    receive(books, FundCode.MUTUAL_AID, 1_000);
    Granted<AidGrant> illness = granted(aid("illness", 600, 1));
    Money.book(books, AID.payAid(illness, MEMBER, RULES, AT));
    Money.book(books, AID.payAid(illness, MEMBER, RULES, AT));
    assertThat(view(books).fund(FundCode.MUTUAL_AID)).isEqualTo(rub(400));
    assertThat(view(books).statement(ANNA, 1).aid()).isEqualTo(rub(600));
    assertRefused(
        () -> Money.book(books, AID.payAid(granted(aid("illness", 401, 1)), MEMBER, RULES, AT)),
        Reason.BALANCE_TOO_LOW);
    assertRefused(
        () -> AID.payAid(granted(aid("holiday", 1, 1)), MEMBER, RULES, AT),
        Reason.PURPOSE_NOT_OF_FUND);
    assertRefused(
        () -> aid("illness", 1, 1)
            .adopted(decision(QuestionType.AID, aid("illness", 2, 1).digest(), NOW)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> aid("illness", 1, 1)
            .adopted(decision(QuestionType.SPENDING, aid("illness", 1, 1).digest(), NOW)),
        Reason.DECISION_OF_OTHER_TYPE);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> aid("illness", 0, 1))
        .withMessage("aid names a member, a ground and an amount above zero, got 0.00 RUB");
    assertSound(books);
  }

  @Test
  @Tag("FUND-07")
  void aid_refused_beforeTheDecision_orOutsideAProgrammeOfTheMember() {
    Granted<AidGrant> grant = granted(aid("illness", 1, 1));
    assertRefused(
        () -> AID.payAid(grant, MEMBER, RULES, TimePointSec.of(NOW.minusSeconds(1))),
        Reason.OUT_OF_ORDER);
    Granted<AidGrant> underBread = granted(aid("illness", 1, 5));
    assertRefused(() -> AID.payAid(underBread, MEMBER, RULES, AT), Reason.NOT_A_PARTICIPANT);
    assertThat(
            AID.payAid(underBread, MEMBER.with(participant(BREAD, ANNA, NOW).snapshot()), RULES, AT)
                .transfers())
        .hasSize(2);
    assertRefused(
        () -> AID.payAid(grant, new Participations(member(4), List.of()), RULES, AT),
        Reason.NOT_A_PARTICIPANT);
  }

  @Test
  @Tag("FUND-19")
  void loan_standsOnItsOwnAccount_untilItIsPaidBack_andNotMore() {
    Books books = books();
    receive(books, FundCode.OPERATIONS, 1_000);
    LoanGrant grant = loan(600);
    Money.book(
        books,
        AID.payLoan(grant.adopted(decision(QuestionType.AID, grant.digest(), NOW)), MEMBER, AT));
    assertThat(view(books).balance(AccountRole.LOANS)).isEqualTo(rub(600));
    assertThat(view(books).balance(AssetKind.MONEY)).isEqualTo(rub(400));
    assertThat(view(books).fund(FundCode.OPERATIONS)).isEqualTo(rub(1_000));
    Money.book(books, AID.repayLoan(ANNA, 1, rub(200), paper("first"), AT));
    assertRefused(
        () -> Money.book(books, AID.repayLoan(ANNA, 1, rub(401), paper("too much"), AT)),
        Reason.BALANCE_TOO_LOW);
    Money.book(books, AID.repayLoan(ANNA, 1, rub(400), paper("rest"), AT));
    assertThat(view(books).balance(AccountRole.LOANS)).isEqualTo(rub(0));
    assertSound(books);
  }

  @Test
  @Tag("FUND-19")
  void advance_isReported_spentOnItsPurpose_andTheRestComesBack() {
    Books books = books();
    receive(books, FundCode.OPERATIONS, 1_000);
    AdvanceGrant grant = advance("materials", 600);
    Granted<AdvanceGrant> granted = grant.adopted(decision(QuestionType.AID, grant.digest(), NOW));
    Money.book(books, AID.payAdvance(granted, MEMBER, RULES, AT));
    assertThat(view(books).balance(AccountRole.ADVANCES)).isEqualTo(rub(600));
    assertRefused(
        () -> AID.reportAdvance(granted, rub(601), RULES, paper("report"), AT), Reason.ABOVE_GRANT);
    Money.book(books, AID.reportAdvance(granted, rub(450), RULES, paper("report"), AT));
    assertThat(view(books).balance(AccountRole.ADVANCES)).isEqualTo(rub(0));
    assertThat(view(books).fund(FundCode.OPERATIONS)).isEqualTo(rub(550));
    assertThat(view(books).balance(AssetKind.MONEY)).isEqualTo(rub(550));
    assertRefused(
        () -> Money.book(
            books, AID.reportAdvance(granted, rub(0), RULES, paper("second report"), AT)),
        Reason.BALANCE_TOO_LOW);
    AdvanceGrant wrong = advance("holiday", 1);
    assertRefused(
        () -> AID.payAdvance(
            wrong.adopted(decision(QuestionType.AID, wrong.digest(), NOW)), MEMBER, RULES, AT),
        Reason.PURPOSE_NOT_OF_FUND);
    assertSound(books);
  }
}
