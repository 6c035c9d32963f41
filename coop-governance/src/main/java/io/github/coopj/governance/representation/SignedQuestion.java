package io.github.coopj.governance.representation;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.matter.Ruling;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.meeting.MinutesSignature;
import java.util.List;
import java.util.function.LongFunction;

/** The members adopted the question in their sections and the minutes are signed: the decision binds (DMEET-08, MEET-24). */
public final class SignedQuestion extends ReservedQuestion {
  SignedQuestion(ReservedRecord row) {
    super(row);
  }

  /**
   * A decision in force under its number, of a meeting or of all members in their sections.
   *
   * @param number number of the meeting, or of the question
   * @param item number of the item, or {@link MeetingDecision#IN_SECTIONS}
   * @param meetings meetings that were held, by number
   * @param questions reserved questions, by number
   * @return the decision
   * @throws io.github.coopj.governance.GovernanceException ITEM_NOT_ADOPTED, ITEM_NOT_NOTIFIED, WRONG_STATE if the question is
   *     not signed, and what the lookups refuse
   */
  public static MeetingDecision find(
      long number,
      int item,
      LongFunction<HeldMeeting> meetings,
      LongFunction<ReservedQuestion> questions) {
    return item == MeetingDecision.IN_SECTIONS
        ? questions.apply(number).requireSigned().decision()
        : meetings.apply(number).decision(item);
  }

  /**
   * Who signed the minutes of the sum.
   *
   * @return signer and time
   */
  public MinutesSignature signed() {
    return row.signed().orElseThrow();
  }

  /**
   * The decision.
   *
   * @return the decision in force
   */
  public MeetingDecision decision() {
    return MeetingDecision.inSections(
        row.call().cooperative(),
        row.call().id(),
        row.call().item(),
        signed().signedAt().toInstant());
  }

  /**
   * What binds lower bodies from now on. What a question OVERRIDE orders is entered by its order.
   *
   * @return one ruling if the question is about a matter
   */
  public List<Ruling> rulings() {
    MeetingDecision decision = decision();
    Checksum256 matter = row.call().item().matter();
    return decision.type() == ItemType.OVERRIDE || matter.equals(Checksum256.ZERO)
        ? List.of()
        : List.of(new Ruling(
            matter, decision.id(), decision.subject(), false, signed().signedAt()));
  }

  /**
   * What somebody has to carry out (COUNCIL-13).
   *
   * @return the decision if its type {@link ItemType#needsExecution()}
   */
  public List<MeetingDecision> toCarryOut() {
    MeetingDecision decision = decision();
    return decision.type().needsExecution() ? List.of(decision) : List.of();
  }
}
