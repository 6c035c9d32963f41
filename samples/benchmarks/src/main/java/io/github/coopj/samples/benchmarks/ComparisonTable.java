package io.github.coopj.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Joins the results of all rounds into one table and says which requirements were met. */
public final class ComparisonTable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ComparisonTable() {}

  /**
   * Prints the table; ends with status 1 if a requirement was not met.
   *
   * @param args the folder with {@code jmh-1.json}, {@code peers-1.json}, {@code jmh-2.json} and so on; the files of the
   *     peers may be missing
   * @throws IOException if the files cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<Round> rounds = read(Path.of(args[0]));
    System.out.print(print(Comparison.all(), rounds));
    if (Comparison.all().stream()
        .anyMatch(each -> each.verdict(rounds) == Comparison.Verdict.NOT_MET)) {
      System.exit(1);
    }
  }

  static List<Round> read(Path folder) throws IOException {
    List<Round> rounds = new ArrayList<>();
    for (int i = 1; Files.exists(folder.resolve("jmh-" + i + ".json")); i++) {
      Path peers = folder.resolve("peers-" + i + ".json");
      JsonNode measured = Files.exists(peers)
          ? MAPPER.readTree(Files.readString(peers))
          : MAPPER.createObjectNode();
      rounds.add(Round.read(
          MAPPER.readTree(Files.readString(folder.resolve("jmh-" + i + ".json"))), measured));
    }
    return rounds;
  }

  static String print(List<Comparison> comparisons, List<Round> rounds) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Comparison.heads());
    for (Comparison each : comparisons) {
      lines.add(each.cells(rounds));
    }
    int[] widths = new int[Comparison.heads().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      append(text, lines.get(i), widths);
      if (i == 0) {
        for (int width : widths) {
          text.append('|').append("-".repeat(width + 2));
        }
        text.append("|\n");
      }
    }
    Set<String> conditions = new LinkedHashSet<>();
    for (Round round : rounds) {
      conditions.addAll(round.conditions());
    }
    text.append("\nMedians of ").append(rounds.size()).append(" round(s). ");
    return text.append(String.join("; ", conditions)).append("\n").toString();
  }

  private static void append(StringBuilder text, List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      text.append("| ")
          .append(cells.get(i))
          .append(" ".repeat(widths[i] - cells.get(i).length()));
      text.append(' ');
    }
    text.append("|\n");
  }
}
