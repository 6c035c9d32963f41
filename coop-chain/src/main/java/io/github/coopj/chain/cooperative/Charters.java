package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.charter.CharterReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Charters of cooperatives as the registry holds them. Parsed charters are remembered by their text, so
 * what is remembered never changes what a contract does.
 */
final class Charters {
  static final Name TABLE = Name.of("charters");

  private final Map<String, Charter> parsed = new ConcurrentHashMap<>();

  /** All versions of a cooperative's charter, by version. */
  static Table<CharterRow> table(Context context, Name cooperative) {
    return context.receiver().equals(CooperativeAccounts.REGISTRY)
        ? context.table(TABLE, cooperative, CharterRow.class, CharterRow::version)
        : context.table(
            CooperativeAccounts.REGISTRY,
            TABLE,
            cooperative,
            CharterRow.class,
            CharterRow::version);
  }

  /** The charter in force; fails the transaction if there is no such cooperative. */
  Charter current(Context context, Name cooperative) {
    return history(context, cooperative).inForce(Persons.now(context));
  }

  /** All versions; fails the transaction if there is no such cooperative. */
  CharterHistory history(Context context, Name cooperative) {
    List<Charter> versions = new ArrayList<>();
    for (CharterRow row : table(context, cooperative)) {
      versions.add(parse(row));
    }
    if (versions.isEmpty()) {
      throw new InvalidValueException("no cooperative " + cooperative + " has been founded");
    }
    return CharterHistory.of(versions);
  }

  /** The charter of one version; fails the transaction if there is none. */
  Charter version(Context context, Name cooperative, int version) {
    return parse(table(context, cooperative)
        .find(version)
        .orElseThrow(() -> new InvalidValueException(
            "cooperative " + cooperative + " has no charter of version " + version)));
  }

  private Charter parse(CharterRow row) {
    return parsed.computeIfAbsent(
        row.json(), json -> CharterReader.read(json, "charter version " + row.version()));
  }
}
