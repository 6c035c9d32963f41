package io.github.coopj.testkit.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test whose parameters may be a {@link io.github.coopj.testkit.Cooperative}, its
 * {@link io.github.coopj.testkit.Meetings}, a {@link io.github.coopj.testkit.TestChain} and its
 * {@link io.github.coopj.chain.node.VirtualClock}. They belong together; the cooperative is founded already, and only if
 * it or its meetings are asked for. All is closed when the test ends.
 */
@Documented
@Test
@ExtendWith(CoopExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CoopTest {
  /**
   * Time at which the chain begins. There is no default, so that no test depends on when it runs.
   *
   * @return for example {@code 2026-01-12T09:00:00Z}
   */
  String startsAt();
}
