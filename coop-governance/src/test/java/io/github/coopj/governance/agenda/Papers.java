package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.AuditDecision;
import io.github.coopj.governance.audit.AuditQuestion;
import io.github.coopj.governance.audit.AuditQuestionType;
import io.github.coopj.governance.audit.AuditTopic;
import io.github.coopj.governance.audit.VotingAuditQuestion;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Papers that proposals, demands and appeals start from. */
public final class Papers {
  /** Moment of the moves. */
  public static final Instant NOW = Fixtures.NOW;

  /** The first 200 are members at any time. */
  public static final MembershipLookup MEMBERS =
      (account, at) -> Fixtures.members(200).contains(account);

  private Papers() {}

  /** The signature of an account. */
  public static DocumentSignature sign(Name account, Checksum256 document) {
    return DocumentSignature.sign(Fixtures.key(account), account, document, NOW);
  }

  /** A commission of the first members of a body in office. */
  public static AuditCommission commission(int size) {
    List<Mandate> mandates = new ArrayList<>();
    for (Name member : Fixtures.members(size)) {
      mandates.add(new Mandate(
          member,
          mandates.isEmpty() ? Office.AUDIT_CHAIRMAN : Office.AUDIT_MEMBER,
          TimePointSec.of(NOW.minusSeconds(1)),
          TimePointSec.of(NOW.plusSeconds(86_400)),
          Ground.ofMeeting(5)));
    }
    return new AuditCommission(mandates);
  }

  /** Question 9 of a commission, counted after its first members voted for and the others against. */
  public static AuditQuestion resolution(
      AuditQuestionType type, Checksum256 subject, int size, int votesFor) {
    AuditCommission commission = commission(size);
    VotingAuditQuestion question = AuditQuestion.open(
        9,
        new AuditTopic(Fixtures.COOP, type, subject),
        Fixtures.member(0),
        commission,
        NOW,
        NOW.plusSeconds(60));
    for (int i = 0; i < size; i++) {
      Vote vote = i < votesFor ? Vote.FOR : Vote.AGAINST;
      DocumentSignature signature = sign(Fixtures.member(i), question.voteDigest(vote));
      question = question.cast(commission, vote, signature, Fixtures.KEYS, NOW);
    }
    return question.close(commission, NOW);
  }

  /** A decision that the first members of a commission carried. */
  public static AuditDecision act(
      AuditQuestionType type, Checksum256 subject, int size, int votesFor) {
    return resolution(type, subject, size, votesFor).requireAdopted();
  }

  /** A proposal of an account. */
  public static ProposalText text(Name proposer) {
    return new ProposalText(
        Fixtures.COOP,
        ItemType.OTHER,
        "Магазин",
        "Открыть магазин",
        List.of(),
        Checksum256.ZERO,
        Checksum256.ZERO,
        proposer,
        TimePointSec.of(NOW));
  }

  /** A disagreement of the commission with another body. */
  public static ProposalText disagreement(Checksum256 subject) {
    return new ProposalText(
        Fixtures.COOP,
        ItemType.OTHER,
        "Разногласие",
        "Поддержать комиссию",
        List.of(),
        subject,
        Checksum256.ZERO,
        Fixtures.member(0),
        TimePointSec.of(NOW));
  }

  /** The proposal of {@link #text}, received. */
  public static SubmittedProposal submitted(long id, Name proposer) {
    ProposalText text = text(proposer);
    return Proposal.ofMember(id, text, sign(proposer, text.digest()), MEMBERS, Fixtures.KEYS, NOW);
  }

  /** A decision of the Council on a verdict. */
  public static DecisionInForce verdict(ProposalVerdict verdict) {
    return Fixtures.decision(QuestionType.PROPOSALS, verdict.digest(), NOW);
  }

  /** An agenda with the item of a proposal in that place, behind other items. */
  public static Agenda agendaWith(ProposalText text, int place) {
    List<AgendaItem> items = new ArrayList<>();
    for (int i = 1; i < place; i++) {
      items.add(Fixtures.item(i));
    }
    items.add(text.item(place));
    return new Agenda(1, items);
  }
}
