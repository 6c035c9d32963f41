package io.github.coopj.governance.act;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.REGULATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.section.ActingMandate;
import io.github.coopj.governance.section.PowerOfAttorney;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.Sections;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttorneyRequestTest {
  private static final Charter CHARTER = Fixtures.platform();
  private static final Name HEAD = Name.of("head");
  private static final Instant END = CLOSES.plus(Duration.ofDays(365));
  private static final Council COUNCIL = Council.of(List.of(new Mandate(
      HEAD,
      Office.CHAIRMAN,
      TimePointSec.of(Sections.NOW),
      TimePointSec.of(END),
      Ground.ofMeeting(17))));

  private static ActingMandate bare() {
    return SectionMandates.NONE
        .elect(Sections.elected(11, 1, 0), HEAD, CHARTER, CLOSES)
        .inOffice(1, CLOSES)
        .orElseThrow()
        .requireActing();
  }

  private static PowerOfAttorney power() {
    return Sections.attorney(bare(), CLOSES, END);
  }

  private static RequestedAttorney asked() {
    return AttorneyRequest.ask(1, power(), bare(), CLOSES);
  }

  private static <R extends AttorneyRequest> R kept(R request) {
    Codec<AttorneyRequestRecord> codec = RecordCodec.of(AttorneyRequestRecord.class);
    AttorneyRequestRecord row = codec.decode(codec.encode(request.snapshot()));
    assertThat(AttorneyRequest.restore(row)).isEqualTo(request);
    return request;
  }

  @Test
  @Tag("CHAIR-15")
  void refusal_isKept_andTheCouncilMayIssueThePower() {
    assertThat(bare().missing(REGULATION, CLOSES)).contains(SectionMandate.Part.ATTORNEY);
    RequestedAttorney asked = kept(asked());
    assertRefused(
        Reason.SECTION_MANDATE_INCOMPLETE,
        "SECTION_MANDATE_INCOMPLETE section=1 missing=ATTORNEY",
        () -> asked.issued(bare(), CLOSES));
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=other chairman=head",
        () -> asked.refuse(Name.of("other"), "why", COUNCIL, CLOSES));
    assertRefused(
        Reason.NO_REASON_GIVEN,
        "NO_REASON_GIVEN what=refusal",
        () -> asked.refuse(HEAD, " ", COUNCIL, CLOSES));

    EscalatedAttorney refused = kept(asked.refuse(HEAD, "No trust", COUNCIL, CLOSES));
    assertThat(refused.refusal()).contains("No trust");
    assertThat(refused.snapshot().refusedBy()).isEqualTo(HEAD);
    assertThat(refused.subject()).isEqualTo(power().digest());
    assertThat(bare().missing(REGULATION, CLOSES)).contains(SectionMandate.Part.ATTORNEY);
    ActingMandate empowered = bare()
        .withAttorney(
            power(), Fixtures.decision(QuestionType.SECTION, refused.subject(), CLOSES), CLOSES);
    IssuedRequest issued = kept(refused.issued(empowered, CLOSES.plusSeconds(5)));
    assertThat(issued.refusal()).contains("No trust");
    assertThat(empowered.missing(REGULATION, CLOSES)).doesNotContain(SectionMandate.Part.ATTORNEY);
    assertRefused(() -> issued.issued(empowered, CLOSES), Reason.WRONG_STATE);
    assertRefused(refused::requireRequested, Reason.WRONG_STATE);
    assertRefused(asked::requireEscalated, Reason.WRONG_STATE);
  }

  @Test
  @Tag("CHAIR-15")
  void silence_goesToTheCouncil_afterTheLastDay() {
    RequestedAttorney asked = asked();
    ZonedDateTime lastDay = CLOSES
        .atZone(CHARTER.zone())
        .plusDays(CHARTER.chairman().signatureDays())
        .toLocalDate()
        .atStartOfDay(CHARTER.zone());
    Instant midnight = lastDay.plusDays(1).toInstant();
    assertRefused(
        Reason.ATTORNEY_NOT_OVERDUE,
        "ATTORNEY_NOT_OVERDUE request=1 dueOn=" + lastDay.toLocalDate(),
        () -> asked.escalate(CHARTER, midnight.minusSeconds(1)));
    EscalatedAttorney escalated = kept(asked.escalate(CHARTER, midnight));
    assertThat(escalated.refusal()).isEmpty();
    assertThat(escalated.snapshot().escalatedAt().toInstant()).isEqualTo(midnight);
  }

  @Test
  @Tag("CHAIR-15")
  void issued_byTheChairmanHimself_endsTheRequest() {
    ActingMandate empowered = Sections.withAttorney(bare(), CLOSES, END);
    kept(asked().issued(empowered, CLOSES));
    ActingMandate other = Sections.withAttorney(bare(), CLOSES, END.plusSeconds(1));
    assertRefused(() -> asked().issued(other, CLOSES), Reason.SECTION_MANDATE_INCOMPLETE);
  }

  @Test
  void ask_byTheChairmanOfThatSection_inOffice() {
    PowerOfAttorney other = new PowerOfAttorney(
        CHARTER.account(), 2, bare().holder(), power().from(), power().until());
    assertRefused(
        () -> AttorneyRequest.ask(1, other, bare(), CLOSES), Reason.SECTION_PAPER_OF_OTHER);
    Instant over = bare().snapshot().until().toInstant();
    AttorneyRequest.ask(1, power(), bare(), over.minusSeconds(1));
    assertRefused(() -> AttorneyRequest.ask(1, power(), bare(), over), Reason.NOT_IN_BODY);
  }

  @Test
  void restore_refusesContradictions() {
    AttorneyRequestRecord row = asked().snapshot();
    for (AttorneyStatus status : List.of(AttorneyStatus.ESCALATED, AttorneyStatus.ISSUED)) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AttorneyRequest.restore(new AttorneyRequestRecord(
              1,
              row.attorney(),
              status,
              row.requestedAt(),
              Name.EMPTY,
              "",
              TimePointSec.EPOCH,
              TimePointSec.EPOCH)));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AttorneyRequest.restore(new AttorneyRequestRecord(
            1,
            row.attorney(),
            AttorneyStatus.REQUESTED,
            row.requestedAt(),
            HEAD,
            "why",
            TimePointSec.EPOCH,
            TimePointSec.EPOCH)));
  }
}
