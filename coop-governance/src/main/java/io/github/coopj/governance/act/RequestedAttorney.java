package io.github.coopj.governance.act;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Asked for, not answered. */
public final class RequestedAttorney extends AttorneyRequest {
  RequestedAttorney(AttorneyRequestRecord data) {
    super(data);
  }

  /**
   * Last day on which the Chairman may answer: the day of the request and the days for his signature.
   *
   * @param charter the charter in force
   * @return the day in the zone of the cooperative
   */
  public LocalDate dueOn(Charter charter) {
    return dueOn(data, charter);
  }

  /**
   * That day for a stored request.
   *
   * @param stored a request
   * @param charter the charter in force
   * @return the day in the zone of the cooperative
   */
  public static LocalDate dueOn(AttorneyRequestRecord stored, Charter charter) {
    return stored
        .requestedAt()
        .toInstant()
        .atZone(charter.zone())
        .toLocalDate()
        .plusDays(charter.chairman().signatureDays());
  }

  /**
   * Refuses the power; the refusal is kept and the question goes to the Council.
   *
   * @param by the Chairman of the Council, or who acts for him
   * @param grounds why, not blank
   * @param council the Council
   * @param now the moment
   * @return the request before the Council
   * @throws GovernanceException NOT_CHAIRMAN, NO_REASON_GIVEN
   */
  public EscalatedAttorney refuse(Name by, String grounds, Council council, Instant now) {
    Optional<Name> acting = council.actingChairman(now);
    if (!acting.equals(Optional.of(by))) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          by,
          "chairman",
          acting.map(Name::toString).orElse("nobody"));
    }
    if (grounds.isBlank()) {
      throw new GovernanceException(Reason.NO_REASON_GIVEN, "what", "refusal");
    }
    return escalated(by, grounds, now);
  }

  /**
   * Passes an unanswered request to the Council.
   *
   * @param charter the charter in force
   * @param now the moment
   * @return the request before the Council
   * @throws GovernanceException ATTORNEY_NOT_OVERDUE to the end of the last day
   */
  public EscalatedAttorney escalate(Charter charter, Instant now) {
    if (!now.atZone(charter.zone()).toLocalDate().isAfter(dueOn(charter))) {
      throw new GovernanceException(
          Reason.ATTORNEY_NOT_OVERDUE, "request", data.id(), "dueOn", dueOn(charter));
    }
    return escalated(Name.EMPTY, "", now);
  }

  private EscalatedAttorney escalated(Name by, String grounds, Instant now) {
    return new EscalatedAttorney(new AttorneyRequestRecord(
        data.id(),
        data.attorney(),
        AttorneyStatus.ESCALATED,
        data.requestedAt(),
        by,
        grounds,
        TimePointSec.of(now),
        TimePointSec.EPOCH));
  }
}
