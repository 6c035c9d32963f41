package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.document.MerkleTree;
import java.util.ArrayList;
import java.util.List;

/** A meeting's fields while one move changes them. */
final class MeetingEdit {
  private static final TimePointSec NEVER = new TimePointSec(0);

  long id;
  Name cooperative = Name.EMPTY;
  MeetingBody body = MeetingBody.MEMBERS;
  MeetingKind kind = MeetingKind.EXTRAORDINARY;
  FailureCause failure = FailureCause.NONE;
  int charterVersion;
  int cycle = 1;
  int agendaVersion;
  Checksum256 agendaHash = Checksum256.ZERO;
  List<ItemRecord> items = List.of();
  Name chair = Name.EMPTY;
  Name secretary = Name.EMPTY;
  long councilDecisionId;
  long demandId;
  TimePointSec rollAt = NEVER;
  long eligible;
  Checksum256 rollDigest = Checksum256.ZERO;
  long notified;
  long present;
  MerkleTree.Frontier ballots = MerkleTree.Frontier.EMPTY;
  int ballotsFrom = 1;
  MerkleTree.Frontier rejected = MerkleTree.Frontier.EMPTY;
  MerkleTree.Frontier counted = MerkleTree.Frontier.EMPTY;
  SecretCount secret = SecretCount.NONE;
  NoticeState notice = NoticeState.NONE;
  TimePointSec agendaClosesAt = NEVER;
  TimePointSec opensAt = NEVER;
  TimePointSec closesAt = NEVER;
  final List<CycleRecord> cycles = new ArrayList<>();
  Checksum256 minutesHash = Checksum256.ZERO;
  final List<MinutesSignature> minutesSigners = new ArrayList<>();
  SigningState signing = SigningState.NONE;
  TimePointSec heldAt = NEVER;

  MeetingEdit() {}

  MeetingEdit(GeneralMeetingRecord row) {
    id = row.id();
    cooperative = row.cooperative();
    body = row.body();
    kind = row.kind();
    failure = row.failure();
    charterVersion = row.charterVersion();
    cycle = row.cycle();
    agendaVersion = row.agendaVersion();
    agendaHash = row.agendaHash();
    items = row.items();
    chair = row.chair();
    secretary = row.secretary();
    councilDecisionId = row.councilDecisionId();
    demandId = row.demandId();
    rollAt = row.rollAt();
    eligible = row.eligible();
    rollDigest = row.rollDigest();
    notified = row.notified();
    present = row.present();
    ballots = row.ballots();
    ballotsFrom = row.ballotsFrom();
    rejected = row.rejected();
    counted = row.counted();
    secret = row.secret();
    notice = row.notice();
    agendaClosesAt = row.agendaClosesAt();
    opensAt = row.opensAt();
    closesAt = row.closesAt();
    cycles.addAll(row.cycles());
    minutesHash = row.minutesHash();
    minutesSigners.addAll(row.minutesSigners());
    signing = row.signing();
    heldAt = row.heldAt();
  }

  GeneralMeetingRecord toRecord(MeetingStatus status) {
    return new GeneralMeetingRecord(
        id,
        cooperative,
        body,
        kind,
        status,
        failure,
        charterVersion,
        cycle,
        agendaVersion,
        agendaHash,
        items,
        chair,
        secretary,
        councilDecisionId,
        demandId,
        rollAt,
        eligible,
        rollDigest,
        notified,
        present,
        ballots,
        ballotsFrom,
        rejected,
        counted,
        secret,
        notice,
        agendaClosesAt,
        opensAt,
        closesAt,
        cycles,
        minutesHash,
        minutesSigners,
        signing,
        heldAt);
  }
}
