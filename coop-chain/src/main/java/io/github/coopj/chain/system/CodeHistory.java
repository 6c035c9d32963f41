package io.github.coopj.chain.system;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractCode;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which code ran on which account from which block on (CHAIN-09). The system contract adds a row to the table
 * {@code codehistory}, in the scope of the account, whenever code is set; no row is ever changed or removed.
 */
public final class CodeHistory {
  /** The table, of the contract on {@code eosio}, in the scope of the account asked about. */
  public static final Name TABLE = Name.of("codehistory");

  private static final int PAGE = 100;

  private CodeHistory() {}

  /**
   * Row of the table: code that was set.
   *
   * @param number key, 1 for the first code of the account
   * @param blockFrom number of the block from which on it runs
   * @param codeHash its hash; zeros if the contract was taken away
   * @param version version that its author gave it; 0 if the code does not say
   * @param contract name of the contract; empty if the code does not say
   */
  @AbiName("code_version")
  public record CodeVersion(
      @AbiType("uint64") long number,
      @AbiName("block_from") @AbiType("uint32") long blockFrom,
      @AbiName("code_hash") Checksum256 codeHash,
      @AbiType("uint32") long version,
      String contract) {}

  /** Notes what {@code setcode} has just done. */
  static void add(Context context, SystemActions.SetCode data) {
    Table<CodeVersion> history =
        context.table(TABLE, data.account(), CodeVersion.class, CodeVersion::number);
    Optional<ContractCode> code = ContractCode.parse(data.code());
    history.insert(
        context.receiver(),
        new CodeVersion(
            history.last().map(CodeVersion::number).orElse(0L) + 1,
            context.currentBlock(),
            data.code().isEmpty() ? Checksum256.ZERO : Checksum256.sha256(data.code()),
            code.map(ContractCode::version).orElse(0),
            code.map(ContractCode::contract).orElse("")));
  }

  /**
   * All code that an account ever had.
   *
   * @param chain chain
   * @param account account
   * @return the oldest first
   */
  public static List<CodeVersion> of(ChainClient chain, Name account) {
    List<CodeVersion> all = new ArrayList<>();
    List<CodeVersion> page;
    do {
      page =
          chain.rows(SystemActions.EOSIO, account, TABLE, all.size() + 1L, PAGE, CodeVersion.class);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  /**
   * The code that an account had at the end of a block.
   *
   * @param history all code of the account, the oldest first
   * @param block number of the block
   * @return the code, if the account had ever had any
   */
  public static Optional<CodeVersion> at(List<CodeVersion> history, long block) {
    Optional<CodeVersion> found = Optional.empty();
    for (CodeVersion version : history) {
      if (version.blockFrom() > block) {
        break;
      }
      found = Optional.of(version);
    }
    return found;
  }
}
