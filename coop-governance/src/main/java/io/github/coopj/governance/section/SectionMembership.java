package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To which section a member belongs (KU-09): at any moment to one at most. His vote is delegated to the office of its
 * chairman by the clause he signed, until he changes the section or leaves (KU-10, KU-11).
 */
public final class SectionMembership {
  private final SectionMembershipRecord row;

  private SectionMembership(SectionMembershipRecord row) {
    this.row = row;
  }

  /**
   * Asks of who joins that he chooses a section where the cooperative has any (KU-09).
   *
   * @param applicant account of who joins
   * @param choice his choice, empty if the application has none
   * @param sections sections of the cooperative
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return his section, empty if the cooperative has none
   * @throws GovernanceException SECTION_NOT_CHOSEN, SECTION_CLOSED, SIGNATURE_FORGED, OUT_OF_ORDER if the clause begins in
   *     the past
   */
  public static Optional<SectionMembership> onJoining(
      Name applicant,
      Optional<SectionChoice> choice,
      SectionLookup sections,
      SignerKeys keys,
      Instant now) {
    if (choice.isPresent()) {
      return Optional.of(choose(applicant, choice.get(), sections, keys, now));
    }
    if (!sections.active(now).isEmpty()) {
      throw new GovernanceException(Reason.SECTION_NOT_CHOSEN, "account", applicant);
    }
    return Optional.empty();
  }

  /**
   * The first choice of a member, also of one who joined before there were sections (KU-09).
   *
   * @param member account of the member, who has chosen no section before
   * @param choice his signed choice
   * @param sections sections of the cooperative
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return his section
   * @throws GovernanceException SECTION_CLOSED, SIGNATURE_FORGED, OUT_OF_ORDER if the clause begins in the past
   */
  public static SectionMembership choose(
      Name member, SectionChoice choice, SectionLookup sections, SignerKeys keys, Instant now) {
    requireSound(member, choice, sections, keys, now);
    return new SectionMembership(new SectionMembershipRecord(List.of(choice), TimePointSec.EPOCH));
  }

  /**
   * Refuses the first choice of who belongs to a section already: he is transferred (KU-09).
   *
   * @param existing what is stored of him
   * @throws GovernanceException SECTION_CHOSEN
   */
  public static void requireNone(Optional<SectionMembership> existing) {
    if (existing.isPresent() && !existing.get().hasLeft()) {
      DelegationClause last = existing.get().last();
      throw new GovernanceException(
          Reason.SECTION_CHOSEN, "account", last.member(), "section", last.section());
    }
  }

  private static void requireSound(
      Name member, SectionChoice choice, SectionLookup sections, SignerKeys keys, Instant now) {
    DelegationClause clause = choice.clause();
    if (!sections.active(now).contains(clause.section())) {
      throw new GovernanceException(Reason.SECTION_CLOSED, "section", clause.section());
    }
    choice.signature().requireGenuine(clause.digest(), member, keys.until(now));
    if (!clause.member().equals(member)) {
      throw new GovernanceException(
          Reason.SIGNATURE_FORGED, "account", member, "document", clause.digest());
    }
    TimePointSec at = TimePointSec.of(now);
    if (clause.from().compareTo(at) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", clause.from(), "notBefore", at);
    }
  }

  /**
   * Restores a stored membership.
   *
   * @param row what {@link #snapshot} gave
   * @return the membership
   * @throws InvalidValueException if the parts contradict each other
   */
  public static SectionMembership restore(SectionMembershipRecord row) {
    if (row.choices().isEmpty()) {
      throw new InvalidValueException("a membership in sections begins with a choice");
    }
    DelegationClause before = row.choices().get(0).clause();
    for (SectionChoice choice : row.choices().subList(1, row.choices().size())) {
      DelegationClause clause = choice.clause();
      if (!clause.member().equals(before.member())
          || !clause.cooperative().equals(before.cooperative())
          || clause.from().compareTo(before.from()) <= 0) {
        throw new InvalidValueException(
            "choices of a section are of one member and follow each other, got " + clause
                + " after " + before);
      }
      before = clause;
    }
    return new SectionMembership(row);
  }

  /**
   * Goes to another section from the day the new clause names, which is after every open meeting of either (KU-09,
   * KU-23). Until then nothing changes.
   *
   * @param choice the new choice, signed by the member
   * @param open open meetings of sections
   * @param sections sections of the cooperative
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the membership with the transfer
   * @throws GovernanceException WRONG_STATE after leaving, SECTION_CLOSED, SIGNATURE_FORGED, OUT_OF_ORDER if the clause
   *     begins in the past or not after the last choice, SECTION_CHOSEN if it names the same section,
   *     TRANSFER_DURING_MEETING
   */
  public SectionMembership transfer(
      SectionChoice choice,
      List<OpenAssembly> open,
      SectionLookup sections,
      SignerKeys keys,
      Instant now) {
    requireNotLeft();
    requireSound(member(), choice, sections, keys, now);
    DelegationClause clause = choice.clause();
    DelegationClause last = last();
    if (clause.section() == last.section()) {
      throw new GovernanceException(
          Reason.SECTION_CHOSEN, "account", member(), "section", last.section());
    }
    if (clause.from().compareTo(last.from()) <= 0) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", clause.from(), "notBefore", last.from().plusSeconds(1));
    }
    for (OpenAssembly meeting : open) {
      boolean concerned =
          meeting.section() == clause.section() || meeting.section() == last.section();
      if (concerned && clause.from().compareTo(meeting.closesAt()) < 0) {
        throw new GovernanceException(
            Reason.TRANSFER_DURING_MEETING, "account", member(), "meeting", meeting.meeting());
      }
    }
    List<SectionChoice> choices = new ArrayList<>(row.choices());
    choices.add(choice);
    return new SectionMembership(new SectionMembershipRecord(choices, TimePointSec.EPOCH));
  }

  /**
   * Ends the membership and the delegation with the membership in the cooperative (KU-10).
   *
   * @param now first moment out
   * @return the ended membership
   * @throws GovernanceException WRONG_STATE if it ended before
   */
  public SectionMembership leave(Instant now) {
    requireNotLeft();
    return new SectionMembership(new SectionMembershipRecord(row.choices(), TimePointSec.of(now)));
  }

  private void requireNotLeft() {
    if (hasLeft()) {
      throw new GovernanceException(
          Reason.WRONG_STATE,
          "what",
          "section of " + member(),
          "state",
          "LEFT",
          "needed",
          "MEMBER");
    }
  }

  /**
   * The section at a moment.
   *
   * @param at the moment
   * @return number of the section, empty before the first choice takes effect and after leaving
   */
  public Optional<Long> at(Instant at) {
    return choiceAt(at).map(choice -> choice.clause().section());
  }

  /**
   * Whether the person belongs to a section as a member of the cooperative.
   *
   * @param section number of the section
   * @param memberships who is a member of the cooperative
   * @param at the moment
   * @return whether this is his section and he is a member
   */
  public boolean belongsTo(long section, MembershipLookup memberships, Instant at) {
    return at(at).equals(Optional.of(section)) && memberships.isActive(member(), at);
  }

  /**
   * This membership once the person has left the cooperative: section and delegation of the vote end with it (KU-10).
   *
   * @param now first moment out
   * @return the ended membership; the same if it ended before
   */
  public SectionMembership withoutLeaver(Instant now) {
    return hasLeft() ? this : leave(now);
  }

  /**
   * The signed clause that holds at a moment (KU-11).
   *
   * @param at the moment
   * @return the last choice that has begun, empty before the first and after leaving
   */
  public Optional<SectionChoice> choiceAt(Instant at) {
    if (hasLeft() && !at.isBefore(row.leftAt().toInstant())) {
      return Optional.empty();
    }
    SectionChoice holding = null;
    for (SectionChoice choice : row.choices()) {
      if (!at.isBefore(choice.clause().from().toInstant())) {
        holding = choice;
      }
    }
    return Optional.ofNullable(holding);
  }

  /**
   * Who carries the member's vote to the meeting of representatives: whoever holds the office at that moment (KU-10).
   *
   * @param mandates mandates of chairmen of sections
   * @param at the moment
   * @return the chairman of the member's section, empty without section or chairman
   */
  public Optional<Name> delegateAt(SectionMandates mandates, Instant at) {
    return at(at).flatMap(section -> mandates.inOffice(section, at)).map(SectionMandate::holder);
  }

  /**
   * Account of the member.
   *
   * @return the account
   */
  public Name member() {
    return last().member();
  }

  /**
   * The membership as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public SectionMembershipRecord snapshot() {
    return row;
  }

  /** Whether the member belongs to a section at a moment or has chosen it from a later one on. */
  boolean isBoundTo(long section, Instant at) {
    boolean later = !hasLeft()
        && row.choices().stream()
            .map(SectionChoice::clause)
            .anyMatch(clause ->
                clause.section() == section && at.isBefore(clause.from().toInstant()));
    return later || at(at).equals(Optional.of(section));
  }

  private boolean hasLeft() {
    return !row.leftAt().equals(TimePointSec.EPOCH);
  }

  private DelegationClause last() {
    return row.choices().get(row.choices().size() - 1).clause();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SectionMembership membership && row.equals(membership.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return row.toString();
  }
}
