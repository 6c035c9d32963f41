package io.github.coopj.chain.block;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Optional;

/**
 * Header of a block, in the byte form of Antelope nodes.
 *
 * @param timestamp slot of the block
 * @param producer account that produced it
 * @param confirmed how many earlier blocks the producer confirms with this one
 * @param previous id of the block before
 * @param transactionMroot Merkle root over the digests of the transaction receipts
 * @param actionMroot Merkle root over the digests of the action receipts; of block 1 the chain id
 * @param scheduleVersion version of the producer schedule that is active in this block
 * @param newProducers schedule to announce, in the form used before weighted threshold authorities
 * @param headerExtensions extensions; a schedule waiting to become active is extension 1
 */
public record BlockHeader(
    BlockTimestamp timestamp,
    Name producer,
    @AbiType("uint16") int confirmed,
    Checksum256 previous,
    Checksum256 transactionMroot,
    Checksum256 actionMroot,
    @AbiType("uint32") long scheduleVersion,
    Optional<LegacySchedule> newProducers,
    List<Extension> headerExtensions) {
  /** Type number of the header extension that carries a {@link ProducerSchedule}. */
  public static final int SCHEDULE_EXTENSION = 1;

  private static final Codec<BlockHeader> CODEC = RecordCodec.of(BlockHeader.class);

  /** Copies the list, so that a header never changes. */
  public BlockHeader {
    headerExtensions = List.copyOf(headerExtensions);
  }

  /**
   * Number of this block: one more than the number in the first four bytes of {@link #previous()}.
   *
   * @return 1 for the first block
   */
  public long number() {
    return numberOf(previous) + 1;
  }

  /**
   * Number that an id carries in its first four bytes, big-endian.
   *
   * @param id id of a block, or zeros
   * @return 0 to 2^32 - 1
   */
  public static long numberOf(Checksum256 id) {
    byte[] bytes = id.toBytes();
    return (bytes[0] & 0xffL) << 24
        | (bytes[1] & 0xffL) << 16
        | (bytes[2] & 0xffL) << 8
        | (bytes[3] & 0xffL);
  }

  /**
   * SHA-256 over the header as it is before signing.
   *
   * @return the digest
   */
  public Checksum256 digest() {
    return Checksum256.sha256(CODEC.encode(this));
  }

  /**
   * Id of the block: the digest with its first four bytes replaced by the block number.
   *
   * @return the id
   */
  public Checksum256 id() {
    byte[] bytes = digest().toBytes();
    long number = number();
    bytes[0] = (byte) (number >>> 24);
    bytes[1] = (byte) (number >>> 16);
    bytes[2] = (byte) (number >>> 8);
    bytes[3] = (byte) number;
    return Checksum256.of(bytes);
  }

  /**
   * Schedule that this header announces, if any.
   *
   * @return the schedule of header extension 1, or the one in the older form
   * @throws InvalidValueException if it is no schedule that a chain can have
   * @throws io.github.coopj.core.abi.AbiException if the extension is no schedule
   */
  public Optional<ProducerSchedule> announcedSchedule() {
    if (newProducers.isPresent()) {
      return newProducers.map(LegacySchedule::weighted);
    }
    for (Extension extension : headerExtensions) {
      if (extension.type() == SCHEDULE_EXTENSION) {
        return Optional.of(ProducerSchedule.CODEC.decode(extension.data().toArray()));
      }
    }
    return Optional.empty();
  }

  /**
   * Digest of the schedule that this header announces, in the form in which it does so.
   *
   * @return part of what block signatures cover from here on; empty if it announces none
   */
  public Optional<Checksum256> announcedScheduleDigest() {
    return newProducers.isPresent()
        ? newProducers.map(LegacySchedule::digest)
        : announcedSchedule().map(ProducerSchedule::digest);
  }

  /**
   * Header extension that announces a schedule.
   *
   * @param schedule schedule to announce
   * @return the extension
   */
  public static Extension announcement(ProducerSchedule schedule) {
    return new Extension(SCHEDULE_EXTENSION, Bytes.of(ProducerSchedule.CODEC.encode(schedule)));
  }
}
