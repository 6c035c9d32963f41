package io.github.coopj.governance.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.QuestionRule.Area;
import io.github.coopj.governance.council.QuestionRule.Competence;
import io.github.coopj.governance.council.QuestionRule.Majority;
import io.github.coopj.governance.council.QuestionRule.Trait;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("COUNCIL-03")
class QuestionRegistryTest {
  private static Properties rows() {
    Properties rows = new Properties();
    for (QuestionType type : QuestionType.values()) {
      QuestionRule rule = type.rule();
      rows.setProperty(
          type.name(),
          String.join(
              "|",
              rule.area().name(),
              rule.competence().name(),
              rule.majority().name(),
              rule.executor().name(),
              rule.traits().stream().map(Enum::name).collect(Collectors.joining(",")),
              rule.source()));
    }
    return rows;
  }

  @Test
  void everyType_hasItsAreaCompetenceMajorityAndExecutor_fromARequirement() {
    for (QuestionType type : QuestionType.values()) {
      QuestionRule rule = type.rule();
      assertThat(rule.source()).as(type.name()).matches("[A-Z]+-[0-9]{2}");
      assertThat(Set.of(Office.Body.COUNCIL, Office.Body.BOARD)).contains(rule.executor());
      assertThat(QuestionRegistry.read(rows())).containsEntry(type, rule);
    }
  }

  @Test
  void everyArea_hasATypeForAnyOtherQuestion() {
    for (Area area : Area.values()) {
      assertThat(Arrays.stream(QuestionType.values()).filter(type -> type.rule().area() == area))
          .as("%s", area)
          .hasSizeGreaterThan(1);
    }
    assertThat(QuestionType.OTHER.rule().area()).isEqualTo(Area.MANAGEMENT);
    assertThat(QuestionType.MEMBER.rule().area()).isEqualTo(Area.MEMBERS);
    assertThat(QuestionType.ADMISSION.rule().area()).isEqualTo(Area.MEMBERS);
    for (QuestionType open : EnumSet.of(QuestionType.OTHER, QuestionType.MEMBER)) {
      assertThat(open.rule().competence()).isEqualTo(Competence.COUNCIL);
      assertThat(open.rule().traits()).isEmpty();
    }
  }

  @Test
  void rules_areTheOnesThatVotesAreCountedBy() {
    assertThat(QuestionType.SUSPEND_CHAIRMAN.rule().majority()).isEqualTo(Majority.OTHERS);
    assertThat(QuestionType.ACTING_CHAIRMAN.rule().majority()).isEqualTo(Majority.NO_CASTING);
    assertThat(Arrays.stream(QuestionType.values())
            .filter(type -> type.rule().majority() == Majority.ORDINARY))
        .hasSize(QuestionType.values().length - 2);
    for (QuestionType type : QuestionType.values()) {
      assertThat(type.neverAutomatic()).isEqualTo(!type.rule().has(Trait.AUTOMATIC));
      assertThat(type.isUrgent()).isEqualTo(type.rule().has(Trait.URGENT));
    }
    assertThat(Arrays.stream(QuestionType.values()).filter(type -> !type.neverAutomatic()))
        .containsExactly(QuestionType.ADMISSION, QuestionType.SPENDING);
  }

  @Test
  void read_refusesAMissingAndAnUnknownType_andABrokenRow() {
    for (QuestionType type : QuestionType.values()) {
      Properties rows = rows();
      rows.remove(type.name());
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> QuestionRegistry.read(rows))
          .withMessage("the registry has no question " + type);
    }
    Properties unknown = rows();
    unknown.setProperty("WEATHER", "MANAGEMENT|COUNCIL|ORDINARY|COUNCIL||COUNCIL-03");
    assertThatIllegalArgumentException().isThrownBy(() -> QuestionRegistry.read(unknown));
    Properties broken = rows();
    broken.setProperty("OTHER", "MANAGEMENT|COUNCIL|ORDINARY|COUNCIL|COUNCIL-03");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> QuestionRegistry.read(broken))
        .withMessage("question OTHER needs 6 columns, got 5");
  }
}
