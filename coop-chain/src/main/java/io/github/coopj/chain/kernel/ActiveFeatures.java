package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProtocolFeature;
import java.util.Set;

/** The protocol features that are active in a block, asked many times a transaction. */
final class ActiveFeatures {
  private final long bits;

  ActiveFeatures(Set<ProtocolFeature> features) {
    long all = 0;
    for (ProtocolFeature feature : features) {
      all |= 1L << feature.ordinal();
    }
    this.bits = all;
  }

  boolean contains(ProtocolFeature feature) {
    return (bits >>> feature.ordinal() & 1) != 0;
  }
}
