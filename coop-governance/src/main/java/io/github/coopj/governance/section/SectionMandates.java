package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mandates of the chairmen of all sections of a cooperative: one acting chairman for a section, one section for a chairman
 * (KU-04, KU-22).
 *
 * @param mandates the mandates in the order they were given
 */
public record SectionMandates(List<SectionMandate> mandates) {
  /** No mandate yet. */
  public static final SectionMandates NONE = new SectionMandates(List.of());

  /** Refuses two chairmen in one section, and one chairman of two, at one time. */
  public SectionMandates {
    mandates = List.copyOf(mandates);
    for (int i = 0; i < mandates.size(); i++) {
      for (SectionMandate other : mandates.subList(0, i)) {
        SectionMandate one = mandates.get(i);
        boolean excludes = one.section() == other.section() || one.holder().equals(other.holder());
        if (excludes && overlap(one, other)) {
          throw new InvalidValueException("two mandates of sections " + other.section() + " and "
              + one.section() + " exclude each other");
        }
      }
    }
  }

  private static boolean overlap(SectionMandate one, SectionMandate other) {
    return one.isInOffice(other.row.from().toInstant())
        || other.isInOffice(one.row.from().toInstant());
  }

  /**
   * The chairman of a section.
   *
   * @param section number of the section
   * @param at the moment
   * @return his mandate, empty if there is none in office
   */
  public Optional<SectionMandate> inOffice(long section, Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.section() == section && mandate.isInOffice(at))
        .findFirst();
  }

  /**
   * The chairman of a section, who has to be there.
   *
   * @param section number of the section
   * @param at the moment
   * @return his mandate
   * @throws GovernanceException SECTION_MANDATE_INCOMPLETE naming the office if the section has no chairman
   */
  public ActingMandate requireInOffice(long section, Instant at) {
    return inOffice(section, at)
        .orElseThrow(() -> new GovernanceException(
            Reason.SECTION_MANDATE_INCOMPLETE,
            "section",
            section,
            "missing",
            List.of(SectionMandate.Part.OFFICE)))
        .requireActing();
  }

  /**
   * The mandate of a person.
   *
   * @param holder who acts
   * @param at the moment
   * @return his mandate in force
   * @throws GovernanceException NOT_IN_BODY if he chairs no section
   */
  public ActingMandate requireHeldBy(Name holder, Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.holder().equals(holder) && mandate.isInOffice(at))
        .findFirst()
        .orElseThrow(() -> new GovernanceException(
            Reason.NOT_IN_BODY, "account", holder, "body", "SECTION", "at", TimePointSec.of(at)))
        .requireActing();
  }

  /**
   * The mandates beside those of other bodies (KU-22).
   *
   * @return in their order, ended ones too
   */
  public List<Mandate> asOffices() {
    return mandates.stream().map(SectionMandate::asOffice).toList();
  }

  /**
   * The mandates without those whose holders left their section or the cooperative: these end (KU-10, KU-15).
   *
   * @param members who belongs to which section
   * @param now first moment out of office
   * @return all mandates in their order
   */
  public SectionMandates withoutLeavers(SectionSeats members, Instant now) {
    List<SectionMandate> all = new ArrayList<>();
    for (SectionMandate mandate : mandates) {
      boolean out =
          mandate.isInOffice(now) && !members.contains(mandate.holder(), mandate.section(), now);
      all.add(out ? mandate.requireActing().left(now) : mandate);
    }
    return new SectionMandates(all);
  }

  /**
   * Gives the mandate to whom a section elected, for the term of the charter; the mandate of the chairman before him ends
   * (KU-04, KU-15, KU-16).
   *
   * @param meeting a meeting of the section with quorum
   * @param councilChairman Chairman of the Council, empty if there is none
   * @param charter the charter in force
   * @param now first moment in office
   * @return all mandates with the new one at the end
   * @throws GovernanceException SECTION_CHAIR_NOT_ELECTED, DECISION_ALREADY_USED if the meeting gave its mandate before,
   *     OUT_OF_ORDER, TWO_SECTIONS, INCOMPATIBLE_OFFICES for the Chairman of the Council where the charter forbids it
   *     (KU-22)
   */
  public SectionMandates elect(
      CompetentMeeting meeting, Name councilChairman, Charter charter, Instant now) {
    SectionMeeting.requireCharter(meeting.row, charter);
    Name elected = elected(meeting);
    Section.requireNotBefore(now, meeting.decidedAt());
    for (SectionMandate mandate : mandates) {
      if (mandate.row.meeting() == meeting.id()) {
        throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", meeting.id());
      }
      if (mandate.holder().equals(elected)
          && mandate.section() != meeting.section()
          && mandate.isInOffice(now)) {
        throw new GovernanceException(
            Reason.TWO_SECTIONS,
            "account",
            elected,
            "section",
            meeting.section(),
            "other",
            mandate.section());
      }
    }
    if (elected.equals(councilChairman) && !charter.sections().chairMayHeadCouncil()) {
      throw new GovernanceException(
          Reason.INCOMPATIBLE_OFFICES,
          "account",
          elected,
          "office",
          "SECTION_CHAIRMAN",
          "other",
          Office.CHAIRMAN);
    }
    List<SectionMandate> all = new ArrayList<>();
    for (SectionMandate mandate : mandates) {
      boolean before = mandate.section() == meeting.section() && mandate.isInOffice(now);
      all.add(before ? mandate.requireActing().ended(MandateEnd.REPLACED, now) : mandate);
    }
    all.add(mandate(meeting, elected, charter, TimePointSec.of(now)));
    return new SectionMandates(all);
  }

  private static Name elected(CompetentMeeting meeting) {
    ChairElection election = ChairElection.of(meeting);
    if (election.kind() != ChairElection.Kind.ELECTED) {
      throw new GovernanceException(
          Reason.SECTION_CHAIR_NOT_ELECTED, "section", meeting.section(), "meeting", meeting.id());
    }
    return election.persons().get(0);
  }

  private static ActingMandate mandate(
      CompetentMeeting meeting, Name elected, Charter charter, TimePointSec from) {
    Instant end = from.toInstant()
        .atZone(charter.zone())
        .plus(charter.sections().chairTerm())
        .toInstant();
    return new ActingMandate(new SectionMandateRecord(
        meeting.row.call().cooperative(),
        meeting.section(),
        elected,
        meeting.id(),
        meeting.row.call().chair(),
        from,
        TimePointSec.of(end),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MandateEnd.NONE,
        TimePointSec.EPOCH));
  }

  /**
   * Puts a mandate that moved in the place it had.
   *
   * @param moved the mandate after a move
   * @return all mandates
   * @throws InvalidValueException if there is no such mandate
   */
  public SectionMandates with(SectionMandate moved) {
    List<SectionMandate> all = new ArrayList<>(mandates);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).row.meeting() == moved.row.meeting()) {
        all.set(i, moved);
        return new SectionMandates(all);
      }
    }
    throw new InvalidValueException("no mandate was given by meeting " + moved.row.meeting());
  }
}
