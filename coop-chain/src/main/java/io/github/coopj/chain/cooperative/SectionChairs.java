package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.section.ActingMandate;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandateRecord;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.SectionMeeting;
import java.time.Instant;

/** How chairmen of sections are elected, empowered and removed, out of the tables (KU-15 to KU-21). */
final class SectionChairs {
  private final Charters charters;

  SectionChairs(Charters charters) {
    this.charters = charters;
  }

  void elect(Context context, SectionActions.Elect data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    SectionMeeting meeting = SectionTables.meeting(context, coop, data.meeting());
    Instant now = Persons.now(context);
    store(
        context,
        coop,
        SectionTables.mandates(context, coop)
            .elect(
                meeting.requireCompetent(),
                CouncilTables.councilOf(context, coop).chairman(now).orElse(Name.EMPTY),
                SectionTables.charter(context, charters, meeting),
                now));
  }

  void attorney(Context context, SectionActions.Issue data) {
    Name coop = data.attorney().cooperative();
    DocumentSignature signature = data.signature();
    Persons.acting(context, coop, signature.signer());
    Council council = CouncilTables.councilOf(context, coop);
    store(
        context,
        coop,
        mandate(context, coop, data.attorney().section())
            .withAttorney(
                data.attorney(), signature, council, Signed.keys(context), Persons.now(context)));
  }

  void attorneyBy(Context context, SectionActions.IssueBy data) {
    Name coop = data.attorney().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.attorney().section())
            .withAttorney(
                data.attorney(),
                CouncilTables.inForce(context, coop, data.decision()),
                Persons.now(context)));
  }

  void attorneyOf(Context context, SectionActions.IssueOf data) {
    Name coop = data.attorney().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.attorney().section())
            .withAttorney(
                data.attorney(),
                MeetingTables.decision(context, coop, data.meeting(), data.item()),
                Persons.now(context)));
  }

  void suspend(Context context, SectionActions.Suspend data) {
    Name coop = data.suspension().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.suspension().section())
            .suspended(
                data.suspension(),
                CouncilTables.inForce(context, coop, data.decision()),
                charters.current(context, coop),
                Persons.now(context)));
  }

  void refuse(Context context, SectionActions.Refuse data) {
    Persons.acting(context, data.coop(), data.by());
    Table<AttorneyRefusal> refusals = SectionTables.refusals(context, data.coop());
    refusals.insert(
        context.receiver(),
        AttorneyRefusal.of(
            NextId.of(refusals, AttorneyRefusal::id),
            mandate(context, data.coop(), data.section()),
            data.by(),
            data.grounds(),
            CouncilTables.councilOf(context, data.coop()),
            Persons.now(context)));
  }

  void revoke(Context context, SectionActions.Revoke data) {
    Persons.acting(context, data.coop(), data.by());
    Council council = CouncilTables.councilOf(context, data.coop());
    store(
        context,
        data.coop(),
        mandate(context, data.coop(), data.section())
            .withAttorneyRevoked(data.by(), council, Persons.now(context)));
  }

  void minutes(Context context, SectionActions.AddMinutes data) {
    Name coop = data.minutes().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.minutes().section())
            .withMinutes(
                data.minutes(), data.signature(), Signed.keys(context), Persons.now(context)));
  }

  void liability(Context context, SectionActions.AddLiability data) {
    Name coop = data.contract().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.contract().section())
            .withLiability(
                data.contract(), data.signature(), Signed.keys(context), Persons.now(context)));
  }

  void remove(Context context, SectionActions.Remove data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    SectionMeeting meeting = SectionTables.meeting(context, coop, data.meeting());
    store(
        context,
        coop,
        mandate(context, coop, meeting.section())
            .removed(meeting.requireCompetent(), data.item(), Persons.now(context)));
  }

  void vacate(Context context, SectionActions.Vacate data) {
    store(
        context,
        data.coop(),
        SectionTables.mandates(context, data.coop())
            .withoutLeavers(MembershipTables.seats(context, data.coop()), Persons.now(context)));
  }

  void act(Context context, SectionActions.Act data) {
    Name coop = data.coop();
    Persons.acting(context, coop, data.chairman());
    Instant now = Persons.now(context);
    SectionTables.mandates(context, coop)
        .requireHeldBy(data.chairman(), now)
        .requireAct(data.act(), data.section(), SectionTables.regulation(context, coop), now);
    Table<SectionTables.ActRow> acts = SectionTables.acts(context, coop);
    acts.insert(
        context.receiver(),
        new SectionTables.ActRow(
            NextId.of(acts, SectionTables.ActRow::id),
            data.section(),
            data.chairman(),
            data.act(),
            data.document(),
            TimePointSec.of(now)));
  }

  private static ActingMandate mandate(Context context, Name coop, long section) {
    return SectionTables.mandates(context, coop).requireInOffice(section, Persons.now(context));
  }

  private static void store(Context context, Name coop, SectionMandate mandate) {
    SectionTables.mandateRows(context, coop).update(mandate.snapshot());
  }

  private static void store(Context context, Name coop, SectionMandates mandates) {
    Table<SectionMandateRecord> rows = SectionTables.mandateRows(context, coop);
    mandates.mandates().forEach(mandate -> rows.put(context.receiver(), mandate.snapshot()));
  }
}
