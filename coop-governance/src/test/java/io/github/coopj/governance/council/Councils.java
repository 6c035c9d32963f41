package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Councils and decisions for tests. The first member is the Chairman. */
public final class Councils {
  public static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  public static final Instant CLOSES = Instant.parse("2026-05-04T12:00:00Z");
  public static final Name CHAIRMAN = member(0);

  private Councils() {}

  public static Name member(int index) {
    return Name.of("member" + (char) ('a' + index));
  }

  public static List<Name> members(int size) {
    List<Name> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(member(i));
    }
    return members;
  }

  /** A Council in office from NOW for a year. */
  public static Council of(int size) {
    return Council.of(mandates(size));
  }

  public static List<Mandate> mandates(int size) {
    List<Mandate> mandates = new ArrayList<>();
    for (Name member : members(size)) {
      mandates.add(mandate(member, member.equals(CHAIRMAN) ? Office.CHAIRMAN : Office.MEMBER));
    }
    return mandates;
  }

  public static Mandate mandate(Name member, Office office) {
    return new Mandate(
        member,
        office,
        TimePointSec.of(NOW),
        TimePointSec.parse("2027-05-01T12:00:00"),
        Ground.ofMeeting(17));
  }

  public static Checksum256 subject(String text) {
    return Checksum256.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static VotingQuestion open(Council council, QuestionType type, Checksum256 subject) {
    return QuestionOpening.open(
        1,
        CouncilQuestion.of(type, subject),
        council.mandates().get(council.mandates().size() - 1).holder(),
        council,
        CharterFixtures.platform(),
        NOW,
        CLOSES);
  }

  public static VotingQuestion open(Council council) {
    return open(council, QuestionType.OTHER, subject("question"));
  }

  public static VotingQuestion all(VotingQuestion voting, Council council, Vote vote) {
    VotingQuestion result = voting;
    for (Name member : council.membersInOffice(NOW)) {
      boolean excluded =
          voting.type() == QuestionType.SUSPEND_CHAIRMAN && council.isChairman(member, NOW);
      if (!excluded) {
        result = result.cast(council, member, vote, NOW);
      }
    }
    return result;
  }

  /** A decision everybody voted for. */
  public static PendingDecision adopted(
      Council council, Charter charter, QuestionType type, Checksum256 subject) {
    return all(open(council, type, subject), council, Vote.FOR)
        .close(council, charter, NOW)
        .requirePendingSignature();
  }

  /** A decision everybody voted for and the Chairman signed. */
  public static DecisionInForce inForce(
      Council council, Charter charter, QuestionType type, Checksum256 subject) {
    PendingDecision pending = adopted(council, charter, type, subject);
    return pending.sign(council, council.chairman(NOW).orElseThrow(), pending.hash(), NOW);
  }

  /** A suspension of the Chairman. */
  public static Suspension suspension(String grounds, Instant until) {
    return new Suspension(
        CharterFixtures.platform().account(), CHAIRMAN, grounds, TimePointSec.of(until));
  }

  public static Council withDeputy(Council council, Name member) {
    return council.withDeputy(
        inForce(
            council,
            CharterFixtures.platform(),
            QuestionType.APPOINTMENT,
            Council.deputySubject(member)),
        member,
        CharterFixtures.platform(),
        List.of(),
        NOW);
  }

  /** A decision signed by its hash, whatever the checks say. */
  public static DecisionInForce signed(
      PendingDecision pending, Council council, Name signer, Instant now) {
    return pending.sign(council, signer, pending.hash(), now);
  }
}
