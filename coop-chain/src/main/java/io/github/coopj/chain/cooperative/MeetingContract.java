package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ProxyVotes;
import io.github.coopj.governance.meeting.RollBuilding;
import io.github.coopj.governance.notice.ConveningReport;
import io.github.coopj.governance.notice.NoticeRecord;
import java.lang.invoke.MethodHandles;

/**
 * Binds general meetings (общие собрания) to tables: agenda, roll, notices, ballots, minutes (MEET-01). The rules are
 * those of {@link GeneralMeeting}.
 *
 * <p>Meetings are numbered across all cooperatives; the number is the scope of the tables of one meeting.
 */
@ContractTable(name = "numbers", row = MeetingTables.NumberRow.class)
@ContractTable(name = "meetings", row = GeneralMeetingRecord.class)
@ContractTable(name = "agendas", row = MeetingTables.AgendaRow.class)
@ContractTable(name = "roll", row = MeetingTables.RollRow.class)
@ContractTable(name = "rolls", row = RollBuilding.class)
@ContractTable(name = "holders", row = RollTables.HoldersRow.class)
@ContractTable(name = "elections", row = MeetingTables.ElectionRow.class)
@ContractTable(name = "ballots", row = MeetingTables.BallotRow.class)
@ContractTable(name = "notices", row = NoticeRecord.class)
@ContractTable(name = "starts", row = NoticeRecord.class)
@ContractTable(name = "reports", row = ConveningReport.class)
@ContractTable(name = "versions", row = NoticeTables.VersionRow.class)
@ContractTable(name = "voters", row = MeetingTables.VotersRow.class)
@ContractTable(name = "proxyvotes", row = ProxyVotes.class)
@ContractTable(name = "refused", row = BallotTables.RefusedRow.class)
@ContractTable(name = "rulings", row = RulingTables.RulingsRow.class)
@ContractTable(name = "asked", row = RulingTables.AskedRow.class)
@ContractTable(name = "delegates", row = Delegates.DelegatesRow.class)
@ContractTable(name = "links", row = Delegates.LinksRow.class)
public final class MeetingContract extends JavaContract {
  private final MeetingConvening convening;
  private final MeetingMinutes minutes;
  private final MeetingNotices notices;
  private final MeetingVoting voting;
  private final MeetingBallots ballots;

  /** Creates the contract. */
  public MeetingContract() {
    super(MethodHandles.lookup(), 1);
    Charters charters = new Charters();
    convening = new MeetingConvening(charters);
    minutes = new MeetingMinutes(charters);
    notices = new MeetingNotices(charters);
    voting = new MeetingVoting(charters);
    ballots = new MeetingBallots(charters);
  }

  @ContractAction
  void draft(Context context, MeetingActions.Draft data) {
    convening.draft(context, data);
  }

  @ContractAction
  void draftself(Context context, NoticeActions.DraftSelf data) {
    convening.draftself(context, data);
  }

  @ContractAction
  void convene(Context context, MeetingActions.Convene data) {
    convening.convene(context, data);
  }

  @ContractAction
  void rollpart(Context context, MeetingActions.DrawUp data) {
    convening.rollpart(context, data);
  }

  @ContractAction
  void conveneself(Context context, NoticeActions.ConveneSelf data) {
    convening.conveneself(context, data);
  }

  @ContractAction
  void notify(Context context, NoticeActions.Notify data) {
    notices.notify(context, data);
  }

  @ContractAction
  void delivered(Context context, NoticeActions.Delivered data) {
    notices.delivered(context, data);
  }

  @ContractAction
  void startnotice(Context context, NoticeActions.Start data) {
    notices.startnotice(context, data);
  }

  @ContractAction
  void startreport(Context context, NoticeActions.StartDelivered data) {
    notices.startreport(context, data);
  }

  @ContractAction
  void report(Context context, NoticeActions.Report data) {
    notices.report(context, data);
  }

  @ContractAction
  void amend(Context context, NoticeActions.Amend data) {
    convening.amend(context, data);
  }

  @ContractAction
  void open(Context context, MeetingActions.Open data) {
    voting.open(context, data);
  }

  @ContractAction
  void expire(Context context, MeetingActions.Expire data) {
    voting.expire(context, data);
  }

  @ContractAction
  void ballot(Context context, MeetingActions.HandIn data) {
    ballots.ballot(context, data);
  }

  @ContractAction
  void paper(Context context, BallotActions.Enter data) {
    ballots.paper(context, data);
  }

  @ContractAction
  void refuse(Context context, BallotActions.Refuse data) {
    ballots.refuse(context, data);
  }

  @ContractAction
  void close(Context context, MeetingActions.Close data) {
    voting.close(context, data);
  }

  @ContractAction
  void count(Context context, MeetingActions.Count data) {
    voting.count(context, data);
  }

  @ContractAction
  void decrypt(Context context, MeetingActions.Decrypt data) {
    voting.decrypt(context, data);
  }

  @ContractAction
  void giveUpSecret(Context context, MeetingActions.GiveUpSecret data) {
    voting.giveUpSecret(context, data);
  }

  @ContractAction
  void reconvene(Context context, MeetingActions.Reconvene data) {
    convening.reconvene(context, data);
  }

  @ContractAction
  void repeatself(Context context, NoticeActions.RepeatSelf data) {
    convening.repeatself(context, data);
  }

  @ContractAction
  void sign(Context context, MeetingActions.Sign data) {
    minutes.sign(context, data);
  }

  @ContractAction
  void asked(Context context, MeetingActions.Asked data) {
    RulingTables.ask(
        context,
        data.coop(),
        SectionTables.reserved(context, data.coop(), data.question()).items());
  }

  @ContractAction
  void ruled(Context context, MeetingActions.Ruled data) {
    RulingTables.keep(
        context,
        data.coop(),
        SectionTables.reserved(context, data.coop(), data.question())
            .requireSigned()
            .rulings());
  }

  @ContractAction
  void refuseToSign(Context context, MeetingActions.RefuseToSign data) {
    minutes.refuseToSign(context, data);
  }

  @ContractAction
  void passOn(Context context, MeetingActions.PassOn data) {
    minutes.passOn(context, data);
  }
}
