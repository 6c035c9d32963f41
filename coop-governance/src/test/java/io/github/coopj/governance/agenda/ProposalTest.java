package io.github.coopj.governance.agenda;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.agenda.Papers.MEMBERS;
import static io.github.coopj.governance.agenda.Papers.NOW;
import static io.github.coopj.governance.agenda.Papers.act;
import static io.github.coopj.governance.agenda.Papers.agendaWith;
import static io.github.coopj.governance.agenda.Papers.disagreement;
import static io.github.coopj.governance.agenda.Papers.sign;
import static io.github.coopj.governance.agenda.Papers.submitted;
import static io.github.coopj.governance.agenda.Papers.text;
import static io.github.coopj.governance.agenda.Papers.verdict;
import static io.github.coopj.governance.audit.AuditQuestionType.CHECK;
import static io.github.coopj.governance.audit.AuditQuestionType.ESCALATE;
import static io.github.coopj.governance.audit.AuditQuestionType.PROPOSE_ITEM;
import static io.github.coopj.governance.audit.AuditQuestionType.REMARK;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.audit.AuditDecision;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.audit.ObjectedRemark;
import io.github.coopj.governance.audit.Remark;
import io.github.coopj.governance.audit.RemarkContent;
import io.github.coopj.governance.audit.RemarkKind;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProposalTest {
  private static final Name PROPOSER = member(3);
  private static final Charter CHARTER = platform();

  private static ProposalText with(
      ItemType type,
      String title,
      String draft,
      List<Name> candidates,
      Checksum256 subject,
      Checksum256 consent) {
    return new ProposalText(
        COOP, type, title, draft, candidates, subject, consent, PROPOSER, TimePointSec.of(NOW));
  }

  private static RefusedProposal refused(SubmittedProposal proposal, String reason) {
    return proposal.refuse(verdict(proposal.refusal(reason)), reason, NOW);
  }

  private static IncludedProposal included(SubmittedProposal proposal, long meeting, int item) {
    return proposal.include(
        verdict(proposal.inclusion(meeting, item)), meeting, item, CHARTER, NOW);
  }

  /** A remark of the commission that a member of the Council objected to, passed to the meeting. */
  private static EscalatedRemark escalated(Checksum256 paper) {
    RemarkContent content =
        new RemarkContent(COOP, 3, RemarkKind.REMARK, Office.Body.COUNCIL, paper);
    List<Mandate> mandates = List.of(new Mandate(
        member(4),
        Office.CHAIRMAN,
        TimePointSec.of(NOW.minusSeconds(1)),
        TimePointSec.of(NOW.plusSeconds(86_400)),
        Ground.ofMeeting(5)));
    ObjectedRemark objected = Remark.issue(content, act(REMARK, content.topic().subject(), 3, 2))
        .deliver(mandates, member(4), NOW)
        .object(mandates, member(4), paper("objection"), NOW);
    return objected.escalate(act(ESCALATE, objected.disagreement().digest(), 3, 2), CHARTER, NOW);
  }

  private static void assertLacks(String field, ProposalText text) {
    assertRefused(
        Reason.PROPOSAL_INCOMPLETE,
        "PROPOSAL_INCOMPLETE field=" + field,
        () -> Proposal.ofMember(1, text, sign(PROPOSER, text.digest()), MEMBERS, KEYS, NOW));
  }

  @Test
  @Tag("AGENDA-08")
  void ofMember_namesThePartThatIsMissing_ofAnIncompleteProposal() {
    Checksum256 none = Checksum256.ZERO;
    List<Name> nobody = List.of();
    List<Name> one = List.of(member(4));
    assertLacks("title", with(ItemType.OTHER, " ", "x", nobody, none, none));
    assertLacks("draftDecision", with(ItemType.OTHER, "x", "", nobody, none, none));
    assertLacks("candidates", with(ItemType.OTHER, "x", "x", one, none, none));
    assertLacks("candidates", with(ItemType.ELECTION_COUNCIL, "x", "x", nobody, none, paper("c")));
    assertLacks("consent", with(ItemType.ELECTION_COUNCIL, "x", "x", one, none, none));
    assertLacks("consent", with(ItemType.OTHER, "x", "x", nobody, none, paper("c")));
    assertLacks("subject", with(ItemType.CHARTER, "x", "x", nobody, none, none));
    assertLacks(
        "proposedAt",
        new ProposalText(
            COOP, ItemType.OTHER, "x", "x", nobody, none, none, PROPOSER, TimePointSec.EPOCH));
    assertLacks(
        "proposer",
        new ProposalText(
            COOP, ItemType.OTHER, "x", "x", nobody, none, none, Name.EMPTY, TimePointSec.of(NOW)));
    for (ProposalText whole : List.of(
        with(ItemType.OTHER, "x", "x", nobody, none, none),
        with(ItemType.CHARTER, "x", "x", nobody, paper("charter"), none),
        with(ItemType.ELECTION_COUNCIL, "x", "x", one, none, paper("c")))) {
      whole.requireComplete();
      assertThat(whole.item(2).number()).isEqualTo(2);
    }
  }

  @Test
  @Tag("AGENDA-08")
  void ofMember_takesTheProposersOwnSignature_andNoOther() {
    ProposalText text = text(PROPOSER);
    DocumentSignature other = sign(member(4), text.digest());
    assertRefused(
        () -> Proposal.ofMember(1, text, other, MEMBERS, KEYS, NOW), Reason.SIGNATURE_FORGED);
    DocumentSignature late = sign(PROPOSER, text.digest());
    assertRefused(
        () -> Proposal.ofMember(1, text, late, MEMBERS, KEYS, NOW.minusSeconds(1)),
        Reason.SIGNATURE_FORGED);
    assertThat(Proposal.ofMember(1, text, late, MEMBERS, KEYS, NOW).snapshot().supporters())
        .containsExactly(PROPOSER);
  }

  @Test
  @Tag("AGENDA-03")
  void ofMember_takesAnyActiveMember_andNobodyElse() {
    Name stranger = Name.of("stranger");
    ProposalText text = text(stranger);
    assertRefused(
        Reason.NOT_AN_ACTIVE_MEMBER,
        "NOT_AN_ACTIVE_MEMBER account=stranger",
        () -> Proposal.ofMember(1, text, sign(stranger, text.digest()), MEMBERS, KEYS, NOW));
    assertThat(submitted(1, PROPOSER).isPending(CHARTER)).isTrue();
  }

  @Test
  @Tag("AGENDA-03")
  void include_asksForTheSupporters_ofTheCharter() {
    Charter three = platform("\"agenda.minSupporters\": 3");
    SubmittedProposal proposal = submitted(1, PROPOSER)
        .support(sign(member(4), text(PROPOSER).digest()), MEMBERS, KEYS, NOW);
    assertThat(proposal.isPending(three)).isFalse();
    assertThat(proposal.isPending(CHARTER)).isTrue();
    assertRefused(
        Reason.SUPPORTERS_TOO_FEW,
        "SUPPORTERS_TOO_FEW supporters=2 required=3",
        () -> proposal.include(verdict(proposal.inclusion(7, 2)), 7, 2, three, NOW));
    assertRefused(
        Reason.ALREADY_SUPPORTS,
        "ALREADY_SUPPORTS account=" + PROPOSER,
        () -> proposal.support(sign(PROPOSER, text(PROPOSER).digest()), MEMBERS, KEYS, NOW));
    assertRefused(
        () -> proposal.support(sign(member(5), paper("other")), MEMBERS, KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    Name stranger = Name.of("stranger");
    assertRefused(
        () -> proposal.support(sign(stranger, text(PROPOSER).digest()), MEMBERS, KEYS, NOW),
        Reason.NOT_AN_ACTIVE_MEMBER);
    SubmittedProposal enough =
        proposal.support(sign(member(5), text(PROPOSER).digest()), MEMBERS, KEYS, NOW);
    assertThat(enough.isPending(three)).isTrue();
    assertThat(enough
            .include(verdict(enough.inclusion(7, 2)), 7, 2, three, NOW)
            .snapshot()
            .supporters())
        .containsExactly(PROPOSER, member(4), member(5));
  }

  @Test
  @Tag("AGENDA-02")
  void ofCommission_takesItsMajority_forEverySizeAndEverySignature() {
    ProposalText text = text(member(0));
    for (int size : new int[] {1, 3, 4, 5, 6, 7}) {
      for (int signers = 0; signers <= size; signers++) {
        int signed = signers;
        if (signers + signers > size) {
          SubmittedProposal proposal =
              Proposal.ofCommission(1, text, act(PROPOSE_ITEM, text.digest(), size, signed), NOW);
          assertThat(proposal.snapshot().ground()).isEqualTo(9);
          assertThat(proposal.snapshot().source()).isEqualTo(ProposalSource.AUDIT);
          assertThat(proposal.isPending(platform("\"agenda.minSupporters\": 9")))
              .isTrue();
        } else {
          assertRefused(
              Reason.WRONG_STATE,
              "WRONG_STATE what=\"question 9 of the Revision commission\" state=REJECTED needed=ADOPTED",
              () -> act(PROPOSE_ITEM, text.digest(), size, signed));
        }
      }
    }
  }

  @Test
  @Tag("AGENDA-02")
  void ofCommission_needsItsDecisionOnExactlyThisProposal() {
    Checksum256 subject = text(member(0)).digest();
    AuditDecision act = act(PROPOSE_ITEM, subject, 1, 1);
    assertRefused(
        () -> Proposal.ofCommission(1, text(member(1)), act, NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> Proposal.ofCommission(1, text(member(0)), act(CHECK, subject, 1, 1), NOW),
        Reason.DECISION_OF_OTHER_TYPE);
    SubmittedProposal proposal = Proposal.ofCommission(1, text(member(0)), act, NOW);
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"proposal 1\" state=AUDIT needed=MEMBER",
        () -> proposal.support(sign(member(4), subject), MEMBERS, KEYS, NOW));
  }

  @Test
  @Tag("AGENDA-10")
  void refuse_needsADecisionOfTheCouncil_overExactlyThisReason() {
    SubmittedProposal proposal = submitted(1, PROPOSER);
    ProposalVerdict refusal = proposal.refusal("не в компетенции собрания");
    assertRefused(
        Reason.NO_REASON_GIVEN,
        "NO_REASON_GIVEN what=\"refusal of proposal 1\"",
        () -> proposal.refuse(verdict(proposal.refusal(" ")), " ", NOW));
    assertRefused(
        () -> proposal.refuse(verdict(refusal), "другая причина", NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> proposal.refuse(
            decision(QuestionType.OTHER, refusal.digest(), NOW), refusal.reason(), NOW),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> proposal.refuse(verdict(refusal), refusal.reason(), NOW.minusSeconds(1)),
        Reason.OUT_OF_ORDER);
    RefusedProposal refused = proposal.refuse(verdict(refusal), refusal.reason(), NOW);
    assertThat(refused.refusal()).isEqualTo(refusal);
    assertThat(refused.refusalDocument()).isEqualTo(refusal.digest());
    assertThat(refused.isPending(CHARTER)).isFalse();
    assertRefused(refused::requireSubmitted, Reason.WRONG_STATE);
  }

  @Test
  @Tag("AGENDA-10")
  void requireDecided_refuses_whileAnyProposalIsUndecided() {
    SubmittedProposal first = submitted(1, PROPOSER);
    SubmittedProposal second = submitted(2, member(4));
    assertRefused(
        Reason.PROPOSALS_UNDECIDED,
        "PROPOSALS_UNDECIDED open=2",
        () -> new ProposalBook(List.of(first, second)).requireDecided(CHARTER));
    assertRefused(
        Reason.PROPOSALS_UNDECIDED,
        "PROPOSALS_UNDECIDED open=1",
        () -> new ProposalBook(List.of(included(first, 7, 1), second)).requireDecided(CHARTER));
    new ProposalBook(List.of(included(first, 7, 1), refused(second, "причина")))
        .requireDecided(CHARTER);
    new ProposalBook(List.of()).requireDecided(CHARTER);
    new ProposalBook(List.of(first, second))
        .requireDecided(platform("\"agenda.minSupporters\": 2"));
  }

  @Test
  @Tag("AGENDA-11")
  void compel_putsARefusedProposalOnTheAgenda_byAnActOverThisRefusal() {
    RefusedProposal refused = refused(submitted(1, PROPOSER), "нет");
    TimePointSec at = TimePointSec.of(NOW.plusSeconds(60));
    CourtAct act =
        new CourtAct("Районный суд", "2-17/2026", refused.refusalDocument(), paper("act"), at);
    assertRefused(
        () -> refused.compel(
            new CourtAct("Районный суд", "2-17/2026", paper("x"), paper("act"), at),
            7,
            2,
            NOW.plusSeconds(60)),
        Reason.COURT_ACT_ON_OTHER);
    assertRefused(() -> refused.compel(act, 7, 2, NOW.plusSeconds(59)), Reason.OUT_OF_ORDER);
    assertRefused(
        () -> refused.compel(
            new CourtAct(
                "Районный суд",
                "2-17/2026",
                refused.refusalDocument(),
                paper("act"),
                TimePointSec.of(NOW.minusSeconds(1))),
            7,
            2,
            NOW),
        Reason.OUT_OF_ORDER);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new CourtAct("", "2-17/2026", refused.refusalDocument(), paper("act"), at));

    ProposalBook book = new ProposalBook(List.of(refused.compel(act, 7, 2, NOW.plusSeconds(60))));
    book.requireOnAgenda(7, agendaWith(text(PROPOSER), 2));
    book.requireOnAgenda(8, new Agenda(1, List.of(item(1))));
    assertRefused(
        Reason.PROPOSAL_NOT_ON_AGENDA,
        "PROPOSAL_NOT_ON_AGENDA proposal=1 item=2",
        () -> book.requireOnAgenda(7, new Agenda(1, List.of(item(1), item(2)))));
    new ProposalBook(List.of(refused)).requireOnAgenda(7, new Agenda(1, List.of(item(1))));
  }

  @Test
  @Tag("MEET-30")
  void ofEscalation_cannotBeRefused_andBlocksUntilItIsOnTheAgenda() {
    ProposalText text = disagreement(paper("remark"));
    SubmittedProposal escalated =
        Proposal.ofEscalation(5, text, act(ESCALATE, text.subject(), 3, 2), NOW);
    assertRefused(
        () -> Proposal.ofEscalation(5, text, act(ESCALATE, paper("other"), 3, 2), NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        Reason.PROPOSAL_INCOMPLETE,
        "PROPOSAL_INCOMPLETE field=subject",
        () -> Proposal.ofEscalation(
            5, disagreement(Checksum256.ZERO), act(ESCALATE, text.subject(), 3, 2), NOW));
    assertRefused(
        Reason.CANNOT_REFUSE,
        "CANNOT_REFUSE proposal=5 source=ESCALATION",
        () -> refused(escalated, "нет"));
    assertRefused(
        () -> new ProposalBook(List.of(escalated)).requireDecided(CHARTER),
        Reason.PROPOSALS_UNDECIDED);
    ProposalBook book = new ProposalBook(List.of(included(escalated, 7, 1)));
    book.requireDecided(CHARTER);
    book.requireOnAgenda(7, agendaWith(text, 1));
    assertRefused(
        () -> book.requireOnAgenda(7, new Agenda(1, List.of(item(1)))),
        Reason.PROPOSAL_NOT_ON_AGENDA);
    SubmittedProposal ordinary =
        Proposal.ofCommission(6, text, act(PROPOSE_ITEM, text.digest(), 3, 2), NOW);
    assertThat(refused(ordinary, "нет").refusal().reason()).isEqualTo("нет");
  }

  @Test
  @Tag("MEET-30")
  void ofEscalation_asksForTheDisagreement_overExactlyThisRemark() {
    EscalatedRemark remark = escalated(paper("remark"));
    Checksum256 subject = remark.disagreement().digest();
    AuditDecision decision = act(ESCALATE, subject, 3, 2);
    SubmittedProposal proposal =
        Proposal.ofEscalation(5, disagreement(subject), remark, decision, NOW);
    assertThat(proposal.snapshot().source()).isEqualTo(ProposalSource.ESCALATION);
    assertThat(proposal.snapshot().ground()).isEqualTo(decision.id());

    EscalatedRemark other = escalated(paper("other remark"));
    assertRefused(
        Reason.DECISION_ON_OTHER_SUBJECT,
        "DECISION_ON_OTHER_SUBJECT decision=9 expected=" + other.disagreement().digest()
            + " actual=" + subject,
        () -> Proposal.ofEscalation(5, disagreement(subject), other, decision, NOW));
    assertRefused(
        () -> Proposal.ofEscalation(5, disagreement(Checksum256.ZERO), remark, decision, NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> Proposal.ofEscalation(
            5, disagreement(subject), remark, act(PROPOSE_ITEM, subject, 3, 2), NOW),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> Proposal.ofEscalation(
            5,
            disagreement(subject),
            remark,
            act(ESCALATE, other.disagreement().digest(), 3, 2),
            NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("AGENDA-02")
  @Tag("MEET-30")
  void requireUnused_refusesTheDecisionOfAProposal_notTheNumberOfAMember() {
    AuditDecision decision = act(PROPOSE_ITEM, text(member(0)).digest(), 3, 2);
    SubmittedProposal proposed = Proposal.ofCommission(1, text(member(0)), decision, NOW);
    ProposalText passed = disagreement(paper("remark"));
    SubmittedProposal escalated =
        Proposal.ofEscalation(2, passed, act(ESCALATE, passed.subject(), 3, 2), NOW);
    for (Proposal proposal :
        List.of(proposed, escalated, included(proposed, 7, 1), refused(proposed, "нет"))) {
      ProposalBook book = new ProposalBook(List.of(submitted(3, PROPOSER), proposal));
      assertRefused(
          Reason.DECISION_ALREADY_USED,
          "DECISION_ALREADY_USED decision=9",
          () -> book.requireUnused(9));
      book.requireUnused(8);
      book.requireUnused(10);
    }
    new ProposalBook(List.of()).requireUnused(9);
    // A member's proposal stands on no decision, so the 0 it is stored with uses none.
    new ProposalBook(List.of(submitted(3, PROPOSER))).requireUnused(0);
  }

  @Test
  void restore_givesEveryState_andRefusesContradictions() {
    SubmittedProposal submitted = submitted(1, PROPOSER);
    RefusedProposal refused = refused(submitted, "нет");
    CompelledProposal compelled = refused.compel(
        new CourtAct("суд", "1", refused.refusalDocument(), paper("act"), TimePointSec.of(NOW)),
        7,
        2,
        NOW);
    for (Proposal proposal : List.of(submitted, refused, included(submitted, 7, 1), compelled)) {
      ProposalRecord row = proposal.snapshot();
      Proposal again = Proposal.restore(RecordCodec.of(ProposalRecord.class)
          .decode(RecordCodec.of(ProposalRecord.class).encode(row)));
      assertThat(again).isEqualTo(proposal).hasSameHashCodeAs(proposal);
      assertThat(again.<String>match(STATES)).isEqualTo(row.status().name());
      for (ProposalStatus status : ProposalStatus.values()) {
        if (status != row.status()) {
          ProposalRecord forged = new ProposalRecord(
              row.id(),
              row.text(),
              row.source(),
              row.ground(),
              status,
              row.supporters(),
              row.submittedAt(),
              row.verdict(),
              row.decision(),
              row.decidedAt(),
              row.courtAct(),
              row.meeting(),
              row.item());
          assertThatExceptionOfType(InvalidValueException.class)
              .isThrownBy(() -> Proposal.restore(forged))
              .withMessageStartingWith("proposal 1 is " + status);
        }
      }
    }
    assertThat(refused.requireRefused()).isSameAs(refused);
    assertThat(submitted.requireSubmitted()).isSameAs(submitted);
  }

  private static final Proposal.Cases<String> STATES = new Proposal.Cases<>() {
    @Override
    public String submitted(SubmittedProposal proposal) {
      return "SUBMITTED";
    }

    @Override
    public String included(IncludedProposal proposal) {
      return "INCLUDED";
    }

    @Override
    public String refused(RefusedProposal proposal) {
      return "REFUSED";
    }

    @Override
    public String compelled(CompelledProposal proposal) {
      return "COMPELLED";
    }
  };
}
