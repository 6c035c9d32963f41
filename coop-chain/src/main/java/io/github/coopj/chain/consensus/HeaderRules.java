package io.github.coopj.chain.consensus;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.FeatureRules;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    requireActivatable(name, parent, header);
    BlockState next = parent.follow(header);
    requireSignature(name, block.producerSignature(), next, producer);
    return next;
  }

  /** Extensions stand in the order of their types, each once, as on nodes. */
  private static void requireKnownExtensions(String name, SignedBlock block) {
    if (!block.extensions().isEmpty()) {
      throw new ChainException(
          ChainError.INVALID_BLOCK_EXTENSION,
          name + " carries extension " + block.extensions().get(0).type()
              + ", which this chain does not know");
    }
    int before = -1;
    for (Extension extension : block.header().headerExtensions()) {
      int type = extension.type();
      if (type != ProtocolFeature.ACTIVATION_EXTENSION && type != BlockHeader.SCHEDULE_EXTENSION) {
        throw new ChainException(
            ChainError.INVALID_BLOCK_HEADER_EXTENSION,
            name + " carries header extension " + type + ", which this chain does not know");
      }
      if (type <= before) {
        throw new ChainException(
            ChainError.INVALID_BLOCK_HEADER_EXTENSION,
            name + " carries header extension " + type + " after " + before);
      }
      before = type;
    }
  }

  /** Features are each named once, known, not active yet, and after those they depend on. */
  private static void requireActivatable(String name, BlockState parent, BlockHeader header) {
    if (header.headerExtensions().stream()
        .noneMatch(each -> each.type() == ProtocolFeature.ACTIVATION_EXTENSION)) {
      return;
    }
    List<Checksum256> activated;
    try {
      activated = ProtocolFeature.activatedBy(header);
    } catch (InvalidValueException | CoopException e) {
      throw new ChainException(
          ChainError.INVALID_BLOCK_HEADER_EXTENSION, name + ": " + e.getMessage(), e);
    }
    if (activated.isEmpty() || Set.copyOf(activated).size() != activated.size()) {
      throw new ChainException(
          ChainError.ILL_FORMED_PROTOCOL_FEATURE_ACTIVATION,
          name + " must name the features that it activates once each, got " + activated);
    }
    try {
      FeatureRules.requireActivatable(parent.features()::contains, activated);
    } catch (ChainException e) {
      throw new ChainException(e.reason(), name + ": " + e.getMessage(), e);
    }
  }

  private static void requireAnnounceable(String name, BlockState parent, BlockHeader header) {
    boolean weighted = parent.isActive(ProtocolFeature.WTMSIG_BLOCK_SIGNATURES);
    boolean extended = header.headerExtensions().stream()
        .anyMatch(each -> each.type() == BlockHeader.SCHEDULE_EXTENSION);
    if (weighted ? header.newProducers().isPresent() : extended) {
      throw new ChainException(
          ChainError.PRODUCER_SCHEDULE,
          name + " announces producers in the form "
              + (weighted ? "without authorities" : "with authorities, which is not known yet"));
    }
    Optional<ProducerSchedule> announced;
    try {
      announced = header.announcedSchedule();
    } catch (InvalidValueException | CoopException e) {
      throw new ChainException(
          extended ? ChainError.INVALID_BLOCK_HEADER_EXTENSION : ChainError.PRODUCER_SCHEDULE,
          name + ": " + e.getMessage(),
          e);
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
