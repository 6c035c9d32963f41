package io.github.coopj.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Markdown as the tests of the pages need. */
final class Markdown {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

  private Markdown() {}

  /**
   * A fenced block.
   *
   * @param language what follows the opening fence, possibly nothing
   * @param text the lines, each ended by a line feed
   */
  record Block(String language, String text) {}

  static List<Block> blocks(String page) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = FENCE.matcher(page);
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }

  static List<String> links(String page) {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(FENCE.matcher(page).replaceAll(""));
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    return links;
  }

  /** Anchors of the headings as a forge makes them. */
  static List<String> anchors(String page) {
    List<String> anchors = new ArrayList<>();
    Matcher matcher = HEADING.matcher(FENCE.matcher(page).replaceAll(""));
    while (matcher.find()) {
      anchors.add(matcher
          .group(1)
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N}\\-_ ]", "")
          .replace(' ', '-'));
    }
    return anchors;
  }
}
