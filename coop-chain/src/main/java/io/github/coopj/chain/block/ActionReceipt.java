package io.github.coopj.chain.block;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * What a block's action root covers about one execution of an action by one receiver.
 *
 * @param receiver account whose contract ran
 * @param actDigest digest of the action and its return value
 * @param globalSequence number of this execution since genesis
 * @param recvSequence number of this execution for the receiver
 * @param authSequence number of authorised actions so far of each authoriser, by name
 * @param codeSequence how often the code of the action's account was set
 * @param abiSequence how often the ABI of the action's account was set
 */
public record ActionReceipt(
    Name receiver,
    Checksum256 actDigest,
    @AbiType("uint64") long globalSequence,
    @AbiType("uint64") long recvSequence,
    List<AuthSequence> authSequence,
    @AbiType("varuint32") long codeSequence,
    @AbiType("varuint32") long abiSequence) {
  private static final Codec<ActionReceipt> CODEC = RecordCodec.of(ActionReceipt.class);

  /** Copies the list. */
  public ActionReceipt {
    authSequence = List.copyOf(authSequence);
  }

  /**
   * Sequence of one authoriser.
   *
   * @param account authoriser
   * @param sequence number of actions it has authorised
   */
  public record AuthSequence(
      Name account, @AbiType("uint64") long sequence) {}

  /**
   * Leaf of the block's action root.
   *
   * @return SHA-256 over the byte form
   */
  public Checksum256 digest() {
    return Checksum256.sha256(CODEC.encode(this));
  }

  /**
   * Digest of an action and its return value: {@code sha256(sha256(account, name, authorization) ‖ sha256(data,
   * returnValue))}, the node's rule with return values.
   *
   * @param action the action
   * @param returnValue what the contract returned, empty for nothing
   * @return the digest
   */
  public static Checksum256 actionDigest(Action action, byte[] returnValue) {
    AbiWriter head = new AbiWriter();
    head.writeName(action.account());
    head.writeName(action.name());
    head.writeVarUint32(action.authorization().size());
    for (PermissionLevel level : action.authorization()) {
      head.writeName(level.actor());
      head.writeName(level.permission());
    }
    AbiWriter tail = new AbiWriter();
    tail.writeBytes(action.data());
    tail.writeBytes(returnValue);
    AbiWriter both = new AbiWriter();
    both.writeChecksum256(Checksum256.sha256(head.toByteArray()));
    both.writeChecksum256(Checksum256.sha256(tail.toByteArray()));
    return Checksum256.sha256(both.toByteArray());
  }
}
