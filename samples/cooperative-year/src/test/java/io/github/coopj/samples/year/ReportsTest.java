package io.github.coopj.samples.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.person.Organization;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.samples.year.data.MemberRow;
import io.github.coopj.samples.year.data.MembersFile;
import io.github.coopj.samples.year.data.OnBadRow;
import io.github.coopj.testkit.Cooperative;
import io.github.coopj.testkit.junit5.CoopTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What is written of a cooperative that the testkit founded. */
class ReportsTest {
  private static final String START = "2026-01-12T09:00:00Z";
  private static final Name FOUNDER = Cooperative.FOUNDERS.get(0);

  @TempDir
  private Path folder = Path.of("");

  private Reports reportsOf(Cooperative coop) {
    return new Reports(coop.view(), coop.charter().currency(), folder);
  }

  /** The first organization of the sample's file, whose name has quotation marks, under the account of a founder. */
  private static MemberRow organization() {
    MemberRow row = MembersFile.read(
            Path.of("data", "members.csv"),
            CharterReader.read(Cooperative.defaultCharter(), "charter.json"),
            LocalDate.of(2026, 1, 12),
            OnBadRow.STOP)
        .rows()
        .stream()
        .filter(candidate -> candidate.person() instanceof Organization)
        .findFirst()
        .orElseThrow();
    return new MemberRow(row.line(), FOUNDER, row.person(), row.representative(), Optional.empty());
  }

  @CoopTest(startsAt = START)
  void register_joinsNamesWithWhatTheChainKnows_inValidCsv(Cooperative coop) throws IOException {
    coop.contribute(FOUNDER, ContributionKind.SHARE, Programme.ADMISSION_ID, "300.00 RUB");
    MemberRow known = organization();
    List<String> lines = Files.readAllLines(reportsOf(coop).register(List.of(known)));
    String name = ((Organization) known.person()).shortName().replace("\"", "\"\"");
    assertThat(lines).hasSize(1 + Cooperative.FOUNDERS.size());
    assertThat(lines.get(0)).isEqualTo("account,kind,name,status,since,decision,share");
    assertThat(lines.get(1))
        .startsWith("founder1,INDIVIDUAL,")
        .contains(name)
        .endsWith(",300.00 RUB");
    assertThat(lines.get(2)).startsWith("founder2,INDIVIDUAL,,ACTIVE,").endsWith(",0.00 RUB");
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-14")
  void funds_addUpToTheCash(Cooperative coop) throws IOException {
    coop.contribute(FOUNDER, ContributionKind.ENTRANCE, Programme.ADMISSION_ID, "100.00 RUB");
    coop.programme(2, new SplitRule(2, 3));
    coop.join(FOUNDER, 2);
    coop.contribute(FOUNDER, ContributionKind.PROGRAMME, 2, "100.03 RUB");
    Reports reports = reportsOf(coop);
    assertThat(reports.findings()).isEmpty();
    assertThat(Files.readAllLines(reports.funds()))
        .containsExactly(
            "account,name,entrance,share,membership,balance",
            "51,Money at the bank,0.00 RUB,0.00 RUB,0.00 RUB,200.03 RUB",
            "80.2/2,Share fund: shares under programmes,0.00 RUB,40.01 RUB,0.00 RUB,40.01 RUB",
            "86.1,Indivisible fund,100.00 RUB,0.00 RUB,3.00 RUB,103.00 RUB",
            "86.2,Reserve fund,0.00 RUB,0.00 RUB,9.01 RUB,9.01 RUB",
            "86.3,Development fund,0.00 RUB,0.00 RUB,6.00 RUB,6.00 RUB",
            "86.4,Mutual aid fund,0.00 RUB,0.00 RUB,3.00 RUB,3.00 RUB",
            "86.5,Operations fund,0.00 RUB,0.00 RUB,39.01 RUB,39.01 RUB");
  }
}
