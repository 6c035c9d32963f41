package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProtocolFeature;
import java.util.EnumSet;
import java.util.Set;

/** The protocol features that are active in a block, asked many times a transaction. */
final class ActiveFeatures {
  private final EnumSet<ProtocolFeature> features = EnumSet.noneOf(ProtocolFeature.class);

  ActiveFeatures(Set<ProtocolFeature> features) {
    this.features.addAll(features);
  }

  boolean contains(ProtocolFeature feature) {
    return features.contains(feature);
  }
}
