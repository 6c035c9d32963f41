package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.crypto.Checksum256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which protocol features a block may activate (protocol rule: controller.cpp). */
public final class FeatureRules {
  private FeatureRules() {}

  /**
   * Requires that features are known and not active, and that all they depend on is active or stands before them.
   *
   * @param isActive tells of a digest whether that feature is active before the block
   * @param digests features to activate, in their order
   * @throws ChainException PROTOCOL_FEATURE naming the first that cannot be activated
   */
  public static void requireActivatable(
      Predicate<Checksum256> isActive, List<Checksum256> digests) {
    Set<Checksum256> before = new HashSet<>();
    for (Checksum256 digest : digests) {
      requireActivatable(digest, isActive, each -> isActive.test(each) || before.contains(each));
      before.add(digest);
    }
  }

  /** Requires that a feature is known and not active, and that all it depends on is there. */
  static ProtocolFeature requireActivatable(
      Checksum256 digest, Predicate<Checksum256> isActive, Predicate<Checksum256> isThere) {
    ProtocolFeature feature = ProtocolFeature.find(digest)
        .orElseThrow(() -> refusal("protocol feature with digest " + digest + " is unrecognized"));
    if (isActive.test(digest)) {
      throw refusal("protocol feature " + feature + " has already been activated");
    }
    for (ProtocolFeature dependency : feature.dependencies()) {
      if (!isThere.test(dependency.digest())) {
        throw refusal("protocol feature " + feature + " needs " + dependency + " before");
      }
    }
    return feature;
  }

  static ChainException refusal(String detail) {
    return new ChainException(ChainError.PROTOCOL_FEATURE, detail);
  }
}
