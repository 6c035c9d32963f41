package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;

/**
 * An account (аккаунт) as the chain keeps it (ACC-01).
 *
 * @param created block time of its creation
 * @param privileged whether its contract may use the privileged calls
 * @param codeHash hash of its contract, zeros without one
 * @param codeSequence how often its code was set
 * @param abiSequence how often its ABI was set
 */
public record AccountObject(
    BlockTimestamp created,
    boolean privileged,
    Checksum256 codeHash,
    @AbiType("uint32") long codeSequence,
    @AbiType("uint32") long abiSequence) {
  AccountObject withPrivileged(boolean value) {
    return new AccountObject(created, value, codeHash, codeSequence, abiSequence);
  }

  AccountObject withCode(Checksum256 hash) {
    return new AccountObject(created, privileged, hash, codeSequence + 1, abiSequence);
  }

  AccountObject withNewAbi() {
    return new AccountObject(created, privileged, codeHash, codeSequence, abiSequence + 1);
  }
}
