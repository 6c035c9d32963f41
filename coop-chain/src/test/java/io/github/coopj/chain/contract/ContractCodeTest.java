package io.github.coopj.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.fixture.Shapes;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.abi.Abi;
import io.github.coopj.core.abi.AbiBuilder;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAIN-09")
class ContractCodeTest {
  private static final Abi NO_ABI = new AbiBuilder().build();

  private static final String CONTRACT = """
      package my.coop;

      import java.util.List;
      import java.util.function.LongUnaryOperator;

      public class Rules {
        @Deprecated(since = "1")
        public static final int LIMIT = 5;

        public record Row(long id, List<Note> notes) {}

        public record Note(String text) {}

        enum Kind { GOOD, BAD }

        long first(long value) {
          LongUnaryOperator add = x -> x + 1;
          LongUnaryOperator twice = x -> x * 2;
          return add.applyAsLong(twice.applyAsLong(value));
        }

        String second(Kind kind) {
          switch (kind) {
            case GOOD: return "good " + LIMIT;
            default: return Helper.other(kind.name());
          }
        }
      }
      """;

  private static final String HELPER = """
      package my.coop;

      final class Helper {
        static String other(String name) {
          return my.library.Words.of(name);
        }
      }
      """;

  private static final String LIBRARY = """
      package my.library;

      public final class Words {
        public static String of(String name) {
          return name.trim();
        }
      }
      """;

  private static Compiled compile(String from, String to, String changed, String... options) {
    Map<String, String> sources = new TreeMap<>(
        Map.of("my.coop.Rules", CONTRACT, "my.coop.Helper", HELPER, "my.library.Words", LIBRARY));
    sources.computeIfPresent(changed, (name, text) -> text.replace(from, to));
    return Compiled.of(sources, options);
  }

  private static Checksum256 digest(Compiled compiled) {
    return ContractCode.of(compiled.type("my.coop.Rules"), 1, NO_ABI).digest();
  }

  private static Checksum256 original() {
    return digest(compile("", "", ""));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(delimiter = '|', textBlock = """
          x + 1                       | x + 2
          x * 2                       | x + x
          add.applyAsLong(twice       | twice.applyAsLong(add
          case GOOD:                  | case BAD:
          "good " + LIMIT             | "good: " + LIMIT
          GOOD, BAD                   | BAD, GOOD
          String text                 | String words
          List<Note> notes            | List<Row> notes
          LIMIT = 5                   | LIMIT = 6
          since = "1"                 | since = "2"
          long first(long             | public long first(long
          enum Kind                   | public enum Kind
          """)
  void digest_isAnother_whenTheContractIsChanged(String from, String to) {
    assertThat(CONTRACT).contains(from);
    assertThat(digest(compile(from, to, "my.coop.Rules"))).isNotEqualTo(original());
  }

  @Test
  void digest_isAnother_whenAClassBesideTheContractIsChanged() {
    assertThat(digest(compile("Words.of(name)", "Words.of(name + name)", "my.coop.Helper")))
        .isNotEqualTo(original());
  }

  @Test
  void digest_isTheSame_whenALibraryIsChanged() {
    assertThat(digest(compile("name.trim()", "name.strip()", "my.library.Words")))
        .isEqualTo(original());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g:none", "-g:lines", "-parameters"})
  void digest_isTheSame_withOtherDebuggingInformation(String option) {
    assertThat(digest(compile("", "", "", option))).isEqualTo(original());
  }

  @Test
  void digest_isTheSame_whenLinesAndConstantsMove() {
    String moved = CONTRACT.replace("long first(", "// a remark\n\n  long first(");
    int at = moved.indexOf("  String second(");
    int end = moved.lastIndexOf('}');
    String second = moved.substring(at, end);
    String swapped =
        moved.substring(0, at).replace("  enum Kind", second + "\n  enum Kind") + "}\n";
    Compiled compiled = Compiled.of(
        Map.of("my.coop.Rules", swapped, "my.coop.Helper", HELPER, "my.library.Words", LIBRARY));
    assertThat(digest(compiled)).isEqualTo(original());
  }

  @Test
  void classesOf_namesWhatTheContractIsMadeOf() {
    assertThat(ContractCode.classesOf(compile("", "", "").type("my.coop.Rules")))
        .containsExactly(
            "my.coop.Helper",
            "my.coop.Rules",
            "my.coop.Rules$Kind",
            "my.coop.Rules$Note",
            "my.coop.Rules$Row");
  }

  @Test
  void classesOf_coversRowsAndActionsOfAContract() {
    assertThat(ContractCode.classesOf(TokenContract.class))
        .contains(
            TokenContract.class.getName(),
            TokenContract.Transfer.class.getName(),
            TokenContract.Account.class.getName())
        .allMatch(name -> name.startsWith("io.github.coopj.chain.token."));
  }

  @Test
  void of_isRefused_whenAClassFileIsMissing() {
    Compiled compiled = compile("", "", "");
    Class<?> rules = compiled.type("my.coop.Rules");
    compiled.forget("my.coop.Helper");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> ContractCode.of(rules, 1, NO_ABI))
        .withMessage(
            "the class file of my.coop.Helper cannot be found, and without it there is no code"
                + " hash");
  }

  /** The figure was computed from builds of JDK 17 and JDK 25; a build that gives another one breaks every chain. */
  @Test
  void digest_isTheOneWritten_onEveryJdk() {
    assertThat(ContractCode.of(Shapes.class, 1, NO_ABI))
        .hasToString(
            "ContractCode[contract=io.github.coopj.chain.contract.fixture.Shapes,"
                + " version=1, digest=f265d674a33420ceb0a181863c64f48f1b2e4563589af20fb5d888007462e1f1]");
  }

  @Test
  void of_givesAnotherHash_forAnotherVersionOrAbi() {
    ContractCode code = ContractCode.of(TokenContract.class, 1, NO_ABI);
    assertThat(ContractCode.of(TokenContract.class, 2, NO_ABI).hash()).isNotEqualTo(code.hash());
    Abi other = new AbiBuilder()
        .action(Name.of("transfer"), TokenContract.Transfer.class)
        .build();
    assertThat(ContractCode.of(TokenContract.class, 1, other).digest()).isNotEqualTo(code.digest());
    assertThat(new TokenContract().descriptor())
        .isEqualTo(
            ContractCode.of(TokenContract.class, 1, new TokenContract().abi()).pack());
  }

  @Test
  void parse_readsBack_whatWasPacked() {
    ContractCode code = ContractCode.of(TokenContract.class, 7, NO_ABI);
    assertThat(ContractCode.parse(code.pack())).contains(code);
    assertThat(code.hash()).isEqualTo(Checksum256.sha256(code.pack()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "java:a.B:1",
        "java:a.B:0:0000000000000000000000000000000000000000000000000000000000000000",
        "java:a.B:01:0000000000000000000000000000000000000000000000000000000000000000",
        "java:a.B:x:0000000000000000000000000000000000000000000000000000000000000000",
        "wasm:a.B:1:0000000000000000000000000000000000000000000000000000000000000000",
        "java::1:0000000000000000000000000000000000000000000000000000000000000000",
        "java:a.B:1:00"
      })
  void parse_givesNothing_forOtherBytes(String text) {
    assertThat(ContractCode.parse(Bytes.ofUtf8(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',1", "a:b,1", "a.B,0", "a.B,-1"})
  void contractCode_isRefused_withoutNameOrVersion(String contract, int version) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ContractCode(contract, version, Checksum256.ZERO));
  }
}
