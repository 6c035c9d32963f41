package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.membership.ExitApplication;
import io.github.coopj.governance.membership.Membership;

/**
 * What the actions of {@link ExitActions} do; part of {@link MembershipContract}. With the membership end, in the same
 * transaction, the place in a section, seats in Council and Revision commission, the chair of a section and powers of
 * attorney to vote (AUDIT-03, KU-10).
 */
final class Exits {
  private Exits() {}

  static void leave(Context context, ExitActions.Leave data) {
    ExitApplication application = data.application();
    Name coop = application.cooperative();
    Persons.acting(context, coop, application.account());
    Membership.Active member =
        MembershipTables.membership(context, coop, application.account()).requireActive();
    ended(
        context,
        coop,
        member.exit(application, data.signature(), Signed.keys(context), Persons.now(context)),
        application.digest());
  }

  static void exclude(Context context, ExitActions.Exclude data) {
    Name coop = data.exclusion().cooperative();
    Membership.Active member =
        MembershipTables.membership(context, coop, data.exclusion().account()).requireActive();
    ended(
        context,
        coop,
        member.excluded(
            data.exclusion(),
            MeetingTables.decision(context, coop, data.meeting(), data.item()),
            Persons.now(context)),
        data.exclusion().digest());
  }

  private static void ended(
      Context context, Name coop, Membership.Exited exited, Checksum256 paper) {
    MembershipTables.members(context, coop).update(exited.snapshot());
    MembershipTables.place(context, coop, exited.account())
        .ifPresent(place ->
            MembershipTables.keep(context, coop, place.withoutLeaver(Persons.now(context))));
    send(context, CooperativeAccounts.COUNCIL, new CouncilActions.Vacate(coop));
    send(context, CooperativeAccounts.AUDIT, new AuditActions.Vacate(coop));
    send(context, CooperativeAccounts.SECTION, new SectionActions.Vacate(coop));
    send(
        context,
        CooperativeAccounts.TREASURY,
        new MoneyActions.Due(coop, exited.account(), paper, TimePointSec.of(Persons.now(context))));
    send(context, CooperativeAccounts.PROXY, new ProxyContract.Lapse(coop, exited.account()));
  }

  private static void send(Context context, Name contract, Record data) {
    context.sendInline(
        JavaContract.action(contract, data, PermissionLevel.active(context.receiver())));
  }
}
