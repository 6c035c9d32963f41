package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;

/**
 * What a chain begins with. Its digest is the chain id, which every signature covers.
 *
 * @param initialTimestamp time of block 1
 * @param initialKey key of the account {@code eosio} and of the only producer at first
 * @param initialConfiguration limits
 */
public record Genesis(
    TimePoint initialTimestamp, PublicKey initialKey, ChainConfiguration initialConfiguration) {
  private static final Codec<Genesis> CODEC = RecordCodec.of(Genesis.class);

  /**
   * A genesis with the default limits.
   *
   * @param initialTimestamp time of block 1
   * @param initialKey first key
   * @return the genesis
   */
  public static Genesis of(TimePoint initialTimestamp, PublicKey initialKey) {
    return new Genesis(initialTimestamp, initialKey, ChainConfiguration.DEFAULT);
  }

  /**
   * Id of the chain: SHA-256 over the byte form.
   *
   * @return the chain id
   */
  public Checksum256 chainId() {
    return Checksum256.sha256(pack());
  }

  /**
   * Byte form of the node.
   *
   * @return packed genesis
   */
  public byte[] pack() {
    return CODEC.encode(this);
  }

  /**
   * Reads the byte form.
   *
   * @param packed packed genesis
   * @return the genesis
   */
  public static Genesis unpack(byte[] packed) {
    return CODEC.decode(packed);
  }
}
