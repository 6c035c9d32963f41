package io.github.coopj.governance.representation;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who represents the sections at a meeting (DMEET-03, DMEET-06, KU-06): every active section is once either among the seats,
 * with a chairman of full powers, or among the vacancies. A seat has one vote whatever the size of its section (DMEET-04,
 * KU-19).
 *
 * @param seats represented sections, ascending
 * @param vacancies sections without a representative, ascending
 * @param eligible the N of the quorum: the seats, with the vacancies where the charter counts them
 */
public record DelegatesRoll(List<Seat> seats, List<Vacancy> vacancies, long eligible) {
  /**
   * A represented section.
   *
   * @param section number of the section
   * @param representative its chairman
   */
  public record Seat(long section, Name representative) {}

  /**
   * A section without a representative.
   *
   * @param section number of the section
   * @param missing what full powers lack; OFFICE alone if it has no chairman
   */
  public record Vacancy(long section, List<SectionMandate.Part> missing) {
    /** Copies the list. */
    public Vacancy {
      missing = List.copyOf(missing);
    }
  }

  /** Copies the lists. */
  public DelegatesRoll {
    seats = List.copyOf(seats);
    vacancies = List.copyOf(vacancies);
  }

  /**
   * The representatives at a moment.
   *
   * @param sections sections of the cooperative
   * @param mandates mandates of their chairmen
   * @param regulation digest of the regulation on material liability in force
   * @param charter the charter in force
   * @param rollAt the moment
   * @return seats and vacancies
   */
  public static DelegatesRoll at(
      List<? extends Section> sections,
      SectionMandates mandates,
      Checksum256 regulation,
      Charter charter,
      Instant rollAt) {
    List<Seat> seats = new ArrayList<>();
    List<Vacancy> vacancies = new ArrayList<>();
    List<? extends Section> ordered =
        sections.stream().sorted(Comparator.comparingLong(Section::id)).toList();
    for (Section section : ordered) {
      if (section.isActive(rollAt)) {
        Optional<SectionMandate> mandate = mandates.inOffice(section.id(), rollAt);
        List<SectionMandate.Part> missing = mandate
            .map(held -> held.missing(regulation, rollAt))
            .orElse(List.of(SectionMandate.Part.OFFICE));
        if (mandate.isPresent() && missing.isEmpty()) {
          seats.add(new Seat(section.id(), mandate.get().holder()));
        } else {
          vacancies.add(new Vacancy(section.id(), missing));
        }
      }
    }
    long counted = charter.delegates().countVacant() ? vacancies.size() : 0;
    return new DelegatesRoll(seats, vacancies, seats.size() + counted);
  }

  /**
   * The roll to convene the meeting with: every representative once.
   *
   * @return the frozen roll
   */
  public Roll toRoll() {
    return Roll.of(seats.stream().map(Seat::representative).toList());
  }

  /**
   * What binds a representative: the decisions of the section he has the seat of.
   *
   * @param representative who votes
   * @param meetings meetings of sections with quorum
   * @return those of his section, the earlier first; empty for who has no seat
   */
  public List<CompetentMeeting> decidedFor(Name representative, List<CompetentMeeting> meetings) {
    return seats.stream()
        .filter(seat -> seat.representative().equals(representative))
        .flatMap(seat -> meetings.stream().filter(meeting -> meeting.section() == seat.section()))
        .sorted(Comparator.comparing(CompetentMeeting::decidedAt))
        .toList();
  }
}
