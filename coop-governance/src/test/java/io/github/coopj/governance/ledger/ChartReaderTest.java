package io.github.coopj.governance.ledger;

import static io.github.coopj.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FUND-19")
class ChartReaderTest {
  private static String chart(String... accounts) {
    return "{\"name\": \"OWN\", \"accounts\": [" + String.join(",", accounts) + "]}";
  }

  private static String account(String more) {
    return "{\"number\": \"51\", \"side\": \"DEBIT\", \"ru\": \"Счёт\", \"en\": \"Bank\"" + more
        + "}";
  }

  @Test
  @Tag("FUND-01")
  @Tag("FUND-14")
  void russianConsumer_hasAccountsForFundsSharesAndLoans() {
    ChartOfAccounts chart = ChartReader.russianConsumer();
    assertThat(chart.name()).isEqualTo("RU_CONSUMER");
    for (String fund : List.of("86.1", "86.2", "86.3", "86.4", "86.5")) {
      ChartAccount account = chart.require(AccountNumber.parse(fund));
      assertThat(account.side()).isEqualTo(AccountSide.CREDIT);
      assertThat(account.floor()).as("a fund is not overdrawn").isEqualTo(OptionalLong.of(0));
      assertThat(account.byMember()).as("funds are nobody's own").isFalse();
    }
    for (String shares : List.of("80.1", "80.2", "58.3", "76.1", "76.2")) {
      assertThat(chart.require(AccountNumber.parse(shares)).byMember()).isTrue();
    }
    assertThat(chart.sideOf(AccountNumber.parse("86"))).isEqualTo(AccountSide.CREDIT);
    assertThat(chart.sideOf(AccountNumber.parse("76"))).isEqualTo(AccountSide.BOTH);
    assertThat(chart.accounts())
        .allMatch(
            account -> account.side() == AccountSide.BOTH || account.floor().isPresent());
    assertRefused(() -> chart.sideOf(AccountNumber.parse("52")), "NO_SUCH_ACCOUNT account=52");
  }

  @Test
  void read_givesWhatIsWritten() {
    ChartOfAccounts chart = ChartReader.read(
        chart(account(", \"byProgramme\": true, \"byMember\": true, \"floor\": -5")), "own.json");
    assertThat(chart.accounts())
        .containsExactly(new ChartAccount(
            new AccountNumber(51, 0),
            AccountSide.DEBIT,
            "Счёт",
            "Bank",
            true,
            true,
            OptionalLong.of(-5)));
    assertThat(chart
            .require(new LedgerKey(new AccountNumber(51, 0), 1, Name.of("anna")))
            .floor())
        .hasValue(-5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[];own.json: must be a JSON object",
        "{};own.json: accounts: must be given",
        "{\"accounts\": 5};own.json: accounts: must be a list of at most 1000",
        "{\"accounts\": []};own.json: name: must be given",
        "{\"name\": \"X\", \"accounts\": []};own.json: accounts: the chart X has no accounts",
        "{\"name\": \"X\", \"accounts\": [5]};own.json: accounts[0]: must be a JSON object",
        "{\"name\": \"X\", \"more\": 1, \"accounts\": []};own.json: more: unknown key"
      })
  void read_refuses_whatIsNoChart_namingTheSource(String json, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ChartReader.read(json, "own.json"))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "51.0;an account is written as 51 or 86.1, got \"51.0\"",
        "5;an account is written as 51 or 86.1, got \"5\"",
        "51.;an account is written as 51 or 86.1, got \"51.\"",
        "51.100;an account is written as 51 or 86.1, got \"51.100\"",
        "00;an account has a number 1 to 99 and a subaccount 0 to 99, got 0.0"
      })
  void read_refuses_strangeNumbers(String number, String message) {
    String json = chart(account("").replace("\"51\"", "\"" + number + "\""));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ChartReader.read(json, "own.json"))
        .withMessage("own.json: accounts[0]: number: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"floor\": 0.5",
        ", \"floor\": \"0\"",
        ", \"floor\": 9223372036854775808",
        ", \"byMember\": 1",
        ", \"byMember\": true",
        ", \"limit\": 0"
      })
  void read_refuses_strangeValues(String more) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ChartReader.read(chart(account(more)), "own.json"))
        .withMessageStartingWith("own.json: accounts[0]: ");
  }

  @Test
  void chart_refusesANumberTwice_andAnAccountThatIsDivided() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ChartReader.read(chart(account(""), account("")), "own.json"))
        .withMessage("own.json: accounts: account 51 is in the chart twice");
    String divided = account("").replace("\"51\"", "\"51.1\"");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ChartReader.read(chart(account(""), divided), "own.json"))
        .withMessage(
            "own.json: accounts: account 51 is divided into subaccounts, so it is none itself");
    String both = account(", \"floor\": 0").replace("DEBIT", "BOTH");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ChartReader.read(chart(both), "own.json"))
        .withMessage(
            "own.json: accounts[0]: number: account 51 may stand on either side, so it has no floor");
  }
}
