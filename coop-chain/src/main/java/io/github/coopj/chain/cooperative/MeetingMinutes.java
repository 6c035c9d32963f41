package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;

/**
 * How the minutes of a meeting are signed, refused and passed on, out of the tables (MIN-03). With the last signature the
 * decisions become tasks (COUNCIL-13).
 */
final class MeetingMinutes {
  private final Charters charters;

  MeetingMinutes(Charters charters) {
    this.charters = charters;
  }

  void sign(Context context, MeetingActions.Sign data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    CountedMeeting counted = loaded.meeting().requireCounted();
    Name signer = data.signature().signer();
    Persons.acting(context, loaded.coop(), signer);
    Signed.require(context, data.signature(), data.minutes().digest(), signer);
    GeneralMeeting signed =
        counted.sign(signer, data.minutes(), loaded.charter(), Persons.now(context));
    MeetingTables.store(context, loaded, signed);
    RulingTables.keep(context, loaded.coop(), signed.rulings());
    signed
        .toCarryOut()
        .forEach(decision -> context.sendInline(JavaContract.action(
            CooperativeAccounts.TASK,
            new TaskContract.FromMeeting(loaded.coop(), data.meeting(), decision.item()),
            PermissionLevel.active(context.receiver()))));
  }

  void refuseToSign(Context context, MeetingActions.RefuseToSign data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    Persons.acting(context, loaded.coop(), data.signer());
    MeetingTables.store(
        context,
        loaded,
        loaded
            .meeting()
            .requireCounted()
            .refuseToSign(data.signer(), data.grounds(), loaded.charter(), Persons.now(context)));
  }

  void passOn(Context context, MeetingActions.PassOn data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    MeetingTables.store(
        context,
        loaded,
        loaded.meeting().requireCounted().passOn(loaded.charter(), Persons.now(context)));
  }
}
