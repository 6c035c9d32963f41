package io.github.coopj.samples.year.data;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.AdmissionPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.person.PersonKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that come with the sample are good, and the generator still makes them. */
class DataGeneratorTest {
  private static final Path DATA = Path.of("data");

  private static Charter charter() throws IOException {
    return CharterReader.read(Files.readString(DATA.resolve("charter.json")), "charter.json");
  }

  private static List<MemberRow> members() throws IOException {
    return MembersFile.read(
            DATA.resolve("members.csv"), charter(), LocalDate.of(2026, 1, 12), OnBadRow.STOP)
        .rows();
  }

  private static List<ContributionRow> contributions(List<MemberRow> members) throws IOException {
    Map<Name, MemberRow> byAccount = new LinkedHashMap<>();
    members.forEach(member -> byAccount.put(member.account(), member));
    return ContributionsFile.read(
            DATA.resolve("contributions.csv"),
            byAccount.keySet(),
            charter().currency(),
            LocalDate.of(2026, 1, 28),
            LocalDate.of(2027, 3, 4),
            OnBadRow.STOP)
        .rows();
  }

  @Test
  void main_makesTheCommittedFiles_byteByByte(@TempDir Path folder) throws IOException {
    DataGenerator.main(new String[] {folder.toString()});
    assertThat(folder.resolve("members.csv")).hasSameBinaryContentAs(DATA.resolve("members.csv"));
    assertThat(folder.resolve("contributions.csv"))
        .hasSameBinaryContentAs(DATA.resolve("contributions.csv"));
  }

  @Test
  void members_areAThousand_ofThreeKinds() throws IOException {
    List<MemberRow> members = members();
    assertThat(members.stream().collect(groupingBy(row -> row.person().kind(), counting())))
        .isEqualTo(Map.of(
            PersonKind.INDIVIDUAL,
            850L,
            PersonKind.SOLE_PROPRIETOR,
            100L,
            PersonKind.LEGAL_ENTITY,
            50L));
    assertThat(members.stream().filter(row -> row.account().hasDot())).hasSize(60);
    assertThat(members.subList(0, 30))
        .allMatch(row -> row.person().kind() == PersonKind.INDIVIDUAL);
  }

  @Test
  void contributions_areTenThousand_andEveryMemberPaidWhatTheCharterAsksFirst() throws IOException {
    List<MemberRow> members = members();
    List<ContributionRow> contributions = contributions(members);
    assertThat(contributions).hasSize(10_000);
    assertThat(contributions).allMatch(row -> row.date().getYear() == 2026);
    Map<Name, List<ContributionRow>> byAccount = new LinkedHashMap<>();
    for (ContributionRow row : contributions) {
      byAccount.computeIfAbsent(row.account(), unused -> new ArrayList<>()).add(row);
    }
    assertThat(byAccount).hasSize(1_000);
    AdmissionPolicy admission = charter().admission();
    for (MemberRow member : members) {
      List<ContributionRow> paid = byAccount.getOrDefault(member.account(), List.of());
      PersonKind kind = member.person().kind();
      assertThat(paid.get(0).kind()).isEqualTo(ContributionKind.ENTRANCE);
      assertThat(paid.get(0).amount()).isEqualTo(admission.entrance(kind));
      assertThat(paid.get(1).kind()).isEqualTo(ContributionKind.SHARE);
      assertThat(paid.get(1).amount()).isEqualTo(admission.minimalShare(kind));
      assertThat(paid.subList(2, paid.size()))
          .allMatch(row -> row.kind() == ContributionKind.PROGRAMME)
          .allMatch(row -> row.programme() == 2);
    }
  }

  @Test
  void contributions_haveOddKopecks_soThatDivisionLeavesSomething() throws IOException {
    assertThat(contributions(members()).stream()
            .map(ContributionRow::amount)
            .map(Asset::amount)
            .filter(amount -> amount % 100 != 0))
        .hasSizeGreaterThan(7_000);
  }
}
