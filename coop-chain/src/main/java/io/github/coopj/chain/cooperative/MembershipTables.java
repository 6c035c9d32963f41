package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.meeting.Voter;
import io.github.coopj.governance.membership.FormerMemberships;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.person.IdentityClaim;
import io.github.coopj.governance.person.Registrars;
import io.github.coopj.governance.section.SectionMembers;
import io.github.coopj.governance.section.SectionMembership;
import io.github.coopj.governance.section.SectionMembershipRecord;
import io.github.coopj.governance.section.SectionSeats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables of {@link MembershipContract} and their rows, readable from every contract. */
public final class MembershipTables {
  static final Name MEMBERS = Name.of("members");
  static final Name VERIFIED = Name.of("verified");
  static final Name REGISTRARS = Name.of("registrars");
  static final Name IDENTITIES = Name.of("identities");
  static final Name PLACES = Name.of("places");
  static final Name FORMER = Name.of("former");

  private MembershipTables() {}

  /**
   * Claims of identities whose keys begin with the same 8 bytes; keyed by those.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param claims the claims
   */
  public record IdentitiesRow(long prefix, List<IdentityClaim> claims) {
    /** Copies the list. */
    public IdentitiesRow {
      claims = List.copyOf(claims);
    }
  }

  /**
   * To which sections an account belonged.
   *
   * @param account account
   * @param place its choices
   */
  public record PlaceRow(Name account, SectionMembershipRecord place) {}

  /** Requires that an account is a member of a cooperative and identified. */
  static void requireActive(Context context, Name coop, Name account) {
    membership(context, coop, account)
        .requireActive()
        .requireFullParticipant(
            Persons.verificationOf(context, coop, account), Persons.now(context));
  }

  /** Number of members at a moment. */
  static long count(Context context, Name coop, Instant at) {
    return MembershipRecord.countAt(
        members(context, coop), formerTable(context, coop), TimePointSec.of(at));
  }

  /** Who is a member, for any contract to ask. */
  static MembershipLookup lookup(Context context, Name coop) {
    Table<MembershipRecord> members = members(context, coop);
    return (account, at) -> members
        .find(account.value())
        .filter(row -> former(context, coop, account).wasMemberAt(row, TimePointSec.of(at)))
        .isPresent();
  }

  /** What an account had with the cooperative before its last application. */
  static FormerMemberships former(Context context, Name coop, Name account) {
    return formerTable(context, coop).find(account.value()).orElse(FormerMemberships.none(account));
  }

  static Table<FormerMemberships> formerTable(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.MEMBERSHIP)
        ? context.table(
            FORMER, coop, FormerMemberships.class, row -> row.account().value())
        : context.table(
            CooperativeAccounts.MEMBERSHIP,
            FORMER,
            coop,
            FormerMemberships.class,
            row -> row.account().value());
  }

  /** Who belongs to which section, for questions about single persons. */
  static SectionSeats seats(Context context, Name coop) {
    MembershipLookup members = lookup(context, coop);
    return (account, section, at) -> place(context, coop, account)
        .filter(place -> place.belongsTo(section, members, at))
        .isPresent();
  }

  /** Who belongs to which section. */
  static SectionMembers sectionMembers(Context context, Name coop) {
    List<SectionMembership> all = new ArrayList<>();
    places(context, coop).forEach(row -> all.add(SectionMembership.restore(row.place())));
    return new SectionMembers(all, lookup(context, coop));
  }

  /** Members as voters, who may be one person with several accounts (ORG-04). */
  static List<Voter> voters(Context context, Name coop, List<Name> accounts) {
    return accounts.stream()
        .map(account -> new Voter(
            account,
            membership(context, coop, account).kind(),
            Persons.verificationOf(context, coop, account).voterKey()))
        .toList();
  }

  static Optional<SectionMembership> place(Context context, Name coop, Name account) {
    return places(context, coop)
        .find(account.value())
        .map(row -> SectionMembership.restore(row.place()));
  }

  static Table<PlaceRow> places(Context context, Name coop) {
    return context.table(
        CooperativeAccounts.MEMBERSHIP,
        PLACES,
        coop,
        PlaceRow.class,
        row -> row.account().value());
  }

  /** Memberships of a cooperative, in the order of the accounts, for any contract to read. */
  static Table<MembershipRecord> members(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.MEMBERSHIP)
        ? context.table(
            MEMBERS, coop, MembershipRecord.class, row -> row.account().value())
        : context.table(
            CooperativeAccounts.MEMBERSHIP,
            MEMBERS,
            coop,
            MembershipRecord.class,
            row -> row.account().value());
  }

  /** Membership of an account, for any contract to read. */
  static Membership membership(Context context, Name coop, Name account) {
    return members(context, coop)
        .find(account.value())
        .map(Membership::restore)
        .orElseThrow(() -> new InvalidValueException(account + " has not applied to " + coop));
  }

  static void keep(Context context, Name coop, SectionMembership place) {
    places(context, coop).put(context.receiver(), new PlaceRow(place.member(), place.snapshot()));
  }

  static Table<Registrars> registrarsTable(Context context, Name coop) {
    return context.table(REGISTRARS, coop, Registrars.class, row -> 0);
  }

  static void claim(Context context, MembershipContract.Verify data) {
    long prefix = new AbiReader(data.person().identityKey().toBytes()).readI64();
    Table<IdentitiesRow> identities =
        context.table(IDENTITIES, context.receiver(), IdentitiesRow.class, IdentitiesRow::prefix);
    IdentitiesRow row = identities.find(prefix).orElse(new IdentitiesRow(prefix, List.of()));
    Optional<IdentityClaim> existing = row.claims().stream()
        .filter(claim -> claim.identityKey().equals(data.person().identityKey()))
        .findFirst();
    IdentityClaim claimed =
        IdentityClaim.claim(data.person().identityKey(), data.account(), existing);
    if (existing.isEmpty()) {
      List<IdentityClaim> claims = new ArrayList<>(row.claims());
      claims.add(claimed);
      identities.put(context.receiver(), new IdentitiesRow(prefix, claims));
    }
  }
}
