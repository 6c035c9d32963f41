package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.AgendaActions;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.ProposalSource;
import io.github.coopj.governance.agenda.ProposalText;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** A decision that the Chairman does not sign goes to the general meeting, which decides it. */
class UnsignedDecisionTest {
  private static final Name COOP = Cooperative.ACCOUNT;
  private static final Checksum256 SUBJECT = digest("never signed");

  private static ProposalText text(Cooperative coop, Checksum256 subject) {
    return new ProposalText(
        COOP,
        ItemType.OTHER,
        "Решение совета без подписи",
        "Принять решение",
        List.of(),
        subject,
        Checksum256.ZERO,
        founder(2),
        TimePointSec.of(coop.now()));
  }

  private static Action pass(Agendas agendas, ProposalText text, long decision) {
    return agendas.act(new AgendaActions.CouncilPass(text, decision), founder(5));
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-11")
  void escalatedDecision_becomesAProposalThatCannotBeRefused_andTheMeetingDecidesIt(
      Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    long silent = coop.adopt(QuestionType.OTHER, SUBJECT);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(pass(agendas, text(coop, SUBJECT), silent)),
        Reason.WRONG_STATE);
    coop.advance(Duration.ofDays(31));
    coop.chain()
        .push(new CouncilSteps(coop)
            .act(new CouncilActions.Escalate(COOP, silent, founder(2)), founder(2)));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(pass(agendas, text(coop, digest("another")), silent)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    long proposal =
        Cooperative.number(coop.chain().push(pass(agendas, text(coop, SUBJECT), silent)));
    assertThat(coop.view().agendas().proposal(proposal).orElseThrow().snapshot().source())
        .isEqualTo(ProposalSource.SIGNATURE);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(pass(agendas, text(coop, SUBJECT), silent)),
        Reason.DECISION_ALREADY_USED);
    assertRefused(() -> agendas.refuse(proposal, "не хотим"), Reason.CANNOT_REFUSE);

    AgendaItem item =
        coop.view().agendas().proposal(proposal).orElseThrow().snapshot().text().item(1);
    long id = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY,
        new Agenda(1, List.of(item)),
        CHAIRMAN,
        founder(2),
        Duration.ofDays(31),
        Duration.ofDays(1)));
    long convening = meetings.decide(id);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.convene(id, convening)),
        Reason.PROPOSALS_UNDECIDED);
    agendas.include(proposal, id, 1);
    coop.chain().push(meetings.convene(id, convening));
    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    for (Name member : meetings.roll(id)) {
      coop.chain().push(meetings.handIn(meetings.ballot(id, member, Choice.FOR)));
    }
    coop.advance(Duration.ofDays(1));
    coop.chain().push(meetings.close(id));
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), CHAIRMAN));
    assertThat(meetings.meeting(id).requireHeld().decision(1).subject()).isEqualTo(SUBJECT);
    assertThat(coop.decision(silent).status())
        .as("it never gets force as a decision of the Council")
        .isEqualTo(DecisionStatus.ESCALATED);
  }
}
