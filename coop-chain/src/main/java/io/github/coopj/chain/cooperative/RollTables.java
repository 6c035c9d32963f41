package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.meeting.RollBuilder;
import io.github.coopj.governance.meeting.RollBuilding;
import io.github.coopj.governance.meeting.RollCandidate;
import io.github.coopj.governance.meeting.RollPart;
import io.github.coopj.governance.meeting.Voter;
import io.github.coopj.governance.membership.MembershipRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that the roll of one meeting is drawn up in, step by step (MEET-16). */
final class RollTables {
  static final Name ROLLS = Name.of("rolls");
  static final Name HOLDERS = Name.of("holders");

  private final Context context;
  private final Name coop;
  private final long meeting;
  private final Table<RollBuilding> rolls;
  private final Table<MeetingTables.RollRow> roll;
  private final Table<HoldersRow> holders;

  RollTables(Context context, Name coop, long meeting) {
    this.context = context;
    this.coop = coop;
    this.meeting = meeting;
    this.rolls = context.table(ROLLS, coop, RollBuilding.class, RollBuilding::meeting);
    this.roll = MeetingTables.roll(context, meeting);
    this.holders = context.table(HOLDERS, new Name(meeting), HoldersRow.class, HoldersRow::prefix);
  }

  /**
   * By which accounts those persons are on the roll whose keys begin with the same 8 bytes; scope is the number of the meeting.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param voters their accounts
   */
  public record HoldersRow(long prefix, List<Voter> voters) {
    /** Copies the list. */
    public HoldersRow {
      voters = List.copyOf(voters);
    }

    HoldersRow with(Voter voter) {
      List<Voter> next = new ArrayList<>(voters);
      next.removeIf(each -> each.key().equals(voter.key()));
      next.add(voter);
      return new HoldersRow(prefix, next);
    }
  }

  /** The roll as far as it is drawn up. */
  Optional<RollBuilder> find() {
    return rolls.find(meeting).map(RollBuilder::restore);
  }

  /** Puts an account on the roll. */
  void seat(Name account) {
    roll.insert(context.receiver(), new MeetingTables.RollRow(account, 0, 0));
  }

  boolean contains(Name account) {
    return roll.contains(account.value());
  }

  /** Takes a step of gathering, a step of sealing, or the last of one and the first of the other. */
  RollBuilder step(RollBuilder begun, int limit) {
    RollBuilder next = begun;
    if (!next.snapshot().gathered()) {
      next = gather(next, next.step(limit));
    }
    if (next.snapshot().gathered()) {
      next = seal(next, next.step(limit));
    }
    rolls.put(context.receiver(), next.snapshot());
    return next;
  }

  private RollBuilder gather(RollBuilder begun, int limit) {
    Table<MembershipRecord> members = MembershipTables.members(context, coop);
    List<RollCandidate> batch = new ArrayList<>();
    Pages.Page<MembershipRecord> page = Pages.after(
        members, begun.snapshot().last().value(), limit, row -> row.account().value());
    for (MembershipRecord member : page.rows()) {
      Checksum256 key = Persons.verificationOf(context, coop, member.account()).voterKey();
      batch.add(new RollCandidate(
          new Voter(member.account(), member.kind(), key),
          MembershipTables.former(context, coop, member.account())
              .wasMemberAt(member, begun.snapshot().at())));
    }
    RollPart part = begun.gather(batch, page.isLast(), this::holder);
    part.removed().forEach(account -> roll.remove(account.value()));
    part.added().forEach(this::seat);
    part.holders()
        .forEach(voter -> holders.put(context.receiver(), row(voter.key()).with(voter)));
    return part.roll();
  }

  private RollBuilder seal(RollBuilder begun, int limit) {
    return begun.seal(Pages.after(
            roll, begun.snapshot().last().value(), limit, row -> row.member().value())
        .rows()
        .stream()
        .map(MeetingTables.RollRow::member)
        .toList());
  }

  private Optional<Voter> holder(Checksum256 key) {
    return row(key).voters().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  private HoldersRow row(Checksum256 key) {
    long prefix = new AbiReader(key.toBytes()).readI64();
    return holders.find(prefix).orElse(new HoldersRow(prefix, List.of()));
  }
}
