package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.Ratio;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.notice.Reactions;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A change of an agenda that a member proposes (AGENDA-13, AGENDA-14): an {@link OpenChange} until the cut-off, then a {@link
 * PassedChange} or a {@link FailedChange}. Those who disagree with the agenda carry it.
 */
public abstract sealed class AgendaChange permits OpenChange, PassedChange, FailedChange {
  final ChangeRecord data;

  AgendaChange(ChangeRecord data) {
    this.data = data;
  }

  /**
   * Takes a change.
   *
   * @param text what is proposed
   * @param signature the proposer's signature under the text
   * @param agenda the agenda that members were notified of
   * @param obligatory items that cannot be taken off it
   * @param reactions reactions to it, for their meeting and cut-off
   * @param roll whether an account is on the roll
   * @param keys which keys sign for which accounts
   * @param charter the charter in force
   * @param now time of the move, before the cut-off
   * @return the change without supporters
   * @throws GovernanceException AGENDA_CHANGE_NOT_SET, AGENDA_CLOSED, DECISION_ON_OTHER_SUBJECT for another meeting or
   *     agenda, NOT_ON_ROLL, SIGNATURE_FORGED, AGENDA_UNKNOWN_ITEM, ITEM_OBLIGATORY
   */
  public static OpenChange open(
      ChangeText text,
      DocumentSignature signature,
      Agenda agenda,
      ObligatoryItems obligatory,
      Reactions reactions,
      Predicate<Name> roll,
      SignerKeys keys,
      Charter charter,
      Instant now) {
    threshold(charter);
    requireOpen(reactions, now);
    requireSameAgenda(text, agenda, reactions);
    if (!roll.test(text.proposer())) {
      throw new GovernanceException(
          Reason.NOT_ON_ROLL, "account", text.proposer(), "meeting", text.meeting());
    }
    signature.requireGenuine(text.digest(), text.proposer(), keys.until(now));
    if (text.kind() != ChangeKind.ADD) {
      obligatory.requireRemovable(agenda.item(text.item()), text.next());
    }
    return new OpenChange(new ChangeRecord(text, ChangeStatus.OPEN, List.of(), 0, 0, 0));
  }

  private static void requireSameAgenda(ChangeText text, Agenda agenda, Reactions reactions) {
    if (text.meeting() != reactions.meeting()
        || !text.agenda().equals(agenda.digest())
        || !text.agenda().equals(reactions.agenda())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          text.id(),
          "expected",
          reactions.agenda(),
          "actual",
          text.agenda());
    }
  }

  static void requireOpen(Reactions reactions, Instant now) {
    if (reactions.isClosed(now)) {
      throw new GovernanceException(Reason.AGENDA_CLOSED, "since", reactions.closesAt());
    }
  }

  static Ratio threshold(Charter charter) {
    return charter
        .agenda()
        .changeThreshold()
        .orElseThrow(() ->
            new GovernanceException(Reason.AGENDA_CHANGE_NOT_SET, "key", "agenda.changeThreshold"));
  }

  /**
   * Restores a stored change.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the change in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static AgendaChange restore(ChangeRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case OPEN -> new OpenChange(stored);
      case PASSED -> new PassedChange(stored);
      case FAILED -> new FailedChange(stored);
    };
  }

  /**
   * The change as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public ChangeRecord snapshot() {
    return data;
  }

  /**
   * Whether it changes that version of an agenda.
   *
   * @param agenda the version
   * @return false for changes of other versions
   */
  public boolean isOf(Agenda agenda) {
    return data.text().agenda().equals(agenda.digest());
  }

  /**
   * This change, if it is not counted yet.
   *
   * @return the change
   * @throws GovernanceException WRONG_STATE
   */
  public OpenChange requireOpen() {
    return States.require(
        this, OpenChange.class, "change " + data.text().id(), data.status(), ChangeStatus.OPEN);
  }

  /**
   * This change, if it was carried.
   *
   * @return the change
   * @throws GovernanceException CHANGE_TOO_FEW
   */
  public PassedChange requirePassed() {
    if (this instanceof PassedChange passed) {
      return passed;
    }
    throw new GovernanceException(
        Reason.CHANGE_TOO_FEW,
        "votes",
        data.votes(),
        "required",
        data.required(),
        "base",
        data.base());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AgendaChange change && data.equals(change.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
