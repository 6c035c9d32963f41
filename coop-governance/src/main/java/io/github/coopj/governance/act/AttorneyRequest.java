package io.github.coopj.governance.act;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.section.PowerOfAttorney;
import io.github.coopj.governance.section.SectionMandate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A power of attorney that the chairman of a section asks of the Chairman of the Council (CHAIR-15). Until it is issued his
 * mandate is incomplete. A {@link RequestedAttorney} that is refused or left unanswered becomes an {@link
 * EscalatedAttorney}, on which the Council decides; either ends as an {@link IssuedRequest}.
 */
public abstract sealed class AttorneyRequest
    permits RequestedAttorney, EscalatedAttorney, IssuedRequest {
  final AttorneyRequestRecord data;

  AttorneyRequest(AttorneyRequestRecord data) {
    this.data = data;
  }

  /**
   * Asks for a power of attorney.
   *
   * @param id number of the request, 1 or more
   * @param attorney the power
   * @param mandate mandate of the chairman of the section
   * @param now the moment
   * @return the request, for the Chairman of the Council to answer
   * @throws GovernanceException SECTION_PAPER_OF_OTHER for another section or person, NOT_IN_BODY for a mandate that has
   *     ended
   */
  public static RequestedAttorney ask(
      long id, PowerOfAttorney attorney, SectionMandate mandate, Instant now) {
    boolean own = mandate.snapshot().cooperative().equals(attorney.cooperative())
        && mandate.section() == attorney.section()
        && mandate.holder().equals(attorney.holder());
    if (!own) {
      throw new GovernanceException(
          Reason.SECTION_PAPER_OF_OTHER,
          "section",
          mandate.section(),
          "paper",
          SectionMandate.Part.ATTORNEY);
    }
    if (!mandate.isInOffice(now)) {
      throw new GovernanceException(
          Reason.NOT_IN_BODY,
          "account",
          mandate.holder(),
          "body",
          "SECTION",
          "at",
          TimePointSec.of(now));
    }
    return new RequestedAttorney(new AttorneyRequestRecord(
        id,
        attorney,
        AttorneyStatus.REQUESTED,
        TimePointSec.of(now),
        Name.EMPTY,
        "",
        TimePointSec.EPOCH,
        TimePointSec.EPOCH));
  }

  /**
   * Restores a stored request.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the request in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static AttorneyRequest restore(AttorneyRequestRecord stored) {
    boolean escalated = !stored.escalatedAt().equals(TimePointSec.EPOCH);
    boolean issued = !stored.issuedAt().equals(TimePointSec.EPOCH);
    boolean fits = stored.refusedBy().isEmpty() == stored.grounds().isBlank()
        && (escalated || stored.refusedBy().isEmpty())
        && issued == (stored.status() == AttorneyStatus.ISSUED)
        && (escalated || stored.status() != AttorneyStatus.ESCALATED)
        && (!escalated || stored.status() != AttorneyStatus.REQUESTED);
    if (!fits || stored.id() < 1) {
      throw new InvalidValueException(
          "the record of request " + stored.id() + " contradicts itself");
    }
    return switch (stored.status()) {
      case REQUESTED -> new RequestedAttorney(stored);
      case ESCALATED -> new EscalatedAttorney(stored);
      case ISSUED -> new IssuedRequest(stored);
    };
  }

  /**
   * The request as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public AttorneyRequestRecord snapshot() {
    return data;
  }

  /**
   * This request, if the Chairman has to answer it.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  public RequestedAttorney requireRequested() {
    return require(RequestedAttorney.class, AttorneyStatus.REQUESTED);
  }

  /**
   * This request, if the Council has to decide on it.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  public EscalatedAttorney requireEscalated() {
    return require(EscalatedAttorney.class, AttorneyStatus.ESCALATED);
  }

  /**
   * The request answered: the mandate bears exactly the power asked for, whoever issued it.
   *
   * @param mandate mandate of the chairman of the section
   * @param now the moment
   * @return the end of the request
   * @throws GovernanceException WRONG_STATE if it was seen before, SECTION_MANDATE_INCOMPLETE without the power in force
   */
  public IssuedRequest issued(SectionMandate mandate, Instant now) {
    if (data.status() == AttorneyStatus.ISSUED) {
      requireRequested();
    }
    boolean borne = mandate
        .snapshot()
        .attorney()
        .filter(issued -> issued.attorney().equals(data.attorney()))
        .filter(issued -> issued.revokedAt().equals(TimePointSec.EPOCH))
        .isPresent();
    if (!borne) {
      throw new GovernanceException(
          Reason.SECTION_MANDATE_INCOMPLETE,
          "section",
          mandate.section(),
          "missing",
          SectionMandate.Part.ATTORNEY);
    }
    return new IssuedRequest(new AttorneyRequestRecord(
        data.id(),
        data.attorney(),
        AttorneyStatus.ISSUED,
        data.requestedAt(),
        data.refusedBy(),
        data.grounds(),
        data.escalatedAt(),
        TimePointSec.of(now)));
  }

  /**
   * Who refused and why.
   *
   * @return the grounds, or nothing if nobody refused
   */
  public Optional<String> refusal() {
    return Optional.of(data.grounds()).filter(grounds -> !grounds.isBlank());
  }

  private <S extends AttorneyRequest> S require(Class<S> state, AttorneyStatus needed) {
    return States.require(this, state, "request " + data.id(), data.status(), needed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AttorneyRequest request && data.equals(request.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
