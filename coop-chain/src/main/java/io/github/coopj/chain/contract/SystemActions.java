package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;

/**
 * Data of the actions of the account {@code eosio} that the chain itself carries out, and the names it reserves. Field
 * order and types are the node's.
 */
public final class SystemActions {
  /** Account of the chain itself. */
  public static final Name EOSIO = Name.of("eosio");

  private SystemActions() {}

  /**
   * Creates an account.
   *
   * @param creator account that creates it
   * @param name name of the new account
   * @param owner authority of its permission {@code owner}
   * @param active authority of its permission {@code active}
   */
  @AbiName("newaccount")
  public record NewAccount(Name creator, Name name, Authority owner, Authority active) {}

  /**
   * Creates or changes a permission.
   *
   * @param account account
   * @param permission permission
   * @param parent permission above it
   * @param auth its new authority
   */
  @AbiName("updateauth")
  public record UpdateAuth(Name account, Name permission, Name parent, Authority auth) {}

  /**
   * Deletes a permission.
   *
   * @param account account
   * @param permission permission, neither {@code owner} nor {@code active}
   */
  @AbiName("deleteauth")
  public record DeleteAuth(Name account, Name permission) {}

  /**
   * Lets a permission authorise an action.
   *
   * @param account account
   * @param code contract
   * @param type action, empty for all actions of the contract
   * @param requirement permission
   */
  @AbiName("linkauth")
  public record LinkAuth(Name account, Name code, Name type, Name requirement) {}

  /**
   * Takes a link away.
   *
   * @param account account
   * @param code contract
   * @param type action, empty for all actions of the contract
   */
  @AbiName("unlinkauth")
  public record UnlinkAuth(Name account, Name code, Name type) {}

  /**
   * Installs a contract on an account (SC-03).
   *
   * @param account account
   * @param vmType kind of code, {@value #JAVA_VM} for contracts in Java
   * @param vmVersion version of that kind, 0
   * @param code descriptor of the contract; empty takes the contract away
   */
  @AbiName("setcode")
  public record SetCode(
      Name account,
      @AbiType("uint8") int vmType,
      @AbiType("uint8") int vmVersion,
      Bytes code) {
    /** Kind of code: a contract in Java that the host's catalogue knows by its descriptor. */
    public static final int JAVA_VM = 1;
  }

  /**
   * Publishes the ABI of an account's contract.
   *
   * @param account account
   * @param abi packed ABI
   */
  @AbiName("setabi")
  public record SetAbi(Name account, Bytes abi) {}
}
