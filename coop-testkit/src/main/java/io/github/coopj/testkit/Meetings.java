package io.github.coopj.testkit;

import io.github.coopj.Bytes;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.cooperative.NoticeActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.Minutes;
import io.github.coopj.governance.meeting.MinutesNotes;
import io.github.coopj.governance.meeting.MinutesSeal;
import io.github.coopj.governance.meeting.SecretRecount;
import io.github.coopj.governance.meeting.SignedBallot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
   * Drafts an extraordinary meeting, has the candidates for bodies consent and the Council convene it, and notifies everybody on the roll.
   *
   * @param agenda agenda
   * @param chair candidate for chairman of the meeting
   * @param secretary candidate for secretary of the meeting
   * @param opensIn time from now to its opening
   * @param lasts time from opening to closing
   * @return number of the meeting, everybody notified
   */
  public long convene(Agenda agenda, Name chair, Name secretary, Duration opensIn, Duration lasts) {
    long id = draft(draft(MeetingKind.EXTRAORDINARY, agenda, chair, secretary, opensIn, lasts));
    new Agendas(cooperative).consentAll(id, agenda);
    cooperative.chain().push(convene(id, decide(id)));
    cooperative.chain().push(notice(id, roll(id)));
    return id;
  }

  /**
   * Convenes a meeting that opens and closes as soon as the charter allows, has everybody on the roll vote for, and its
   * chairman sign the minutes: the first founder presides, the second keeps the minutes.
   *
   * @param agenda agenda
   * @return number of the meeting, held
   */
  public long hold(Agenda agenda) {
    Name chair = Cooperative.FOUNDERS.get(0);
    long id = convene(
        agenda, chair, Cooperative.FOUNDERS.get(1), Duration.ofDays(31), Duration.ofDays(1));
    cooperative.advance(Duration.ofDays(31));
    cooperative.chain().push(open(id));
    for (Name member : roll(id)) {
      cooperative.chain().push(handIn(ballot(id, member, Choice.FOR)));
    }
    cooperative.advance(Duration.ofDays(1));
    cooperative.chain().push(close(id));
    cooperative.chain().push(sign(id, minutes(id).seal(), chair));
    return id;
  }

  /**
   * Pushes a draft.
   *
   * @param draft action that drafts a meeting
   * @return number of the meeting
   */
  public long draft(Action draft) {
    return Cooperative.number(cooperative.chain().push(draft));
  }

  /**
   * Drafts a meeting.
   *
   * @param kind annual or extraordinary
   * @param agenda agenda
   * @param chair candidate for chairman of the meeting
   * @param secretary candidate for secretary of the meeting
   * @param opensIn time from now to its opening
   * @param lasts time from opening to closing
   * @return the action, authorised by the first founder
   */
  public Action draft(
      MeetingKind kind,
      Agenda agenda,
      Name chair,
      Name secretary,
      Duration opensIn,
      Duration lasts) {
    Name proposer = Cooperative.FOUNDERS.get(0);
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.Draft(
                Cooperative.ACCOUNT,
                proposer,
                kind,
                agenda,
                chair,
                secretary,
                TimePointSec.of(cooperative.now().plus(opensIn)),
                TimePointSec.of(cooperative.now().plus(opensIn)),
                TimePointSec.of(cooperative.now().plus(opensIn).plus(lasts))),
            proposer);
  }

  /**
   * Has the Council decide to convene a drafted meeting.
   *
   * @param id number of the meeting
   * @return number of the decision, in force
   */
  public long decide(long id) {
    DraftMeeting draft = meeting(id).requireDraft();
    return cooperative.decide(QuestionType.CONVENE_MEETING, draft.convocation().digest());
  }

  /**
   * Convenes a drafted meeting by a decision.
   *
   * @param id number of the meeting
   * @param decision number of the decision
   * @return the action, authorised by the cooperative
   */
  public Action convene(long id, long decision) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.Convene(id, decision),
            Cooperative.ACCOUNT);
  }

  /**
   * Draws up the next part of the roll of a drafted meeting; the last part convenes it.
   *
   * @param id number of the meeting
   * @param decision number of the decision
   * @param limit how many accounts to look at, 1 to 1000
   * @return the action, authorised by the cooperative
   */
  public Action drawUp(long id, long decision, int limit) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.DrawUp(id, decision, limit),
            Cooperative.ACCOUNT);
  }

  /**
   * A meeting.
   *
   * @param id number of the meeting
   * @return its state on the chain
   */
  public GeneralMeeting meeting(long id) {
    return cooperative.view().meeting(id).orElseThrow();
  }

  /**
   * Agenda of a meeting.
   *
   * @param id number of the meeting
   * @return the agenda
   */
  public Agenda agenda(long id) {
    return cooperative.view().agenda(id).orElseThrow();
  }

  /**
   * Members on the frozen roll of a meeting.
   *
   * @param id number of the meeting
   * @return in the order of the accounts
   */
  public List<Name> roll(long id) {
    return cooperative.view().roll(id);
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
            new NoticeActions.Notify(
                id,
                members,
                List.of(NoticeChannel.PUSH, NoticeChannel.EMAIL),
                NoticeChannel.PUSH,
                receipt("push")),
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
        .act(CooperativeAccounts.MEETING, new MeetingActions.Open(id), Cooperative.ACCOUNT);
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
   * Hands in a ballot signed by who casts it: its member, or his proxy.
   *
   * @param ballot the ballot
   * @return the action
   */
  public Action handIn(Ballot ballot) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.HandIn(
                ballot, cooperative.actions().signature(ballot.castBy(), ballot.digest())),
            ballot.castBy());
  }

  /**
   * Ballots accepted in one cycle of a meeting.
   *
   * @param id number of the meeting
   * @param cycle number of the cycle
   * @return in the order of acceptance
   */
  public List<Ballot> ballots(long id, int cycle) {
    return cooperative.view().ballots(id, cycle).stream()
        .map(SignedBallot::ballot)
        .toList();
  }

  /**
   * Ends the vote of the cycle and counts its first 1000 ballots.
   *
   * @param id number of the meeting
   * @return the action
   */
  public Action close(long id) {
    return cooperative
        .actions()
        .act(CooperativeAccounts.MEETING, new MeetingActions.Close(id), Cooperative.ACCOUNT);
  }

  /**
   * Counts the next ballots of a closed cycle.
   *
   * @param id number of the meeting
   * @param limit how many at most, 1 to 1000
   * @return the action
   */
  public Action count(long id, int limit) {
    return cooperative
        .actions()
        .act(CooperativeAccounts.MEETING, new MeetingActions.Count(id, limit), Cooperative.ACCOUNT);
  }

  /**
   * What a carrier gives for a notice.
   *
   * @param text what it says
   * @return digest to stand for it
   */
  public static Checksum256 receipt(String text) {
    return Checksum256.sha256(Bytes.ofUtf8("receipt " + text));
  }

  /**
   * Has the Council decide on the next cycle.
   *
   * @param id number of the meeting, without quorum
   * @param opensIn time from now to its opening
   * @param lasts time from opening to closing
   * @return the action that appoints it, authorised by the cooperative
   */
  public Action reconvene(long id, Duration opensIn, Duration lasts) {
    TimePointSec opensAt = TimePointSec.of(cooperative.now().plus(opensIn));
    TimePointSec closesAt = TimePointSec.of(cooperative.now().plus(opensIn).plus(lasts));
    Checksum256 subject = meeting(id)
        .requireQuorumMissed()
        .repeat(opensAt.toInstant(), closesAt.toInstant())
        .digest();
    long decision = cooperative.decide(QuestionType.REPEAT_MEETING, subject);
    return reconvene(id, decision, opensAt, closesAt);
  }

  /**
   * Appoints the next cycle by a decision.
   *
   * @param id number of the meeting
   * @param decision number of the decision
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   * @return the action, authorised by the cooperative
   */
  public Action reconvene(long id, long decision, TimePointSec opensAt, TimePointSec closesAt) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.Reconvene(id, decision, opensAt, closesAt),
            Cooperative.ACCOUNT);
  }

  /**
   * Minutes of a counted meeting, drawn from the ballots on the chain.
   *
   * @param id number of the meeting
   * @return the minutes
   */
  public Minutes minutes(long id) {
    CountedMeeting counted = meeting(id).requireCounted();
    List<Ballot> ballots = ballots(id, counted.snapshot().cycle());
    MinutesNotes notes = new MinutesNotes(
        "электронно",
        List.of(counted.snapshot().secretary()),
        List.of(),
        cooperative.view().votes().refused(id));
    Optional<SecretRecount> secret = cooperative
        .view()
        .secretRecord(id)
        .map(record -> SecretRecount.of(
            counted.snapshot(),
            record,
            (account, key, at) -> TestKeys.of(account).publicKey().equals(key)));
    return Minutes.draw(counted, agenda(id), cooperative.charter(), notes, ballots, secret);
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
            new MeetingActions.Sign(
                id, seal, cooperative.actions().signature(signer, seal.digest())),
            signer);
  }
}
