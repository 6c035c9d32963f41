package io.github.coopj.governance.fund;

import static io.github.coopj.governance.fund.FundRulesTest.inForce;
import static io.github.coopj.governance.fund.FundRulesTest.regulation;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static io.github.coopj.governance.program.Programmes.revised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionBookingTest {
  private static final Symbol RUB = platform().currency();
  private static final Name ANNA = member(3);
  private static final Programme.Active BREAD = active(5, new SplitRule(1, 1));
  private static final Participation PART = participant(BREAD, ANNA, NOW);
  private static final FundRules RULES = FundRules.ofCharter(platform(), Founding.GROUND);
  private static final Instant LATER = NOW.plusSeconds(60);

  private static Asset rub(long minor) {
    return new Asset(minor, RUB);
  }

  private static Contribution contribution(ContributionKind kind, Asset amount) {
    long programme = kind == ContributionKind.PROGRAMME ? BREAD.id() : Programme.ADMISSION_ID;
    return new Contribution(kind, ANNA, amount, programme, paper("order"), TimePointSec.of(LATER));
  }

  private static List<Entry> book(Contribution contribution) {
    return contribution.kind() == ContributionKind.PROGRAMME
        ? ContributionBooking.book(contribution, PART, BREAD, RULES, Carry.NONE, RUB)
            .entries()
        : List.of(admit(contribution, AdmissionPayments.none(ANNA, RUB)));
  }

  private static Entry admit(Contribution contribution, AdmissionPayments paid) {
    return ContributionBooking.bookAdmission(
        contribution, platform().admission(), PersonKind.INDIVIDUAL, paid, RUB);
  }

  private static void assertRefused(ThrowingCallable move, Reason reason) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  @Test
  @Tag("FUND-03")
  @Tag("CPP-04")
  void book_entrance_goesWholeIntoTheIndivisibleFund_underTheAdmissionProgramme() {
    assertThat(book(contribution(ContributionKind.ENTRANCE, rub(10_000))))
        .containsExactly(new Entry(
            LedgerAccount.CASH,
            LedgerAccount.INDIVISIBLE_FUND,
            rub(10_000),
            ANNA,
            Programme.ADMISSION_ID,
            EntrySource.ENTRANCE,
            0,
            paper("order")));
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
    assertThat(ContributionBooking.bookAdmission(
                contribution(ContributionKind.ENTRANCE, rub(100_000)),
                platform().admission(),
                PersonKind.LEGAL_ENTITY,
                AdmissionPayments.none(ANNA, RUB),
                RUB)
            .amount())
        .isEqualTo(rub(100_000));
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
    assertThat(admit(contribution(ContributionKind.SHARE, rub(1)), paid).amount())
        .isEqualTo(rub(1));
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
    List<Map<LedgerAccount, Integer>> parts =
        List.of(new EnumMap<>(LedgerAccount.class), new EnumMap<>(LedgerAccount.class));
    long[] membership = new long[2];
    for (int i = 0; i < 4_000; i++) {
      int turn = i % 2;
      Booking booking = ContributionBooking.book(
          new Contribution(
              ContributionKind.PROGRAMME, ANNA, rub(1), 9, PAPER, TimePointSec.of(LATER)),
          FREE_PART,
          FREE,
          rules.get(turn),
          carry,
          RUB);
      carry = booking.next();
      membership[turn]++;
      booking.entries().forEach(entry -> parts.get(turn).merge(entry.credit(), 1, Integer::sum));
    }
    for (int turn = 0; turn < 2; turn++) {
      for (FundShare share : rules.get(turn).shares()) {
        long part = parts.get(turn).getOrDefault(LedgerAccount.of(share.fund()), 0);
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
    assertThat(book(contribution(ContributionKind.SHARE, rub(30_000))))
        .containsExactly(new Entry(
            LedgerAccount.CASH,
            LedgerAccount.SHARE_FUND,
            rub(30_000),
            ANNA,
            Programme.ADMISSION_ID,
            EntrySource.SHARE,
            0,
            paper("order")));
  }

  @Test
  @Tag("CPP-15")
  @Tag("CPP-12")
  @Tag("FUND-11")
  @Tag("FUND-14")
  @Tag("FUND-09")
  void book_programme_dividesIntoShareAndFiveFunds() {
    assertThat(book(contribution(ContributionKind.PROGRAMME, rub(200_000))))
        .extracting(
            Entry::credit, entry -> entry.amount().amount(), Entry::source, Entry::programme)
        .containsExactly(
            tuple(LedgerAccount.SHARE_FUND, 100_000L, EntrySource.SHARE, 5L),
            tuple(LedgerAccount.INDIVISIBLE_FUND, 5_000L, EntrySource.MEMBERSHIP, 5L),
            tuple(LedgerAccount.RESERVE_FUND, 15_000L, EntrySource.MEMBERSHIP, 5L),
            tuple(LedgerAccount.DEVELOPMENT_FUND, 10_000L, EntrySource.MEMBERSHIP, 5L),
            tuple(LedgerAccount.MUTUAL_AID_FUND, 5_000L, EntrySource.MEMBERSHIP, 5L),
            tuple(LedgerAccount.OPERATIONS_FUND, 65_000L, EntrySource.MEMBERSHIP, 5L));
  }

  @ParameterizedTest(name = "{0}:{1} of {2} -> {3} entries")
  @Tag("CPP-15")
  @CsvSource({"1,0,100,1", "0,1,100,5", "1,1,1,1", "0,1,1,1", "1,1,2,2"})
  void book_partsOfZero_makeNoEntry(int share, int membership, long amount, int entries) {
    Programme.Active programme = active(8, new SplitRule(share, membership));
    Booking booking = ContributionBooking.book(
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
        Carry.NONE,
        RUB);
    assertThat(booking.entries()).hasSize(entries);
    assertThat(booking.entries().stream()
            .mapToLong(entry -> entry.amount().amount())
            .sum())
        .isEqualTo(amount);
  }

  @Test
  @Tag("FUND-14")
  @Tag("FUND-18")
  void book_everySmallAmount_addsUpExactly_andEachPartIsWithinOneUnitOfItsQuota() {
    for (long amount = 1; amount <= 3_000; amount++) {
      Programme.Active programme = FREE;
      List<Entry> entries = ContributionBooking.book(
              new Contribution(
                  ContributionKind.PROGRAMME,
                  ANNA,
                  rub(amount),
                  9,
                  paper("order"),
                  TimePointSec.of(LATER)),
              FREE_PART,
              programme,
              RULES,
              Carry.NONE,
              RUB)
          .entries();
      long sum = 0;
      for (Entry entry : entries) {
        sum += entry.amount().amount();
      }
      assertThat(sum).isEqualTo(amount);
      for (FundShare share : RULES.shares()) {
        long part = entries.stream()
            .filter(entry -> entry.credit() == LedgerAccount.of(share.fund()))
            .mapToLong(entry -> entry.amount().amount())
            .sum();
        assertThat(Math.abs(part * 10_000 - amount * share.basisPoints())).isLessThan(10_000);
      }
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
    long membership = 0;
    long[] parts = new long[LedgerAccount.values().length];
    List<LedgerAccount> accounts = List.of(LedgerAccount.values());
    for (int i = 0; i < 1_000_000; i++) {
      long amount = 1L + random.nextInt(3);
      total += amount;
      Booking booking = ContributionBooking.book(
          new Contribution(
              ContributionKind.PROGRAMME, ANNA, rub(amount), 5, PAPER, TimePointSec.of(LATER)),
          PART,
          BREAD,
          RULES,
          carry,
          RUB);
      carry = booking.next();
      for (Entry entry : booking.entries()) {
        parts[accounts.indexOf(entry.credit())] += entry.amount().amount();
        membership += entry.source() == EntrySource.MEMBERSHIP ? entry.amount().amount() : 0;
      }
      if (i % 1_000 == 0 || i > 999_000) {
        long share = parts[accounts.indexOf(LedgerAccount.SHARE_FUND)];
        assertThat(share + membership).isEqualTo(total);
        assertThat(Math.abs(2 * share - total)).as("share after %d", i).isLessThanOrEqualTo(2);
        for (FundShare fund : RULES.shares()) {
          long part = parts[accounts.indexOf(LedgerAccount.of(fund.fund()))];
          assertThat(Math.abs(part * 10_000 - membership * fund.basisPoints()))
              .as("%s after %d, seed %d", fund.fund(), i, seed)
              .isLessThan(5 * 10_000);
        }
      }
    }
  }

  private static final Checksum256 PAPER = paper("order");

  @Test
  @Tag("FUND-15")
  void book_recordsTheRuleVersion_andRefusesRulesOfALaterTime() {
    FundRules second = inForce(regulation(2, 0, 0, 0, 0, 10_000), LATER);
    Contribution contribution = contribution(ContributionKind.PROGRAMME, rub(100));
    Booking booking = ContributionBooking.book(contribution, PART, BREAD, second, Carry.NONE, RUB);
    assertThat(booking.entries())
        .extracting(Entry::credit, Entry::ruleVersion)
        .containsExactly(
            tuple(LedgerAccount.SHARE_FUND, 0), tuple(LedgerAccount.OPERATIONS_FUND, 2));
    FundRules future = inForce(regulation(3, 0, 0, 0, 0, 10_000), LATER.plusSeconds(1));
    assertRefused(
        () -> ContributionBooking.book(contribution, PART, BREAD, future, Carry.NONE, RUB),
        Reason.NO_FUND_RULES);
  }

  @Test
  @Tag("FUND-18")
  void book_newRules_beginANewCarry() {
    Carry.Stream split = new Carry.Stream(1, List.of(1L, -1L));
    Carry.Stream charter = new Carry.Stream(0, List.of(500L, 1500L, 1000L, 500L, -3500L));
    Carry carry = new Carry(List.of(split), List.of(charter));
    FundRules even = inForce(regulation(1, 2000, 2000, 2000, 2000, 2000), NOW);
    Carry first = ContributionBooking.book(
            contribution(ContributionKind.PROGRAMME, rub(2)), PART, BREAD, even, carry, RUB)
        .next();
    Carry.Stream approved = new Carry.Stream(1, List.of(-8000L, 2000L, 2000L, 2000L, 2000L));
    assertThat(first).isEqualTo(new Carry(List.of(split), List.of(charter, approved)));
    Programme.Active revised = revised(BREAD, new SplitRule(3, 1), NOW);
    Carry next = ContributionBooking.book(
            contribution(ContributionKind.PROGRAMME, rub(1)),
            participant(revised, ANNA, NOW),
            revised,
            even,
            first,
            RUB)
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
        () -> ContributionBooking.book(contribution, null, BREAD, RULES, Carry.NONE, RUB),
        Reason.NOT_A_PARTICIPANT);
    Participation other = participant(BREAD, member(4), NOW);
    assertRefused(
        () -> ContributionBooking.book(contribution, other, BREAD, RULES, Carry.NONE, RUB),
        Reason.NOT_A_PARTICIPANT);
    Participation late = participant(BREAD, ANNA, LATER.plusSeconds(1));
    assertRefused(
        () -> ContributionBooking.book(contribution, late, BREAD, RULES, Carry.NONE, RUB),
        Reason.NOT_A_PARTICIPANT);
    Programme.Active revised = revised(BREAD, new SplitRule(1, 1), NOW);
    assertRefused(
        () -> ContributionBooking.book(contribution, PART, revised, RULES, Carry.NONE, RUB),
        Reason.CONSENT_OUTDATED);
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
    assertRefused(
        () -> ContributionBooking.book(bread, PART, FREE, RULES, Carry.NONE, RUB),
        Reason.PROGRAMME_MISMATCH);
    assertRefused(() -> admit(bread, AdmissionPayments.none(ANNA, RUB)), Reason.PROGRAMME_MISMATCH);
    assertRefused(
        () -> ContributionBooking.book(entrance, PART, BREAD, RULES, Carry.NONE, RUB),
        Reason.PROGRAMME_MISMATCH);
    Contribution disguised = new Contribution(
        ContributionKind.SHARE, ANNA, rub(100), 5, paper("order"), TimePointSec.of(LATER));
    assertRefused(
        () -> ContributionBooking.book(disguised, PART, BREAD, RULES, Carry.NONE, RUB),
        Reason.PROGRAMME_MISMATCH);
    assertRefused(
        () -> admit(disguised, AdmissionPayments.none(ANNA, RUB)), Reason.PROGRAMME_MISMATCH);
  }

  @Test
  @Tag("CPP-04")
  void entry_aboutAMember_needsAProgramme() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> entry(LedgerAccount.CASH, LedgerAccount.SHARE_FUND, rub(1), ANNA, 0))
        .withMessage("an entry about the member " + ANNA + " must name a programme");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> entry(LedgerAccount.CASH, LedgerAccount.SHARE_FUND, rub(1), Name.EMPTY, 5))
        .withMessage("an entry on the share fund must name a member");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> entry(LedgerAccount.CASH, LedgerAccount.CASH, rub(1), Name.EMPTY, 0))
        .withMessage("an entry needs two accounts, got twice CASH");
    for (long amount : new long[] {0, -1}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(
              () -> entry(LedgerAccount.CASH, LedgerAccount.RESERVE_FUND, rub(amount), ANNA, 5))
          .withMessageStartingWith("the amount of an entry must be above zero");
    }
  }

  private static Entry entry(
      LedgerAccount debit, LedgerAccount credit, Asset amount, Name member, long programme) {
    return new Entry(debit, credit, amount, member, programme, EntrySource.SHARE, 0, paper("x"));
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
    List<Entry> journal = new ArrayList<>();
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
        journal.addAll(
            ContributionBooking.book(contribution, participation, programme, RULES, Carry.NONE, RUB)
                .entries());
      } catch (GovernanceException refusal) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
    assertThat(journal)
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(participations)
            .anyMatch(part -> part.member().equals(entry.member())
                && part.snapshot().programme() == entry.programme()));
  }
}
