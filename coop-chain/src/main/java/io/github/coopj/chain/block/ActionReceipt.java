package io.github.coopj.chain.block;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
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
    return new ReceiptDigests().of(this);
  }

  void write(AbiWriter out) {
    out.writeName(receiver);
    out.writeChecksum256(actDigest);
    out.writeU64(globalSequence);
    out.writeU64(recvSequence);
    out.writeVarUint32(authSequence.size());
    for (AuthSequence each : authSequence) {
      out.writeName(each.account());
      out.writeU64(each.sequence());
    }
    out.writeVarUint32(codeSequence);
    out.writeVarUint32(abiSequence);
  }
}
