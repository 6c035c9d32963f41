package io.github.coopj.governance.duty;

import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandateRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sections without a chairman, and chairmen without a power of attorney. */
final class SectionDuties implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    Charter charter = record.charters().inForce(now);
    for (Section section : record.sections()) {
      Optional<SectionMandate> chairman = record.sectionMandates().inOffice(section.id(), now);
      if (section.isActive(now) && chairman.isEmpty()) {
        owed.accept(Duty.open(
            DutyKind.ELECT_SECTION_CHAIR,
            "section " + section.id(),
            vacantSince(record, section, now)));
      }
      chairman
          .filter(mandate -> section.isActive(now) && !mandate.hasAttorney(now))
          .ifPresent(mandate -> attorney(record.refusals(), mandate, charter, now, owed));
    }
  }

  /** End of the last mandate, or the founding. */
  private static Instant vacantSince(CooperativeRecord record, Section section, Instant now) {
    return record.sectionMandates().mandates().stream()
        .filter(mandate -> mandate.section() == section.id())
        .map(mandate -> mandate.asOffice().until().toInstant())
        .filter(end -> !end.isAfter(now))
        .max(Comparator.naturalOrder())
        .orElse(section.snapshot().founding().at().toInstant());
  }

  /** The Chairman issues it; once he has refused, the Council decides, and after its time the general meeting. */
  private static void attorney(
      List<AttorneyRefusal> refusals,
      SectionMandate mandate,
      Charter charter,
      Instant now,
      Consumer<Duty> owed) {
    String about = "chairman " + mandate.holder() + " of section " + mandate.section();
    Instant since = lacksSince(mandate);
    Optional<AttorneyRefusal> refused = refusals.stream()
        .filter(refusal ->
            refusal.isOpenFor(mandate, now) && !refusal.at().toInstant().isBefore(since))
        .min(Comparator.comparingLong(AttorneyRefusal::id));
    if (refused.isEmpty()) {
      owed.accept(Duty.open(DutyKind.ISSUE_ATTORNEY, about, since));
      return;
    }
    Instant at = refused.get().at().toInstant();
    Instant passesOn = refused.get().passesOnAt(charter);
    owed.accept(Duty.until(DutyKind.DECIDE_ATTORNEY, about, at, passesOn, now));
    if (!now.isBefore(passesOn)) {
      owed.accept(Duty.open(DutyKind.DECIDE_ATTORNEY_AT_MEETING, about, passesOn));
    }
  }

  /** Beginning of the mandate, or the end of the last power. */
  private static Instant lacksSince(SectionMandate mandate) {
    SectionMandateRecord row = mandate.snapshot();
    return row.attorney()
        .map(last -> last.endsAt().toInstant())
        .filter(end -> end.isAfter(row.from().toInstant()))
        .orElse(row.from().toInstant());
  }
}
