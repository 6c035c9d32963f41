package io.github.coopj.testkit;

import io.github.coopj.Bytes;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.membership.MembershipApplication;
import java.util.List;

/** Steps that several tests take. */
final class Steps {
  static final String START = "2026-01-12T09:00:00Z";
  static final Name CHAIRMAN = founder(1);

  private Steps() {}

  static Name founder(int number) {
    return Cooperative.FOUNDERS.get(number - 1);
  }

  static Checksum256 digest(String text) {
    return Checksum256.sha256(Bytes.ofUtf8(text));
  }

  /** Admits persons until the cooperative has so many members, founders included. */
  static void grow(Cooperative coop, int members) {
    for (int i = Cooperative.FOUNDERS.size(); i < members; i++) {
      coop.admit(member(i + 1).toString());
    }
  }

  /** The n-th member of a cooperative grown by {@link #grow}. */
  static Name member(int number) {
    return number <= Cooperative.FOUNDERS.size()
        ? founder(number)
        : Name.of("member" + (char) ('a' + number));
  }

  static Agenda agenda(AgendaItem... items) {
    return new Agenda(1, List.of(items));
  }

  static AgendaItem item(int number, ItemType type) {
    return new AgendaItem(
        number,
        type,
        "Вопрос " + number,
        "Принять решение по вопросу " + number,
        List.of(),
        digest("document of item " + number));
  }

  static AgendaItem election(int number, ItemType type, Name candidate) {
    return new AgendaItem(number, type, "Выборы", "Избрать", List.of(candidate));
  }

  static Agenda plainAgenda() {
    return agenda(item(1, ItemType.OTHER));
  }

  /** Puts a question to the vote and casts the votes in the order of the founders; null for who does not vote. */
  static void vote(Cooperative coop, long id, Vote... votes) {
    for (int i = 0; i < votes.length; i++) {
      coop.chain().push(coop.actions().vote(id, Cooperative.FOUNDERS.get(i), votes[i]));
    }
  }

  static Action apply(
      Cooperative coop, MembershipApplication application, DocumentSignature signature) {
    return coop.actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new MembershipContract.Apply(application, signature),
            application.account());
  }
}
