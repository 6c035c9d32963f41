package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.values.Payment;
import io.github.coopj.core.name.Name;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** A module of value interfaces that Immutables implemented, not opened to anyone. */
  private static Class<?> loadValue(Path root, String name)
      throws IOException, URISyntaxException, ClassNotFoundException {
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    String packageName = Payment.class.getPackageName();
    Path classes = root.resolve("classes");
    Path target = Files.createDirectories(classes.resolve(packageName.replace('.', '/')));
    URL compiled = Objects.requireNonNull(Payment.class.getResource("Payment.class"));
    try (Stream<Path> files = Files.list(Path.of(compiled.toURI()).resolveSibling("."))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    write(root.resolve("module-info.java"), """
        module shop {
          requires io.github.coopj.core;
          exports %s;
        }
        """.formatted(packageName));
    String modulePath = ModuleLayer.boot().configuration().modules().stream()
        .flatMap(module -> module.reference().location().stream())
        .filter(location -> location.getScheme().equals("file"))
        .map(location -> Path.of(location).toString())
        .collect(Collectors.joining(File.pathSeparator));
    StringWriter messages = new StringWriter();
    int exit = javac.run(
        new PrintWriter(messages),
        new PrintWriter(messages),
        "--release",
        "17",
        "--module-path",
        modulePath,
        "-d",
        classes.toString(),
        root.resolve("module-info.java").toString());
    assertThat(exit).as(messages.toString()).isZero();
    Configuration configuration = ModuleLayer.boot()
        .configuration()
        .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("shop"));
    return ModuleLayer.boot()
        .defineModulesWithOneLoader(configuration, null)
        .findLoader("shop")
        .loadClass(packageName + "." + name);
  }

  @Test
  void of_works_forAPublicValueInterfaceOfAnExportedPackage(@TempDir Path root)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Class<?> payment = loadValue(root, "Payment");
    assertThat(payment).isNotSameAs(Payment.class);
    assertThat(payment.getModule().getName()).isEqualTo("shop");
    assertThat(payment.getModule().isOpen(payment.getPackageName(), RecordCodec.class.getModule()))
        .isFalse();
    String hex =
        "0000000000000030" + "0000000000000038" + "983a000000000000" + "0441584f4e000000" + "0178";
    Object read = Codec.of(payment).decode(Bytes.ofHex(hex).toArray());
    assertThat(payment.getMethod("memo").invoke(read)).isEqualTo("x");
    assertThat(roundTrip(payment, read)).isEqualTo(hex);
    assertThat(new AbiBuilder().action(Name.of("pay"), payment).build().structs())
        .hasSize(1);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(payment).decode(new byte[33]))
        .withMessageStartingWith("INVALID_VALUE at quantity offset 24");
  }
}
