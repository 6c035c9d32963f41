package io.github.coopj.chain.block;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * A block as it is signed, sent and written to the log.
 *
 * @param header header
 * @param producerSignature signature of the scheduled producer
 * @param transactions executed transactions in their order
 * @param extensions block extensions, empty on coopJ chains
 */
public record SignedBlock(
    BlockHeader header,
    Signature producerSignature,
    List<TransactionReceipt> transactions,
    List<Extension> extensions) {
  private static final Codec<BlockHeader> HEADER = RecordCodec.of(BlockHeader.class);
  private static final Codec<Extension> EXTENSION = RecordCodec.of(Extension.class);

  /** Copies the lists. */
  public SignedBlock {
    transactions = List.copyOf(transactions);
    extensions = List.copyOf(extensions);
  }

  /**
   * Number of the block.
   *
   * @return 1 for the first
   */
  public long number() {
    return header.number();
  }

  /**
   * Id of the block.
   *
   * @return id of its header
   */
  public Checksum256 id() {
    return header.id();
  }

  /**
   * Byte form of the node.
   *
   * @return packed block
   */
  public byte[] pack() {
    AbiWriter out = new AbiWriter();
    HEADER.write(header, out);
    out.writeSignature(producerSignature);
    out.writeVarUint32(transactions.size());
    for (TransactionReceipt receipt : transactions) {
      TransactionReceipt.CODEC.write(receipt, out);
    }
    out.writeVarUint32(extensions.size());
    for (Extension extension : extensions) {
      EXTENSION.write(extension, out);
    }
    return out.toByteArray();
  }

  /**
   * Reads the byte form.
   *
   * @param packed exactly one packed block
   * @return the block
   * @throws AbiException if the bytes are not one
   * @throws InvalidValueException if a value in it is out of its range
   */
  public static SignedBlock unpack(byte[] packed) {
    AbiReader in = new AbiReader(packed);
    BlockHeader header = HEADER.read(in);
    Signature signature = in.readSignature();
    List<TransactionReceipt> transactions = new ArrayList<>();
    for (long left = in.readVarUint32(); left > 0; left--) {
      transactions.add(TransactionReceipt.CODEC.read(in));
    }
    List<Extension> extensions = new ArrayList<>();
    for (long left = in.readVarUint32(); left > 0; left--) {
      extensions.add(EXTENSION.read(in));
    }
    in.requireEnd();
    return new SignedBlock(header, signature, transactions, extensions);
  }
}
