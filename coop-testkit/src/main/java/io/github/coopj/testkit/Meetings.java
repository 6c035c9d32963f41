package io.github.coopj.testkit;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.body.QuestionType;
import io.github.coopj.governance.meeting.Agenda;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingKind;
import io.github.coopj.governance.meeting.Minutes;
import io.github.coopj.governance.meeting.MinutesNotes;
import io.github.coopj.governance.meeting.MinutesSeal;
import java.time.Duration;
import java.util.List;

/** General meetings of a {@link Cooperative}, step by step or as single actions. */
public final class Meetings {
  private final Cooperative cooperative;

  /**
   * Meetings of a cooperative.
   *
   * @param cooperative the cooperative
   */
  public Meetings(Cooperative cooperative) {
    this.cooperative = cooperative;
  }

  /**
   * Drafts an extraordinary meeting, has the Council convene it, and notifies everybody on the roll.
   *
   * @param agenda agenda
   * @param chair candidate for chairman of the meeting
   * @param secretary candidate for secretary of the meeting
   * @param opensIn time from now to its opening
   * @param lasts time from opening to closing
   * @return number of the meeting, everybody notified
   */
  public long convene(Agenda agenda, Name chair, Name secretary, Duration opensIn, Duration lasts) {
    Name proposer = Cooperative.FOUNDERS.get(0);
    long id = Cooperative.number(cooperative
        .chain()
        .push(cooperative
            .actions()
            .act(
                CooperativeAccounts.MEETING,
                new MeetingContract.Draft(
                    Cooperative.ACCOUNT,
                    proposer,
                    MeetingKind.EXTRAORDINARY,
                    agenda,
                    chair,
                    secretary,
                    TimePointSec.of(cooperative.now().plus(opensIn)),
                    TimePointSec.of(cooperative.now().plus(opensIn).plus(lasts))),
                proposer)));
    GeneralMeeting.Draft draft = (GeneralMeeting.Draft) meeting(id);
    long decision =
        cooperative.decide(QuestionType.CONVENE_MEETING, draft.convocation().digest());
    cooperative
        .chain()
        .push(cooperative
            .actions()
            .act(
                CooperativeAccounts.MEETING,
                new MeetingContract.Convene(id, decision),
                Cooperative.ACCOUNT));
    cooperative.chain().push(notice(id, roll(id)));
    return id;
  }

  /**
   * A meeting.
   *
   * @param id number of the meeting
   * @return its state on the chain
   */
  public GeneralMeeting meeting(long id) {
    return cooperative
        .row(CooperativeAccounts.MEETING, "meetings", id, GeneralMeetingRecord.class)
        .map(GeneralMeeting::restore)
        .orElseThrow();
  }

  /**
   * Members on the frozen roll of a meeting.
   *
   * @param id number of the meeting
   * @return in the order of the accounts
   */
  public List<Name> roll(long id) {
    return cooperative
        .chain()
        .chain()
        .rows(
            CooperativeAccounts.MEETING,
            new Name(id),
            Name.of("roll"),
            0,
            Integer.MAX_VALUE,
            MeetingContract.RollRow.class)
        .stream()
        .map(MeetingContract.RollRow::member)
        .toList();
  }

  /**
   * Notifies members.
   *
   * @param id number of the meeting
   * @param members members
   * @return the action, authorised by the cooperative
   */
  public Action notice(long id, List<Name> members) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingContract.Notify(id, members, "push"),
            Cooperative.ACCOUNT);
  }

  /**
   * Opens the vote.
   *
   * @param id number of the meeting
   * @return the action
   */
  public Action open(long id) {
    return cooperative
        .actions()
        .act(CooperativeAccounts.MEETING, new MeetingContract.Open(id), Cooperative.ACCOUNT);
  }

  /**
   * A ballot with one choice for all items, for the cycle the meeting is in.
   *
   * @param id number of the meeting
   * @param member voter
   * @param choice the choice
   * @return the ballot
   */
  public Ballot ballot(long id, Name member, Choice choice) {
    GeneralMeetingRecord row = meeting(id).snapshot();
    List<Answer> answers =
        row.items().stream().map(item -> new Answer(item.number(), choice)).toList();
    return new Ballot(Cooperative.ACCOUNT, id, row.cycle(), row.agendaVersion(), member, answers);
  }

  /**
   * Hands in a ballot signed by its member.
   *
   * @param ballot the ballot
   * @return the action
   */
  public Action handIn(Ballot ballot) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingContract.HandIn(
                ballot, cooperative.actions().signature(ballot.member(), ballot.digest())),
            ballot.member());
  }

  /**
   * Ends the vote of the cycle.
   *
   * @param id number of the meeting
   * @return the action
   */
  public Action close(long id) {
    return cooperative
        .actions()
        .act(CooperativeAccounts.MEETING, new MeetingContract.Close(id), Cooperative.ACCOUNT);
  }

  /**
   * Appoints the next cycle.
   *
   * @param id number of the meeting
   * @param opensIn time from now to its opening
   * @param lasts time from opening to closing
   * @return the action, authorised by the cooperative
   */
  public Action reconvene(long id, Duration opensIn, Duration lasts) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingContract.Reconvene(
                id,
                TimePointSec.of(cooperative.now().plus(opensIn)),
                TimePointSec.of(cooperative.now().plus(opensIn).plus(lasts))),
            Cooperative.ACCOUNT);
  }

  /**
   * Minutes of a counted meeting, drawn from the ballots on the chain.
   *
   * @param id number of the meeting
   * @return the minutes
   */
  public Minutes minutes(long id) {
    GeneralMeeting.Counted counted = (GeneralMeeting.Counted) meeting(id);
    int cycle = counted.snapshot().cycle();
    Agenda agenda = cooperative
        .row(CooperativeAccounts.MEETING, "agendas", id, MeetingContract.AgendaRow.class)
        .orElseThrow()
        .agenda();
    List<Ballot> ballots = cooperative
        .chain()
        .chain()
        .rows(
            CooperativeAccounts.MEETING,
            new Name(id),
            Name.of("ballots"),
            0,
            Integer.MAX_VALUE,
            MeetingContract.BallotRow.class)
        .stream()
        .map(MeetingContract.BallotRow::ballot)
        .filter(ballot -> ballot.cycle() == cycle)
        .toList();
    MinutesNotes notes = new MinutesNotes(
        "электронно", List.of(counted.snapshot().secretary()), List.of(), List.of());
    return Minutes.draw(counted, agenda, cooperative.charter(), notes, ballots);
  }

  /**
   * Signs minutes.
   *
   * @param id number of the meeting
   * @param seal digests of the minutes
   * @param signer who signs
   * @return the action
   */
  public Action sign(long id, MinutesSeal seal, Name signer) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingContract.Sign(
                id, seal, cooperative.actions().signature(signer, seal.digest())),
            signer);
  }
}
