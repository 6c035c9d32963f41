package io.github.coopj.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  @ParameterizedTest
  @EnumSource(Reason.class)
  void texts_nameDocumentedFactsOnly_inBothLanguages(Reason reason) {
    for (Locale locale : List.of(Locale.ENGLISH, Messages.RUSSIAN)) {
      String text = Messages.texts(locale).getProperty(reason.name());
      assertThat(text).as("%s in %s", reason, locale).isNotBlank();
      Matcher placeholder = PLACEHOLDER.matcher(text);
      while (placeholder.find()) {
        assertThat(reason.factNames()).as(text).contains(placeholder.group(1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void explain_fillsEveryPlaceholder_ofEveryReason(Reason reason) {
    List<Object> pairs = new ArrayList<>();
    reason.factNames().forEach(name -> pairs.addAll(List.of(name, "value-of-" + name)));
    GovernanceException refusal = new GovernanceException(reason, pairs.toArray());
    for (Locale locale : List.of(Locale.ENGLISH, Messages.RUSSIAN)) {
      assertThat(refusal.explain(locale)).isNotBlank().doesNotContain("{", "}");
    }
    assertThat(refusal.explain(Messages.RUSSIAN)).matches("(?s).*[а-яА-Я].*");
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
