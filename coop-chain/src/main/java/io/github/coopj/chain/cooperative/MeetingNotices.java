package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;

/** How members are told of a meeting, out of the tables. */
final class MeetingNotices {
  private final Charters charters;

  MeetingNotices(Charters charters) {
    this.charters = charters;
  }

  void notify(Context context, NoticeActions.Notify data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    context.requireAuthorization(loaded.coop());
    MeetingTables.store(
        context,
        loaded,
        new NoticeTables(context, data.meeting())
            .send(loaded.meeting().requireConvened(), data, loaded.charter()));
  }

  void delivered(Context context, NoticeActions.Delivered data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    context.requireAuthorization(loaded.coop());
    MeetingTables.store(
        context,
        loaded,
        new NoticeTables(context, data.meeting())
            .report(loaded.meeting().requireConvened(), data, loaded.charter()));
  }

  void startnotice(Context context, NoticeActions.Start data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    context.requireAuthorization(loaded.coop());
    new NoticeTables(context, data.meeting())
        .start(loaded.meeting().requireOpen(), data, loaded.charter());
  }

  void startreport(Context context, NoticeActions.StartDelivered data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    context.requireAuthorization(loaded.coop());
    new NoticeTables(context, data.meeting()).startReport(data);
  }

  void report(Context context, NoticeActions.Report data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    new NoticeTables(context, data.meeting()).drawReport(loaded.meeting(), loaded.charter());
  }
}
