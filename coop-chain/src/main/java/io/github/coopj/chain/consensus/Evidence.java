package io.github.coopj.chain.consensus;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signature;

/**
 * Proof that a producer signed two different blocks for one slot. It needs no chain to be checked, only the schedule that
 * was active then.
 *
 * @param accused the producer with the authority over its signatures, as the schedule had it
 * @param first one of the blocks, that with the smaller id
 * @param second the other one
 */
public record Evidence(ProducerSchedule.Producer accused, Signed first, Signed second) {
  /** Byte form, to keep and to send it. */
  public static final Codec<Evidence> CODEC = RecordCodec.of(Evidence.class);

  /** Checks that the two headers are different ones of one producer and slot. */
  public Evidence {
    Name producer = accused.producerName();
    if (!first.header().producer().equals(producer)
        || !second.header().producer().equals(producer)
        || !first.header().timestamp().equals(second.header().timestamp())
        || first.header().id().compareTo(second.header().id()) >= 0) {
      throw new InvalidValueException("evidence is two different headers of producer " + producer
          + " for one slot, in the order of their ids");
    }
  }

  /**
   * A header with all that its signature covers.
   *
   * @param header the header
   * @param blockroot Merkle root over the ids of all earlier blocks
   * @param scheduleHash digest of the schedule announced last
   * @param signature the producer's signature
   */
  public record Signed(
      BlockHeader header, Checksum256 blockroot, Checksum256 scheduleHash, Signature signature) {
    /** Digest that the signature covers. */
    Checksum256 digest() {
      return BlockState.signingDigest(header, blockroot, scheduleHash);
    }

    static Signed of(SignedBlock block, BlockState state) {
      return new Signed(
          block.header(),
          state.blockroot().root(),
          state.pendingScheduleHash(),
          block.producerSignature());
    }
  }

  /** The evidence of two blocks, in whatever order. */
  static Evidence of(ProducerSchedule.Producer accused, Signed one, Signed other) {
    return one.header().id().compareTo(other.header().id()) < 0
        ? new Evidence(accused, one, other)
        : new Evidence(accused, other, one);
  }

  /**
   * Slot of both blocks.
   *
   * @return the slot
   */
  public BlockTimestamp slot() {
    return first.header().timestamp();
  }

  /**
   * Whether the accused signed both. Who does not know that {@link #accused} is in the schedule of that time asks
   * {@link #verify(ProducerSchedule)}.
   *
   * @return whether both signatures are of keys that may sign for the accused
   */
  public boolean verify() {
    return isOfAccused(first) && isOfAccused(second);
  }

  /**
   * Whether a producer of a schedule signed both, and the slot was its own.
   *
   * @param schedule schedule that was active when the blocks were made
   * @return whether the evidence holds
   */
  public boolean verify(ProducerSchedule schedule) {
    return schedule.scheduledAt(slot()).equals(accused) && verify();
  }

  private boolean isOfAccused(Signed signed) {
    try {
      return accused.maySign(signed.signature().recover(signed.digest()));
    } catch (InvalidValueException | CoopException e) {
      return false;
    }
  }
}
