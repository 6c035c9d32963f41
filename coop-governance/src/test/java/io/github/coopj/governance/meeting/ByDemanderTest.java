package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.agenda.Papers.act;
import static io.github.coopj.governance.audit.AuditQuestionType.DEMAND_MEETING;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.agendaOf;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.notifyEach;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.papers;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.BreachedDemand;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.DemandText;
import io.github.coopj.governance.agenda.PresentedDemand;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ByDemanderTest {
  private static final Charter CHARTER = platform();
  private static final Instant BREACHED = NOW.plus(Duration.ofDays(31));
  private static final DemandText TEXT =
      new DemandText(COOP, 3, "Вступить в союз", List.of(item(1, ItemType.UNION)));
  private static final DraftMeeting DRAFT = draft(agenda(ItemType.OTHER, ItemType.UNION), CHARTER);

  private static PresentedDemand presented() {
    return Demand.ofCommission(TEXT, act(DEMAND_MEETING, TEXT.digest(), 3, 2), CHARTER, NOW);
  }

  private static BreachedDemand breached() {
    return presented().breach(CHARTER.zone(), BREACHED);
  }

  private static ByDemander signed(Demand demand, Name by, Checksum256 document, Instant at) {
    return new ByDemander(demand, DocumentSignature.sign(key(by), by, document, at), KEYS);
  }

  private static ConvenedMeeting convene(DraftMeeting draft, ByDemander act) {
    return draft.convene(act, papers(agendaOf(draft)), Roll.of(members(4)), CHARTER, BREACHED);
  }

  @Test
  @Tag("MEET-07")
  @Tag("AGENDA-01")
  void convene_byADemanderInVain_standsOnHisSignature() {
    ConvenedMeeting convened =
        convene(DRAFT, signed(breached(), member(1), DRAFT.convocation().digest(), BREACHED));
    assertThat(convened.snapshot().councilDecisionId()).isZero();
    assertThat(convened.snapshot().demandId()).isEqualTo(3);
    assertThat(convened.snapshot().rollAt()).isEqualTo(TimePointSec.of(BREACHED));
    assertThat(convened.history(agendaOf(DRAFT)).decisions()).containsExactly(0L);
  }

  @Test
  @Tag("MEET-07")
  @Tag("COUNCIL-11")
  void minutes_nameTheDemand_inPlaceOfTheCouncilsDecision() {
    ConvenedMeeting convened =
        convene(DRAFT, signed(breached(), member(1), DRAFT.convocation().digest(), BREACHED));
    OpenMeeting open = notifyEach(convened, CHARTER, BREACHED).open(CHARTER, OPENS);
    CountedMeeting counted = closed(open, CHARTER, CLOSES, "++", "++", "++").requireCounted();
    MinutesTally tally = counted.tally();
    assertThat(tally.councilDecisionId()).isZero();
    assertThat(tally.demandId()).isEqualTo(3);
    Minutes minutes = Minutes.draw(
        counted,
        agendaOf(DRAFT),
        CHARTER,
        new MinutesNotes("Москва", List.of(member(3)), List.of(), List.of()),
        List.of(
            ballot(open, member(0), "++"),
            ballot(open, member(1), "++"),
            ballot(open, member(2), "++")));
    assertThat(MinutesHtml.render(minutes, Locale.ENGLISH))
        .contains("demand of members No. 3")
        .doesNotContain("decision of the Council");
    assertThat(MinutesHtml.render(minutes, Locale.forLanguageTag("ru")))
        .contains("требование пайщиков № 3")
        .doesNotContain("решение совета");
  }

  @Test
  @Tag("MEET-07")
  void convene_byWhoMayNot_isRefused() {
    Checksum256 convocation = DRAFT.convocation().digest();
    assertRefused(
        () -> convene(DRAFT, signed(breached(), member(2), convocation, BREACHED)),
        "NOT_THE_DEMANDER account=" + member(2));
    assertRefused(
        () -> convene(DRAFT, signed(presented(), member(0), convocation, BREACHED)),
        Reason.WRONG_STATE);
    assertRefused(
        () -> convene(DRAFT, signed(breached().convened(6), member(0), convocation, BREACHED)),
        Reason.WRONG_STATE);
    assertRefused(
        () -> convene(DRAFT, signed(breached(), member(0), convocation, BREACHED.minusSeconds(1))),
        "OUT_OF_ORDER at=" + TimePointSec.of(BREACHED.minusSeconds(1)) + " notBefore="
            + TimePointSec.of(BREACHED));
    assertRefused(
        () -> convene(DRAFT, signed(breached(), member(0), paper("other"), BREACHED)),
        Reason.SIGNATURE_FORGED);
    DraftMeeting without = draft(agenda(ItemType.OTHER), CHARTER);
    assertRefused(
        () -> convene(
            without, signed(breached(), member(0), without.convocation().digest(), BREACHED)),
        "DEMAND_ITEM_MISSING item=\"Вопрос UNION\"");
  }

  @Test
  @Tag("MEET-07")
  @Tag("MEET-22")
  void reconvene_isHisToo_forTheMeetingHeConvened() {
    ConvenedMeeting first =
        convene(DRAFT, signed(breached(), member(1), DRAFT.convocation().digest(), BREACHED));
    QuorumMissed missed = notifyEach(first, CHARTER, BREACHED)
        .open(CHARTER, OPENS)
        .close(CHARTER, CLOSES)
        .requireQuorumMissed();
    Instant opens = OPENS.plus(Duration.ofDays(30));
    Instant closes = opens.plus(Duration.ofHours(8));
    Checksum256 repeat = missed.repeat(opens, closes).digest();
    Demand convened = breached().convened(7);
    ConvenedMeeting second = missed.reconvene(
        signed(convened, member(0), repeat, CLOSES), opens, closes, CHARTER, CLOSES);
    assertThat(second.snapshot().cycle()).isEqualTo(2);
    assertThat(second.snapshot().demandId()).isEqualTo(3);
    assertRefused(
        () -> missed.reconvene(
            signed(convened, member(2), repeat, CLOSES), opens, closes, CHARTER, CLOSES),
        "NOT_THE_DEMANDER account=" + member(2));
    assertRefused(
        () -> missed.reconvene(
            signed(breached().convened(8), member(0), repeat, CLOSES),
            opens,
            closes,
            CHARTER,
            CLOSES),
        "NOT_THE_DEMANDER account=" + member(0));
    assertRefused(
        () -> missed.reconvene(
            signed(breached(), member(0), repeat, CLOSES), opens, closes, CHARTER, CLOSES),
        Reason.WRONG_STATE);
    assertRefused(
        () -> missed.reconvene(
            signed(convened, member(0), DRAFT.convocation().digest(), CLOSES),
            opens,
            closes,
            CHARTER,
            CLOSES),
        Reason.SIGNATURE_FORGED);
  }
}
