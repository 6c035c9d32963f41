package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a meeting in force. Only {@link HeldMeeting} makes one, and the signed sum over the meetings of all sections
 * (DMEET-08), so whoever has it need not ask again whether quorum, majority and signatures were there.
 */
public final class MeetingDecision {
  /** Number in place of an item's for what all members decided in their sections; no agenda has an item 0. */
  public static final int IN_SECTIONS = 0;

  private final Name cooperative;
  private final long meetingId;
  private final MeetingBody body;
  private final int item;
  private final ItemType type;
  private final List<Name> candidates;
  private final Checksum256 subject;
  private final Instant effectiveAt;

  MeetingDecision(
      Name cooperative,
      long meetingId,
      MeetingBody body,
      int item,
      ItemType type,
      List<Name> candidates,
      Checksum256 subject,
      Instant effectiveAt) {
    this.cooperative = cooperative;
    this.meetingId = meetingId;
    this.body = body;
    this.item = item;
    this.type = type;
    this.candidates = List.copyOf(candidates);
    this.subject = subject;
    this.effectiveAt = effectiveAt;
  }

  /**
   * A question that all members decided in their sections (DMEET-08). For the signed sum of their votes only.
   *
   * @param cooperative account of the cooperative
   * @param question number of the question
   * @param asked what was asked
   * @param effectiveAt time of the signature under the minutes of the sum
   * @return the decision, of the body {@link MeetingBody#MEMBERS}
   */
  public static MeetingDecision inSections(
      Name cooperative, long question, AgendaItem asked, Instant effectiveAt) {
    return new MeetingDecision(
        cooperative,
        question,
        MeetingBody.MEMBERS,
        IN_SECTIONS,
        asked.type(),
        asked.candidates(),
        asked.subject(),
        effectiveAt);
  }

  /**
   * Number of the decision: meeting × 10000 + item. Meetings are numbered across all cooperatives, and so are their
   * decisions; reserved questions are numbered within their cooperative and have the item {@value #IN_SECTIONS}.
   *
   * @return 1 or more
   */
  public long id() {
    return Math.addExact(Math.multiplyExact(meetingId, AgendaItem.MAX_NUMBER + 1L), item);
  }

  /**
   * Account of the cooperative.
   *
   * @return account
   */
  public Name cooperative() {
    return cooperative;
  }

  /**
   * Number of the meeting, or of the question reserved to all members where {@link #item} is {@value #IN_SECTIONS}.
   *
   * @return 1 or more
   */
  public long meetingId() {
    return meetingId;
  }

  /**
   * Whose meeting decided; members and representatives decide alike (DMEET-09).
   *
   * @return body
   */
  public MeetingBody body() {
    return body;
  }

  /**
   * Number of the agenda item.
   *
   * @return 1 or more, or {@value #IN_SECTIONS}
   */
  public int item() {
    return item;
  }

  /**
   * What was decided on.
   *
   * @return type of the item
   */
  public ItemType type() {
    return type;
  }

  /**
   * Who was elected, or whom a measure is about (MEET-27).
   *
   * @return one account in an election and in a measure, empty otherwise
   */
  public Optional<Name> elected() {
    return candidates.stream().findFirst();
  }

  /**
   * Digest of the document decided on.
   *
   * @return {@link Checksum256#ZERO} if the item had none
   */
  public Checksum256 subject() {
    return subject;
  }

  /**
   * Refuses to be used in another cooperative or for something else.
   *
   * @param expected account of the cooperative
   * @param needed type of item needed
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE
   */
  public void requireOf(Name expected, ItemType needed) {
    if (!cooperative.equals(expected)) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", expected, "addressed", cooperative);
    }
    if (type != needed) {
      throw new GovernanceException(
          Reason.DECISION_OF_OTHER_TYPE, "decision", id(), "expected", needed, "actual", type);
    }
  }

  /**
   * From when the decision binds (MEET-24).
   *
   * @return time of the last required signature under the minutes
   */
  public Instant effectiveAt() {
    return effectiveAt;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MeetingDecision that
        && cooperative.equals(that.cooperative)
        && id() == that.id()
        && body == that.body
        && type == that.type
        && candidates.equals(that.candidates)
        && subject.equals(that.subject)
        && effectiveAt.equals(that.effectiveAt);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id());
  }

  @Override
  public String toString() {
    return "MeetingDecision[" + cooperative + "#" + meetingId + "/" + item + ", " + type + "]";
  }
}
