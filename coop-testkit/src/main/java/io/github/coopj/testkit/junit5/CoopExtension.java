package io.github.coopj.testkit.junit5;

import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.testkit.Cooperative;
import io.github.coopj.testkit.Meetings;
import io.github.coopj.testkit.TestChain;
import io.github.coopj.testkit.TestClock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Makes the world of a {@link CoopTest} and closes it. */
final class CoopExtension implements ParameterResolver, AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(CoopExtension.class);
  private static final List<Class<?>> OF_COOPERATIVE = List.of(Cooperative.class, Meetings.class);
  private static final List<Class<?>> OF_CHAIN = List.of(TestChain.class, VirtualClock.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return OF_COOPERATIVE.contains(type) || OF_CHAIN.contains(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    World world = context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            World.class, key -> World.create(parameter, startsAt(context)), World.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == TestChain.class) {
      return world.chain();
    }
    if (type == VirtualClock.class) {
      return world.chain().clock();
    }
    Cooperative cooperative = world.cooperative();
    if (cooperative == null) {
      throw new ParameterResolutionException("a cooperative is for the test method only");
    }
    return type == Meetings.class ? new Meetings(cooperative) : cooperative;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    World world = context.getStore(NAMESPACE).remove(World.class, World.class);
    if (world != null) {
      world.chain().close();
    }
  }

  private static String startsAt(ExtensionContext context) {
    return context
        .getElement()
        .map(method -> method.getAnnotation(CoopTest.class))
        .orElseThrow(() -> new ParameterResolutionException(
            "parameters of coopJ need @CoopTest on the test method"))
        .startsAt();
  }

  private record World(TestChain chain, @Nullable Cooperative cooperative) {
    static World create(ParameterContext parameter, String startsAt) {
      TestChain chain = TestChain.inMemory(TestClock.at(startsAt));
      boolean founded = Arrays.stream(parameter.getDeclaringExecutable().getParameterTypes())
          .anyMatch(OF_COOPERATIVE::contains);
      try {
        return new World(
            chain, founded ? Cooperative.found(chain, Cooperative.defaultCharter()) : null);
      } catch (RuntimeException | Error e) {
        chain.close();
        throw e;
      }
    }
  }
}
