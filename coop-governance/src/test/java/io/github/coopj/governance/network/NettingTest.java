package io.github.coopj.governance.network;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.FUNDS;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertSound;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.receive;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.fund.Money.view;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.Money;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.LedgerKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Netting of claims: by hand, against all nettings of small graphs, seeded, and with planted faults for the verifier. */
@Tag("INTER-01")
class NettingTest {
  private static Name party(int number) {
    return Name.of("coop" + (char) ('a' + number / 26) + (char) ('a' + number % 26));
  }

  private static Claim claim(long number, int debtor, int creditor, long minor) {
    return new Claim(number, party(debtor), party(creditor), rub(minor));
  }

  private static void assertProven(List<Claim> claims, NettingResult result) {
    assertThat(NettingVerifier.check(claims, result)).isEmpty();
  }

  @Test
  void triangle_clearsTheSmallestClaim_andALineClearsNothing() {
    List<Claim> triangle = List.of(claim(1, 0, 1, 50), claim(2, 1, 2, 30), claim(3, 2, 0, 40));
    NettingResult result = Netting.of(triangle);
    assertThat(result.cleared())
        .extracting(each -> each.amount().amount())
        .containsExactly(30L, 30L, 30L);
    assertProven(triangle, result);
    List<Claim> line = List.of(claim(1, 0, 1, 50), claim(2, 1, 2, 30));
    assertThat(Netting.of(line).total()).isZero();
    assertProven(line, Netting.of(line));
    assertThat(Netting.of(List.of()).cleared()).isEmpty();
  }

  @Test
  void longCircle_isPreferred_whereItClearsMore() {
    List<Claim> claims = List.of(
        claim(1, 0, 1, 10),
        claim(2, 1, 0, 10),
        claim(3, 1, 2, 10),
        claim(4, 2, 3, 10),
        claim(5, 3, 0, 10));
    NettingResult result = Netting.of(claims);
    assertThat(result.total()).isEqualTo(40);
    assertProven(claims, result);
  }

  @Test
  void claimsOfOnePair_areSetOffByTheirNumbers() {
    List<Claim> claims =
        List.of(claim(9, 0, 1, 5), claim(3, 0, 1, 5), claim(5, 0, 1, 5), claim(7, 1, 0, 8));
    assertThat(Netting.of(claims).cleared())
        .extracting(each -> each.claim().number() + ":" + each.amount().amount())
        .containsExactly("3:5", "5:3", "7:8", "9:0");
  }

  /** All nettings of a small graph, by trying each amount of each claim. */
  private static long most(List<Claim> claims, int parties) {
    return most(claims, 0, new long[parties], 0);
  }

  private static long most(List<Claim> claims, int at, long[] balance, long sum) {
    if (at == claims.size()) {
      return Arrays.stream(balance).allMatch(each -> each == 0) ? sum : 0;
    }
    Claim claim = claims.get(at);
    int debtor = claim.debtor().toString().charAt(5) - 'a';
    int creditor = claim.creditor().toString().charAt(5) - 'a';
    long best = 0;
    for (long part = 0; part <= claim.amount().amount(); part++) {
      balance[debtor] += part;
      balance[creditor] -= part;
      best = Math.max(best, most(claims, at + 1, balance, sum + part));
      balance[debtor] -= part;
      balance[creditor] += part;
    }
    return best;
  }

  @Test
  void everyGraphOfThreeParties_withClaimsUpToTwo_clearsMost() {
    int[][] pairs = {{0, 1}, {1, 0}, {0, 2}, {2, 0}, {1, 2}, {2, 1}};
    for (int code = 0; code < 729; code++) {
      List<Claim> claims = new ArrayList<>();
      int rest = code;
      for (int[] pair : pairs) {
        if (rest % 3 > 0) {
          claims.add(claim(claims.size() + 1, pair[0], pair[1], rest % 3));
        }
        rest /= 3;
      }
      NettingResult result = Netting.of(claims);
      assertThat(result.total()).as("graph %d", code).isEqualTo(most(claims, 3));
      assertProven(claims, result);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void smallGraphs_clearMost(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<Claim> claims = claims(random, 4 + random.nextInt(2), 1 + random.nextInt(7), 3);
      NettingResult result = Netting.of(claims);
      assertThat(result.total())
          .as("seed %d, graph %d: %s", seed, i, claims)
          .isEqualTo(most(claims, 5));
      assertProven(claims, result);
    }
  }

  private static List<Claim> claims(Random random, int parties, int count, long most) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int debtor = random.nextInt(parties);
      int creditor = (debtor + 1 + random.nextInt(parties - 1)) % parties;
      claims.add(claim(i + 1L, debtor, creditor, 1 + random.nextLong(most)));
    }
    return claims;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12})
  void anyOrderOfInput_givesTheSameResult_whichIsProven(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<Claim> claims =
          claims(random, 2 + random.nextInt(30), random.nextInt(120), 1_000_000_000_000L);
      NettingResult result = Netting.of(claims);
      assertThat(NettingVerifier.check(claims, result))
          .as("seed %d, %d", seed, i)
          .isEmpty();
      List<Claim> shuffled = new ArrayList<>(claims);
      Collections.shuffle(shuffled, random);
      assertThat(Netting.of(shuffled)).isEqualTo(result);
    }
  }

  @Test
  void thousandParties_tenThousandClaims_areProven() {
    List<Claim> claims = claims(new Random(5), 676, 10_000, 1_000_000_000_000L);
    NettingResult result = Netting.of(claims);
    assertProven(claims, result);
    assertThat(result.total()).isPositive();
  }

  @Test
  void verifier_findsEveryPlantedFault() {
    List<Claim> claims = List.of(claim(1, 0, 1, 50), claim(2, 1, 2, 30), claim(3, 2, 0, 40));
    NettingResult good = Netting.of(claims);
    assertThat(NettingVerifier.check(claims, with(good, 0, 31)))
        .contains("the net position of " + party(0) + " changes by 1");
    assertThat(NettingVerifier.check(claims, with(good, 1, 31)))
        .contains("claim 2 is set off by 0.31 RUB");
    assertThat(NettingVerifier.check(claims, with(good, 1, -1)))
        .contains("claim 2 is set off by -0.01 RUB");
    NettingResult less = with(with(with(good, 0, 29), 1, 29), 2, 29);
    assertThat(NettingVerifier.check(claims, less))
        .containsExactly("claim 2 could be set off further");
    NettingResult flat = new NettingResult(
        less.cleared(),
        less.certificate().stream()
            .map(each -> new NettingResult.Potential(each.party(), 0))
            .toList());
    assertThat(NettingVerifier.check(claims, flat)).hasSize(3);
    assertThat(NettingVerifier.check(claims, new NettingResult(good.cleared(), List.of())))
        .hasSize(3)
        .allMatch(finding -> finding.endsWith("has no certificate"));
    assertThat(NettingVerifier.check(
            claims, new NettingResult(good.cleared().subList(0, 2), good.certificate())))
        .contains("claim 3 is missing");
    assertThat(NettingVerifier.check(claims.subList(0, 2), good))
        .contains("claim 3 is not one of the claims");
    NettingResult steep = new NettingResult(
        good.cleared(),
        List.of(
            new NettingResult.Potential(party(0), 0),
            new NettingResult.Potential(party(1), 5),
            new NettingResult.Potential(party(2), 6)));
    assertThat(NettingVerifier.check(claims, steep))
        .contains("claim 1 is set off where the certificate forbids it");
  }

  private static NettingResult with(NettingResult result, int index, long minor) {
    List<NettingResult.Cleared> cleared = new ArrayList<>(result.cleared());
    cleared.set(index, new NettingResult.Cleared(cleared.get(index).claim(), rub(minor)));
    return new NettingResult(cleared, result.certificate());
  }

  @Test
  void claims_refused_twiceTheNumber_twoCurrencies_tooMuchTogether() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Netting.of(List.of(claim(1, 0, 1, 5), claim(1, 1, 0, 5))))
        .withMessage("two claims have the number 1");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Netting.of(List.of(
            claim(1, 0, 1, 5), new Claim(2, party(1), party(0), Asset.parse("1.0000 AXON")))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Netting.of(List.of(
            claim(1, 0, 1, Asset.MAX_AMOUNT),
            claim(2, 1, 0, Asset.MAX_AMOUNT),
            claim(3, 1, 2, Asset.MAX_AMOUNT))))
        .withMessageStartingWith("the claims together are too big");
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> claim(1, 0, 0, 5));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> claim(1, 0, 1, 0));
  }

  @Test
  void booking_takesTheSameFromDebtsAndClaims_ofEachCooperative() {
    List<Claim> claims = List.of(
        claim(1, 0, 1, 50),
        claim(2, 1, 2, 30),
        claim(3, 2, 0, 40),
        claim(4, 0, 2, 7),
        claim(5, 2, 0, 7));
    NettingResult result = Netting.of(claims);
    assertThat(result.total()).isEqualTo(104);
    for (int i = 0; i < 3; i++) {
      Name coop = party(i);
      Books books = books();
      for (Claim claim : claims) {
        boolean owes = claim.debtor().equals(coop);
        if (owes || claim.creditor().equals(coop)) {
          LedgerKey other =
              WALLETS.of(AccountRole.COOPERATIVES, 2, owes ? claim.creditor() : claim.debtor());
          LedgerKey goods = WALLETS.asset(AssetKind.GOODS);
          Posting.Draft posting = Posting.of(WALLETS, paper(coop + " " + claim.number()), AT);
          if (!owes) {
            receive(books, FundCode.OPERATIONS, claim.amount().amount());
            Money.book(
                books,
                FUNDS.exchange(
                    AssetKind.MONEY,
                    AssetKind.GOODS,
                    claim.amount(),
                    paper("goods " + claim.number()),
                    AT));
          }
          Money.book(
              books,
              posting
                  .move(
                      owes ? goods : other,
                      owes ? other : goods,
                      claim.amount(),
                      Purpose.SETTLEMENT)
                  .build());
        }
      }
      Asset before = view(books).balance(AccountRole.COOPERATIVES);
      Money.book(books, new NettingBooking(coop, 2).of(result, WALLETS, AT));
      assertThat(view(books).balance(AccountRole.COOPERATIVES)).isEqualTo(before);
      for (int j = 0; j < 3; j++) {
        if (j != i) {
          assertThat(view(books).balance(WALLETS.of(AccountRole.COOPERATIVES, 2, party(j))))
              .as("%s with %s", coop, party(j))
              .isEqualTo(left(result, coop, party(j)));
        }
      }
      assertSound(books);
    }
  }

  private static Asset left(NettingResult result, Name coop, Name other) {
    long sum = 0;
    for (NettingResult.Cleared each : result.cleared()) {
      long rest = each.claim().amount().amount() - each.amount().amount();
      if (each.claim().debtor().equals(coop) && each.claim().creditor().equals(other)) {
        sum -= rest;
      } else if (each.claim().debtor().equals(other) && each.claim().creditor().equals(coop)) {
        sum += rest;
      }
    }
    return rub(sum);
  }
}
