package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.matter.Ruling;
import io.github.coopj.governance.notice.ConveningReport;
import io.github.coopj.governance.notice.NoticeRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A general meeting (общее собрание), from a draft of a {@link MeetingPlan} to decisions in force:
 *
 * <pre>
 * Draft -convene-> Convened -open-> Open -close-> Counting -count-> Counted -sign-> Held
 *                     ^  |                  |
 *                     |  +-expire-> Failed  +---> Failed
 *                     +-reconvene- QuorumMissed &lt;-+
 * </pre>
 *
 * <p>A state has only the moves that it allows and arises only through them, or from a stored row by {@link #restore}. A
 * move answers with the next state and leaves this one as it is; a refused move throws {@link GovernanceException} and
 * changes nothing. The charter given to a move must be the version that the meeting was drafted under.
 *
 * <p>What there is one of per member is not kept here. The caller tells the state what its tables say about one member:
 * on the roll, already notified, already voted. So a ballot costs one look-up, whatever the number of members.
 */
public sealed interface GeneralMeeting
    permits DraftMeeting,
        ConvenedMeeting,
        OpenMeeting,
        QuorumMissed,
        CountingMeeting,
        CountedMeeting,
        HeldMeeting,
        FailedMeeting {
  /**
   * The meeting as stored.
   *
   * @return the row; {@link #restore} of it equals this state
   */
  GeneralMeetingRecord snapshot();

  /**
   * Number of the meeting, across all cooperatives.
   *
   * @return 1 or more
   */
  default long id() {
    return snapshot().id();
  }

  /**
   * What the meeting has decided on matters that lower bodies decide on too (MEET-01, MEET-24).
   *
   * @return nothing before it is held
   */
  default List<Ruling> rulings() {
    return List.of();
  }

  /**
   * What somebody has to carry out: each makes a task (COUNCIL-13, MEET-24).
   *
   * @return nothing before it is held
   */
  default List<MeetingDecision> toCarryOut() {
    return List.of();
  }

  /**
   * What the running cycle is convened by.
   *
   * @return the document whose digest the Council decides on, or a demander signs
   */
  Convocation convocation();

  /**
   * Who was told of the running cycle and who was not (NOTICE-06).
   *
   * @param roll members on the roll in its order
   * @param proofs finds the proof stored for a member
   * @param charter the charter of the draft
   * @return the report
   * @throws GovernanceException CHARTER_VERSION_MISMATCH
   */
  ConveningReport conveningReport(
      List<Name> roll, Function<Name, Optional<NoticeRecord>> proofs, Charter charter);

  /**
   * This meeting, if it is a draft.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default DraftMeeting requireDraft() {
    return MeetingState.require(this, DraftMeeting.class, MeetingStatus.DRAFT);
  }

  /**
   * This meeting, if it is convened.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default ConvenedMeeting requireConvened() {
    return MeetingState.require(this, ConvenedMeeting.class, MeetingStatus.CONVENED);
  }

  /**
   * This meeting, if it is open.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default OpenMeeting requireOpen() {
    return MeetingState.require(this, OpenMeeting.class, MeetingStatus.OPEN);
  }

  /**
   * This meeting, if it is without quorum.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default QuorumMissed requireQuorumMissed() {
    return MeetingState.require(this, QuorumMissed.class, MeetingStatus.QUORUM_MISSED);
  }

  /**
   * This meeting, if its ballots are being counted.
   *
   * @return the state
   * @throws GovernanceException NO_QUORUM if its last cycle ended without one (MEET-18), else WRONG_STATE
   */
  default CountingMeeting requireCounting() {
    MeetingState.requireQuorum(snapshot());
    return MeetingState.require(this, CountingMeeting.class, MeetingStatus.COUNTING);
  }

  /**
   * This meeting, if it is counted.
   *
   * @return the state
   * @throws GovernanceException NO_QUORUM if its last cycle ended without one (MEET-18), else WRONG_STATE
   */
  default CountedMeeting requireCounted() {
    MeetingState.requireQuorum(snapshot());
    return MeetingState.require(this, CountedMeeting.class, MeetingStatus.COUNTED);
  }

  /**
   * This meeting, if it is held.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default HeldMeeting requireHeld() {
    return MeetingState.require(this, HeldMeeting.class, MeetingStatus.HELD);
  }

  /**
   * Answers with one of the cases, whichever this state is.
   *
   * @param cases one function per state
   * @param <R> type of the answer
   * @return what the function of this state answers
   */
  <R> R match(Cases<R> cases);

  /**
   * One function per state.
   *
   * @param <R> type of the answer
   */
  interface Cases<R> {
    /**
     * For a draft.
     *
     * @param meeting the state
     * @return the answer
     */
    R draft(DraftMeeting meeting);

    /**
     * For a convened meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R convened(ConvenedMeeting meeting);

    /**
     * For an open meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R open(OpenMeeting meeting);

    /**
     * For a meeting without quorum.
     *
     * @param meeting the state
     * @return the answer
     */
    R quorumMissed(QuorumMissed meeting);

    /**
     * For a meeting whose ballots are being counted.
     *
     * @param meeting the state
     * @return the answer
     */
    R counting(CountingMeeting meeting);

    /**
     * For a counted meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R counted(CountedMeeting meeting);

    /**
     * For a held meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R held(HeldMeeting meeting);

    /**
     * For a failed meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R failed(FailedMeeting meeting);
  }

  /**
   * The state of a stored row.
   *
   * @param row a row that {@link #snapshot} gave
   * @return the state
   * @throws InvalidValueException if the parts contradict each other
   */
  static GeneralMeeting restore(GeneralMeetingRecord row) {
    MeetingCheck.requireConsistent(row);
    return switch (row.status()) {
      case DRAFT -> new DraftMeeting(row);
      case CONVENED -> new ConvenedMeeting(row);
      case OPEN -> new OpenMeeting(row);
      case QUORUM_MISSED -> new QuorumMissed(row);
      case COUNTING -> new CountingMeeting(row);
      case COUNTED -> new CountedMeeting(row);
      case HELD -> new HeldMeeting(row);
      case FAILED -> new FailedMeeting(row);
    };
  }
}
