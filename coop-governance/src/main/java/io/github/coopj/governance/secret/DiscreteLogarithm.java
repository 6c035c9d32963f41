package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.group.Element;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Finds {@code m} of {@code m·G} for {@code m} from 0 to a bound, in time and space of its root (D. Shanks, 1971). */
final class DiscreteLogarithm {
  private final long bound;
  private final int step;
  private final Element giant;
  private final Map<Bytes, Integer> babies = new HashMap<>(); // asked by key only

  DiscreteLogarithm(long bound) {
    this.bound = bound;
    this.step = BigInteger.valueOf(bound).sqrt().intValueExact() + 1;
    Element baby = P256.neutral();
    for (int i = 0; i < step; i++) {
      babies.put(baby.encode(), i);
      baby = baby.plus(P256.generator());
    }
    this.giant = baby;
  }

  OptionalLong of(Element element) {
    Element rest = element;
    for (long i = 0; i <= step; i++) {
      Integer baby = babies.get(rest.encode());
      if (baby != null) {
        long found = i * step + baby;
        return found <= bound ? OptionalLong.of(found) : OptionalLong.empty();
      }
      rest = rest.minus(giant);
    }
    return OptionalLong.empty();
  }
}
