package io.github.coopj.chain.consensus;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.Optional;

/** What can be said against a block without executing its transactions. */
final class HeaderRules {
  /** Lowest first byte of a signature in the one form that signers write: 27, and 4 for a compressed key. */
  private static final int LOWEST_SIGNATURE_HEADER = 31;

  private final SignatureRecovery recovery;

  HeaderRules(SignatureRecovery recovery) {
    this.recovery = recovery;
  }

  /** How messages call a block. */
  static String name(SignedBlock block) {
    return "block " + block.number() + " " + block.id();
  }

  /**
   * Checks that a block may follow another one.
   *
   * @param parent the block before
   * @param block the block
   * @return its state
   * @throws ChainException naming the block and the rule that it breaks
   */
  BlockState follow(BlockState parent, SignedBlock block) {
    BlockHeader header = block.header();
    String name = name(block);
    requireSame(ChainError.UNLINKABLE_BLOCK, name + " follows", header.previous(), parent.id());
    if (header.timestamp().slot() <= parent.header().timestamp().slot()) {
      throw new ChainException(
          ChainError.BLOCK_VALIDATE,
          name + " is of slot " + header.timestamp() + ", not later than its predecessor's "
              + parent.header().timestamp());
    }
    ProducerSchedule.Producer producer = parent.activeSchedule().scheduledAt(header.timestamp());
    requireSame(
        ChainError.WRONG_PRODUCER,
        name + " is of producer",
        header.producer(),
        producer.producerName());
    requireSame(
        ChainError.PRODUCER_SCHEDULE,
        name + " is made under schedule",
        header.scheduleVersion(),
        parent.activeSchedule().version());
    requireKnownExtensions(name, block);
    requireAnnounceable(name, parent, header);
    BlockState next = parent.follow(header);
    requireSignature(name, block.producerSignature(), next, producer);
    return next;
  }

  private static void requireKnownExtensions(String name, SignedBlock block) {
    if (!block.extensions().isEmpty()) {
      throw new ChainException(
          ChainError.INVALID_BLOCK_EXTENSION,
          name + " carries extension " + block.extensions().get(0).type()
              + ", which this chain does not know");
    }
    if (block.header().newProducers().isPresent()) {
      throw new ChainException(
          ChainError.PRODUCER_SCHEDULE,
          name + " announces producers in the form without authorities");
    }
    int schedules = 0;
    for (Extension extension : block.header().headerExtensions()) {
      if (extension.type() != BlockHeader.SCHEDULE_EXTENSION) {
        throw new ChainException(
            ChainError.INVALID_BLOCK_HEADER_EXTENSION,
            name + " carries header extension " + extension.type()
                + ", which this chain does not know");
      }
      schedules++;
    }
    if (schedules > 1) {
      throw new ChainException(
          ChainError.INVALID_BLOCK_HEADER_EXTENSION,
          name + " announces " + schedules + " schedules");
    }
  }

  private static void requireAnnounceable(String name, BlockState parent, BlockHeader header) {
    Optional<ProducerSchedule> announced;
    try {
      announced = header.announcedSchedule();
    } catch (InvalidValueException | CoopException e) {
      throw new ChainException(
          ChainError.INVALID_BLOCK_HEADER_EXTENSION, name + ": " + e.getMessage(), e);
    }
    if (announced.isEmpty()) {
      return;
    }
    if (parent.pending().isPresent()) {
      throw new ChainException(
          ChainError.PRODUCER_SCHEDULE,
          name + " announces a schedule while that of block "
              + parent.pending().get().announcedIn() + " waits");
    }
    requireSame(
        ChainError.PRODUCER_SCHEDULE,
        name + " announces schedule",
        announced.get().version(),
        parent.activeSchedule().version() + 1);
  }

  private void requireSignature(
      String name, Signature signature, BlockState next, ProducerSchedule.Producer producer) {
    if (!isInItsOneForm(signature)) {
      throw new ChainException(
          ChainError.WRONG_SIGNING_KEY,
          name + " is signed in a form that signers do not write: " + signature);
    }
    PublicKey key;
    try {
      key = recovery.recover(signature, next.signingDigest());
    } catch (InvalidValueException | CoopException e) {
      throw new ChainException(ChainError.WRONG_SIGNING_KEY, name + ": " + e.getMessage(), e);
    }
    if (!producer.maySign(key)) {
      throw new ChainException(
          ChainError.WRONG_SIGNING_KEY,
          name + " is signed with " + key + ", which is not a key of producer "
              + producer.producerName());
    }
  }

  /** Anybody can rewrite a signature into other bytes that yield the same key; only one of these forms is taken. */
  static boolean isInItsOneForm(Signature signature) {
    return signature.isCanonical() && (signature.toCompact()[0] & 0xff) >= LOWEST_SIGNATURE_HEADER;
  }

  static void requireSame(ChainError error, String what, Object stated, Object found) {
    if (!stated.equals(found)) {
      throw new ChainException(error, what + " " + stated + ", expected " + found);
    }
  }
}
