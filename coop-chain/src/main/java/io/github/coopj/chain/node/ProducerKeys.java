package io.github.coopj.chain.node;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keys of the producers that blocks are made for here. */
final class ProducerKeys {
  private final Map<PublicKey, Signer> signers = new TreeMap<>();

  ProducerKeys(List<Signer> signers) {
    signers.forEach(signer -> this.signers.put(signer.publicKey(), signer));
  }

  /** The key that signs for a producer. */
  Signer of(ProducerSchedule.Producer producer) {
    return find(producer)
        .orElseThrow(() -> new ChainException(
            ChainError.WRONG_PRODUCER,
            "no key of producer " + producer.producerName() + " is at hand"));
  }

  /** Whether blocks of all producers of a schedule are made here, so that there is nobody to make another branch. */
  boolean areOfAll(ProducerSchedule schedule) {
    return schedule.producers().stream().allMatch(producer -> find(producer).isPresent());
  }

  private Optional<Signer> find(ProducerSchedule.Producer producer) {
    return signers.values().stream()
        .filter(candidate -> producer.maySign(candidate.publicKey()))
        .findFirst();
  }
}
