package io.github.coopj.chain.client;

import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.crypto.Signer;
import java.util.List;
import java.util.Optional;

/** A chain as a host sees it, whether it runs in process or elsewhere. */
public interface ChainClient {
  /**
   * Where the chain stands.
   *
   * @return id, head and irreversible block
   */
  ChainInfo info();

  /**
   * Pushes a transaction.
   *
   * @param transaction signed for this chain
   * @return what became of it
   * @throws ChainException if it is refused; nothing was changed
   */
  PushResult push(SignedTransaction transaction);

  /**
   * Puts actions into one transaction that refers to a block of the chain and expires soon, signs and pushes it.
   *
   * @param actions actions, all or none of which take effect
   * @param signers keys for what the actions declare
   * @return what became of it
   * @throws ChainException if it is refused; nothing was changed
   */
  PushResult push(List<Action> actions, List<? extends Signer> signers);

  /**
   * Reads one row of a contract's table.
   *
   * @param code account of the contract
   * @param scope scope in the table
   * @param table name of the table
   * @param key primary key, unsigned
   * @param type record of a row
   * @param <R> record of a row
   * @return the row, if it exists
   */
  <R extends Record> Optional<R> row(Name code, Name scope, Name table, long key, Class<R> type);

  /**
   * Reads rows of a contract's table in the order of their keys.
   *
   * @param code account of the contract
   * @param scope scope in the table
   * @param table name of the table
   * @param from smallest primary key wanted, unsigned
   * @param limit most rows wanted
   * @param type record of a row
   * @param <R> record of a row
   * @return the rows
   */
  <R extends Record> List<R> rows(
      Name code, Name scope, Name table, long from, int limit, Class<R> type);
}
