package io.github.coopj.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.coopj.docs.Repository.Module;
import io.github.coopj.docs.fixture.coverage.Tagged;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The arrows and laws of the house hold in all modules, and each rule can fail. */
class HouseRulesTest {
  private static final HouseRules HOUSE = new HouseRules("io.github.coopj");

  /** What numbers rows and reads them in parts; views, which read for a host, are named after it. */
  private static final Set<String> READING = Set.of("ChainRecord", "NextId", "Pages");

  private static JavaClasses house;

  @BeforeAll
  static void readClasses() {
    house = new ClassFileImporter().importPaths(Repository.built(Repository.production(), false));
  }

  @Test
  @Tag("ARCH-01")
  void arrows_pointDown_betweenRooms() {
    HOUSE.arrowsPointDown().check(house);
  }

  @Test
  void packages_haveNoCycles_inTheWholeHouse() {
    HOUSE.packagesHaveNoCycles().check(house);
  }

  @Test
  void charter_doesNotKnowMeetings() {
    HOUSE.charterDoesNotKnowMeetings().check(house);
  }

  @Test
  void decisionInSections_comesFromTheSignedSum_only() {
    HOUSE.decisionsInSectionsAreSigned().check(house);
  }

  @Test
  void kernel_doesNotKnow_whatIsAboveIt() {
    HOUSE.kernelIsDeterministic().forEach(rule -> rule.check(house));
  }

  @Test
  void bouncyCastle_isUsed_inOnePackage() {
    HOUSE.bouncyCastleStaysInOnePackage().check(house);
  }

  @Test
  void libraries_stayOut_ofPublicSignatures() {
    HOUSE.librariesStayOutOfSignatures().check(house);
  }

  @Test
  void internalPackages_stay_inTheirRoom() {
    HOUSE.internalStaysInItsRoom().check(house);
  }

  @Test
  void rules_readNoClock() {
    HOUSE.noClock().check(house);
  }

  @Test
  void rules_dependOnNoChance() {
    HOUSE.noChance().check(house);
  }

  /** Rules over no classes at all would hold as well. */
  @Test
  void rules_seeEveryRoom() {
    for (Module module : Repository.production()) {
      assertThat(house.stream().map(item -> item.getName()))
          .as("classes of %s", module.room())
          .anyMatch(name -> HOUSE.isOf(name, module.room()));
    }
    for (String part : HouseRules.DETERMINISTIC_CHAIN) {
      assertThat(house.stream().map(item -> item.getPackageName()))
          .contains("io.github.coopj.chain." + part);
    }
  }

  @Test
  void rules_startNoThreads() {
    HOUSE.noThreads().check(house);
  }

  @Test
  void rules_touchNoFiles() {
    HOUSE.noFilesOrSockets().check(house);
  }

  @Test
  void packages_areNullMarked() {
    HOUSE.everyPackageIsNullMarked().check(house);
  }

  @Test
  void classes_sit_inTheirRoom() {
    for (Module module : Repository.production()) {
      HOUSE
          .sitInRoom(module.room())
          .check(new ClassFileImporter().importPaths(Repository.built(List.of(module), false)));
    }
  }

  @Test
  void money_votesAndQuorum_areCounted_withoutFloatingPoint() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> rooms = new TreeSet<>();
    int root = "io.github.coopj.".length();
    for (Path folder : Repository.built(Repository.production(), false)) {
      for (Path file : Repository.walk(folder)) {
        if (!file.toString().endsWith(".class") || file.endsWith("module-info.class")) {
          continue;
        }
        byte[] classFile = Files.readAllBytes(file);
        String name = FloatingPoint.className(classFile);
        // the ABI has float types, so its codec handles their bytes
        if (HOUSE.isDeterministic(name) && !name.startsWith("io.github.coopj.core.abi.")) {
          rooms.add(name.substring(root, name.indexOf('.', root)));
          found.addAll(FloatingPoint.find(classFile));
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(rooms).containsExactly("chain", "core", "governance");
  }

  /** Contracts and what helps them contain no rule: they neither compare nor calculate. */
  @Test
  @Tag("SC-09")
  void contractsOfTheCooperative_judgeNothing() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> judged = new TreeSet<>();
    for (Path folder : Repository.built(Repository.production(), false)) {
      Path contracts = folder.resolve("io/github/coopj/chain/cooperative");
      for (Path file :
          Files.isDirectory(contracts) ? Repository.list(contracts) : List.<Path>of()) {
        String name = file.getFileName().toString().replaceAll("(\\$\\w+)?\\.class", "");
        if (!READING.contains(name) && !name.endsWith("View")) {
          judged.add(name);
          found.addAll(Judgement.find(Files.readAllBytes(file)));
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(judged).contains("MeetingContract", "CouncilContract", "RollTables", "Delegates");
  }

  @Test
  void moduleDescriptors_requireOnlyRoomsBelow_andExportNothingInternal() throws IOException {
    List<String> found = new ArrayList<>();
    for (Module module : Repository.production()) {
      Path file = module.classes().resolve("module-info.class");
      if (module.room().equals("samples") && !Files.exists(file)) {
        continue;
      }
      try (InputStream in = Files.newInputStream(file)) {
        found.addAll(wrongs(ModuleDescriptor.read(in), module.room()));
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> wrongs(ModuleDescriptor descriptor, String room) {
    String prefix = "io.github.coopj.";
    List<String> found = new ArrayList<>();
    if (!room.equals("samples") && !descriptor.name().equals(prefix + room)) {
      found.add(descriptor.name() + " should be named " + prefix + room);
    }
    for (ModuleDescriptor.Requires requires : new TreeSet<>(descriptor.requires())) {
      if (requires.name().startsWith(prefix)
          && Repository.ROOMS.indexOf(requires.name().substring(prefix.length()))
              >= Repository.ROOMS.indexOf(room)) {
        found.add(descriptor.name() + " requires " + requires.name());
      }
    }
    for (ModuleDescriptor.Exports exports : new TreeSet<>(descriptor.exports())) {
      if ((exports.source() + ".").contains(".internal.")) {
        found.add(descriptor.name() + " exports " + exports.source());
      }
    }
    return found;
  }

  /** Each rule fails on a class planted for it, and only on that. */
  @Nested
  class Planted {
    private static final String ROOT = "io.github.coopj.docs.fixture.house";

    private final HouseRules rules = new HouseRules(ROOT);
    private final JavaClasses planted = new ClassFileImporter().importPackages(ROOT);

    private List<String> violations(ArchRule rule) {
      return rule.evaluate(planted).getFailureReport().getDetails();
    }

    @Test
    void arrow_isFound_whenDrawnBackwards() {
      assertThat(violations(rules.arrowsPointDown()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("crypto.Keys").contains("core.Name"));
    }

    @Test
    void cycle_isFound_betweenTwoPackages() {
      assertThat(violations(rules.packagesHaveNoCycles()))
          .singleElement()
          .asString()
          .contains("core.first")
          .contains("core.second");
    }

    @Test
    void charter_isFound_whenItKnowsMeetings() {
      assertThat(violations(rules.charterDoesNotKnowMeetings()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("charter.Bylaws"));
    }

    @Test
    void decisionInSections_isFound_whereItIsForged() {
      assertThat(violations(rules.decisionsInSectionsAreSigned()))
          .singleElement()
          .asString()
          .contains("MeetingDecision.forged");
    }

    @Test
    void kernel_isFound_whenItKnowsTheStore() {
      assertThat(rules.kernelIsDeterministic().stream()
              .filter(rule -> rule.evaluate(planted).hasViolation()))
          .singleElement()
          .satisfies(rule -> assertThat(rule.getDescription()).contains("chain.store"));
    }

    @Test
    void bouncyCastle_isFound_outsideItsPackage() {
      assertThat(violations(rules.bouncyCastleStaysInOnePackage()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("fund.Leak"));
    }

    @Test
    void guava_isFound_insideATypeArgument() {
      assertThat(violations(rules.librariesStayOutOfSignatures()))
          .singleElement()
          .asString()
          .contains("Leak.shown(java.util.List)")
          .contains("ImmutableList");
    }

    @Test
    void internals_areFound_whenAnotherRoomUsesThem() {
      assertThat(violations(rules.internalStaysInItsRoom()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("fund.Leak").contains("internal.bc.Curve"));
    }

    @Test
    void clocks_areFound_directlyAndByReference() {
      List<String> found = violations(rules.noClock());
      assertThat(found).allSatisfy(line -> assertThat(line).contains("cooperative.Clocks"));
      assertThat(List.of("instant", "reference", "date", "clock", "millis", "nanos", "old"))
          .allSatisfy(method -> assertThat(found)
              .anySatisfy(line -> assertThat(line).contains("Clocks." + method + "()")));
      assertThat(found).noneSatisfy(line -> assertThat(line).contains("Clocks.given"));
    }

    @Test
    void chance_isFound_inEveryForm() {
      List<String> found = violations(rules.noChance());
      assertThat(found).allSatisfy(line -> assertThat(line).contains("chance.Chances"));
      assertThat(List.of("random", "secure", "id", "math"))
          .allSatisfy(method -> assertThat(found)
              .anySatisfy(line -> assertThat(line).contains("Chances." + method + "()")));
    }

    @Test
    void threads_areFound_andParallelStreams() {
      List<String> found = violations(rules.noThreads());
      assertThat(found).anySatisfy(line -> assertThat(line).contains("Threads.thread()"));
      assertThat(found).anySatisfy(line -> assertThat(line).contains("Threads.many("));
    }

    @Test
    void files_areFound_inGovernance() {
      assertThat(violations(rules.noFilesOrSockets()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("files.Reader"));
    }

    @Test
    void unmarkedPackage_isFound() {
      assertThat(violations(rules.everyPackageIsNullMarked()))
          .singleElement()
          .asString()
          .contains("unmarked.Loose");
    }

    @Test
    void stranger_isFound_inARoom() {
      assertThat(violations(rules.sitInRoom("core")))
          .anySatisfy(line -> assertThat(line).contains("crypto.Keys"))
          .noneSatisfy(line -> assertThat(line).contains("core.Name "));
    }

    @Test
    void floatingPoint_isFound_inFieldsCallsArraysAndArithmetic() throws IOException {
      assertThat(floatingPoint("governance/meeting/Quorum"))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("Quorum.isReached:"));
      List<String> found = floatingPoint("core/floats/Floats");
      assertThat(List.of("field", "array", "call", "box", "function"))
          .allSatisfy(member -> assertThat(found)
              .anySatisfy(line -> assertThat(line).contains("Floats." + member + ":")));
      assertThat(found).noneSatisfy(line -> assertThat(line).contains("Floats.exact"));
    }

    @Test
    void judgement_isFound_inEveryForm() throws IOException {
      try (InputStream in = Tagged.class.getResourceAsStream(
          "/" + ROOT.replace('.', '/') + "/chain/cooperative/JudgingContract.class")) {
        assertThat(in).isNotNull();
        List<String> found = Judgement.find(in.readAllBytes());
        assertThat(List.of("reached", "many", "positive", "sum", "late", "counted"))
            .allSatisfy(method -> assertThat(found)
                .anySatisfy(line -> assertThat(line).contains("JudgingContract." + method + ":")));
        assertThat(found).noneSatisfy(line -> assertThat(line).contains("JudgingContract.thin"));
      }
    }

    private List<String> floatingPoint(String name) throws IOException {
      try (InputStream in =
          Tagged.class.getResourceAsStream("/" + ROOT.replace('.', '/') + "/" + name + ".class")) {
        assertThat(in).isNotNull();
        return FloatingPoint.find(in.readAllBytes());
      }
    }

    @Test
    void descriptor_isFound_whenItRequiresUpwardsOrExportsInternals() {
      ModuleDescriptor descriptor = ModuleDescriptor.newModule("io.github.coopj.core")
          .requires("io.github.coopj.crypto")
          .requires("io.github.coopj.chain")
          .exports("io.github.coopj.core.name")
          .exports("io.github.coopj.core.internal")
          .build();
      assertThat(wrongs(descriptor, "core"))
          .containsExactly(
              "io.github.coopj.core requires io.github.coopj.chain",
              "io.github.coopj.core exports io.github.coopj.core.internal");
    }
  }
}
