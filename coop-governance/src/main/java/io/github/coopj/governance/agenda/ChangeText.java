package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.Optional;

/**
 * A change of an agenda as a member proposes it (AGENDA-13).
 *
 * @param id number of the change, 1 or more
 * @param meeting number of the meeting
 * @param agenda digest of the agenda that it changes
 * @param kind what it does
 * @param item number of the item that it takes off or amends; 0 if it adds one
 * @param next the item that it brings; none if it takes one off
 * @param proposer who proposes it
 */
public record ChangeText(
    @AbiType("uint64") long id,
    @AbiType("uint64") long meeting,
    Checksum256 agenda,
    ChangeKind kind,
    int item,
    Optional<AgendaItem> next,
    Name proposer) {
  /** Refuses parts that do not fit the kind. */
  public ChangeText {
    if (id < 1
        || (kind == ChangeKind.ADD) != (item == 0)
        || (kind == ChangeKind.REMOVE) == next.isPresent()) {
      throw new InvalidValueException("change " + id + " cannot " + kind + " item " + item
          + (next.isPresent() ? " with" : " without") + " another");
    }
  }

  /**
   * What the proposer and every supporter sign.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AGENDA_CHANGE, this);
  }

  /** Whether an agenda that came of the last one does what the change asks. */
  boolean isTakenOverBy(Agenda last, Agenda following) {
    boolean gone = item == 0 || !following.contains(last.item(item));
    return gone && (next.isEmpty() || following.contains(next.get()));
  }
}
