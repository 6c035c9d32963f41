package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
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
    requireOnce(block);
    FeatureRules.requireActivatable(state.features::containsKey, block.features());
    for (Checksum256 digest : block.features()) {
      activate(digest, block.number());
    }
    if (state.requestedFeatures.first() != null) {
      throw new ChainException(
          ChainError.BLOCK_VALIDATE,
          "block " + block.number() + " does not activate the features asked for: "
              + requested(state.requestedFeatures.from(null)));
    }
    return active();
  }

  /** Digests of features that were asked for, in the order in which they were. */
  static List<Checksum256> requested(Iterator<Map.Entry<Checksum256, Long>> all) {
    List<Map.Entry<Checksum256, Long>> entries = new ArrayList<>();
    all.forEachRemaining(entries::add);
    entries.sort(Map.Entry.comparingByValue());
    return entries.stream().map(Map.Entry::getKey).toList();
  }

  /** Has a feature become active with the next block. */
  void request(Checksum256 digest) {
    if (state.requestedFeatures.containsKey(digest)) {
      throw FeatureRules.refusal(
          "protocol feature with digest " + digest + " has already been asked for");
    }
    FeatureRules.requireActivatable(
        digest,
        state.features::containsKey,
        each -> state.features.containsKey(each) || state.requestedFeatures.containsKey(each));
    state.requestedFeatures.put(
        digest, (long) requested(state.requestedFeatures.from(null)).size());
  }

  private static void requireOnce(BlockInfo block) {
    Set<Checksum256> seen = new HashSet<>();
    for (Checksum256 digest : block.features()) {
      if (!seen.add(digest)) {
        throw new ChainException(
            ChainError.BLOCK_VALIDATE,
            "block " + block.number() + " activates " + digest + " twice");
      }
    }
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
    boolean asked = state.requestedFeatures.remove(digest) != null;
    if (!asked && ProtocolFeature.find(digest).orElseThrow().requiresPreactivation()) {
      throw FeatureRules.refusal(
          "protocol feature with digest " + digest + " was not asked for by a contract");
    }
    state.features.put(digest, block);
  }
}
