package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AgendaPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The next version of an agenda, with what became of the changes that were carried (AGENDA-16, AGENDA-17). It takes effect by
 * a decision of the Council over {@link #digest}, see {@link AgendaHistory#amend}.
 */
public final class AgendaAmendment {
  private final Agenda last;
  private final Agenda next;
  private final AmendmentContent content;

  private AgendaAmendment(Agenda last, Agenda next, AmendmentContent content) {
    this.last = last;
    this.next = next;
    this.content = content;
  }

  /**
   * Prepares the next version. Where the charter says BINDING, a carried change is taken over or rejected as unlawful with a
   * reason; where it says ADVISORY, the Council needs no reason. The Council may change what nobody asked for as well.
   *
   * @param meeting number of the meeting
   * @param last the version there is
   * @param next the version to be, numbered one higher
   * @param changes all changes proposed to the last version, counted
   * @param reasons why changes are rejected, by number of the change
   * @param obligatory items that cannot be taken off
   * @param charter the charter in force
   * @return the amendment
   * @throws GovernanceException AGENDA_OTHER_VERSION, DECISION_ON_OTHER_SUBJECT for a change of another agenda,
   *     NO_REASON_GIVEN naming the change, WRONG_STATE for a change not counted yet, AGENDA_ITEM_MISSING, ITEM_OBLIGATORY
   */
  public static AgendaAmendment of(
      long meeting,
      Agenda last,
      Agenda next,
      List<? extends AgendaChange> changes,
      Map<Long, String> reasons,
      ObligatoryItems obligatory,
      Charter charter) {
    if (next.version() != last.version() + 1) {
      throw new GovernanceException(
          Reason.AGENDA_OTHER_VERSION, "version", next.version(), "expected", last.version() + 1);
    }
    obligatory.requireIn(next);
    boolean binding = charter.agenda().changeBinding() == AgendaPolicy.Binding.BINDING;
    List<Long> taken = new ArrayList<>();
    List<AmendmentContent.Rejected> rejected = new ArrayList<>();
    for (ChangeText text : carried(meeting, last, changes)) {
      if (text.isTakenOverBy(last, next)) {
        taken.add(text.id());
        continue;
      }
      String reason = reasons.getOrDefault(text.id(), "");
      if (binding && reason.isBlank()) {
        throw new GovernanceException(
            Reason.NO_REASON_GIVEN, "what", "rejection of change " + text.id());
      }
      rejected.add(new AmendmentContent.Rejected(text.id(), reason));
    }
    return new AgendaAmendment(
        last,
        next,
        new AmendmentContent(
            meeting,
            last.digest(),
            next.digest(),
            taken,
            rejected,
            TimePointSec.EPOCH,
            TimePointSec.EPOCH));
  }

  private static List<ChangeText> carried(
      long meeting, Agenda last, List<? extends AgendaChange> changes) {
    List<ChangeText> carried = new ArrayList<>();
    for (AgendaChange change : changes) {
      ChangeRecord row = change.snapshot();
      requireOf(row.text(), meeting, last);
      if (row.status() == ChangeStatus.OPEN) {
        throw new GovernanceException(
            Reason.WRONG_STATE,
            "what",
            "change " + row.text().id(),
            "state",
            row.status(),
            "needed",
            ChangeStatus.PASSED);
      }
      if (row.status() == ChangeStatus.PASSED) {
        carried.add(row.text());
      }
    }
    carried.sort(Comparator.comparingLong(ChangeText::id));
    return carried;
  }

  private static void requireOf(ChangeText text, long meeting, Agenda last) {
    if (text.meeting() != meeting || !text.agenda().equals(last.digest())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          text.id(),
          "expected",
          last.digest(),
          "actual",
          text.agenda());
    }
  }

  /**
   * The same amendment with the meeting moved, so that members can be told of what is new in time (AGENDA-18).
   *
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   * @return the amendment, to be decided with these times
   */
  public AgendaAmendment movedTo(TimePointSec opensAt, TimePointSec closesAt) {
    return new AgendaAmendment(
        last,
        next,
        new AmendmentContent(
            content.meeting(),
            content.last(),
            content.next(),
            content.taken(),
            content.rejected(),
            opensAt,
            closesAt));
  }

  /**
   * Whether the meeting is moved.
   *
   * @return whether it has other times
   */
  public boolean isMoved() {
    return !content.opensAt().equals(TimePointSec.EPOCH);
  }

  /**
   * What the Council approves.
   *
   * @return versions, changes taken over and changes rejected
   */
  public AmendmentContent content() {
    return content;
  }

  /**
   * What the Council's decision AGENDA must have as its subject.
   *
   * @return digest of the content
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AGENDA_AMENDMENT, content);
  }

  /**
   * What changes.
   *
   * @return the difference of both versions
   */
  public AgendaDiff diff() {
    return AgendaDiff.of(last, next);
  }

  /**
   * Whether members must be told of items that are new to them (AGENDA-18).
   *
   * @return whether an item is added or amended
   */
  public boolean addsItems() {
    return !diff().news().isEmpty();
  }

  /**
   * The version to be.
   *
   * @return the agenda
   */
  public Agenda next() {
    return next;
  }

  void requireFollows(Agenda current) {
    if (!last.equals(current)) {
      throw new InvalidValueException("the amendment is of version " + last.version()
          + " of an agenda, not of this version " + current.version());
    }
  }
}
