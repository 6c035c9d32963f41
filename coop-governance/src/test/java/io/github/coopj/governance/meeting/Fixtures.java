package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.Nomination;
import io.github.coopj.governance.agenda.NominationRecord;
import io.github.coopj.governance.agenda.ProposalBook;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.VoteEntry;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.notice.NoticeProof;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.VerificationMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small cooperative and the papers that meetings, programmes and funds start from. */
public final class Fixtures {
  /** Account of the cooperative. */
  public static final Name COOP = Name.of("coop");

  /** Moment at which tests begin, well before the meeting. */
  public static final Instant NOW = Instant.parse("2026-02-01T09:00:00Z");

  /** Opening of the meeting, 27 April 2026 at noon in Moscow. */
  public static final Instant OPENS = Instant.parse("2026-04-27T09:00:00Z");

  /** Closing of the meeting, eight hours later. */
  public static final Instant CLOSES = OPENS.plus(Duration.ofHours(8));

  /** Every key signs for the account it is derived from. */
  public static final SignerKeys KEYS =
      (account, key, at) -> key(account).publicKey().equals(key);

  private Fixtures() {}

  /** A charter by the platform's profile; policy entries as in a charter file. */
  public static Charter platform(String... policy) {
    return charter("PLATFORM", 1, policy);
  }

  /** A charter by the profile of the Russian Federation. */
  public static Charter rf(String... policy) {
    return charter("RF", 1, policy);
  }

  /** A charter. */
  public static Charter charter(String profile, int version, String... policy) {
    return CharterReader.read("""
        {"account": "coop", "title": "Потребительское общество «Заря»", "kind": "CONSUMER",
         "profile": "%s", "version": %d, "effectiveFrom": "2026-01-01", "zone": "Europe/Moscow",
         "financialYearEnd": "12-31", "currency": "2,RUB", "policy": {%s}}
        """.formatted(profile, version, String.join(",", policy)), "fixture");
  }

  /** Member number i of the cooperative. */
  public static Name member(int i) {
    StringBuilder text = new StringBuilder("m");
    for (int rest = i, place = 0; place < 4; rest /= 26, place++) {
      text.append((char) ('a' + rest % 26));
    }
    return Name.of(text.toString());
  }

  /** The first n members. */
  public static List<Name> members(int n) {
    List<Name> members = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      members.add(member(i));
    }
    return members;
  }

  /** The key of an account. */
  public static PrivateKey key(Name account) {
    return PrivateKey.fromSeed(KeyType.K1, account.toString());
  }

  /** A digest to stand for some document. */
  public static Checksum256 paper(String text) {
    return Checksum256.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An item on a question without further demands. */
  public static AgendaItem item(int number) {
    return item(number, ItemType.OTHER);
  }

  /** An item of a type, with members 0 and 1 as candidates where it needs some. */
  public static AgendaItem item(int number, ItemType type) {
    List<Name> candidates = switch (type) {
      case MEETING_SECRETARY -> List.of(member(1));
      case DISCIPLINE, RE_ELECT -> List.of(member(2));
      default -> type.isElection() ? List.of(member(0)) : List.of();
    };
    return new AgendaItem(
        number, type, "Вопрос " + type, "Утвердить " + type, candidates, paper(type.name()));
  }

  /** An agenda with one item per type. */
  public static Agenda agenda(ItemType... types) {
    List<AgendaItem> items = new ArrayList<>();
    for (ItemType type : types) {
      items.add(item(items.size() + 1, type));
    }
    return new Agenda(1, items);
  }

  /** An agenda with all that an annual meeting needs. */
  public static Agenda annualAgenda() {
    return agenda(
        ItemType.MEETING_CHAIR,
        ItemType.MEETING_SECRETARY,
        ItemType.ANNUAL_REPORT,
        ItemType.AUDIT_CONCLUSION,
        ItemType.COUNCIL_REPORT);
  }

  /** A plan of a meeting of members. */
  public static MeetingPlan plan(
      MeetingKind kind, Name chair, Name secretary, Instant opensAt, Instant closesAt) {
    return plan(MeetingBody.MEMBERS, kind, chair, secretary, opensAt, closesAt);
  }

  /** A plan of a meeting. */
  public static MeetingPlan plan(
      MeetingBody body,
      MeetingKind kind,
      Name chair,
      Name secretary,
      Instant opensAt,
      Instant closesAt) {
    return new MeetingPlan(
        body, kind, chair, secretary, TimePointSec.of(opensAt), TimePointSec.of(closesAt));
  }

  /** An extraordinary meeting with that agenda at the usual time; members 0 and 1 preside and write. */
  public static DraftMeeting draft(Agenda agenda, Charter charter) {
    return plan(MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, CLOSES)
        .draft(7, agenda, charter, NOW);
  }

  /** A decision of the Council in force. */
  public static DecisionInForce decision(QuestionType type, Checksum256 subject, Instant at) {
    TimePointSec when = TimePointSec.of(at);
    return CouncilDecision.restore(new CouncilDecisionRecord(
            41,
            CouncilQuestion.of(type, subject),
            Name.of("chairman"),
            DecisionStatus.IN_FORCE,
            List.of(new VoteEntry(Name.of("chairman"), Vote.FOR)),
            TimePointSec.of(at.minusSeconds(3600)),
            when,
            when,
            when,
            Name.of("chairman"),
            "",
            paper("charter")))
        .requireInForce();
  }

  /** Decisions of a meeting that elect persons to an office, one each, in force from that time. */
  public static List<MeetingDecision> elections(
      Charter charter, ItemType type, List<Name> persons, Instant at) {
    List<MeetingDecision> decisions = new ArrayList<>();
    for (Name person : persons) {
      decisions.add(new MeetingDecision(
          charter.account(),
          7,
          MeetingBody.MEMBERS,
          decisions.size() + (type == ItemType.ELECTION_COUNCIL_CHAIR ? 100 : 1),
          type,
          List.of(person),
          Checksum256.ZERO,
          at));
    }
    return decisions;
  }

  /** The agenda of a draft that was made by {@link #agenda}. */
  public static Agenda agendaOf(DraftMeeting draft) {
    return agenda(draft.snapshot().items().stream().map(ItemRecord::type).toArray(ItemType[]::new));
  }

  /** Papers of a meeting with nothing proposed, everybody's consent, and no sections. */
  public static ConveningPapers papers(Agenda agenda) {
    return new ConveningPapers(
        agenda,
        new ProposalBook(List.of()),
        (candidate, office, meeting) -> Optional.of(Nomination.restore(new NominationRecord(
            new CandidateConsent(COOP, candidate, office, meeting),
            candidate,
            TimePointSec.of(NOW),
            TimePointSec.of(NOW)))),
        (body, items, charter, rollAt) -> {});
  }

  /** The draft, convened for that roll. */
  public static ConvenedMeeting convene(DraftMeeting draft, List<Name> roll, Charter charter) {
    return convene(draft, agendaOf(draft), roll, charter);
  }

  /** The draft of that agenda, convened for that roll. */
  public static ConvenedMeeting convene(
      DraftMeeting draft, Agenda agenda, List<Name> roll, Charter charter) {
    return draft.convene(
        new ByCouncil(decision(QuestionType.CONVENE_MEETING, draft.convocation().digest(), NOW)),
        papers(agenda),
        Roll.of(roll),
        charter,
        NOW);
  }

  /** The next cycle, appointed by the Council. */
  public static ConvenedMeeting repeat(
      QuorumMissed missed, Instant opensAt, Instant closesAt, Charter charter, Instant now) {
    Checksum256 subject = missed.repeat(opensAt, closesAt).digest();
    return missed.reconvene(
        new ByCouncil(decision(QuestionType.REPEAT_MEETING, subject, now)),
        opensAt,
        closesAt,
        charter,
        now);
  }

  /** The proof of a member who can be reached in every way and was not told yet. */
  public static NoticeProof proof(ConvenedMeeting meeting, Name member, Charter charter) {
    return meeting.noticeTo(
        member, true, EnumSet.allOf(NoticeChannel.class), Optional.empty(), charter);
  }

  /** The meeting after a notice to a member by the first channel. */
  public static ConvenedMeeting tell(
      ConvenedMeeting meeting, Name member, Charter charter, Instant at) {
    NoticeChannel first = charter.notice().channels().get(0);
    return meeting
        .send(proof(meeting, member, charter), first, paper("receipt"), charter, at)
        .meeting();
  }

  /** The meeting with everybody notified at a time. */
  public static ConvenedMeeting notifyEach(ConvenedMeeting meeting, Charter charter, Instant at) {
    ConvenedMeeting notified = meeting;
    for (int i = 0; i < meeting.snapshot().eligible(); i++) {
      notified = tell(notified, member(i), charter, at);
    }
    return notified;
  }

  /** A meeting of n members open in its first cycle. */
  public static OpenMeeting open(Agenda agenda, int n, Charter charter) {
    DraftMeeting draft = n > 1
        ? draft(agenda, charter)
        : plan(MeetingKind.EXTRAORDINARY, member(0), member(0), OPENS, CLOSES)
            .draft(7, agenda, charter, NOW);
    return notifyEach(convene(draft, agenda, members(n), charter), charter, NOW)
        .open(charter, OPENS);
  }

  /** A ballot with one character per item: + for, - against, 0 abstain, dot for blank. */
  public static Ballot ballot(GeneralMeeting meeting, Name voter, String answers) {
    GeneralMeetingRecord row = meeting.snapshot();
    List<Answer> list = new ArrayList<>();
    for (int i = 0; i < answers.length(); i++) {
      switch (answers.charAt(i)) {
        case '+' -> list.add(new Answer(i + 1, Choice.FOR));
        case '-' -> list.add(new Answer(i + 1, Choice.AGAINST));
        case '0' -> list.add(new Answer(i + 1, Choice.ABSTAIN));
        default -> {
          // blank
        }
      }
    }
    return new Ballot(row.cooperative(), row.id(), row.cycle(), row.agendaVersion(), voter, list);
  }

  /** The signature of who casts a ballot. */
  public static DocumentSignature signature(Ballot ballot) {
    return DocumentSignature.sign(key(ballot.castBy()), ballot.castBy(), ballot.digest(), OPENS);
  }

  /** The verification of an account that the cooperative knows. */
  public static Verification verified(Name account) {
    return new Verification(
        account,
        VerificationMethod.IN_PERSON,
        Name.of("verifier"),
        paper("identity " + account),
        paper("voter " + account),
        paper("verification " + account),
        TimePointSec.of(NOW.minusSeconds(1)),
        TimePointSec.EPOCH);
  }

  /** The meeting after ballots of members 0, 1, 2 … with those answers. */
  public static OpenMeeting cast(OpenMeeting meeting, Charter charter, String... answers) {
    OpenMeeting open = meeting;
    for (int i = 0; i < answers.length; i++) {
      open = open.accept(ballot(open, member(i), answers[i]), true, false, false, charter, OPENS);
    }
    return open;
  }

  /** The meeting closed after ballots of members 0, 1, 2 … with those answers, and counted if it has a quorum. */
  public static GeneralMeeting closed(
      OpenMeeting meeting, Charter charter, Instant at, String... answers) {
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      ballots.add(ballot(meeting, member(i), answers[i]));
    }
    return counted(cast(meeting, charter, answers).close(charter, at), charter, ballots);
  }

  /** The closed meeting with its ballots counted at once, if it has a quorum. */
  public static GeneralMeeting counted(
      GeneralMeeting closed, Charter charter, List<Ballot> ballots) {
    return closed instanceof CountingMeeting counting
        ? counting.count(logged(ballots), charter, CLOSES)
        : closed;
  }

  /** Ballots of one cycle in the order of the log; of two by one member the later counts. */
  public static List<LoggedBallot> logged(List<Ballot> ballots) {
    Map<Name, Long> last = new HashMap<>();
    for (int i = 0; i < ballots.size(); i++) {
      last.put(ballots.get(i).member(), i + 1L);
    }
    List<LoggedBallot> logged = new ArrayList<>();
    for (Ballot ballot : ballots) {
      logged.add(
          new LoggedBallot(logged.size() + 1L, ballot, last.getOrDefault(ballot.member(), 0L)));
    }
    return logged;
  }

  /** Minutes seal with any narrative, as somebody who has not written the text yet would sign. */
  public static MinutesSeal seal(CountedMeeting meeting) {
    return new MinutesSeal(meeting.tally().digest(), paper("text of the minutes"));
  }

  /** A meeting of four members with one item of a type on a subject, decided unanimously and signed. */
  public static HeldMeeting held(ItemType type, Checksum256 subject, Instant at) {
    return heldBy(MeetingBody.MEMBERS, type, subject, at);
  }

  /** The same, of members or representatives. */
  public static HeldMeeting heldBy(
      MeetingBody body, ItemType type, Checksum256 subject, Instant at) {
    Charter charter = platform();
    Agenda agenda =
        new Agenda(1, List.of(new AgendaItem(1, type, "Вопрос", "Утвердить", List.of(), subject)));
    DraftMeeting draft = plan(body, MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, CLOSES)
        .draft(7, agenda, charter, NOW);
    OpenMeeting open =
        notifyEach(convene(draft, agenda, members(4), charter), charter, NOW).open(charter, OPENS);
    CountedMeeting counted = closed(open, charter, CLOSES, "+", "+", "+").requireCounted();
    return counted.sign(member(0), seal(counted), charter, at).requireHeld();
  }
}
