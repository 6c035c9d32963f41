package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.matter.Ruling;
import java.time.Instant;
import java.util.List;

/** The minutes are signed: the meeting is considered held and its decisions bind (MEET-23, MEET-24). */
public final class HeldMeeting extends MeetingState implements GeneralMeeting {
  HeldMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * When the decisions became binding.
   *
   * @return time of the last required signature under the minutes
   */
  public Instant heldAt() {
    return row.heldAt().toInstant();
  }

  /**
   * The decision on one item.
   *
   * @param item number of the item
   * @return the decision in force
   * @throws GovernanceException ITEM_NOT_NOTIFIED if members were not told of it in time (AGENDA-18), ITEM_NOT_ADOPTED if the agenda has no such item or it was rejected
   */
  public MeetingDecision decision(int item) {
    for (ItemRecord candidate : row.items()) {
      if (candidate.number() == item && candidate.outcome() == ItemOutcome.ADOPTED) {
        return new MeetingDecision(
            row.cooperative(),
            row.id(),
            row.body(),
            item,
            candidate.type(),
            candidate.candidates(),
            candidate.subject(),
            heldAt());
      }
    }
    if (row.items().stream()
        .anyMatch(each -> each.number() == item && each.outcome() == ItemOutcome.NOT_NOTIFIED)) {
      throw new GovernanceException(Reason.ITEM_NOT_NOTIFIED, "item", item);
    }
    throw new GovernanceException(Reason.ITEM_NOT_ADOPTED, "meeting", row.id(), "item", item);
  }

  /**
   * All decisions.
   *
   * @return adopted items in the order of the agenda
   */
  public List<MeetingDecision> decisions() {
    return row.items().stream()
        .filter(item -> item.outcome() == ItemOutcome.ADOPTED)
        .map(item -> decision(item.number()))
        .toList();
  }

  /**
   * What binds lower bodies from now on: adopted items on matters. What an item OVERRIDE orders is entered by its order.
   *
   * @return in the order of the agenda
   */
  @Override
  public List<Ruling> rulings() {
    return row.items().stream()
        .filter(item -> item.outcome() == ItemOutcome.ADOPTED
            && item.type() != ItemType.OVERRIDE
            && !item.matter().equals(Checksum256.ZERO))
        .map(item -> new Ruling(
            item.matter(), decision(item.number()).id(), item.subject(), false, row.heldAt()))
        .toList();
  }

  /**
   * What somebody has to carry out: each makes a task (COUNCIL-13, MEET-24).
   *
   * @return adopted items whose type {@link ItemType#needsExecution()}, in the order of the agenda
   */
  @Override
  public List<MeetingDecision> toCarryOut() {
    return decisions().stream()
        .filter(decision -> decision.type().needsExecution())
        .toList();
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.held(this);
  }
}
