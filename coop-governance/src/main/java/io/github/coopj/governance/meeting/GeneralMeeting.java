package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A general meeting (общее собрание), from draft to decisions in force:
 *
 * <pre>
 * Draft -convene-> Convened -open-> Open -close-> Counted -sign-> Held
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
public sealed interface GeneralMeeting {
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
   * This meeting, if it is a draft.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Draft requireDraft() {
    return MeetingState.require(this, Draft.class, MeetingStatus.DRAFT);
  }

  /**
   * This meeting, if it is convened.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Convened requireConvened() {
    return MeetingState.require(this, Convened.class, MeetingStatus.CONVENED);
  }

  /**
   * This meeting, if it is open.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Open requireOpen() {
    return MeetingState.require(this, Open.class, MeetingStatus.OPEN);
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
   * This meeting, if it is counted.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Counted requireCounted() {
    return MeetingState.require(this, Counted.class, MeetingStatus.COUNTED);
  }

  /**
   * This meeting, if it is held.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default Held requireHeld() {
    return MeetingState.require(this, Held.class, MeetingStatus.HELD);
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
    R draft(Draft meeting);

    /**
     * For a convened meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R convened(Convened meeting);

    /**
     * For an open meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R open(Open meeting);

    /**
     * For a meeting without quorum.
     *
     * @param meeting the state
     * @return the answer
     */
    R quorumMissed(QuorumMissed meeting);

    /**
     * For a counted meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R counted(Counted meeting);

    /**
     * For a held meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R held(Held meeting);

    /**
     * For a failed meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R failed(Failed meeting);
  }

  /**
   * Drafts a meeting of members.
   *
   * @param id number of the meeting across all cooperatives, 1 or more
   * @param kind annual or extraordinary
   * @param agenda version 1 or later of the agenda
   * @param chairCandidate who presides until a chairman is elected; a candidate of the agenda if it elects one
   * @param secretaryCandidate who keeps the minutes until a secretary is elected; a candidate of the agenda if it elects
   *     one; not the chairman, unless the cooperative has one member
   * @param opensAt when voting opens, after {@code now}
   * @param closesAt when voting closes, after {@code opensAt}
   * @param charter charter in force
   * @param now time of the move
   * @return the draft
   * @throws GovernanceException MEETING_TIMES_INVALID, AGENDA_ITEM_MISSING, MEETING_OUTSIDE_ANNUAL_WINDOW,
   *     CANDIDATE_NOT_ON_AGENDA, NOTICE_LATE if notices could no longer be timely, CYCLE_BELOW_LEGAL_FLOOR
   */
  static Draft draft(
      long id,
      MeetingKind kind,
      Agenda agenda,
      Name chairCandidate,
      Name secretaryCandidate,
      Instant opensAt,
      Instant closesAt,
      Charter charter,
      Instant now) {
    return draft(
        id,
        MeetingBody.MEMBERS,
        kind,
        agenda,
        chairCandidate,
        secretaryCandidate,
        opensAt,
        closesAt,
        charter,
        now);
  }

  /**
   * Drafts a meeting of members or of authorised representatives.
   *
   * @param id number of the meeting across all cooperatives, 1 or more
   * @param body whose meeting it is
   * @param kind annual or extraordinary
   * @param agenda version 1 or later of the agenda
   * @param chairCandidate who presides until a chairman is elected
   * @param secretaryCandidate who keeps the minutes until a secretary is elected
   * @param opensAt when voting opens, after {@code now}
   * @param closesAt when voting closes, after {@code opensAt}
   * @param charter charter in force
   * @param now time of the move
   * @return the draft
   * @throws GovernanceException as for a meeting of members
   */
  static Draft draft(
      long id,
      MeetingBody body,
      MeetingKind kind,
      Agenda agenda,
      Name chairCandidate,
      Name secretaryCandidate,
      Instant opensAt,
      Instant closesAt,
      Charter charter,
      Instant now) {
    MeetingEdit edit = new MeetingEdit();
    edit.id = id;
    edit.cooperative = charter.account();
    edit.body = body;
    edit.kind = kind;
    edit.charterVersion = charter.version();
    edit.agendaVersion = agenda.version();
    edit.agendaHash = agenda.digest();
    edit.items = agenda.items().stream().map(ItemRecord::fresh).toList();
    edit.chair = chairCandidate;
    edit.secretary = secretaryCandidate;
    edit.opensAt = TimePointSec.of(opensAt);
    edit.closesAt = TimePointSec.of(closesAt);
    agenda.requireMandatoryItems(kind, charter.annual());
    MeetingState.requireCandidate(agenda, ItemType.MEETING_CHAIR, chairCandidate);
    MeetingState.requireCandidate(agenda, ItemType.MEETING_SECRETARY, secretaryCandidate);
    MeetingState.requireTimes(edit.opensAt, edit.closesAt, now);
    if (kind == MeetingKind.ANNUAL) {
      LocalDate date = LocalDate.ofInstant(edit.opensAt.toInstant(), charter.zone());
      AnnualWindow window = AnnualWindow.near(date, charter.financialYearEnd(), charter.annual());
      if (!window.contains(date)) {
        throw new GovernanceException(
            Reason.MEETING_OUTSIDE_ANNUAL_WINDOW,
            "date",
            date,
            "from",
            window.from(),
            "until",
            window.until());
      }
    }
    QuorumRule.requireAllowed(1, charter.meeting());
    GeneralMeetingRecord row = edit.toRecord(MeetingStatus.DRAFT);
    MeetingState.requireTimelyNotice(row, charter, now);
    return new Draft(row);
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
      case DRAFT -> new Draft(row);
      case CONVENED -> new Convened(row);
      case OPEN -> new Open(row);
      case QUORUM_MISSED -> new QuorumMissed(row);
      case COUNTED -> new Counted(row);
      case HELD -> new Held(row);
      case FAILED -> new Failed(row);
    };
  }

  /** Agenda, times and officers are written; the Council has not decided (AGENDA-04). */
  final class Draft extends MeetingState implements GeneralMeeting {
    Draft(GeneralMeetingRecord row) {
      super(row);
    }

    /**
     * What the Council has to decide.
     *
     * @return the document whose digest is the subject of the Council's decision
     */
    public Convocation convocation() {
      return new Convocation(
          row.cooperative(),
          row.id(),
          row.body(),
          row.kind(),
          row.agendaVersion(),
          row.agendaHash(),
          row.chair(),
          row.secretary(),
          row.opensAt(),
          row.closesAt(),
          row.charterVersion());
    }

    /**
     * Convenes the meeting by the Council's decision in force and freezes the roll (MEET-05, MEET-16).
     *
     * @param decision decision CONVENE_MEETING over the digest of {@link #convocation}
     * @param eligible number on the roll on the date of the decision, 1 or more
     * @param rollDigest digest of that roll, see {@link Roll#digest}
     * @param roll the same roll, asked for the candidates only
     * @param charter the charter of the draft
     * @param now time of the move
     * @return the convened meeting, nobody notified yet
     * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER if the decision is
     *     not in force yet, MEETING_OFFICERS_SAME unless there is one member only, NO_MEMBERS_ON_ROLL, NOT_ON_ROLL for a candidate,
     *     NOTICE_LATE if notices could no longer be timely, CHARTER_VERSION_MISMATCH
     */
    public Convened convene(
        DecisionInForce decision,
        long eligible,
        Checksum256 rollDigest,
        RollLookup roll,
        Charter charter,
        Instant now) {
      requireCharter(row, charter);
      decision.requireAbout(QuestionType.CONVENE_MEETING, convocation().digest());
      if (decision.effectiveAt().toInstant().isAfter(now)) {
        throw new GovernanceException(
            Reason.OUT_OF_ORDER, "at", now, "notBefore", decision.effectiveAt());
      }
      if (eligible < 1) {
        throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", eligible);
      }
      if (eligible > 1 && row.chair().equals(row.secretary())) {
        throw new GovernanceException(Reason.MEETING_OFFICERS_SAME, "account", row.chair());
      }
      requireOnRoll(row, row.chair(), roll);
      requireOnRoll(row, row.secretary(), roll);
      for (ItemRecord item : row.items()) {
        if (item.type() == ItemType.MEETING_CHAIR || item.type() == ItemType.MEETING_SECRETARY) {
          requireOnRoll(row, item.candidates().get(0), roll);
        }
      }
      requireTimelyNotice(row, charter, now);
      MeetingEdit edit = new MeetingEdit(row);
      edit.councilDecisionId = decision.id();
      edit.rollAt = decision.effectiveAt();
      edit.eligible = eligible;
      edit.rollDigest = rollDigest;
      return new Convened(edit.toRecord(MeetingStatus.CONVENED));
    }

    /**
     * Convenes the meeting with a roll held in memory.
     *
     * @param decision decision CONVENE_MEETING over the digest of {@link #convocation}
     * @param roll the roll on the date of the decision
     * @param charter the charter of the draft
     * @param now time of the move
     * @return the convened meeting, nobody notified yet
     * @throws GovernanceException as for a roll held in a table
     */
    public Convened convene(DecisionInForce decision, Roll roll, Charter charter, Instant now) {
      return convene(decision, roll.size(), roll.digest(), roll, charter, now);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.draft(this);
    }
  }

  /** The Council has decided; members are being notified. */
  final class Convened extends MeetingState implements GeneralMeeting {
    Convened(GeneralMeetingRecord row) {
      super(row);
    }

    /**
     * Records that a member was notified in time (NOTICE-01, NOTICE-03, NOTICE-04).
     *
     * @param member account of the member
     * @param onRoll whether the account is on the roll
     * @param alreadyNotified whether a notice to it is recorded for this cycle
     * @param charter the charter of the draft
     * @param now time of the notice
     * @return the meeting with one more notified
     * @throws GovernanceException NOT_ON_ROLL, ALREADY_NOTIFIED, NOTICE_LATE, CHARTER_VERSION_MISMATCH
     */
    public Convened notify(
        Name member, boolean onRoll, boolean alreadyNotified, Charter charter, Instant now) {
      requireCharter(row, charter);
      if (!onRoll) {
        throw new GovernanceException(Reason.NOT_ON_ROLL, "account", member, "meeting", row.id());
      }
      if (alreadyNotified) {
        throw new GovernanceException(
            Reason.ALREADY_NOTIFIED, "account", member, "cycle", row.cycle());
      }
      requireTimelyNotice(row, charter, now);
      MeetingEdit edit = new MeetingEdit(row);
      edit.notified++;
      return new Convened(edit.toRecord(MeetingStatus.CONVENED));
    }

    /**
     * Opens voting on the appointed day (MEET-17).
     *
     * @param charter the charter of the draft
     * @param now time of the move, from opening until before closing
     * @return the open meeting
     * @throws GovernanceException MEETING_TOO_EARLY, MEETING_TIME_PASSED, MEMBERS_NOT_NOTIFIED if the charter blocks a
     *     meeting with members not notified (NOTICE-06), CHARTER_VERSION_MISMATCH
     */
    public Open open(Charter charter, Instant now) {
      requireCharter(row, charter);
      if (now.isBefore(row.opensAt().toInstant())) {
        throw new GovernanceException(
            Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.opensAt());
      }
      if (!now.isBefore(row.closesAt().toInstant())) {
        throw new GovernanceException(
            Reason.MEETING_TIME_PASSED, "now", TimePointSec.of(now), "until", row.closesAt());
      }
      if (charter.notice().blockIfUndelivered() && row.notified() < row.eligible()) {
        throw new GovernanceException(
            Reason.MEMBERS_NOT_NOTIFIED, "notified", row.notified(), "of", row.eligible());
      }
      return new Open(new MeetingEdit(row).toRecord(MeetingStatus.OPEN));
    }

    /**
     * Gives up a meeting that was not opened before its closing time.
     *
     * @param now time of the move, not before closing
     * @return the failed meeting
     * @throws GovernanceException MEETING_TOO_EARLY
     */
    public Failed expire(Instant now) {
      if (now.isBefore(row.closesAt().toInstant())) {
        throw new GovernanceException(
            Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.closesAt());
      }
      return fail(new MeetingEdit(row), FailureCause.NOT_OPENED);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.convened(this);
    }
  }

  /** Ballots are accepted. Presence is the number of members whose ballot was accepted in this cycle (BALLOT-07). */
  final class Open extends MeetingState implements GeneralMeeting {
    Open(GeneralMeetingRecord row) {
      super(row);
    }

    /**
     * The empty ballot of a member, made from the agenda of this meeting (BALLOT-01, AGENDA-19).
     *
     * @param member account of the voter
     * @param charter the charter of the draft
     * @return every item once, with the choices the charter offers
     */
    public BallotForm ballotFor(Name member, Charter charter) {
      requireCharter(row, charter);
      return new BallotForm(
          row.cooperative(),
          row.id(),
          row.cycle(),
          row.agendaVersion(),
          member,
          row.items().stream().map(ItemRecord::number).toList(),
          options(charter.meeting()));
    }

    /**
     * Accepts a ballot: the first of its voter in this cycle, or a later one in its place where the charter lets the last
     * one win (BALLOT-08).
     *
     * @param ballot the ballot, whose signature the caller has checked (see {@link SignedBallot})
     * @param onRoll whether its member is on the roll
     * @param accepted the ballot of the same member that counts at present, null if there is none
     * @param votedElsewhere whether the same person has voted in this cycle by another account (ORG-04)
     * @param charter the charter of the draft
     * @param now time of the move
     * @return the meeting with the ballot counted
     * @throws GovernanceException as for {@link #cast} and {@link #replace}
     */
    public Open accept(
        Ballot ballot,
        boolean onRoll,
        @Nullable Ballot accepted,
        boolean votedElsewhere,
        Charter charter,
        Instant now) {
      return accepted != null && charter.meeting().revoteAllowed()
          ? replace(ballot, accepted, charter, now)
          : cast(ballot, onRoll, accepted != null || votedElsewhere, charter, now);
    }

    /**
     * Accepts a ballot: one member, one vote on each item (MEET-04).
     *
     * @param ballot the ballot, whose signature the caller has checked (see {@link SignedBallot})
     * @param onRoll whether its member is on the roll
     * @param alreadyVoted whether a ballot of this voter was accepted in this cycle, by this account or another one of the
     *     same person (ORG-04)
     * @param charter the charter of the draft
     * @param now time of the move
     * @return the meeting with one more present and its answers counted
     * @throws GovernanceException BALLOT_LATE, MEETING_TOO_EARLY, BALLOT_OTHER_MEETING, BALLOT_OTHER_CYCLE,
     *     BALLOT_OTHER_AGENDA, NOT_ON_ROLL, BALLOT_ALREADY_CAST, BALLOT_UNKNOWN_ITEM, BALLOT_DUPLICATE_ITEM,
     *     BALLOT_CHOICE_NOT_OFFERED, CHARTER_VERSION_MISMATCH
     */
    public Open cast(
        Ballot ballot, boolean onRoll, boolean alreadyVoted, Charter charter, Instant now) {
      @Nullable Choice[] answers = check(ballot, onRoll, charter, now);
      if (alreadyVoted) {
        throw new GovernanceException(
            Reason.BALLOT_ALREADY_CAST, "account", ballot.member(), "cycle", row.cycle());
      }
      MeetingEdit edit = new MeetingEdit(row);
      edit.present++;
      edit.ballotLog = BallotLog.append(row.ballotLog(), ballot.digest());
      edit.items = count(row.items(), answers, 1);
      return new Open(edit.toRecord(MeetingStatus.OPEN));
    }

    /**
     * Replaces a member's accepted ballot by a later one, where the charter lets the last one win (BALLOT-08). Both stay
     * in the ballot log; only the last counts.
     *
     * @param ballot the new ballot, whose signature the caller has checked
     * @param accepted the ballot of the same member that counts at present
     * @param charter the charter of the draft
     * @param now time of the move
     * @return the meeting with the same number present and the new answers counted
     * @throws GovernanceException REVOTE_FORBIDDEN, BALLOT_OTHER_MEMBER if {@code accepted} is of another member, and every refusal of {@link #cast} but BALLOT_ALREADY_CAST
     */
    public Open replace(Ballot ballot, Ballot accepted, Charter charter, Instant now) {
      @Nullable Choice[] answers = check(ballot, true, charter, now);
      if (!charter.meeting().revoteAllowed()) {
        throw new GovernanceException(
            Reason.REVOTE_FORBIDDEN, "account", ballot.member(), "cycle", row.cycle());
      }
      if (!accepted.member().equals(ballot.member())) {
        throw new GovernanceException(
            Reason.BALLOT_OTHER_MEMBER, "account", accepted.member(), "expected", ballot.member());
      }
      @Nullable Choice[] before = answers(accepted, charter);
      MeetingEdit edit = new MeetingEdit(row);
      edit.ballotLog = BallotLog.append(row.ballotLog(), ballot.digest());
      edit.items = count(count(row.items(), before, -1), answers, 1);
      return new Open(edit.toRecord(MeetingStatus.OPEN));
    }

    /**
     * Ends the cycle and counts (TALLY-01): with a quorum every item is adopted or rejected and the elected chairman and
     * secretary take over; without one there is a next cycle or none.
     *
     * @param charter the charter of the draft
     * @param now time of the move, not before closing
     * @return {@link Counted}, {@link QuorumMissed} or {@link Failed}
     * @throws GovernanceException MEETING_TOO_EARLY, CHARTER_VERSION_MISMATCH
     */
    public GeneralMeeting close(Charter charter, Instant now) {
      requireCharter(row, charter);
      if (now.isBefore(row.closesAt().toInstant())) {
        throw new GovernanceException(
            Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.closesAt());
      }
      MeetingPolicy policy = charter.meeting();
      long required = QuorumRule.required(row.eligible(), row.cycle(), policy);
      MeetingEdit edit = new MeetingEdit(row);
      edit.cycles.add(
          new CycleRecord(row.cycle(), required, row.present(), row.opensAt(), row.closesAt()));
      if (!QuorumRule.isMet(row.present(), row.eligible(), row.cycle(), policy)) {
        return missed(edit, required, policy);
      }
      List<ItemRecord> decided = new ArrayList<>();
      for (ItemRecord item : row.items()) {
        decided.add(item.decided(policy
            .majorityFor(item.type())
            .isAdopted(item.votesFor(), row.present(), row.eligible())));
      }
      edit.items = decided;
      edit.chair = elected(decided, ItemType.MEETING_CHAIR, null).orElse(row.chair());
      edit.secretary = elected(decided, ItemType.MEETING_SECRETARY, edit.chair)
          .orElse(edit.chair.equals(row.secretary()) ? row.chair() : row.secretary());
      return new Counted(edit.toRecord(MeetingStatus.COUNTED));
    }

    private GeneralMeeting missed(MeetingEdit edit, long required, MeetingPolicy policy) {
      if (required == 1) {
        return fail(edit, FailureCause.NOBODY_CAME);
      }
      int next = row.cycle() + 1;
      if (next > QuorumRule.LAST_CYCLE || (policy.maxCycles() > 0 && next > policy.maxCycles())) {
        return fail(edit, FailureCause.NO_CYCLES_LEFT);
      }
      if (QuorumRule.isBelowLegalFloor(next, policy)) {
        return fail(edit, FailureCause.LEGAL_FLOOR);
      }
      return new QuorumMissed(edit.toRecord(MeetingStatus.QUORUM_MISSED));
    }

    private @Nullable Choice[] check(Ballot ballot, boolean onRoll, Charter charter, Instant now) {
      requireCharter(row, charter);
      if (now.isBefore(row.opensAt().toInstant())) {
        throw new GovernanceException(
            Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.opensAt());
      }
      if (!now.isBefore(row.closesAt().toInstant())) {
        throw new GovernanceException(
            Reason.BALLOT_LATE,
            "account",
            ballot.member(),
            "now",
            TimePointSec.of(now),
            "until",
            row.closesAt());
      }
      @Nullable Choice[] answers = answers(ballot, charter);
      if (!onRoll) {
        throw new GovernanceException(
            Reason.NOT_ON_ROLL, "account", ballot.member(), "meeting", row.id());
      }
      return answers;
    }

    private @Nullable Choice[] answers(Ballot ballot, Charter charter) {
      if (!ballot.cooperative().equals(row.cooperative()) || ballot.meetingId() != row.id()) {
        throw new GovernanceException(
            Reason.BALLOT_OTHER_MEETING,
            "ballot",
            ballot.cooperative() + "#" + ballot.meetingId(),
            "expected",
            row.cooperative() + "#" + row.id());
      }
      if (ballot.cycle() != row.cycle()) {
        throw new GovernanceException(
            Reason.BALLOT_OTHER_CYCLE, "ballot", ballot.cycle(), "expected", row.cycle());
      }
      if (ballot.agendaVersion() != row.agendaVersion()) {
        throw new GovernanceException(
            Reason.BALLOT_OTHER_AGENDA,
            "ballot",
            ballot.agendaVersion(),
            "expected",
            row.agendaVersion());
      }
      List<Choice> options = options(charter.meeting());
      @Nullable Choice[] answers = new @Nullable Choice[row.items().size()];
      for (Answer answer : ballot.answers()) {
        int place = answer.item() - 1;
        if (place < 0 || place >= answers.length) {
          throw new GovernanceException(
              Reason.BALLOT_UNKNOWN_ITEM, "item", answer.item(), "items", answers.length);
        }
        if (answers[place] != null) {
          throw new GovernanceException(Reason.BALLOT_DUPLICATE_ITEM, "item", answer.item());
        }
        if (!options.contains(answer.choice())) {
          throw new GovernanceException(
              Reason.BALLOT_CHOICE_NOT_OFFERED, "item", answer.item(), "choice", answer.choice());
        }
        answers[place] = answer.choice();
      }
      return answers;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.open(this);
    }
  }

  /** The cycle had no quorum; the next one needs fewer (MEET-19, MEET-20). */
  final class QuorumMissed extends MeetingState implements GeneralMeeting {
    QuorumMissed(GeneralMeetingRecord row) {
      super(row);
    }

    /**
     * Convenes the next cycle: same agenda, same roll, ballots of this cycle void, notices due again (MEET-21, MEET-22).
     * Another agenda is another meeting. The window of the annual meeting does not bind repeat cycles (MEET-09).
     *
     * @param opensAt when voting opens, early enough for the notices of a repeat cycle
     * @param closesAt when voting closes, after {@code opensAt}
     * @param charter the charter of the draft
     * @param now time of the move
     * @return the convened next cycle
     * @throws GovernanceException MEETING_TIMES_INVALID, NOTICE_LATE, CYCLES_EXHAUSTED, CYCLE_BELOW_LEGAL_FLOOR,
     *     CHARTER_VERSION_MISMATCH
     */
    public Convened reconvene(Instant opensAt, Instant closesAt, Charter charter, Instant now) {
      requireCharter(row, charter);
      MeetingEdit edit = new MeetingEdit(row);
      edit.cycle++;
      QuorumRule.requireAllowed(edit.cycle, charter.meeting());
      edit.opensAt = TimePointSec.of(opensAt);
      edit.closesAt = TimePointSec.of(closesAt);
      requireTimes(edit.opensAt, edit.closesAt, now);
      edit.notified = 0;
      edit.present = 0;
      edit.ballotLog = BallotLog.EMPTY;
      edit.items = row.items().stream().map(ItemRecord::emptied).toList();
      GeneralMeetingRecord next = edit.toRecord(MeetingStatus.CONVENED);
      requireTimelyNotice(next, charter, now);
      return new Convened(next);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.quorumMissed(this);
    }
  }

  /** Votes are counted; nothing binds before the minutes are signed (MEET-23). */
  final class Counted extends MeetingState implements GeneralMeeting {
    Counted(GeneralMeetingRecord row) {
      super(row);
    }

    /**
     * The figures that the minutes must state.
     *
     * @return figures of this meeting
     */
    public MinutesTally tally() {
      return MinutesTally.of(row);
    }

    /**
     * Who still has to sign the minutes (ESIG-05).
     *
     * @param charter the charter of the draft
     * @return accounts in the order of the charter
     */
    public List<Name> missingSigners(Charter charter) {
      requireCharter(row, charter);
      List<Name> missing = new ArrayList<>(signers(row, charter));
      row.minutesSigners().forEach(signature -> missing.remove(signature.signer()));
      return missing;
    }

    /**
     * Signs the minutes (протокол). The last signature that the charter asks for makes the meeting held and its decisions
     * binding (MEET-23, MEET-24, MIN-01).
     *
     * @param signer chairman of the meeting or, where the charter asks for both, its secretary
     * @param minutes seal of the minutes signed, see {@link Minutes#seal}
     * @param charter the charter of the draft
     * @param now time of the signature
     * @return {@link Counted} while signatures are missing, otherwise {@link Held}
     * @throws GovernanceException NOT_A_MINUTES_SIGNER, MINUTES_ALREADY_SIGNED, MINUTES_MISMATCH if the minutes state other
     *     figures than this meeting has or are not those signed before, CHARTER_VERSION_MISMATCH
     */
    public GeneralMeeting sign(Name signer, MinutesSeal minutes, Charter charter, Instant now) {
      requireCharter(row, charter);
      if (!signers(row, charter).contains(signer)) {
        throw new GovernanceException(
            Reason.NOT_A_MINUTES_SIGNER, "account", signer, "signers", signers(row, charter));
      }
      if (!missingSigners(charter).contains(signer)) {
        throw new GovernanceException(Reason.MINUTES_ALREADY_SIGNED, "account", signer);
      }
      Checksum256 tally = tally().digest();
      if (!minutes.tally().equals(tally)) {
        throw new GovernanceException(
            Reason.MINUTES_MISMATCH,
            "figure",
            "tally",
            "stated",
            minutes.tally(),
            "expected",
            tally);
      }
      Checksum256 hash = minutes.digest();
      if (!row.minutesSigners().isEmpty() && !row.minutesHash().equals(hash)) {
        throw new GovernanceException(
            Reason.MINUTES_MISMATCH,
            "figure",
            "minutes",
            "stated",
            hash,
            "expected",
            row.minutesHash());
      }
      MeetingEdit edit = new MeetingEdit(row);
      edit.minutesHash = hash;
      edit.minutesSigners.add(new MinutesSignature(signer, TimePointSec.of(now)));
      if (edit.minutesSigners.size() < signers(row, charter).size()) {
        return new Counted(edit.toRecord(MeetingStatus.COUNTED));
      }
      edit.heldAt = TimePointSec.of(now);
      return new Held(edit.toRecord(MeetingStatus.HELD));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.counted(this);
    }
  }

  /** The minutes are signed: the meeting is considered held and its decisions bind (MEET-23, MEET-24). */
  final class Held extends MeetingState implements GeneralMeeting {
    Held(GeneralMeetingRecord row) {
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
     * @throws GovernanceException ITEM_NOT_ADOPTED if the agenda has no such item or it was rejected
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

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.held(this);
    }
  }

  /** The meeting ended without decisions for good. */
  final class Failed extends MeetingState implements GeneralMeeting {
    Failed(GeneralMeetingRecord row) {
      super(row);
    }

    /**
     * Why it failed.
     *
     * @return never NONE
     */
    public FailureCause cause() {
      return row.failure();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.failed(this);
    }
  }
}
