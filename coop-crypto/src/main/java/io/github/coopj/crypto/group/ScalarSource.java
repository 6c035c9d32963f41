package io.github.coopj.crypto.group;

/**
 * Where secret numbers come from. Rules take chance as an argument of this type, so that tests can repeat it.
 *
 * <p>A number given once is never given again on purpose: whoever uses one for two proofs gives the secret away.
 */
@FunctionalInterface
public interface ScalarSource {
  /**
   * The next number.
   *
   * @return uniform among 1 to the order - 1, unpredictable and independent of all before
   */
  Scalar next();
}
