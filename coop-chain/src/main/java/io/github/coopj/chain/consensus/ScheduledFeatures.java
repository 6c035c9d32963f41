package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.FeatureRules;
import io.github.coopj.crypto.Checksum256;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Protocol features that the host wants its next block to activate, as producers of a node do. */
final class ScheduledFeatures {
  private List<Checksum256> scheduled = List.of();

  /** Takes the place of what was scheduled before. */
  void schedule(BlockState head, List<Checksum256> digests) {
    if (Set.copyOf(digests).size() != digests.size()) {
      throw new ChainException(
          ChainError.INVALID_PROTOCOL_FEATURES_TO_ACTIVATE, "a feature is named twice: " + digests);
    }
    FeatureRules.requireActivatable(head.features()::contains, digests);
    for (Checksum256 digest : digests) {
      ProtocolFeature feature = ProtocolFeature.find(digest).orElseThrow();
      if (feature.requiresPreactivation()) {
        throw new ChainException(
            ChainError.PROTOCOL_FEATURE,
            "protocol feature " + feature + " must be asked for by a contract");
      }
    }
    scheduled = List.copyOf(digests);
  }

  /** What the block after the head activates: what is scheduled, as long as it can be, then what contracts asked for. */
  List<Checksum256> after(BlockState head, List<Checksum256> requested) {
    Set<Checksum256> all = new LinkedHashSet<>();
    if (scheduled.stream().noneMatch(head.features()::contains)) {
      all.addAll(scheduled);
    }
    all.addAll(requested);
    return List.copyOf(all);
  }
}
