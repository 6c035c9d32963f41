package io.github.coopj.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The arrows and laws of the house as rules over class files.
 *
 * <p>A rule is made for a root package, so that each can be tried on planted classes below another root.
 */
final class HouseRules {
  /** Packages of the chain that must give the same bytes on every machine. */
  static final List<String> DETERMINISTIC_CHAIN =
      List.of("block", "kernel", "consensus", "contract", "system", "token", "msig", "cooperative");

  private static final List<String> LEAKING_LIBRARIES =
      List.of("com.google.common.", "com.ibm.icu.", "okhttp3.", "okio.", "kotlin.");

  private static final Set<String> CLOCKS = Set.of(
      "java.time.Clock.system",
      "java.time.Clock.systemUTC",
      "java.time.Clock.systemDefaultZone",
      "java.time.Clock.tick",
      "java.time.Clock.tickMillis",
      "java.time.Clock.tickSeconds",
      "java.time.Clock.tickMinutes",
      "java.time.InstantSource.system",
      "java.util.Calendar.getInstance",
      "java.lang.System.currentTimeMillis",
      "java.lang.System.nanoTime");

  private static final Set<String> SURROUNDINGS = Set.of(
      "java.lang.Math.random",
      "java.lang.StrictMath.random",
      "java.util.UUID.randomUUID",
      "java.util.Locale.getDefault",
      "java.util.TimeZone.getDefault",
      "java.time.ZoneId.systemDefault",
      "java.lang.System.getenv",
      "java.lang.System.getProperty",
      "java.lang.System.identityHashCode");

  private static final Set<String> RANDOM_TYPES = Set.of(
      "java.util.Random",
      "java.util.SplittableRandom",
      "java.security.SecureRandom",
      "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> THREAD_TYPES = Set.of(
      "java.lang.Thread",
      "java.lang.ThreadLocal",
      "java.util.Timer",
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.Executor",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.Executors",
      "java.util.concurrent.ForkJoinPool");

  private static final Set<String> IO_TYPES = Set.of(
      "java.io.File",
      "java.io.FileInputStream",
      "java.io.FileOutputStream",
      "java.io.FileReader",
      "java.io.FileWriter",
      "java.io.RandomAccessFile",
      "java.net.Socket",
      "java.net.ServerSocket",
      "java.net.URLConnection",
      "java.lang.ProcessBuilder");

  private static final List<String> IO_PACKAGES =
      List.of("java.nio.file", "java.nio.channels", "java.net.http");

  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  /** Samples may use all rooms, the testkit all but the samples, and so on down to crypto. */
  ArchRule arrowsPointDown() {
    return classes()
        .should(new ArchCondition<JavaClass>("use only their own room and the rooms below") {
          @Override
          public void check(JavaClass item, ConditionEvents events) {
            int from = rank(item);
            item.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> inHouse(dependency.getTargetClass())
                    && rank(dependency.getTargetClass()) > from)
                .forEach(dependency -> events.add(
                    SimpleConditionEvent.violated(item, "upward: " + dependency.getDescription())));
          }
        })
        .allowEmptyShould(true);
  }

  /** No two packages need each other; an internal package is the body of the package it sits in and counts with it. */
  ArchRule packagesHaveNoCycles() {
    return slices()
        .assignedFrom(new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass item) {
            return inHouse(item)
                ? SliceIdentifier.of(face(item.getPackageName()))
                : SliceIdentifier.ignore();
          }

          @Override
          public String getDescription() {
            return "packages with their internals";
          }
        })
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  private static String face(String packageName) {
    int internal = (packageName + ".").indexOf(".internal.");
    return internal < 0 ? packageName : packageName.substring(0, internal);
  }

  ArchRule charterDoesNotKnowMeetings() {
    return doesNotUse("governance.charter", "governance.meeting");
  }

  /** A decision of all members in their sections comes from the signed sum of their votes and from nowhere else (DMEET-08). */
  ArchRule decisionsInSectionsAreSigned() {
    return noClasses()
        .that(describe(
            "are not the signed question",
            item -> !item.getName().equals(root + ".governance.representation.SignedQuestion")))
        .should()
        .callMethodWhere(describe("a decision in sections is made", call -> {
          AccessTarget.MethodCallTarget target = call.getTarget();
          return target.getName().equals("inSections")
              && target.getOwner().getName().equals(root + ".governance.meeting.MeetingDecision");
        }))
        .allowEmptyShould(true);
  }

  /** The kernel is below everything that stores, produces, serves or calls. */
  List<ArchRule> kernelIsDeterministic() {
    return Stream.of(
            "chain.store", "chain.node", "chain.client", "chain.cooperative", "chain.system")
        .map(upper -> doesNotUse("chain.kernel", upper))
        .toList();
  }

  private ArchRule doesNotUse(String lower, String upper) {
    return noClasses()
        .that()
        .resideInAPackage(root + "." + lower + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + "." + upper + "..")
        .allowEmptyShould(true);
  }

  ArchRule bouncyCastleStaysInOnePackage() {
    return noClasses()
        .that(resideOutsideOfPackage(root + ".crypto.internal.bc.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.bouncycastle.."))
        .allowEmptyShould(true);
  }

  /** What a library gives to its callers does not drag another library's types along. */
  ArchRule librariesStayOutOfSignatures() {
    return classes()
        .that(describe(
            "are of a library room and not internal",
            c -> rank(c) < Repository.ROOMS.indexOf("samples")))
        .and(describe("are public", HouseRules::visibleOutside))
        .should(
            new ArchCondition<JavaClass>(
                "have no Guava, OkHttp or Kotlin type in a public signature") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                Stream.concat(item.getSuperclass().stream(), item.getInterfaces().stream())
                    .forEach(type -> report(item, item.getDescription(), type, events));
                for (JavaField field : item.getFields()) {
                  if (offered(field)) {
                    report(item, field.getDescription(), field.getType(), events);
                  }
                }
                for (JavaCodeUnit unit : item.getCodeUnits()) {
                  if (offered(unit)) {
                    report(item, unit.getDescription(), unit.getReturnType(), events);
                    unit.getParameterTypes()
                        .forEach(type -> report(item, unit.getDescription(), type, events));
                  }
                }
              }
            })
        .allowEmptyShould(true);
  }

  private static void report(JavaClass item, String where, JavaType type, ConditionEvents events) {
    for (JavaClass raw : type.getAllInvolvedRawTypes()) {
      if (LEAKING_LIBRARIES.stream().anyMatch(raw.getName()::startsWith)) {
        events.add(SimpleConditionEvent.violated(item, where + " shows " + raw.getName()));
      }
    }
  }

  private static boolean offered(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static boolean visibleOutside(JavaClass item) {
    return item.getModifiers().contains(JavaModifier.PUBLIC) && !isInternal(item);
  }

  private static boolean isInternal(JavaClass item) {
    return ("." + item.getPackageName() + ".").contains(".internal.");
  }

  ArchRule internalStaysInItsRoom() {
    return classes()
        .should(new ArchCondition<JavaClass>("not use internal packages of another room") {
          @Override
          public void check(JavaClass item, ConditionEvents events) {
            item.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> inHouse(dependency.getTargetClass())
                    && isInternal(dependency.getTargetClass())
                    && !room(dependency.getTargetClass()).equals(room(item)))
                .forEach(dependency ->
                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
          }
        })
        .allowEmptyShould(true);
  }

  /** Time comes in as an argument. */
  ArchRule noClock() {
    return noClasses()
        .that(areDeterministic())
        .should()
        .accessTargetWhere(calls("read a clock", HouseRules::isClock))
        .allowEmptyShould(true);
  }

  /** Nothing depends on chance, on the machine or on its settings. */
  ArchRule noChance() {
    return noClasses()
        .that(areDeterministic())
        .should()
        .accessTargetWhere(calls(
            "depend on chance or on the machine",
            target -> SURROUNDINGS.contains(target.getOwner().getName() + "." + target.getName())))
        .orShould()
        .dependOnClassesThat(named("of chance", RANDOM_TYPES))
        .allowEmptyShould(true);
  }

  ArchRule noThreads() {
    return noClasses()
        .that(areDeterministic())
        .should()
        .dependOnClassesThat(named("of threads", THREAD_TYPES))
        .orShould()
        .accessTargetWhere(calls(
            "go parallel",
            target -> target.getName().equals("parallelStream")
                || (target.getName().equals("parallel")
                    && target.getOwner().getName().startsWith("java.util.stream."))))
        .allowEmptyShould(true);
  }

  ArchRule noFilesOrSockets() {
    return noClasses()
        .that(areDeterministic())
        .should()
        .dependOnClassesThat(named("of files and sockets", IO_TYPES)
            .or(describe(
                "of files and sockets",
                c -> IO_PACKAGES.stream().anyMatch(c.getPackageName()::startsWith))))
        .allowEmptyShould(true);
  }

  ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(new ArchCondition<JavaClass>("sit in a package marked with @NullMarked") {
          @Override
          public void check(JavaClass item, ConditionEvents events) {
            boolean marked = item.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
            if (!marked) {
              events.add(SimpleConditionEvent.violated(
                  item, item.getName() + " sits in an unmarked package"));
            }
          }
        })
        .allowEmptyShould(true);
  }

  /** The rule for classes of one module: all below the package of its room. */
  ArchRule sitInRoom(String room) {
    return classes()
        .should(new ArchCondition<JavaClass>("sit in a package of the room " + room) {
          @Override
          public void check(JavaClass item, ConditionEvents events) {
            if (!inHouse(item) || !room(item).equals(room)) {
              events.add(SimpleConditionEvent.violated(
                  item, item.getName() + " does not belong to " + room));
            }
          }
        })
        .allowEmptyShould(true);
  }

  /** Where money, votes and quorum live: no clock, no chance, no threads, no IO, no floating point. */
  DescribedPredicate<JavaClass> areDeterministic() {
    return describe(
        "are of core, governance or the deterministic part of the chain",
        c -> isDeterministic(c.getName()));
  }

  boolean isDeterministic(String className) {
    return className.startsWith(root + ".core.")
        || className.startsWith(root + ".governance.")
        || DETERMINISTIC_CHAIN.stream()
            .anyMatch(part -> className.startsWith(root + ".chain." + part + "."));
  }

  /** Whether a class is of a room; the samples share one. */
  boolean isOf(String className, String room) {
    return className.startsWith(root + "." + room + ".");
  }

  private boolean inHouse(JavaClass item) {
    return item.getPackageName().equals(root) || item.getPackageName().startsWith(root + ".");
  }

  private int rank(JavaClass item) {
    return Repository.ROOMS.indexOf(room(item));
  }

  /** The room of a class; the root package belongs to crypto, the lowest room. */
  private String room(JavaClass item) {
    if (item.getPackageName().length() <= root.length()) {
      return Repository.ROOMS.get(0);
    }
    String below = item.getPackageName().substring(root.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  private static boolean isClock(AccessTarget target) {
    String owner = target.getOwner().getName();
    return CLOCKS.contains(owner + "." + target.getName())
        || (owner.startsWith("java.time.") && target.getName().equals("now"))
        || (owner.equals("java.util.Date")
            && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
            && target instanceof AccessTarget.ConstructorCallTarget made
            && made.getRawParameterTypes().isEmpty());
  }

  private static DescribedPredicate<JavaAccess<?>> calls(
      String description, Predicate<AccessTarget> predicate) {
    return describe(description, access -> predicate.test(access.getTarget()));
  }

  private static DescribedPredicate<JavaClass> named(String description, Set<String> names) {
    return describe(description, c -> names.contains(c.getName()));
  }
}
