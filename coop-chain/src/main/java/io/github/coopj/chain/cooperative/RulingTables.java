package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.matter.MeetingMatter;
import io.github.coopj.governance.matter.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where decisions of general meetings on matters are kept; part of {@link MeetingContract}. */
public final class RulingTables {
  static final Name RULINGS = Name.of("rulings");
  static final Name ASKED = Name.of("asked");

  private RulingTables() {}

  /**
   * Standing decisions on matters whose keys begin with the same 8 bytes; scope is the cooperative.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param rulings one on each matter
   */
  public record RulingsRow(long prefix, List<Ruling> rulings) {
    /** Copies the list. */
    public RulingsRow {
      rulings = List.copyOf(rulings);
    }
  }

  /**
   * What agendas of convened meetings ask, by keys that begin with the same 8 bytes; scope is the cooperative.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param matters each once
   */
  public record AskedRow(long prefix, List<MeetingMatter> matters) {
    /** Copies the list. */
    public AskedRow {
      matters = List.copyOf(matters);
    }
  }

  /** Keeps what a convened meeting, or all members in their sections, are asked. */
  static void ask(Context context, Name coop, List<AgendaItem> items) {
    for (AgendaItem item : items) {
      for (Checksum256 key : List.of(item.subject(), item.matter())) {
        if (!key.equals(Checksum256.ZERO)) {
          Table<AskedRow> table = asked(context, coop);
          AskedRow row = row(table, prefix(key));
          table.put(
              context.receiver(),
              new AskedRow(
                  row.prefix(),
                  MeetingMatter.with(row.matters(), new MeetingMatter(key, item.type()))));
        }
      }
    }
  }

  /** What agendas of convened meetings ask of a paper or a matter, and of others like it. */
  static List<MeetingMatter> asked(
      Context context, Name coop, Checksum256 subject, Checksum256 matter) {
    Table<AskedRow> table = asked(context, coop);
    List<MeetingMatter> all = new ArrayList<>(row(table, prefix(subject)).matters());
    all.addAll(row(table, prefix(matter)).matters());
    return all;
  }

  private static Table<AskedRow> asked(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.MEETING)
        ? context.table(ASKED, coop, AskedRow.class, AskedRow::prefix)
        : context.table(CooperativeAccounts.MEETING, ASKED, coop, AskedRow.class, AskedRow::prefix);
  }

  private static AskedRow row(Table<AskedRow> table, long prefix) {
    return table.find(prefix).orElse(new AskedRow(prefix, List.of()));
  }

  /** Keeps what a meeting has decided. */
  static void keep(Context context, Name coop, List<Ruling> rulings) {
    Table<RulingsRow> table = context.table(RULINGS, coop, RulingsRow.class, RulingsRow::prefix);
    for (Ruling ruling : rulings) {
      List<Ruling> before = row(table, ruling.matter()).rulings();
      table.put(
          context.receiver(), new RulingsRow(prefix(ruling.matter()), Ruling.with(before, ruling)));
    }
  }

  /** What general meetings have decided last on a matter, by an item of their own or by overriding. */
  static Optional<Ruling> standing(Context context, Name coop, Checksum256 matter) {
    Table<RulingsRow> table = context.receiver().equals(CooperativeAccounts.MEETING)
        ? context.table(RULINGS, coop, RulingsRow.class, RulingsRow::prefix)
        : context.table(
            CooperativeAccounts.MEETING, RULINGS, coop, RulingsRow.class, RulingsRow::prefix);
    return Ruling.later(
        Ruling.on(row(table, matter).rulings(), matter),
        AgendaTables.overrides(context, coop).ruling(matter));
  }

  private static RulingsRow row(Table<RulingsRow> table, Checksum256 matter) {
    long prefix = prefix(matter);
    return table.find(prefix).orElse(new RulingsRow(prefix, List.of()));
  }

  private static long prefix(Checksum256 matter) {
    return new AbiReader(matter.toBytes()).readI64();
  }
}
