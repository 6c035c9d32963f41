package io.github.coopj.governance.section;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is in which section, and what stored ballots, papers and decisions have to satisfy. */
class SectionMembersTest {
  private static final Charter CHARTER = Fixtures.platform();
  private static final Name ANNA = Sections.member(1, 0);
  private static final Instant FROM = NOW.plus(Duration.ofDays(1));

  private static SectionMembership place(Instant from) {
    DelegationClause clause = new DelegationClause(Fixtures.COOP, ANNA, 1, TimePointSec.of(from));
    return SectionMembership.choose(
        ANNA,
        new SectionChoice(clause, Sections.signed(clause.digest(), ANNA, NOW)),
        at -> List.of(1L),
        Fixtures.KEYS,
        NOW);
  }

  @Test
  @Tag("KU-09")
  @Tag("KU-23")
  void of_holdsMembersFromTheirDayOn_boundToBeforeIt() {
    SectionMembers members = new SectionMembers(List.of(place(FROM)), (account, at) -> true);
    assertThat(members.of(1, FROM.minusSeconds(1))).isEmpty();
    assertThat(members.of(1, FROM)).containsExactly(ANNA);
    assertThat(members.contains(ANNA, 2, FROM)).isFalse();
    assertThat(members.boundTo(1, NOW)).as("has chosen it from tomorrow on").isEqualTo(1);
    assertThat(members.boundTo(2, NOW)).isZero();
    SectionMembers exited = new SectionMembers(List.of(place(FROM)), (account, at) -> false);
    assertThat(exited.of(1, FROM)).isEmpty();
    SectionMembers left =
        new SectionMembers(List.of(place(FROM).leave(NOW)), (account, at) -> true);
    assertThat(left.boundTo(1, NOW)).isZero();
  }

  @Test
  @Tag("KU-09")
  void requireNone_refusesWhoBelongsToASection_notWhoLeft() {
    assertRefused(
        Reason.SECTION_CHOSEN,
        "SECTION_CHOSEN account=" + ANNA + " section=1",
        () -> SectionMembership.requireNone(Optional.of(place(FROM))));
    SectionMembership.requireNone(Optional.of(place(FROM).leave(NOW)));
    SectionMembership.requireNone(Optional.empty());
  }

  @Test
  @Tag("KU-10")
  @Tag("KU-15")
  void withoutLeavers_endsMandatesOfThose_whoWentElsewhere() {
    SectionMandates mandates = Sections.withChairman(SectionMandates.NONE, 11, 1, 0);
    SectionMembers stays = new SectionMembers(List.of(place(FROM)), (account, at) -> true);
    assertThat(mandates.withoutLeavers(stays, CLOSES)).isEqualTo(mandates);
    SectionMembers gone = new SectionMembers(List.of(), (account, at) -> true);
    SectionMandates after = mandates.withoutLeavers(gone, CLOSES);
    assertThat(after.mandates().get(0).snapshot().end()).isEqualTo(MandateEnd.LEFT);
    assertThat(after.withoutLeavers(gone, CLOSES.plusSeconds(1))).isEqualTo(after);
    assertRefused(
        Reason.SECTION_MANDATE_INCOMPLETE,
        "SECTION_MANDATE_INCOMPLETE section=1 missing=[OFFICE]",
        () -> after.requireInOffice(1, CLOSES));
    assertThat(mandates.requireHeldBy(ANNA, CLOSES)).isEqualTo(mandates.requireInOffice(1, CLOSES));
  }

  @Test
  @Tag("KU-05")
  void withAttorney_takesADecisionOnce() {
    ActingMandate mandate =
        Sections.withChairman(SectionMandates.NONE, 11, 1, 0).requireInOffice(1, CLOSES);
    PowerOfAttorney power = Sections.attorney(mandate, CLOSES, CLOSES.plusSeconds(9));
    DecisionInForce decision = Fixtures.decision(QuestionType.SECTION, power.digest(), CLOSES);
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=" + decision.id(),
        () -> mandate.withAttorney(power, decision, CLOSES));
  }

  @Test
  @Tag("KU-14")
  @Tag("KU-20")
  void ballots_areKept_onlyIfTheyCanBeCounted() {
    CalledMeeting meeting = Sections.called(
        1, 1, Sections.question(ItemType.OTHER, Fixtures.paper("pond")), 2, CHARTER);
    Ballot ballot = Sections.ballot(meeting, ANNA, "+");
    Instant opens = meeting.snapshot().opensAt().toInstant();
    Instant closes = meeting.snapshot().closesAt().toInstant();
    assertRefused(
        Reason.MEETING_TOO_EARLY,
        "MEETING_TOO_EARLY now=" + TimePointSec.of(opens.minusSeconds(1)) + " from="
            + TimePointSec.of(opens),
        () -> meeting.requireAcceptable(ballot, true, false, CHARTER, opens.minusSeconds(1)));
    meeting.requireAcceptable(ballot, true, false, CHARTER, opens);
    meeting.requireAcceptable(ballot, true, false, CHARTER, closes.minusSeconds(1));
    assertRefused(
        Reason.BALLOT_LATE,
        "BALLOT_LATE account=" + ANNA + " now=" + TimePointSec.of(closes) + " until="
            + TimePointSec.of(closes),
        () -> meeting.requireAcceptable(ballot, true, false, CHARTER, closes));
    assertRefused(
        Reason.NOT_ON_ROLL,
        "NOT_ON_ROLL account=" + ANNA + " meeting=1",
        () -> meeting.requireAcceptable(ballot, false, false, CHARTER, opens));
    assertRefused(
        Reason.BALLOT_ALREADY_CAST,
        "BALLOT_ALREADY_CAST account=" + ANNA + " cycle=1",
        () -> meeting.requireAcceptable(ballot, true, true, CHARTER, opens));
    assertThat(meeting.hasVoted(0)).isFalse();
    assertThat(meeting.hasVoted(1)).isTrue();
    assertThat(meeting.hasVoted(2)).isFalse();
    Ballot last = Sections.ballot(meeting, ANNA, "-");
    Ballot other = new Ballot(Fixtures.COOP, 1, 2, 1, Sections.member(1, 1), ballot.answers());
    assertThat(meeting.counting(List.of(ballot, other, last))).containsExactly(last);
  }

  @Test
  @Tag("KU-18")
  void contract_citesARegulation() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new LiabilityContract(Fixtures.COOP, 1, ANNA, Checksum256.ZERO));
  }
}
