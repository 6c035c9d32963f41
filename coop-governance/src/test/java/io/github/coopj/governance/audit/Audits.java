package io.github.coopj.governance.audit;

import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Elections;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Revision commissions and their decisions for tests. The first member is the chairman. */
final class Audits {
  static final Charter CHARTER = CharterFixtures.platform();
  static final Name COOP = CHARTER.account();
  static final Instant CLOSES = NOW.plus(Duration.ofDays(3));

  /** Last second of the usual mandates, and the first after it. */
  static final Instant END = Instant.parse("2027-05-01T12:00:00Z");

  private Audits() {}

  /** Appointed by the meeting at NOW, before it elects a chairman. */
  static AuditCommission appoint(Charter charter, int size) {
    return Elections.commission(
        charter,
        Fixtures.elections(charter, ItemType.AUDIT_COMMISSION, Councils.members(size), NOW),
        (account, at) -> true,
        List.of());
  }

  /** With a chairman. */
  static AuditCommission of(int size) {
    AuditCommission commission = appoint(CHARTER, size);
    return size == 1
        ? commission
        : commission.withChairman(
            decision(1, new AuditChair(COOP, member(0)).topic(), commission, NOW),
            COOP,
            member(0),
            NOW);
  }

  /** The commission after the last members have left the cooperative at a time. */
  static AuditCommission shrink(AuditCommission commission, int left, Instant at) {
    List<Name> stay =
        commission.members().stream().map(Mandate::holder).limit(left).toList();
    return commission.withoutLeavers((account, when) -> stay.contains(account), at);
  }

  static VotingAuditQuestion open(
      long id, AuditTopic topic, AuditCommission commission, Instant at) {
    return AuditQuestion.open(
        id, topic, commission.inOffice(at).get(0), commission, at, at.plus(Duration.ofDays(3)));
  }

  static VotingAuditQuestion cast(
      VotingAuditQuestion question,
      AuditCommission commission,
      Name member,
      Vote vote,
      Instant at) {
    return question.cast(commission, vote, sign(question, member, vote, at), Fixtures.KEYS, at);
  }

  static DocumentSignature sign(AuditQuestion question, Name member, Vote vote, Instant at) {
    return DocumentSignature.sign(Fixtures.key(member), member, question.voteDigest(vote), at);
  }

  /** A decision all members in office voted for. */
  static AuditDecision decision(long id, AuditTopic topic, AuditCommission commission, Instant at) {
    VotingAuditQuestion question = open(id, topic, commission, at);
    for (Name member : commission.inOffice(at)) {
      question = cast(question, commission, member, Vote.FOR, at);
    }
    return question.close(commission, at).requireAdopted();
  }

  static Checksum256 paper(String text) {
    return Fixtures.paper(text);
  }

  static Mandate seat(Name member, Office office) {
    return Councils.mandate(member, office);
  }
}
