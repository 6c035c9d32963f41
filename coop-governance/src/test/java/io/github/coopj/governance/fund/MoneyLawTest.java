package io.github.coopj.governance.fund;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.LedgerKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every pair of accounts of the chart with every purpose, against what the requirements say. */
class MoneyLawTest {
  private static final Name ANNA = Name.of("anna");
  private static final Name BORIS = Name.of("boris");
  private static final MoneyLaw LAW = new MoneyLaw(WALLETS);

  private static List<LedgerKey> wallets() {
    List<LedgerKey> wallets = new ArrayList<>();
    for (ChartAccount account : WALLETS.chart().accounts()) {
      if (account.byMember()) {
        wallets.add(new LedgerKey(account.number(), 3, ANNA));
        wallets.add(new LedgerKey(account.number(), 3, BORIS));
      } else {
        wallets.add(new LedgerKey(account.number(), account.byProgramme() ? 3 : 0, Name.EMPTY));
      }
    }
    return wallets;
  }

  private static List<Name> purposes() {
    List<Name> purposes = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      purposes.add(purpose.code());
    }
    purposes.add(Name.of("rent"));
    return purposes;
  }

  private interface Seen {
    void lawful(LedgerKey debit, LedgerKey credit, Name purpose);
  }

  private static int forEachLawful(Seen seen) {
    int count = 0;
    for (LedgerKey debit : wallets()) {
      for (LedgerKey credit : wallets()) {
        for (Name purpose : purposes()) {
          if (!debit.equals(credit) && LAW.broken(debit, credit, purpose).isEmpty()) {
            seen.lawful(debit, credit, purpose);
            count++;
          }
        }
      }
    }
    return count;
  }

  private static String number(LedgerKey wallet) {
    return wallet.account().toString();
  }

  @Test
  @Tag("FUND-04")
  void indivisibleFund_leaksNowhere() {
    Set<String> targets = new HashSet<>();
    forEachLawful((debit, credit, purpose) -> {
      if (number(debit).equals("86.1")) {
        assertThat(purpose.toString()).isIn("exceptional", "liquidation");
        if (!number(credit).equals("76.3")) {
          assertThat(credit.member()).as("%s", credit).isEqualTo(Name.EMPTY);
        }
        assertThat(number(credit)).doesNotStartWith("86").doesNotStartWith("80");
        targets.add(number(credit));
      }
      if (number(credit).equals("86.1")) {
        assertThat(number(debit)).isEqualTo("76.1");
        assertThat(purpose.toString()).isIn("entrance", "membership");
      }
    });
    assertThat(targets).contains("51", "76.3", "76.9");
  }

  @Test
  @Tag("FUND-13")
  void membershipContribution_isNotReturned_underAnyName() {
    Set<String> toMembers = new TreeSet<>();
    forEachLawful((debit, credit, purpose) -> {
      if (number(debit).startsWith("86") && !credit.member().isEmpty()) {
        toMembers.add(number(debit) + " " + number(credit) + " " + purpose);
      }
    });
    assertThat(toMembers)
        .filteredOn(way -> !way.contains(" 58.4 ") && !way.contains(" 76.3 "))
        .containsExactly("86.4 76.1 aid", "86.5 76.1 benefit");
  }

  @Test
  @Tag("FUND-01")
  @Tag("FUND-12")
  void share_comesFromItsMember_andLeavesToHim() {
    forEachLawful((debit, credit, purpose) -> {
      if (number(credit).startsWith("80")) {
        assertThat(debit.member()).isEqualTo(credit.member());
        assertThat(number(debit)).isIn("76.1", "80.1", "80.2");
      }
      if (number(debit).startsWith("80") || number(debit).equals("76.2")) {
        assertThat(credit.member()).isIn(debit.member(), Name.EMPTY);
      }
      if (number(debit).startsWith("80")) {
        assertThat(credit.member()).isEqualTo(debit.member());
      }
    });
  }

  @Test
  @Tag("CPP-04")
  void twoMembers_neverMeet() {
    int lawful = forEachLawful((debit, credit, purpose) -> {
      boolean settle = number(debit).equals("76.3") && number(credit).equals("76.3");
      if (!settle && !debit.member().isEmpty() && !credit.member().isEmpty()) {
        assertThat(debit.member()).isEqualTo(credit.member());
      }
    });
    assertThat(lawful).isGreaterThan(1_000);
  }

  @Test
  @Tag("FUND-16")
  void funds_exchangeMoneyUnderItsOwnPurposeOnly() {
    Set<Name> seen = new HashSet<>();
    forEachLawful((debit, credit, purpose) -> {
      if (number(debit).startsWith("86") && number(credit).startsWith("86")) {
        seen.add(purpose);
      }
    });
    assertThat(seen).containsExactly(Purpose.FUND_MOVE.code());
  }

  @Test
  void posting_thatBreaksTheLaw_cannotBeMade() {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Posting.of(WALLETS, paper("trick"), AT)
            .move(
                WALLETS.fund(FundCode.INDIVISIBLE),
                WALLETS.settlement(3, ANNA),
                rub(1),
                Purpose.EXCEPTIONAL))
        .withMessage(
            "UNLAWFUL_TRANSFER debit=86.1 credit=76.1/3/anna purpose=exceptional rule=FUND-04");
    assertRefused(() -> Posting.of(WALLETS, Checksum256.ZERO, AT), Reason.NO_DOCUMENT);
    assertThat(Posting.of(WALLETS, paper("nothing"), AT)
            .move(WALLETS.fund(FundCode.RESERVE), WALLETS.result(), rub(0), Purpose.LOSS)
            .build()
            .transfers())
        .isEmpty();
  }
}
