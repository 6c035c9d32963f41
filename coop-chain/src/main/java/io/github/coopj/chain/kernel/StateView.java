package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.Checksum256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the chain knew after one block. Immutable: it may be read by any thread while the chain goes on. It holds on to
 * the memory of what later blocks changed.
 */
public final class StateView {
  private final List<SortedTree.Frozen<?, ?>> versions;

  StateView(List<SortedTree.Frozen<?, ?>> versions) {
    this.versions = List.copyOf(versions);
  }

  @SuppressWarnings("unchecked")
  <K, V> SortedTree.Frozen<K, V> version(StateSection<K, V> section) {
    return (SortedTree.Frozen<K, V>) versions.get(section.index());
  }

  /**
   * An account.
   *
   * @param name its name
   * @return the account, if it exists
   */
  public Optional<AccountObject> account(Name name) {
    return Optional.ofNullable(version(ChainState.ACCOUNTS).get(name)).map(AccountEntry::account);
  }

  /**
   * A permission.
   *
   * @param level account and permission
   * @return the permission, if it exists
   */
  public Optional<Permission> permission(PermissionLevel level) {
    return Optional.ofNullable(version(ChainState.ACCOUNTS).get(level.actor()))
        .flatMap(entry -> entry.permissions().permission(level.permission()));
  }

  /**
   * ABI of an account's contract.
   *
   * @param account account
   * @return packed ABI, if one is published
   */
  public Optional<Bytes> abi(Name account) {
    return Optional.ofNullable(version(ChainState.ABIS).get(account));
  }

  /**
   * One row of a table.
   *
   * @param table table and scope
   * @param key primary key, unsigned
   * @return the row, if it exists
   */
  public Optional<Row> row(TableKey table, long key) {
    return Optional.ofNullable(version(ChainState.ROWS).get(RowKey.of(table, key)));
  }

  /**
   * Rows of a table in the order of their keys.
   *
   * @param table table and scope
   * @param from smallest key wanted, unsigned
   * @param limit most rows wanted, 0 or more
   * @return keys and rows
   * @throws InvalidValueException if the limit is negative
   */
  public List<KeyedRow> rows(TableKey table, long from, int limit) {
    if (limit < 0) {
      throw new InvalidValueException("a limit is 0 or more rows, got " + limit);
    }
    List<KeyedRow> found = new ArrayList<>();
    Iterator<Map.Entry<RowKey, Row>> rows = version(ChainState.ROWS).from(RowKey.of(table, from));
    while (found.size() < limit && rows.hasNext()) {
      Map.Entry<RowKey, Row> row = rows.next();
      if (!row.getKey().isIn(table)) {
        break;
      }
      found.add(new KeyedRow(row.getKey().primary(), row.getValue()));
    }
    return found;
  }

  /**
   * Schedule that waits for the block it was proposed in to become irreversible.
   *
   * @return the schedule and that block's number
   */
  public Optional<ProposedSchedule> proposedSchedule() {
    return Optional.ofNullable(version(ChainState.GLOBAL).get(Name.EMPTY))
        .flatMap(ChainState.Global::proposed);
  }

  /**
   * Protocol features that contracts asked for.
   *
   * @return digests that the next block must activate, in the order in which they were asked for
   */
  public List<Checksum256> requestedFeatures() {
    return Features.requested(version(ChainState.REQUESTED_FEATURES).entries().iterator());
  }

  /**
   * Digest of everything: equal digests mean equal states.
   *
   * @return SHA-256 over all entries in their order
   */
  public Checksum256 digest() {
    MessageDigest sha256 = sha256();
    for (StateSection<?, ?> section : ChainState.sections()) {
      hash(section, sha256);
    }
    return Checksum256.of(sha256.digest());
  }

  /**
   * Hands over everything, entry by entry, such as for a snapshot. {@link StateLoader} takes it back.
   *
   * @param dump takes the entries
   */
  public void writeTo(StateDump dump) {
    for (StateSection<?, ?> section : ChainState.sections()) {
      write(section, dump);
    }
  }

  private <K, V> void write(StateSection<K, V> section, StateDump dump) {
    SortedTree.Frozen<K, V> version = version(section);
    dump.section(section.name(), version.size());
    for (Map.Entry<K, V> entry : version.entries()) {
      AbiWriter out = new AbiWriter();
      section.keys().write(entry.getKey(), out);
      section.values().write(entry.getValue(), out);
      dump.entry(out.toByteArray());
    }
  }

  /** Hashes a section without holding the bytes of more than one entry. */
  private <K, V> void hash(StateSection<K, V> section, MessageDigest sha256) {
    SortedTree.Frozen<K, V> version = version(section);
    AbiWriter head = new AbiWriter();
    head.writeString(section.name());
    head.writeU64(version.size());
    sha256.update(head.toByteArray());
    for (Map.Entry<K, V> entry : version.entries()) {
      AbiWriter out = new AbiWriter();
      section.keys().write(entry.getKey(), out);
      section.values().write(entry.getValue(), out);
      sha256.update(out.toByteArray());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
