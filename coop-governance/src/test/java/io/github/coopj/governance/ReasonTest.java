package io.github.coopj.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ibm.icu.text.MessagePattern;
import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
  /** Facts that a text names, with whether words agree with their number. */
  private static Map<String, Boolean> named(String text) {
    Map<String, Boolean> named = new TreeMap<>();
    MessagePattern pattern = new MessagePattern(text);
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
        String name = pattern.getSubstring(pattern.getPart(i));
        boolean plural = pattern.getPart(i - 1).getArgType() == MessagePattern.ArgType.PLURAL;
        assertThat(name.endsWith(Messages.COUNT)).as(text).isEqualTo(plural);
        named.merge(
            plural ? name.substring(0, name.length() - Messages.COUNT.length()) : name,
            plural,
            Boolean::logicalOr);
      }
    }
    return named;
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void texts_nameDocumentedFactsOnly_inBothLanguages(Reason reason) {
    for (Locale locale : List.of(Locale.ENGLISH, Messages.RUSSIAN)) {
      String text = Messages.texts(locale).getProperty(reason.name());
      assertThat(text).as("%s in %s", reason, locale).isNotBlank();
      assertThat(reason.factNames()).as(text).containsAll(named(text).keySet());
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void texts_inRussian_haveEveryFormOfTheNumeral(Reason reason) {
    MessagePattern pattern =
        new MessagePattern(Messages.texts(Messages.RUSSIAN).getProperty(reason.name()));
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START
          && part.getArgType() == MessagePattern.ArgType.PLURAL) {
        List<String> forms = new ArrayList<>();
        for (int j = i; j < pattern.getLimitPartIndex(i); j++) {
          if (pattern.getPartType(j) == MessagePattern.Part.Type.ARG_SELECTOR) {
            forms.add(pattern.getSubstring(pattern.getPart(j)));
          }
        }
        assertThat(forms).as("%s", reason).containsExactly("one", "few", "many", "other");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void explain_fillsEveryPlaceholder_ofEveryReason(Reason reason) {
    for (Locale locale : List.of(Locale.ENGLISH, Messages.RUSSIAN)) {
      Map<String, Boolean> named = named(Messages.texts(locale).getProperty(reason.name()));
      List<Object> pairs = new ArrayList<>();
      for (String name : reason.factNames()) {
        pairs.add(name);
        pairs.add(named.getOrDefault(name, false) ? "5" : "value-of-" + name);
      }
      GovernanceException refusal = new GovernanceException(reason, pairs.toArray());
      assertThat(refusal.explain(locale)).isNotBlank().doesNotContain("{", "}");
      if (locale.equals(Messages.RUSSIAN)) {
        assertThat(refusal.explain(locale)).matches("(?s).*[а-яА-Я].*");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void rule_isARowOfTheRequirements(Reason reason) {
    assertThat(reason.rule()).matches("[A-Z]{2,}-[0-9]{2}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, участвовали 0 пайщиков, нужно 0 пайщиков",
    "1, участвовал 1 пайщик, нужен 1 пайщик",
    "2, участвовали 2 пайщика, нужны 2 пайщика",
    "5, участвовали 5 пайщиков, нужно 5 пайщиков",
    "11, участвовали 11 пайщиков, нужно 11 пайщиков",
    "21, участвовал 21 пайщик, нужен 21 пайщик",
    "101, участвовал 101 пайщик, нужен 101 пайщик"
  })
  void explain_inRussian_agreesWithTheNumber(int number, String present, String required) {
    GovernanceException refusal = new GovernanceException(
        Reason.NO_QUORUM,
        "present",
        number,
        "required",
        number,
        "of",
        12345,
        "cycle",
        1,
        "rule",
        "MEET-18");
    assertThat(refusal.explain(Messages.RUSSIAN))
        .isEqualTo("В цикле 1 " + present + " из 12345; для кворума " + required + " (MEET-18).");
  }

  @Test
  void explain_leavesNumbersThatAreNames_asTheyAre() {
    GovernanceException refusal =
        new GovernanceException(Reason.OVER_LIMIT, "amount", "12345", "limit", "11111");
    assertThat(refusal.explain(Locale.ENGLISH))
        .isEqualTo("The amount 12345 is above the Chairman's limit 11111.");
  }

  @Test
  void texts_nameNoUnknownReason_inEitherLanguage() {
    for (Locale locale : List.of(Locale.ENGLISH, Messages.RUSSIAN)) {
      Properties texts = Messages.texts(locale);
      assertThat(new TreeSet<>(texts.stringPropertyNames()))
          .isEqualTo(
              new TreeSet<>(Arrays.stream(Reason.values()).map(Enum::name).toList()));
    }
  }

  @Test
  void message_listsFacts_inOrder() {
    GovernanceException refusal =
        new GovernanceException(Reason.COUNCIL_SIZE, "size", 2, "min", 3, "max", 5);

    assertThat(refusal).hasMessage("COUNCIL_SIZE size=2 min=3 max=5");
    assertThat(refusal.reason()).isEqualTo(Reason.COUNCIL_SIZE);
    assertThat(refusal.fact("min")).isEqualTo("3");
    assertThat(refusal.facts()).extracting(Fact::name).containsExactly("size", "min", "max");
    assertThat(refusal.explain(Locale.ENGLISH))
        .isEqualTo("A Council of 2 is outside the range 3 to 5 of the charter.");
    assertThat(refusal.explain(Messages.RUSSIAN)).contains("2", "3", "5").doesNotContain("{");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ja", "und"})
  void explain_givesEnglish_inOtherLanguages(String tag) {
    GovernanceException refusal = new GovernanceException(Reason.NO_GROUNDS, "decision", 7);

    assertThat(refusal.explain(Locale.forLanguageTag(tag)))
        .isEqualTo(refusal.explain(Locale.ENGLISH));
    assertThat(refusal.explain(Locale.forLanguageTag("ru-RU")))
        .isEqualTo(refusal.explain(Messages.RUSSIAN));
  }

  @Test
  void constructor_refusesOtherFacts_thanDocumented() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new GovernanceException(Reason.NO_GROUNDS))
        .withMessage("NO_GROUNDS needs the facts [decision], got []");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new GovernanceException(Reason.NO_GROUNDS, "question", 7))
        .withMessage("NO_GROUNDS needs the facts [decision], got [question]");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new GovernanceException(Reason.NO_GROUNDS, "decision"))
        .withMessage("NO_GROUNDS was given a fact name without a value");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new GovernanceException(Reason.NO_GROUNDS, "decision", 7).fact("present"))
        .withMessage("NO_GROUNDS has no fact present");
  }

  @Test
  void fact_quotesItsValue_withBlanksOnly() {
    assertThat(new Fact("act", "one two")).hasToString("act=\"one two\"");
    assertThat(new Fact("act", "say \"no\"")).hasToString("act=\"say \\\"no\\\"\"");
    assertThat(new Fact("act", "")).hasToString("act=\"\"");
    assertThat(new Fact("act", "one")).hasToString("act=one");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Fact("An act", "one"));
  }
}
