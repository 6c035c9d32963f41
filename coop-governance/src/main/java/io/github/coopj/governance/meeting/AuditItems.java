package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.time.LocalDate;
import java.util.List;

/** What the Revision commission has to find on an agenda: its conclusion (AUDIT-13) and its disagreements (MEET-30). */
final class AuditItems {
  private AuditItems() {}

  static void requireConclusion(
      GeneralMeetingRecord row, List<ConclusionContent> given, Charter charter) {
    LocalDate opens = LocalDate.ofInstant(row.opensAt().toInstant(), charter.zone());
    LocalDate after = AnnualWindow.near(opens, charter.financialYearEnd(), charter.annual())
        .yearEnd()
        .plusDays(1);
    TimePointSec end = TimePointSec.of(after.atStartOfDay(charter.zone()).toInstant());
    List<Checksum256> ofYear = given.stream()
        .filter(conclusion -> conclusion.until().equals(end))
        .map(ConclusionContent::digest)
        .toList();
    for (ItemRecord item : row.items()) {
      if (item.type() == ItemType.AUDIT_CONCLUSION && !ofYear.contains(item.subject())) {
        throw new GovernanceException(Reason.AUDIT_CONCLUSION_UNKNOWN, "item", item.number());
      }
      if (item.type() == ItemType.AUDIT_CONCLUSION_MISSING && !ofYear.isEmpty()) {
        throw new GovernanceException(Reason.AUDIT_CONCLUSION_GIVEN, "item", item.number());
      }
    }
  }

  static void requireDisagreements(
      GeneralMeetingRecord row, List<EscalatedRemark> passed, List<GeneralMeetingRecord> meetings) {
    for (EscalatedRemark remark : passed) {
      Checksum256 question = remark.disagreement().digest();
      boolean taken = meetings.stream()
          .filter(meeting -> meeting.id() != row.id()
              && meeting.status() != MeetingStatus.DRAFT
              && meeting.status() != MeetingStatus.FAILED)
          .anyMatch(meeting -> asks(meeting, question));
      if (!taken && !asks(row, question)) {
        throw new GovernanceException(
            Reason.DISAGREEMENT_LEFT_OUT, "remark", remark.snapshot().content().id());
      }
    }
  }

  static boolean asks(GeneralMeetingRecord meeting, Checksum256 question) {
    return meeting.items().stream().anyMatch(item -> item.subject().equals(question));
  }
}
