package io.github.coopj.governance.agenda;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.agenda.Papers.MEMBERS;
import static io.github.coopj.governance.agenda.Papers.NOW;
import static io.github.coopj.governance.agenda.Papers.sign;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AGENDA-09")
class NominationTest {
  private static final Charter CHARTER = platform();
  private static final CandidateConsent TERMS =
      new CandidateConsent(COOP, member(0), ItemType.ELECTION_COUNCIL, 7);

  private static NamedCandidate named() {
    return Nomination.name(TERMS, member(5), MEMBERS, CHARTER, NOW);
  }

  private static ConsentedCandidate consented() {
    return named().consent(sign(member(0), TERMS.digest()), MEMBERS, KEYS, NOW);
  }

  @Test
  void name_takesMembersOnly_asCandidateAndAsNominator() {
    Name stranger = Name.of("stranger");
    assertRefused(
        Reason.NOT_AN_ACTIVE_MEMBER,
        "NOT_AN_ACTIVE_MEMBER account=stranger",
        () -> Nomination.name(TERMS, stranger, MEMBERS, CHARTER, NOW));
    assertRefused(
        Reason.NOT_AN_ACTIVE_MEMBER,
        "NOT_AN_ACTIVE_MEMBER account=stranger",
        () -> Nomination.name(
            new CandidateConsent(COOP, stranger, ItemType.AUDIT_COMMISSION, 7),
            member(5),
            MEMBERS,
            CHARTER,
            NOW));
    assertRefused(
        () -> Nomination.name(
            new CandidateConsent(Name.of("elsewhere"), member(0), ItemType.AUDIT_COMMISSION, 7),
            member(5),
            MEMBERS,
            CHARTER,
            NOW),
        Reason.OTHER_COOPERATIVE);
    assertThat(named().snapshot().nominatedBy()).isEqualTo(member(5));
  }

  @Test
  void name_letsMembersNominateThemselves_unlessTheCharterForbids() {
    Charter forbids = platform("\"agenda.selfNomination\": false");
    assertThat(
            Nomination.name(TERMS, member(0), MEMBERS, CHARTER, NOW).snapshot().terms())
        .isEqualTo(TERMS);
    assertRefused(
        Reason.SELF_NOMINATION,
        "SELF_NOMINATION account=" + member(0),
        () -> Nomination.name(TERMS, member(0), MEMBERS, forbids, NOW));
    assertThat(
            Nomination.name(TERMS, member(5), MEMBERS, forbids, NOW).snapshot().terms())
        .isEqualTo(TERMS);
  }

  @Test
  void consent_isTheCandidatesOwn_forThisOfficeAndMeeting() {
    NamedCandidate named = named();
    CandidateConsent otherOffice =
        new CandidateConsent(COOP, member(0), ItemType.AUDIT_COMMISSION, 7);
    CandidateConsent otherMeeting =
        new CandidateConsent(COOP, member(0), ItemType.ELECTION_COUNCIL, 8);
    assertRefused(
        () -> named.consent(sign(member(0), otherOffice.digest()), MEMBERS, KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> named.consent(sign(member(0), otherMeeting.digest()), MEMBERS, KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> named.consent(sign(member(5), TERMS.digest()), MEMBERS, KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> named.consent(sign(member(0), TERMS.digest()), (account, at) -> false, KEYS, NOW),
        Reason.NOT_AN_ACTIVE_MEMBER);
    assertThat(consented().snapshot().consentedAt()).isEqualTo(TimePointSec.of(NOW));
  }

  @Test
  void requireAll_refusesAnAgenda_withACandidateWhoDidNotConsent() {
    Agenda agenda = new Agenda(
        1,
        List.of(
            item(1, ItemType.MEETING_CHAIR),
            item(2, ItemType.MEETING_SECRETARY),
            item(3, ItemType.ELECTION_COUNCIL),
            item(4)));
    assertRefused(
        Reason.NO_CONSENT,
        "NO_CONSENT account=" + member(0) + " item=3",
        () -> Nomination.requireAll(agenda, 7, (who, office, meeting) -> Optional.empty()));
    assertRefused(
        () -> Nomination.requireAll(agenda, 7, (who, office, meeting) -> Optional.of(named())),
        Reason.NO_CONSENT);
    Nomination.requireAll(agenda, 7, (who, office, meeting) -> {
      assertThat(who).isEqualTo(member(0));
      assertThat(office).isEqualTo(ItemType.ELECTION_COUNCIL);
      assertThat(meeting).isEqualTo(7);
      return Optional.of(consented());
    });
  }

  @Test
  void restore_givesBothStates_andRefusesContradictions() {
    assertThat(Nomination.restore(named().snapshot())).isInstanceOf(NamedCandidate.class);
    assertThat(Nomination.restore(consented().snapshot()))
        .isInstanceOf(ConsentedCandidate.class)
        .extracting(Nomination::snapshot)
        .isEqualTo(consented().snapshot());
    NominationRecord row = consented().snapshot();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Nomination.restore(new NominationRecord(
            row.terms(), row.nominatedBy(), row.namedAt(), TimePointSec.of(NOW.minusSeconds(1)))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CandidateConsent(COOP, member(0), ItemType.OTHER, 7));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CandidateConsent(COOP, member(0), ItemType.AUDIT_COMMISSION, 0));
  }
}
