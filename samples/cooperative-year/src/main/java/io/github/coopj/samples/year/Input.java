package io.github.coopj.samples.year;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.samples.year.data.ContributionRow;
import io.github.coopj.samples.year.data.ContributionsFile;
import io.github.coopj.samples.year.data.MemberRow;
import io.github.coopj.samples.year.data.MembersFile;
import io.github.coopj.samples.year.data.OnBadRow;
import io.github.coopj.samples.year.data.ReadResult;
import io.github.coopj.samples.year.data.RowProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the year is made of, read and checked as a whole before anything is done.
 *
 * @param charter the charter
 * @param charterJson the charter as it was written
 * @param members applicants, founders included
 * @param contributions contributions in the order of their days
 * @param problems rows that were left out
 */
record Input(
    Charter charter,
    String charterJson,
    List<MemberRow> members,
    List<ContributionRow> contributions,
    List<RowProblem> problems) {
  static Input read(Path folder, OnBadRow onBadRow) {
    Path charterFile = folder.resolve("charter.json");
    String json = readText(charterFile);
    Charter charter = CharterReader.read(json, charterFile.toString());
    ReadResult<MemberRow> members =
        MembersFile.read(folder.resolve("members.csv"), charter, Year.FOUNDED_ON, onBadRow);
    Set<Name> accounts = new TreeSet<>();
    members.rows().forEach(row -> accounts.add(row.account()));
    ReadResult<ContributionRow> contributions = ContributionsFile.read(
        folder.resolve("contributions.csv"),
        accounts,
        charter.currency(),
        Year.PROGRAMME_ON,
        MeetingStage.CONVENED_ON.minusDays(1),
        onBadRow);
    List<RowProblem> problems = new ArrayList<>(members.problems());
    problems.addAll(contributions.problems());
    Input input = new Input(charter, json, members.rows(), contributions.rows(), problems);
    input.founders();
    return input;
  }

  /** As many individuals as the smallest Council needs: the first of the file. */
  List<MemberRow> founders() {
    int needed = charter.council().minSize();
    List<MemberRow> founders = members.stream()
        .filter(row -> row.person().kind() == PersonKind.INDIVIDUAL)
        .limit(needed)
        .toList();
    if (founders.size() < Math.max(2, needed)) {
      throw new InvalidValueException("members.csv must name at least " + Math.max(2, needed)
          + " individuals, got " + founders.size());
    }
    return founders;
  }

  /** Applicants of the kind, or of the others, who are not founders. */
  List<MemberRow> applicants(boolean individuals) {
    List<MemberRow> founders = founders();
    return members.stream()
        .filter(row -> (row.person().kind() == PersonKind.INDIVIDUAL) == individuals)
        .filter(row -> !founders.contains(row))
        .toList();
  }

  /** Numbers of the programmes that contributions are made under. */
  Set<Long> programmes() {
    Set<Long> ids = new TreeSet<>();
    contributions.forEach(row -> {
      if (row.kind() == ContributionKind.PROGRAMME) {
        ids.add(row.programme());
      }
    });
    return ids;
  }

  private static String readText(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e, e);
    }
  }
}
