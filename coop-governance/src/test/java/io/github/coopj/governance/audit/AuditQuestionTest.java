package io.github.coopj.governance.audit;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.audit.Audits.CHARTER;
import static io.github.coopj.governance.audit.Audits.CLOSES;
import static io.github.coopj.governance.audit.Audits.COOP;
import static io.github.coopj.governance.audit.Audits.END;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditQuestionTest {
  private static final AuditTopic DEMAND =
      new AuditTopic(COOP, AuditQuestionType.DEMAND_MEETING, Audits.paper("demand"));

  @Test
  @Tag("AUDIT-05")
  void revisor_decidesAlone_byOneSignature() {
    AuditCommission revisor = Audits.of(1);
    VotingAuditQuestion question = Audits.open(1, DEMAND, revisor, NOW);
    assertRefused(
        Reason.VOTE_STILL_OPEN,
        "VOTE_STILL_OPEN decision=1 voted=0 entitled=1 closesAt=2026-05-04T12:00:00",
        () -> question.close(revisor, NOW));
    AuditDecision decision = Audits.cast(question, revisor, member(0), Vote.FOR, NOW)
        .close(revisor, NOW)
        .requireAdopted();

    assertThat(decision.responsible()).containsExactly(member(0));
    assertThat(decision.effectiveAt()).isEqualTo(TimePointSec.of(NOW));
    decision.requireAbout(DEMAND);
    AuditQuestion against =
        Audits.cast(question, revisor, member(0), Vote.AGAINST, NOW).close(revisor, NOW);
    assertThat(against).isInstanceOf(RejectedAuditQuestion.class);
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"question 1 of the Revision commission\" state=REJECTED needed=ADOPTED",
        against::requireAdopted);
  }

  @Test
  @Tag("AUDIT-08")
  void cast_takesOneGenuineSignature_ofEachMemberInOffice() {
    AuditCommission three = Audits.of(3);
    VotingAuditQuestion question = Audits.open(1, DEMAND, three, NOW);
    VotingAuditQuestion voted = Audits.cast(question, three, member(1), Vote.FOR, NOW);

    assertRefused(
        Reason.ALREADY_VOTED,
        "ALREADY_VOTED member=memberb decision=1",
        () -> Audits.cast(voted, three, member(1), Vote.AGAINST, NOW));
    assertRefused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=memberd body=AUDIT at=2026-05-01T12:00:00",
        () -> Audits.cast(voted, three, member(3), Vote.FOR, NOW));
    assertRefused(
        () -> voted.cast(
            three,
            Vote.AGAINST,
            Audits.sign(question, member(0), Vote.FOR, NOW),
            Fixtures.KEYS,
            NOW),
        Reason.SIGNATURE_FORGED);
    VotingAuditQuestion other = Audits.open(2, DEMAND, three, NOW);
    assertRefused(
        () -> voted.cast(
            three, Vote.FOR, Audits.sign(other, member(0), Vote.FOR, NOW), Fixtures.KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> voted.cast(
            three,
            Vote.FOR,
            DocumentSignature.sign(
                Fixtures.key(member(1)), member(0), question.voteDigest(Vote.FOR), NOW),
            Fixtures.KEYS,
            NOW),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> voted.cast(
            three,
            Vote.FOR,
            Audits.sign(question, member(0), Vote.FOR, NOW.plusSeconds(1)),
            Fixtures.KEYS,
            NOW),
        Reason.SIGNATURE_FORGED);
    assertThat(voted.snapshot().votes()).extracting(AuditVote::member).containsExactly(member(1));
  }

  @Test
  void cast_endsWithTheClosingTime() {
    AuditCommission three = Audits.of(3);
    VotingAuditQuestion question = Audits.open(1, DEMAND, three, NOW);
    assertThat(Audits.cast(question, three, member(0), Vote.FOR, CLOSES.minusSeconds(1))
            .snapshot()
            .votes())
        .hasSize(1);
    assertRefused(
        Reason.VOTE_CLOSED,
        "VOTE_CLOSED decision=1 closedAt=2026-05-04T12:00:00 at=2026-05-04T12:00:00",
        () -> Audits.cast(question, three, member(0), Vote.FOR, CLOSES));
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T11:59:59 notBefore=2026-05-01T12:00:00",
        () -> Audits.cast(question, three, member(0), Vote.FOR, NOW.minusSeconds(1)));
    assertRefused(() -> question.close(three, NOW.minusSeconds(1)), Reason.OUT_OF_ORDER);
    assertRefused(() -> question.close(three, CLOSES.minusSeconds(1)), Reason.VOTE_STILL_OPEN);
    assertThat(question.close(three, CLOSES)).isInstanceOf(RejectedAuditQuestion.class);
    assertRefused(
        Reason.CLOSES_BEFORE_OPENING,
        "CLOSES_BEFORE_OPENING opensAt=2026-05-01T12:00:00 closesAt=2026-05-01T12:00:00",
        () -> AuditQuestion.open(1, DEMAND, member(0), three, NOW, NOW));
  }

  @ParameterizedTest
  @EnumSource(AuditQuestionType.class)
  @Tag("AUDIT-01")
  void afterTheTerm_everyAct_isRefused(AuditQuestionType type) {
    AuditCommission three = Audits.of(3);
    AuditTopic topic = new AuditTopic(COOP, type, Audits.paper("subject"));
    VotingAuditQuestion question =
        AuditQuestion.open(1, topic, member(0), three, END.minusSeconds(1), END.plusSeconds(9));
    assertRefused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=membera body=AUDIT at=2027-05-01T12:00:00",
        () -> AuditQuestion.open(1, topic, member(0), three, END, END.plusSeconds(9)));
    assertRefused(() -> Audits.cast(question, three, member(0), Vote.FOR, END), Reason.NOT_IN_BODY);
    VotingAuditQuestion voted = question;
    for (Name name : Councils.members(3)) {
      voted = Audits.cast(voted, three, name, Vote.FOR, END.minusSeconds(1));
    }
    assertThat(voted.close(three, END.minusSeconds(1))).isInstanceOf(AuditDecision.class);
    assertThat(voted.close(three, END)).isInstanceOf(RejectedAuditQuestion.class);
  }

  @ParameterizedTest
  @EnumSource(AuditQuestionType.class)
  @Tag("AUDIT-04")
  void twoLeft_finishRunningChecks_andNothingElse(AuditQuestionType type) {
    AuditCommission three = Audits.of(3);
    AuditCommission two = Audits.shrink(three, 2, NOW);
    AuditTopic topic = new AuditTopic(COOP, type, Audits.paper("subject"));
    VotingAuditQuestion begun = Audits.open(7, topic, three, NOW);
    VotingAuditQuestion voted = Audits.cast(
        Audits.cast(begun, three, member(0), Vote.FOR, NOW), three, member(1), Vote.FOR, NOW);
    if (type == AuditQuestionType.CHECK_RESULT) {
      assertThat(Audits.decision(8, topic, two, NOW).responsible())
          .containsExactly(member(0), member(1));
      assertThat(voted.close(two, NOW)).isInstanceOf(AuditDecision.class);
    } else {
      assertRefused(
          Reason.AUDIT_INCOMPLETE,
          "AUDIT_INCOMPLETE members=2",
          () -> Audits.open(8, topic, two, NOW));
      assertRefused(
          () -> Audits.cast(begun, two, member(0), Vote.FOR, NOW), Reason.AUDIT_INCOMPLETE);
      assertThat(voted.close(two, NOW)).isInstanceOf(RejectedAuditQuestion.class);
    }
  }

  @ParameterizedTest
  @EnumSource(AuditQuestionType.class)
  @Tag("AUDIT-04")
  void withoutChairman_theCommissionElectsOne_beforeAnythingElse(AuditQuestionType type) {
    AuditCommission three = Audits.appoint(CHARTER, 3);
    AuditTopic topic = new AuditTopic(COOP, type, Audits.paper("subject"));
    if (type == AuditQuestionType.ELECT_CHAIR || type == AuditQuestionType.CHECK_RESULT) {
      assertThat(Audits.open(1, topic, three, NOW).topic()).isEqualTo(topic);
    } else {
      assertRefused(
          Reason.NOT_ONE_CHAIRMAN,
          "NOT_ONE_CHAIRMAN chairmen=0",
          () -> Audits.open(1, topic, three, NOW));
    }
    assertThat(Audits.open(1, topic, Audits.of(3), NOW).topic()).isEqualTo(topic);
  }

  @Test
  @Tag("AUDIT-08")
  void close_countsMembersInOffice_atTheEnd() {
    AuditCommission five = Audits.of(5);
    VotingAuditQuestion question = Audits.open(1, DEMAND, five, NOW);
    VotingAuditQuestion voted = Audits.cast(
        Audits.cast(question, five, member(0), Vote.FOR, NOW), five, member(4), Vote.FOR, NOW);
    assertThat(voted.close(five, CLOSES)).isInstanceOf(RejectedAuditQuestion.class);
    // Members 3 and 4 leave: one vote for remains, of three members.
    AuditCommission three = Audits.shrink(five, 3, NOW.plusSeconds(1));
    AuditQuestion closed = voted.close(three, CLOSES);
    assertThat(closed).isInstanceOf(RejectedAuditQuestion.class);
    assertThat(closed.snapshot().votes()).extracting(AuditVote::member).containsExactly(member(0));
    VotingAuditQuestion two = Audits.cast(voted, five, member(1), Vote.FOR, NOW);
    assertThat(two.close(three, CLOSES).requireAdopted().responsible())
        .containsExactly(member(0), member(1));
  }

  @Test
  void requireAbout_refusesEveryOtherUse() {
    AuditDecision decision = Audits.decision(9, DEMAND, Audits.of(1), NOW);
    assertRefused(
        Reason.OTHER_COOPERATIVE,
        "OTHER_COOPERATIVE cooperative=elsewhere addressed=rassvet",
        () -> decision.requireAbout(
            new AuditTopic(Name.of("elsewhere"), DEMAND.type(), DEMAND.subject())));
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=9 expected=REMARK actual=DEMAND_MEETING",
        () -> decision.requireAbout(
            new AuditTopic(COOP, AuditQuestionType.REMARK, DEMAND.subject())));
    Checksum256 other = Audits.paper("other");
    assertRefused(
        Reason.DECISION_ON_OTHER_SUBJECT,
        "DECISION_ON_OTHER_SUBJECT decision=9 expected=" + other + " actual=" + DEMAND.subject(),
        () -> decision.requireAbout(new AuditTopic(COOP, DEMAND.type(), other)));
  }

  @Test
  void restore_givesEveryState_andRefusesContradictions() {
    AuditCommission three = Audits.of(3);
    VotingAuditQuestion voting =
        Audits.cast(Audits.open(1, DEMAND, three, NOW), three, member(1), Vote.ABSTAIN, NOW);
    List<AuditQuestion> states =
        List.of(voting, voting.close(three, CLOSES), Audits.decision(2, DEMAND, three, NOW));
    for (AuditQuestion state : states) {
      byte[] row = RecordCodec.of(AuditQuestionRecord.class).encode(state.snapshot());
      AuditQuestion restored =
          AuditQuestion.restore(RecordCodec.of(AuditQuestionRecord.class).decode(row));
      assertThat(restored).isEqualTo(state).hasSameHashCodeAs(state);
      assertThat(restored.getClass()).isEqualTo(state.getClass());
    }
    assertThat(states.stream().map(s -> s.match(new Words())).toList())
        .containsExactly("voting", "rejected", "adopted");

    AuditQuestionRecord row = voting.snapshot();
    AuditVote vote = row.votes().get(0);
    TimePointSec at = TimePointSec.of(NOW);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            AuditQuestion.restore(row.with(row.status(), List.of(vote, vote), TimePointSec.EPOCH)))
        .withMessage("question 1 of the Revision commission has two votes of memberb");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AuditQuestion.restore(row.with(row.status(), List.of(), at)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AuditQuestion.restore(
            row.with(AuditQuestionStatus.REJECTED, List.of(), TimePointSec.EPOCH)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> AuditQuestion.restore(row.with(AuditQuestionStatus.ADOPTED, List.of(vote), at)))
        .withMessage("question 1 of the Revision commission is adopted without a vote for");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Audits.open(0, DEMAND, three, NOW));
    Instant before = NOW.minusSeconds(1);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AuditQuestion.restore(
            row.with(AuditQuestionStatus.REJECTED, List.of(), TimePointSec.of(before))));
  }

  private static final class Words implements AuditQuestion.Cases<String> {
    @Override
    public String voting(VotingAuditQuestion question) {
      return "voting";
    }

    @Override
    public String adopted(AuditDecision decision) {
      return "adopted";
    }

    @Override
    public String rejected(RejectedAuditQuestion question) {
      return "rejected";
    }
  }
}
