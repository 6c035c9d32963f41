package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which protocol features are active, and which are to become so. */
final class Features {
  private final ChainState state;

  Features(ChainState state) {
    this.state = state;
  }

  /** Activates what the block activates, which must be all that was asked for; the features active in the block. */
  Set<ProtocolFeature> begin(BlockInfo block) {
    for (Checksum256 digest : block.features()) {
      activate(digest, block.number());
    }
    if (state.requestedFeatures.first() != null) {
      throw new ChainException(
          ChainError.BLOCK_VALIDATE,
          "block " + block.number() + " does not activate the features asked for: " + requested());
    }
    return active();
  }

  /** Digests of the features that the next block must activate. */
  List<Checksum256> requested() {
    List<Checksum256> digests = new ArrayList<>();
    Iterator<Map.Entry<Checksum256, Long>> all = state.requestedFeatures.from(null);
    while (all.hasNext()) {
      digests.add(all.next().getKey());
    }
    return digests;
  }

  private Set<ProtocolFeature> active() {
    Set<ProtocolFeature> active = EnumSet.noneOf(ProtocolFeature.class);
    Iterator<Map.Entry<Checksum256, Long>> all = state.features.from(null);
    while (all.hasNext()) {
      ProtocolFeature.find(all.next().getKey()).ifPresent(active::add);
    }
    return Collections.unmodifiableSet(active);
  }

  private void activate(Checksum256 digest, long block) {
    ProtocolFeature feature = ProtocolFeature.find(digest)
        .orElseThrow(() -> refusal("feature with digest " + digest + " is unrecognized"));
    if (state.features.containsKey(digest)) {
      throw refusal("feature " + feature + " has already been activated");
    }
    for (ProtocolFeature dependency : feature.dependencies()) {
      if (!state.features.containsKey(dependency.digest())) {
        throw refusal("feature " + feature + " needs " + dependency + " before");
      }
    }
    boolean asked = state.requestedFeatures.remove(digest) != null;
    if (!asked && feature != ProtocolFeature.PREACTIVATE_FEATURE) {
      throw refusal("feature " + feature + " was not asked for by a contract");
    }
    state.features.put(digest, block);
  }

  private static ChainException refusal(String detail) {
    return new ChainException(ChainError.PROTOCOL_FEATURE_BAD_BLOCK, detail);
  }
}
