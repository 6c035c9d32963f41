package io.github.coopj.governance.fund;

import static io.github.coopj.governance.fund.FundRulesTest.inForce;
import static io.github.coopj.governance.fund.FundRulesTest.regulation;
import static io.github.coopj.governance.fund.Money.CONTRIBUTIONS;
import static io.github.coopj.governance.fund.Money.RUB;
import static io.github.coopj.governance.fund.Money.RULES;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.lines;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static io.github.coopj.governance.program.Programmes.revised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.Transfer;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionBookingTest {
  private static final Name ANNA = member(3);
  private static final Programme.Active BREAD = active(5, new SplitRule(1, 1));
  private static final Participation PART = participant(BREAD, ANNA, NOW);
  private static final Instant LATER = NOW.plusSeconds(60);

  private static Contribution contribution(ContributionKind kind, Asset amount) {
    long programme = kind == ContributionKind.PROGRAMME ? BREAD.id() : Programme.ADMISSION_ID;
    return new Contribution(kind, ANNA, amount, programme, paper("order"), TimePointSec.of(LATER));
  }

  private static Posting book(Contribution contribution) {
    return contribution.kind() == ContributionKind.PROGRAMME
        ? book(contribution, PART, BREAD, RULES, Carry.NONE).posting()
        : admit(contribution, AdmissionPayments.none(ANNA, RUB));
  }

  private static Booking book(
      Contribution contribution,
      @Nullable Participation participation,
      Programme.Active programme,
      FundRules rules,
      Carry carry) {
    return CONTRIBUTIONS.book(
        contribution, participation, programme, rules, carry, Optional.empty());
  }

  private static Posting admit(Contribution contribution, AdmissionPayments paid) {
    return admit(contribution, PersonKind.INDIVIDUAL, paid);
  }

  private static Posting admit(Contribution contribution, PersonKind kind, AdmissionPayments paid) {
    return CONTRIBUTIONS.bookAdmission(
        contribution, platform().admission(), kind, paid, Optional.empty());
  }

  /** What a posting credits to the five funds and the share fund. */
  private static Map<LedgerKey, Long> parts(Booking booking) {
    Map<LedgerKey, Long> parts = new HashMap<>();
    for (Transfer transfer : booking.posting().transfers()) {
      DirectTransfer direct = (DirectTransfer) transfer;
      parts.merge(direct.credit(), direct.amount().amount(), Long::sum);
    }
    return parts;
  }

  private static long part(Map<LedgerKey, Long> parts, FundShare share) {
    return parts.getOrDefault(WALLETS.fund(share.fund()), 0L);
  }

  @Test
  @Tag("FUND-03")
  @Tag("CPP-04")
  void book_entrance_goesWholeIntoTheIndivisibleFund_underTheAdmissionProgramme() {
    assertThat(lines(book(contribution(ContributionKind.ENTRANCE, rub(10_000)))))
        .containsExactly(
            "51 76.1/1/" + ANNA + " 10000 received 0", "76.1/1/" + ANNA + " 86.1 10000 entrance 0");
  }

  @Test
  @Tag("FUND-03")
  void bookAdmission_takesTheEntranceOfTheCharter_once() {
    Contribution entrance = contribution(ContributionKind.ENTRANCE, rub(10_000));
    for (long wrong : new long[] {1, 9_999, 10_001}) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> book(contribution(ContributionKind.ENTRANCE, rub(wrong))))
          .withMessage("CONTRIBUTION_SIZE account=" + ANNA + " amount=\"" + rub(wrong)
              + "\" required=\"100.00 RUB\"");
    }
    AdmissionPayments paid = AdmissionPayments.none(ANNA, RUB).plus(entrance);
    assertThat(paid).isEqualTo(new AdmissionPayments(ANNA, rub(10_000), rub(0)));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> admit(entrance, paid))
        .withMessage("ENTRANCE_PAID account=" + ANNA + " paid=\"100.00 RUB\"");
    assertThat(lines(admit(
            contribution(ContributionKind.ENTRANCE, rub(100_000)),
            PersonKind.LEGAL_ENTITY,
            AdmissionPayments.none(ANNA, RUB))))
        .endsWith("76.1/1/" + ANNA + " 86.1 100000 entrance 0");
  }

  @Test
  void bookAdmission_takesTheMinimalShareFirst_andAnyShareAfterIt() {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> book(contribution(ContributionKind.SHARE, rub(29_999))))
        .withMessage(
            "CONTRIBUTION_SIZE account=" + ANNA + " amount=\"299.99 RUB\" required=\"300.00 RUB\"");
    Contribution first = contribution(ContributionKind.SHARE, rub(30_000));
    AdmissionPayments paid = AdmissionPayments.none(ANNA, RUB).plus(first);
    assertThat(paid).isEqualTo(new AdmissionPayments(ANNA, rub(0), rub(30_000)));
    assertThat(lines(admit(contribution(ContributionKind.SHARE, rub(1)), paid)))
        .endsWith("76.1/1/" + ANNA + " 80.2/1/" + ANNA + " 1 share 0");
  }

  @Test
  void paper_carriesOneContribution_andKnowsItAgain() {
    Contribution paid = contribution(ContributionKind.SHARE, rub(30_000));
    Optional<BookedPaper> kept = Optional.of(BookedPaper.of(paid));
    assertThat(BookedPaper.isBooked(paid, Optional.empty())).isFalse();
    assertThat(BookedPaper.isBooked(paid, kept)).isTrue();
    for (Contribution other : List.of(
        contribution(ContributionKind.SHARE, rub(30_001)),
        contribution(ContributionKind.ENTRANCE, rub(30_000)),
        new Contribution(
            ContributionKind.SHARE,
            member(4),
            rub(30_000),
            1,
            paper("order"),
            TimePointSec.of(LATER)))) {
      assertRefused(() -> BookedPaper.isBooked(other, kept), Reason.DOCUMENT_BOOKED);
    }
    Contribution without = new Contribution(
        ContributionKind.SHARE, ANNA, rub(30_000), 1, Checksum256.ZERO, TimePointSec.of(LATER));
    assertRefused(() -> BookedPaper.isBooked(without, Optional.empty()), Reason.NO_DOCUMENT);
    assertRefused(() -> paid.requirePaid(LATER.minusSeconds(1)), Reason.OUT_OF_ORDER);
    paid.requirePaid(LATER);
  }

  @Test
  @Tag("FUND-18")
  void book_alternatingRules_noFundDriftsUnderEither() {
    List<FundRules> rules = List.of(
        inForce(regulation(1, 2000, 2000, 2000, 2000, 2000), NOW),
        inForce(regulation(2, 1000, 1000, 1000, 1000, 6000), NOW));
    Carry carry = Carry.NONE;
    List<Map<LedgerKey, Long>> parts = List.of(new HashMap<>(), new HashMap<>());
    long[] membership = new long[2];
    for (int i = 0; i < 4_000; i++) {
      int turn = i % 2;
      Booking booking = book(
          new Contribution(
              ContributionKind.PROGRAMME, ANNA, rub(1), 9, PAPER, TimePointSec.of(LATER)),
          FREE_PART,
          FREE,
          rules.get(turn),
          carry);
      carry = booking.next();
      membership[turn]++;
      parts(booking).forEach((wallet, minor) -> parts.get(turn).merge(wallet, minor, Long::sum));
    }
    for (int turn = 0; turn < 2; turn++) {
      for (FundShare share : rules.get(turn).shares()) {
        long part = part(parts.get(turn), share);
        assertThat(Math.abs(part * 10_000 - membership[turn] * share.basisPoints()))
            .as("%s under version %d", share.fund(), turn + 1)
            .isLessThan(5 * 10_000);
      }
    }
  }

  @Test
  @Tag("FUND-01")
  @Tag("CPP-04")
  void book_minimalShare_goesWholeIntoTheShareFund() {
    assertThat(lines(book(contribution(ContributionKind.SHARE, rub(30_001)))))
        .containsExactly(
            "51 76.1/1/" + ANNA + " 30001 received 0",
            "76.1/1/" + ANNA + " 80.1/1/" + ANNA + " 30000 share 0",
            "76.1/1/" + ANNA + " 80.2/1/" + ANNA + " 1 share 0");
  }

  @Test
  @Tag("CPP-15")
  @Tag("CPP-12")
  @Tag("FUND-11")
  @Tag("FUND-14")
  @Tag("FUND-09")
  void book_programme_dividesIntoShareAndFiveFunds() {
    String settlement = "76.1/5/" + ANNA + " ";
    assertThat(lines(book(contribution(ContributionKind.PROGRAMME, rub(200_000)))))
        .containsExactly(
            "51 " + settlement + "200000 received 0",
            settlement + "80.2/5/" + ANNA + " 100000 share 1",
            settlement + "86.1 5000 membership 0",
            settlement + "86.2 15000 membership 0",
            settlement + "86.3 10000 membership 0",
            settlement + "86.4 5000 membership 0",
            settlement + "86.5 65000 membership 0");
  }

  @ParameterizedTest(name = "{0}:{1} of {2} -> {3} entries")
  @Tag("CPP-15")
  @CsvSource({"1,0,100,1", "0,1,100,5", "1,1,1,1", "0,1,1,1", "1,1,2,2"})
  void book_partsOfZero_makeNoEntry(int share, int membership, long amount, int entries) {
    Programme.Active programme = active(8, new SplitRule(share, membership));
    Booking booking = book(
        new Contribution(
            ContributionKind.PROGRAMME,
            ANNA,
            rub(amount),
            8,
            paper("order"),
            TimePointSec.of(LATER)),
        participant(programme, ANNA, NOW),
        programme,
        RULES,
        Carry.NONE);
    assertThat(booking.posting().transfers()).hasSize(1 + entries);
    assertThat(parts(booking).values()).doesNotContain(0L);
    assertThat(parts(booking).values().stream().mapToLong(part -> part).sum())
        .isEqualTo(2 * amount);
  }

  @Test
  @Tag("FUND-14")
  @Tag("FUND-18")
  void book_everySmallAmount_addsUpExactly_andEachPartIsWithinOneUnitOfItsQuota() {
    for (long amount = 1; amount <= 3_000; amount++) {
      Map<LedgerKey, Long> parts = parts(book(
          new Contribution(
              ContributionKind.PROGRAMME,
              ANNA,
              rub(amount),
              9,
              paper("order"),
              TimePointSec.of(LATER)),
          FREE_PART,
          FREE,
          RULES,
          Carry.NONE));
      long sum = 0;
      for (FundShare share : RULES.shares()) {
        long part = part(parts, share);
        sum += part;
        assertThat(Math.abs(part * 10_000 - amount * share.basisPoints())).isLessThan(10_000);
      }
      assertThat(sum).isEqualTo(amount);
    }
  }

  private static final Programme.Active FREE = active(9, new SplitRule(0, 1));
  private static final Participation FREE_PART = participant(FREE, ANNA, NOW);

  @ParameterizedTest(name = "seed {0}")
  @Tag("FUND-18")
  @ValueSource(longs = {7})
  void book_millionTinyAmounts_noFundDriftsFromItsQuota(long seed) {
    Random random = new Random(seed);
    Carry carry = Carry.NONE;
    long total = 0;
    Map<LedgerKey, Long> parts = new HashMap<>();
    for (int i = 0; i < 1_000_000; i++) {
      long amount = 1L + random.nextInt(3);
      total += amount;
      Booking booking = book(
          new Contribution(
              ContributionKind.PROGRAMME, ANNA, rub(amount), 5, PAPER, TimePointSec.of(LATER)),
          PART,
          BREAD,
          RULES,
          carry);
      carry = booking.next();
      parts(booking).forEach((wallet, minor) -> parts.merge(wallet, minor, Long::sum));
      if (i % 1_000 == 0 || i > 999_000) {
        long share = parts.getOrDefault(WALLETS.share(5, ANNA), 0L);
        long membership = total - share;
        assertThat(Math.abs(2 * share - total)).as("share after %d", i).isLessThanOrEqualTo(2);
        long sum = 0;
        for (FundShare fund : RULES.shares()) {
          long part = part(parts, fund);
          sum += part;
          assertThat(Math.abs(part * 10_000 - membership * fund.basisPoints()))
              .as("%s after %d, seed %d", fund.fund(), i, seed)
              .isLessThan(5 * 10_000);
        }
        assertThat(sum).isEqualTo(membership);
      }
    }
  }

  private static final Checksum256 PAPER = paper("order");

  @Test
  @Tag("FUND-15")
  void book_recordsTheRuleVersion_andRefusesRulesOfALaterTime() {
    FundRules second = inForce(regulation(2, 0, 0, 0, 0, 10_000), LATER);
    Contribution contribution = contribution(ContributionKind.PROGRAMME, rub(100));
    assertThat(lines(book(contribution, PART, BREAD, second, Carry.NONE).posting()))
        .containsExactly(
            "51 76.1/5/" + ANNA + " 100 received 0",
            "76.1/5/" + ANNA + " 80.2/5/" + ANNA + " 50 share 1",
            "76.1/5/" + ANNA + " 86.5 50 membership 2");
    FundRules future = inForce(regulation(3, 0, 0, 0, 0, 10_000), LATER.plusSeconds(1));
    assertRefused(() -> book(contribution, PART, BREAD, future, Carry.NONE), Reason.NO_FUND_RULES);
  }

  @Test
  @Tag("FUND-18")
  void book_newRules_beginANewCarry() {
    Carry.Stream split = new Carry.Stream(1, List.of(1L, -1L));
    Carry.Stream charter = new Carry.Stream(0, List.of(500L, 1500L, 1000L, 500L, -3500L));
    Carry carry = new Carry(List.of(split), List.of(charter));
    FundRules even = inForce(regulation(1, 2000, 2000, 2000, 2000, 2000), NOW);
    Carry first = book(contribution(ContributionKind.PROGRAMME, rub(2)), PART, BREAD, even, carry)
        .next();
    Carry.Stream approved = new Carry.Stream(1, List.of(-8000L, 2000L, 2000L, 2000L, 2000L));
    assertThat(first).isEqualTo(new Carry(List.of(split), List.of(charter, approved)));
    Programme.Active revised = revised(BREAD, new SplitRule(3, 1), NOW);
    Carry next = book(
            contribution(ContributionKind.PROGRAMME, rub(1)),
            participant(revised, ANNA, NOW),
            revised,
            even,
            first)
        .next();
    assertThat(next.splits()).containsExactly(split, new Carry.Stream(2, List.of(-1L, 1L)));
    assertThat(next.funds()).contains(charter);
    var codec = RecordCodec.of(Carry.class);
    assertThat(codec.decode(codec.encode(next))).isEqualTo(next);
  }

  @Test
  @Tag("CPP-05")
  void book_byWhoeverTakesNoPart_isRefused_andNothingIsBooked() {
    Contribution contribution = contribution(ContributionKind.PROGRAMME, rub(100));
    assertRefused(
        () -> book(contribution, null, BREAD, RULES, Carry.NONE), Reason.NOT_A_PARTICIPANT);
    Participation other = participant(BREAD, member(4), NOW);
    assertRefused(
        () -> book(contribution, other, BREAD, RULES, Carry.NONE), Reason.NOT_A_PARTICIPANT);
    Participation late = participant(BREAD, ANNA, LATER.plusSeconds(1));
    assertRefused(
        () -> book(contribution, late, BREAD, RULES, Carry.NONE), Reason.NOT_A_PARTICIPANT);
    Programme.Active revised = revised(BREAD, new SplitRule(1, 1), NOW);
    assertRefused(
        () -> book(contribution, PART, revised, RULES, Carry.NONE), Reason.CONSENT_OUTDATED);
  }

  @Test
  void book_zeroNegativeOrForeignAmount_isRefused() {
    for (ContributionKind kind : ContributionKind.values()) {
      assertRefused(() -> book(contribution(kind, rub(0))), Reason.AMOUNT_NOT_POSITIVE);
      assertRefused(() -> book(contribution(kind, rub(-1))), Reason.AMOUNT_NOT_POSITIVE);
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> book(contribution(kind, Asset.parse("1.0000 AXON"))))
          .withMessage("WRONG_CURRENCY amount=\"1.0000 AXON\" currency=2,RUB");
      assertRefused(
          () -> book(contribution(kind, new Asset(100, Symbol.of(3, "RUB")))),
          Reason.WRONG_CURRENCY);
    }
  }

  @Test
  @Tag("CPP-04")
  void book_toAnotherProgramme_isRefused() {
    Contribution bread = contribution(ContributionKind.PROGRAMME, rub(100));
    Contribution entrance = contribution(ContributionKind.ENTRANCE, rub(100));
    assertRefused(() -> book(bread, PART, FREE, RULES, Carry.NONE), Reason.PROGRAMME_MISMATCH);
    assertRefused(() -> admit(bread, AdmissionPayments.none(ANNA, RUB)), Reason.PROGRAMME_MISMATCH);
    assertRefused(() -> book(entrance, PART, BREAD, RULES, Carry.NONE), Reason.PROGRAMME_MISMATCH);
    Contribution disguised = new Contribution(
        ContributionKind.SHARE, ANNA, rub(100), 5, paper("order"), TimePointSec.of(LATER));
    assertRefused(() -> book(disguised, PART, BREAD, RULES, Carry.NONE), Reason.PROGRAMME_MISMATCH);
    assertRefused(
        () -> admit(disguised, AdmissionPayments.none(ANNA, RUB)), Reason.PROGRAMME_MISMATCH);
  }

  @Test
  @Tag("CPP-05")
  @Tag("CPP-04")
  void randomOperations_onlyParticipantsEverAppearInTheJournal() {
    Random random = new Random(11);
    List<Programme.Active> programmes = List.of(BREAD, FREE, active(12, new SplitRule(3, 2)));
    List<Participation> participations = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Programme.Active programme = programmes.get(random.nextInt(3));
      participations.add(participant(programme, member(random.nextInt(5)), NOW));
    }
    Set<LedgerKey> touched = new HashSet<>();
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      Programme.Active programme = programmes.get(random.nextInt(3));
      Name member = member(random.nextInt(5));
      Participation participation = participations.get(random.nextInt(6));
      Contribution contribution = new Contribution(
          ContributionKind.PROGRAMME,
          member,
          rub(random.nextInt(500) - 20),
          programmes.get(random.nextInt(3)).id(),
          PAPER,
          TimePointSec.of(LATER));
      try {
        touched.addAll(parts(book(contribution, participation, programme, RULES, Carry.NONE))
            .keySet());
      } catch (GovernanceException refusal) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
    assertThat(touched.stream().filter(wallet -> !wallet.member().isEmpty()))
        .isNotEmpty()
        .allSatisfy(wallet -> assertThat(participations)
            .anyMatch(part -> part.member().equals(wallet.member())
                && part.snapshot().programme() == wallet.programme()));
  }

  private static Contribution machine(AssetKind asset, long minor) {
    return new Contribution(
            ContributionKind.PROGRAMME, ANNA, rub(minor), 5, paper("act"), TimePointSec.of(LATER))
        .in(asset);
  }

  private static Valuation.InForce valued(AssetKind asset, long minor, Instant at) {
    Valuation valuation = new Valuation(COOP, ANNA, 5, asset, paper("a lathe of 1987"), rub(minor));
    return valuation.adopted(decision(QuestionType.VALUATION, valuation.digest(), at));
  }

  @Test
  @Tag("FUND-20")
  void book_inKind_byTheValueThatTheCouncilFound_andCitesTheAct() {
    Contribution lathe = machine(AssetKind.FIXED_ASSETS, 1_000);
    Booking booking = CONTRIBUTIONS.book(
        lathe,
        PART,
        BREAD,
        RULES,
        Carry.NONE,
        Optional.of(valued(AssetKind.FIXED_ASSETS, 1_000, NOW)));
    assertThat(lines(booking.posting()))
        .startsWith(
            "01 76.1/5/" + ANNA + " 1000 received 0",
            "76.1/5/" + ANNA + " 80.2/5/" + ANNA + " 500 share 1");
    assertThat(booking.posting().transfers())
        .allSatisfy(transfer -> assertThat(transfer.basis().document()).isEqualTo(paper("act")));
    for (Optional<Valuation.InForce> other : List.of(
        Optional.<Valuation.InForce>empty(),
        Optional.of(valued(AssetKind.FIXED_ASSETS, 999, NOW)),
        Optional.of(valued(AssetKind.INTANGIBLES, 1_000, NOW)),
        Optional.of(valued(AssetKind.FIXED_ASSETS, 1_000, LATER.plusSeconds(1))))) {
      assertRefused(
          () -> CONTRIBUTIONS.book(lathe, PART, BREAD, RULES, Carry.NONE, other),
          Reason.NOT_VALUED);
    }
    Valuation valuation = new Valuation(COOP, ANNA, 5, AssetKind.GOODS, paper("flour"), rub(5));
    assertRefused(
        () -> valuation.adopted(decision(QuestionType.OTHER, valuation.digest(), NOW)),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> valuation.adopted(decision(QuestionType.VALUATION, paper("oil"), NOW)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Valuation(COOP, ANNA, 5, AssetKind.MONEY, paper("money"), rub(5)));
  }
}
