package io.github.coopj.chain.store;

import io.github.coopj.Bytes;
import io.github.coopj.chain.kernel.KeyedRow;
import io.github.coopj.chain.kernel.Row;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.core.name.Name;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Answers questions from the sources of a history, which come oldest first. */
final class HistoryAnswers {
  private static final byte[] REMOVED = {};

  private HistoryAnswers() {}

  /** The form in which a version of a row is kept. */
  static byte[] packed(Optional<Row> row) {
    return row.map(version -> ByteBuffer.allocate(8 + version.value().size())
            .putLong(version.payer().value())
            .put(version.value().toArray())
            .array())
        .orElse(REMOVED);
  }

  /** A version of a row; empty if it says that the row was removed. */
  private static Optional<Row> unpack(byte[] value) {
    return value.length == 0
        ? Optional.empty()
        : Optional.of(new Row(
            new Name(ByteBuffer.wrap(value).getLong()),
            Bytes.of(Arrays.copyOfRange(value, 8, value.length))));
  }

  /** The latest version of a row up to a block. */
  static Optional<Row> row(List<HistorySource> sources, byte[] row, long atBlock) {
    byte[] last = HistoryKeys.version(row, atBlock);
    for (int i = sources.size() - 1; i >= 0; i--) {
      if (sources.get(i).from() < atBlock) {
        HistorySource.Entry found = sources.get(i).floor(HistoryTable.ROWS, last);
        if (found != null && HistoryKeys.startsWith(found.key(), row)) {
          return unpack(found.value());
        }
      }
    }
    return Optional.empty();
  }

  /** Rows of a table as they were after a block. */
  static List<KeyedRow> rows(
      List<HistorySource> sources, TableKey table, long atBlock, long from, int limit) {
    List<HistorySource> known =
        sources.stream().filter(source -> source.from() < atBlock).toList();
    HistoryRows keys = new HistoryRows(known, table, from);
    List<KeyedRow> rows = new ArrayList<>();
    while (rows.size() < limit && keys.hasNext()) {
      long key = keys.next();
      row(known, HistoryKeys.row(table, key), atBlock)
          .ifPresent(row -> rows.add(new KeyedRow(key, row)));
    }
    return rows;
  }

  /** Changes of a row from one block to another. */
  static List<RowVersion> versions(
      List<HistorySource> sources, byte[] row, long fromBlock, long until, int limit) {
    List<RowVersion> versions = new ArrayList<>();
    byte[] first = HistoryKeys.version(row, fromBlock);
    for (HistorySource source : sources) {
      if (source.to() >= fromBlock) {
        Iterator<HistorySource.Entry> entries = source.from(HistoryTable.ROWS, first);
        while (versions.size() < limit && entries.hasNext()) {
          HistorySource.Entry found = entries.next();
          long number = HistoryKeys.last(found.key());
          if (!HistoryKeys.startsWith(found.key(), row) || number > until) {
            break;
          }
          versions.add(new RowVersion(number, unpack(found.value())));
        }
      }
    }
    return versions;
  }

  /** Actions found under an account, from one number of an execution to another. */
  static List<RecordedAction> actions(
      List<HistorySource> sources, Name account, long fromSequence, long until, int limit) {
    List<RecordedAction> actions = new ArrayList<>();
    for (HistorySource source : sources) {
      if (actions.size() < limit && source.lastSequence() >= fromSequence) {
        for (long number : numbers(source, account, fromSequence, until, limit - actions.size())) {
          actions.add(action(source, number));
        }
      }
    }
    return actions;
  }

  /** The first numbers of an account's actions in some blocks, from one number to another. */
  private static List<Long> numbers(
      HistorySource source, Name account, long from, long until, int limit) {
    List<Long> numbers = new ArrayList<>();
    byte[] prefix = HistoryKeys.numbers(account.value());
    byte[] first = HistoryKeys.action(account, from);
    HistorySource.Entry before = source.floor(HistoryTable.NUMBERS, first);
    Iterator<HistorySource.Entry> entries = source.from(
        HistoryTable.NUMBERS,
        before != null && HistoryKeys.startsWith(before.key(), prefix) ? before.key() : first);
    while (numbers.size() < limit && entries.hasNext()) {
      HistorySource.Entry found = entries.next();
      long start = HistoryKeys.last(found.key());
      if (!HistoryKeys.startsWith(found.key(), prefix) || start > until) {
        break;
      }
      for (long number : KeptActions.numbers(start, found.value())) {
        if (number >= from && number <= until && numbers.size() < limit) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  private static RecordedAction action(HistorySource source, long number) {
    HistorySource.Entry transaction =
        source.floor(HistoryTable.TRANSACTIONS, HistoryKeys.numbers(number));
    if (transaction != null) {
      for (RecordedAction action : KeptActions.CODEC.decode(transaction.value()).actions()) {
        if (action.receipt().globalSequence() == number) {
          return action;
        }
      }
    }
    throw new LogException(
        LogException.Reason.HISTORY, "the history has no action " + number, null);
  }
}
