package io.github.coopj.governance.audit;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.audit.Audits.CHARTER;
import static io.github.coopj.governance.audit.Audits.COOP;
import static io.github.coopj.governance.audit.Audits.paper;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.CharterReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemarkTest {
  private static final Checksum256 PAPER = paper("decision of the body");
  private static final AuditCommission THREE = Audits.of(3);

  /** Members e and f head the Council and the Board. */
  private static final List<Mandate> MANDATES = List.of(
      Audits.seat(member(4), Office.CHAIRMAN), Audits.seat(member(5), Office.BOARD_CHAIRMAN));

  private static RemarkContent content(Office.Body addressee) {
    return new RemarkContent(COOP, 3, RemarkKind.REMARK, addressee, paper("remark"));
  }

  private static IssuedRemark issued() {
    RemarkContent content = content(Office.Body.COUNCIL);
    return Remark.issue(content, Audits.decision(20, content.topic(), THREE, NOW));
  }

  private static DeliveredRemark delivered() {
    return issued().deliver(MANDATES, member(4), NOW);
  }

  private static AuditDecision escalation(OpenRemark remark) {
    return Audits.decision(21, remark.disagreement().topic(), THREE, NOW);
  }

  /** A remark delivered at any time, out of the table. */
  private static DeliveredRemark deliveredAt(Instant at) {
    RemarkRecord row = delivered().snapshot();
    return Remark.restore(new RemarkRecord(
            row.content(),
            row.decision(),
            TimePointSec.of(at),
            row.status(),
            new RemarkStep(member(4), TimePointSec.of(at), row.content().digest()),
            row.answer(),
            row.agreed(),
            row.end()))
        .requireDelivered();
  }

  private static Charter charter(String zone, int days) {
    return CharterReader.read(
        CharterFixtures.json("PLATFORM", "CONSUMER", "audit.responseDays", String.valueOf(days))
            .replace("Europe/Moscow", zone),
        "test");
  }

  @ParameterizedTest
  @EnumSource(RemarkKind.class)
  @Tag("AUDIT-09")
  void issue_goesToCouncilAndBoard_asADocument(RemarkKind kind) {
    for (Office.Body body : Office.Body.values()) {
      if (body != Office.Body.COUNCIL && body != Office.Body.BOARD) {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> new RemarkContent(COOP, 3, kind, body, PAPER))
            .withMessage("a remark goes to the Council or the Board, got " + body);
        continue;
      }
      RemarkContent content = new RemarkContent(COOP, 3, kind, body, PAPER);
      AuditDecision decision = Audits.decision(20, content.topic(), THREE, NOW);
      IssuedRemark remark = Remark.issue(content, decision);
      assertThat(remark.snapshot().decision()).isEqualTo(decision.hash());
      DeliveredRemark delivered =
          remark.deliver(MANDATES, body == Office.Body.COUNCIL ? member(4) : member(5), NOW);
      assertThat(delivered.snapshot().delivery().paper()).isEqualTo(content.digest());
      assertRefused(
          Reason.NOT_IN_BODY,
          "NOT_IN_BODY account=memberb body=" + body + " at=2026-05-01T12:00:00",
          () -> remark.deliver(MANDATES, member(1), NOW));
      assertRefused(
          () -> remark.deliver(MANDATES, body == Office.Body.COUNCIL ? member(5) : member(4), NOW),
          Reason.NOT_IN_BODY);
      assertRefused(
          () -> remark.deliver(MANDATES, member(4), NOW.minusSeconds(1)), Reason.OUT_OF_ORDER);
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new RemarkContent(COOP, 0, kind, Office.Body.BOARD, PAPER));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new RemarkContent(COOP, 1, kind, Office.Body.BOARD, Checksum256.ZERO));
  }

  @ParameterizedTest(name = "delivered {0} in {1}: due {2}")
  @CsvSource({
    "2026-01-31T09:00:00Z, Europe/Moscow, 2026-03-02",
    "2028-01-31T09:00:00Z, Europe/Moscow, 2028-03-01",
    "2026-12-31T20:59:59Z, Europe/Moscow, 2027-01-30",
    "2026-12-31T21:00:00Z, Europe/Moscow, 2027-01-31",
    "2026-01-31T11:59:59Z, Asia/Kamchatka, 2026-03-02",
    "2026-01-31T12:00:00Z, Asia/Kamchatka, 2026-03-03",
    "2026-01-31T09:59:59Z, Pacific/Honolulu, 2026-03-01",
    "2026-01-31T10:00:00Z, Pacific/Honolulu, 2026-03-02",
    "2026-03-01T12:00:00Z, Europe/Berlin, 2026-03-31"
  })
  @Tag("AUDIT-10")
  void dueOn_isThirtyDaysAfterTheDayOfDelivery_inTheZoneOfTheCharter(
      Instant at, String zone, LocalDate due) {
    Charter charter = charter(zone, 30);
    DeliveredRemark remark = deliveredAt(at);
    Instant midnight = due.plusDays(1).atStartOfDay(charter.zone()).toInstant();

    assertThat(remark.dueOn(charter)).isEqualTo(due);
    assertThat(remark.isOverdue(charter, at)).isFalse();
    assertThat(remark.isOverdue(charter, midnight.minusSeconds(1))).isFalse();
    assertThat(remark.isOverdue(charter, midnight)).isTrue();
    assertThat(remark.dueOn(charter(zone, 1)))
        .isEqualTo(at.atZone(charter.zone()).toLocalDate().plusDays(1));
  }

  @ParameterizedTest(name = "{0} days: {1}")
  @CsvSource({"0,false", "1,true", "30,true", "31,false"})
  @Tag("AUDIT-10")
  void charter_mayShortenTheThirtyDays_neverLengthenThem(int days, boolean allowed) {
    assertThat(CHARTER.audit().responseDays()).isEqualTo(30);
    assertThat(CharterFixtures.rf().audit().responseDays()).isEqualTo(30);
    if (allowed) {
      assertThat(charter("Europe/Moscow", days).audit().responseDays()).isEqualTo(days);
    } else {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> charter("Europe/Moscow", days));
    }
  }

  @Test
  @Tag("AUDIT-10")
  void execute_needsTheAnswerOfTheBody_andEvidence() {
    DeliveredRemark remark = delivered();
    assertRefused(
        Reason.EVIDENCE_MISSING,
        "EVIDENCE_MISSING remark=3",
        () -> remark.accept(MANDATES, member(4), Checksum256.ZERO, NOW));
    assertRefused(() -> remark.accept(MANDATES, member(5), PAPER, NOW), Reason.NOT_IN_BODY);
    assertRefused(
        () -> remark.accept(MANDATES, member(4), PAPER, NOW.minusSeconds(1)), Reason.OUT_OF_ORDER);
    AcceptedRemark accepted = remark.accept(MANDATES, member(4), PAPER, NOW);
    assertRefused(
        Reason.EVIDENCE_MISSING,
        "EVIDENCE_MISSING remark=3",
        () -> accepted.execute(MANDATES, member(4), Checksum256.ZERO, NOW));
    assertRefused(
        () -> accepted.execute(MANDATES, member(0), paper("done"), NOW), Reason.NOT_IN_BODY);
    assertRefused(
        () -> accepted.execute(MANDATES, member(4), paper("done"), NOW.minusSeconds(1)),
        Reason.OUT_OF_ORDER);

    Instant midnight = Instant.parse("2026-05-31T21:00:00Z");
    ExecutedRemark inTime =
        accepted.execute(MANDATES, member(4), paper("done"), midnight.minusSeconds(1));
    assertThat(inTime.evidence()).isEqualTo(paper("done"));
    assertThat(inTime.isLate(CHARTER)).isFalse();
    assertThat(accepted.execute(MANDATES, member(4), paper("done"), midnight).isLate(CHARTER))
        .isTrue();
  }

  @Test
  @Tag("AUDIT-10")
  void escalate_takesAnObjection_atOnce() {
    assertRefused(
        () -> delivered().object(MANDATES, member(4), Checksum256.ZERO, NOW),
        Reason.EVIDENCE_MISSING);
    ObjectedRemark objected = delivered().object(MANDATES, member(4), PAPER, NOW);
    Disagreement disagreement = objected.disagreement();
    assertThat(disagreement)
        .isEqualTo(new Disagreement(
            COOP, content(Office.Body.COUNCIL).digest(), Office.Body.COUNCIL, PAPER));
    AuditDecision decision = escalation(objected);
    EscalatedRemark escalated = objected.escalate(decision, CHARTER, NOW);
    assertThat(escalated.disagreement()).isEqualTo(disagreement);
    assertThat(escalated.decision()).isEqualTo(decision.hash());
    assertRefused(
        () -> objected.escalate(decision, CHARTER, NOW.minusSeconds(1)), Reason.OUT_OF_ORDER);
    assertRefused(
        () -> objected.escalate(escalation(delivered()), CHARTER, NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    RemarkContent content = content(Office.Body.COUNCIL);
    assertRefused(
        () -> objected.escalate(Audits.decision(20, content.topic(), THREE, NOW), CHARTER, NOW),
        Reason.DECISION_OF_OTHER_TYPE);
  }

  @Test
  @Tag("AUDIT-10")
  void escalate_takesSilenceAndIdleness_onceTheTimeIsOver() {
    Instant midnight = Instant.parse("2026-05-31T21:00:00Z");
    for (OpenRemark remark :
        List.of(delivered(), delivered().accept(MANDATES, member(4), PAPER, NOW))) {
      AuditDecision decision = escalation(remark);
      assertRefused(
          Reason.REMARK_NOT_DUE,
          "REMARK_NOT_DUE remark=3 dueOn=2026-05-31",
          () -> remark.escalate(decision, CHARTER, midnight.minusSeconds(1)));
      EscalatedRemark escalated = remark.escalate(decision, CHARTER, midnight);
      assertThat(escalated.disagreement()).isEqualTo(remark.disagreement());
      assertThat(escalated.disagreement().isObjection()).isFalse();
      assertThat(Remark.restore(escalated.snapshot())).isEqualTo(escalated);
    }
  }

  @Test
  @Tag("AUDIT-07")
  void remark_withAnyOtherWord_isNotTheOneDecidedOn() {
    RemarkContent content = content(Office.Body.COUNCIL);
    AuditDecision decision = Audits.decision(20, content.topic(), THREE, NOW);
    for (RemarkContent changed : List.of(
        new RemarkContent(COOP, 4, content.kind(), content.addressee(), content.text()),
        new RemarkContent(COOP, 3, RemarkKind.RECOMMENDATION, content.addressee(), content.text()),
        new RemarkContent(COOP, 3, content.kind(), Office.Body.BOARD, content.text()),
        new RemarkContent(COOP, 3, content.kind(), content.addressee(), paper("milder")))) {
      assertRefused(() -> Remark.issue(changed, decision), Reason.DECISION_ON_OTHER_SUBJECT);
    }
    AuditQuestionRecord row = decision.snapshot();
    AuditQuestion fewer =
        AuditQuestion.restore(row.with(row.status(), row.votes().subList(0, 2), row.decidedAt()));
    assertThat(fewer.requireAdopted().hash()).isNotEqualTo(decision.hash());
  }

  @Test
  void restore_givesEveryState_andRefusesContradictions() {
    DeliveredRemark delivered = delivered();
    AcceptedRemark accepted = delivered.accept(MANDATES, member(4), PAPER, NOW);
    ObjectedRemark objected = delivered.object(MANDATES, member(4), PAPER, NOW);
    List<Remark> states = List.of(
        issued(),
        delivered,
        accepted,
        objected,
        accepted.execute(MANDATES, member(4), paper("done"), NOW),
        objected.escalate(escalation(objected), CHARTER, NOW));
    List<String> words = new ArrayList<>();
    for (Remark state : states) {
      byte[] row = RecordCodec.of(RemarkRecord.class).encode(state.snapshot());
      Remark restored = Remark.restore(RecordCodec.of(RemarkRecord.class).decode(row));
      assertThat(restored).isEqualTo(state).hasSameHashCodeAs(state).hasToString(state.toString());
      words.add(restored.match(new Words()));
    }
    assertThat(words)
        .containsExactly("issued", "delivered", "accepted", "objected", "executed", "escalated");
    assertThat(Remark.restore(accepted.snapshot()).requireOpen()).isEqualTo(accepted);
    assertThat(states.get(0).requireIssued()).isEqualTo(issued());
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"remark 3\" state=EXECUTED needed=DELIVERED",
        () -> states.get(4).requireOpen());
    assertRefused(() -> accepted.requireDelivered(), Reason.WRONG_STATE);

    assertOnlyEscalated(states);

    // A row of one state is no row of any other, but for what may be there in both.
    for (Remark state : states) {
      RemarkRecord row = state.snapshot();
      for (RemarkStatus other : RemarkStatus.values()) {
        RemarkRecord broken = new RemarkRecord(
            row.content(),
            row.decision(),
            row.issuedAt(),
            other,
            row.delivery(),
            row.answer(),
            row.agreed(),
            row.end());
        boolean alike = other == row.status()
            || (row.status() == RemarkStatus.EXECUTED && other == RemarkStatus.ESCALATED);
        if (alike) {
          assertThat(Remark.restore(broken).snapshot()).isEqualTo(broken);
        } else {
          assertThatExceptionOfType(InvalidValueException.class)
              .as("%s as %s", row.status(), other)
              .isThrownBy(() -> Remark.restore(broken));
        }
      }
    }
  }

  /** Only the last state is before the meeting. */
  private static void assertOnlyEscalated(List<Remark> states) {
    Remark last = states.get(states.size() - 1);
    assertThat(last.requireEscalated()).isSameAs(last);
    assertThat(last.escalated()).containsSame(last.requireEscalated());
    for (Remark state : states.subList(0, states.size() - 1)) {
      assertThat(state.escalated()).isEmpty();
      assertRefused(
          Reason.WRONG_STATE,
          "WRONG_STATE what=\"remark 3\" state=" + state.snapshot().status() + " needed=ESCALATED",
          state::requireEscalated);
    }
  }

  private static final class Words implements Remark.Cases<String> {
    @Override
    public String issued(IssuedRemark remark) {
      return "issued";
    }

    @Override
    public String delivered(DeliveredRemark remark) {
      return "delivered";
    }

    @Override
    public String accepted(AcceptedRemark remark) {
      return "accepted";
    }

    @Override
    public String objected(ObjectedRemark remark) {
      return "objected";
    }

    @Override
    public String executed(ExecutedRemark remark) {
      return "executed";
    }

    @Override
    public String escalated(EscalatedRemark remark) {
      return "escalated";
    }
  }
}
