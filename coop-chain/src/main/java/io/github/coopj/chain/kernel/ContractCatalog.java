package io.github.coopj.chain.kernel;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.crypto.Checksum256;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contracts a host can run, by the hash of their descriptor. A chain that has a contract installed can only be run
 * by a host whose catalogue knows it.
 */
public final class ContractCatalog {
  private final Map<Checksum256, Contract> byHash;

  /**
   * Creates a catalogue.
   *
   * @param contracts contracts with different descriptors
   */
  public ContractCatalog(Collection<? extends Contract> contracts) {
    Map<Checksum256, Contract> found = new TreeMap<>();
    for (Contract contract : contracts) {
      if (found.put(Checksum256.sha256(contract.descriptor()), contract) != null) {
        throw new InvalidValueException(
            "two contracts have the descriptor " + contract.descriptor());
      }
    }
    this.byHash = Map.copyOf(found);
  }

  @Nullable Contract find(Checksum256 codeHash) {
    return byHash.get(codeHash);
  }
}
