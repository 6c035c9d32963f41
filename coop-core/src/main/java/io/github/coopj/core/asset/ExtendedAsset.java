package io.github.coopj.core.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.coopj.core.name.Name;

/**
 * Amount of a token together with the contract that issued it; the same letters of another contract are another token.
 *
 * @param quantity the amount
 * @param contract account of the issuing contract
 */
public record ExtendedAsset(
    @JsonProperty("quantity") Asset quantity,
    @JsonProperty("contract") Name contract) {
  /** Amount and contract, {@code 1.0000 AXON@eosio.token}. */
  @Override
  public String toString() {
    return quantity + "@" + contract;
  }
}
