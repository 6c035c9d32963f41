package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of a module that knows nothing of this one: what works as it is, and what must be opened. */
class RecordCodecModulesTest {
  @TempDir
  private static Path directory;

  private static ModuleLayer layer = ModuleLayer.empty();

  @BeforeAll
  static void compileAModule() throws IOException {
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    Path sources = directory.resolve("src");
    write(sources.resolve("module-info.java"), """
        module other {
          exports other.open;
        }
        """);
    write(sources.resolve("other/open/Shown.java"), """
        package other.open;
        public record Shown(int value, java.util.Optional<String> note, Inner inner) {
          public record Inner(long id) {}
          public static Shown sample() {
            return new Shown(7, java.util.Optional.of("x"), new Inner(1));
          }
        }
        """);
    write(sources.resolve("other/open/Hiding.java"), """
        package other.open;
        public record Hiding(Secret secret) {
          record Secret(int value) {}
        }
        """);
    write(sources.resolve("other/closed/Hidden.java"), """
        package other.closed;
        public record Hidden(int value) {}
        """);
    Path classes = directory.resolve("classes");
    StringWriter messages = new StringWriter();
    int exit = javac.run(
        new PrintWriter(messages),
        new PrintWriter(messages),
        "--release",
        "17",
        "-d",
        classes.toString(),
        sources.resolve("module-info.java").toString(),
        sources.resolve("other/open/Shown.java").toString(),
        sources.resolve("other/open/Hiding.java").toString(),
        sources.resolve("other/closed/Hidden.java").toString());
    assertThat(exit).as(messages.toString()).isZero();
    Configuration configuration = ModuleLayer.boot()
        .configuration()
        .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("other"));
    layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, null);
  }

  private static void write(Path file, String source) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return layer.findLoader("other").loadClass(name);
  }

  @Test
  void of_works_forAPublicRecordOfAnExportedPackage()
      throws ClassNotFoundException, NoSuchMethodException, IllegalAccessException,
          InvocationTargetException {
    Class<?> shown = load("other.open.Shown");
    assertThat(shown.getModule().isNamed()).isTrue();
    assertThat(shown.getModule().isOpen("other.open", RecordCodec.class.getModule()))
        .isFalse();
    Object sample = shown.getMethod("sample").invoke(null);
    assertThat(roundTrip(shown, sample)).isEqualTo("07000000" + "01" + "0178" + "0100000000000000");
  }

  private static <T> String roundTrip(Class<T> type, Object sample) {
    Codec<T> codec = RecordCodec.of(type);
    byte[] bytes = codec.encode(type.cast(sample));
    assertThat(codec.decode(bytes)).isEqualTo(sample);
    return Bytes.of(bytes).toHex();
  }

  @Test
  void of_isRefused_forWhatTheModuleKeepsToItself() throws ClassNotFoundException {
    Class<?> hidden = load("other.closed.Hidden");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RecordCodec.of(hidden))
        .withMessageContaining(
            "record other.closed.Hidden is not accessible: make it public in an exported package");
    Class<?> hiding = load("other.open.Hiding");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RecordCodec.of(hiding))
        .withMessageContaining("record other.open.Hiding$Secret is not accessible");
  }
}
