package io.github.coopj.governance.section;

import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.paper;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.Roll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sections, their meetings and chairmen for tests. */
public final class Sections {
  public static final Instant NOW = Fixtures.NOW;
  public static final Instant OPENS = NOW.plus(Duration.ofDays(20));
  public static final Instant CLOSES = OPENS.plus(Duration.ofHours(4));
  public static final Checksum256 REGULATION = paper("regulation on liability");

  private Sections() {}

  public static SectionPlan plan(SectionGround ground, String title) {
    return new SectionPlan(
        COOP, SectionPrinciple.TERRITORIAL, ground, title, "Дома по улице " + title);
  }

  public static ActiveSection section(long id, Instant at) {
    Charter charter = Fixtures.platform();
    SectionPlan plan = plan(SectionGround.TERRITORY, "Участок " + id);
    SectionDecision decision = SectionDecision.of(
        Fixtures.decision(QuestionType.SECTION, plan.digest(), at), plan.digest(), charter);
    return Section.found(id, plan, decision, 5, charter, at);
  }

  public static ClosedSection closed(ActiveSection section, Instant at) {
    return section.close(
        SectionDecision.of(
            Fixtures.decision(QuestionType.SECTION, section.closingSubject(), at),
            section.closingSubject(),
            Fixtures.platform()),
        0,
        at);
  }

  /** Member i of a section; members of two sections are different. */
  public static Name member(long section, int i) {
    return Fixtures.member((int) section * 100 + i);
  }

  public static List<Name> members(long section, int n) {
    List<Name> members = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      members.add(member(section, i));
    }
    return members;
  }

  /** An agenda that elects one of these. */
  public static Agenda election(Name... candidates) {
    List<AgendaItem> items = new ArrayList<>();
    for (Name candidate : candidates) {
      items.add(new AgendaItem(
          items.size() + 1,
          ItemType.SECTION_CHAIR,
          "Председатель участка",
          "Избрать " + candidate,
          List.of(candidate)));
    }
    return new Agenda(1, items);
  }

  public static Agenda question(ItemType type, Checksum256 subject) {
    return new Agenda(
        1, List.of(new AgendaItem(1, type, "Вопрос", "Утвердить", List.of(), subject)));
  }

  public static SectionCall callOf(long id, long section, Agenda agenda) {
    return new SectionCall(
        id,
        COOP,
        section,
        agenda,
        member(section, 0),
        TimePointSec.of(OPENS),
        TimePointSec.of(CLOSES));
  }

  /** A meeting of n members, called by the Council. */
  public static CalledMeeting called(long id, long section, Agenda agenda, int n, Charter charter) {
    SectionCall call = callOf(id, section, agenda);
    return SectionMeeting.call(
        call,
        section(section, NOW),
        Fixtures.decision(QuestionType.CONVENE_MEETING, call.digest(), NOW),
        Roll.of(members(section, n)),
        List.of(),
        charter,
        NOW);
  }

  /** A ballot with one character per item: + for, - against, 0 abstain, dot for blank. */
  public static Ballot ballot(CalledMeeting meeting, Name voter, String answers) {
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
    SectionMeetingRecord row = meeting.snapshot();
    return new Ballot(COOP, meeting.id(), row.cycle(), row.call().agenda().version(), voter, list);
  }

  /** The meeting closed with ballots of its members 0, 1, 2 … with those answers. */
  public static SectionMeeting closed(
      CalledMeeting meeting, int n, Charter charter, String... answers) {
    List<Ballot> ballots = new ArrayList<>();
    for (String answer : answers) {
      ballots.add(ballot(meeting, member(meeting.section(), ballots.size()), answer));
    }
    return meeting.close(
        ballots,
        Roll.of(members(meeting.section(), n)),
        charter,
        meeting.snapshot().closesAt().toInstant());
  }

  /** A meeting of three members of a section where all three voted for the one item. */
  public static CompetentMeeting unanimous(long id, long section, Agenda agenda) {
    Charter charter = Fixtures.platform();
    return closed(called(id, section, agenda, 3, charter), 3, charter, "+", "+", "+")
        .requireCompetent();
  }

  /** A meeting of a section that elected its member i. */
  public static CompetentMeeting elected(long id, long section, int i) {
    return unanimous(id, section, election(member(section, i)));
  }

  public static DocumentSignature signed(Checksum256 digest, Name signer, Instant at) {
    return DocumentSignature.sign(key(signer), signer, digest, at);
  }

  public static PowerOfAttorney attorney(SectionMandate mandate, Instant from, Instant until) {
    return new PowerOfAttorney(
        COOP, mandate.section(), mandate.holder(), TimePointSec.of(from), TimePointSec.of(until));
  }

  public static SectionMinutes minutes(SectionMandate mandate) {
    return new SectionMinutes(
        COOP, mandate.section(), mandate.snapshot().meeting(), mandate.holder(), paper("minutes"));
  }

  public static LiabilityContract contract(SectionMandate mandate) {
    return new LiabilityContract(COOP, mandate.section(), mandate.holder(), REGULATION);
  }

  public static ActingMandate withAttorney(ActingMandate mandate, Instant from, Instant until) {
    PowerOfAttorney attorney = attorney(mandate, from, until);
    return mandate.withAttorney(
        attorney, Fixtures.decision(QuestionType.SECTION, attorney.digest(), from), from);
  }

  public static ActingMandate withMinutes(ActingMandate mandate, Instant at) {
    SectionMinutes minutes = minutes(mandate);
    return mandate.withMinutes(
        minutes, signed(minutes.digest(), mandate.snapshot().presided(), at), KEYS, at);
  }

  public static ActingMandate withLiability(ActingMandate mandate, Instant at) {
    LiabilityContract contract = contract(mandate);
    return mandate.withLiability(
        contract, signed(contract.digest(), mandate.holder(), at), KEYS, at);
  }

  /** The mandates with a chairman more, who has all three papers for a year. */
  public static SectionMandates withChairman(
      SectionMandates mandates, long meeting, long section, int i) {
    SectionMandates elected = mandates.elect(
        elected(meeting, section, i), Name.of("chairman"), Fixtures.platform(), CLOSES);
    ActingMandate mandate = elected.inOffice(section, CLOSES).orElseThrow().requireActing();
    ActingMandate withPapers = withLiability(
        withMinutes(withAttorney(mandate, CLOSES, CLOSES.plus(Duration.ofDays(365))), CLOSES),
        CLOSES);
    return elected.with(withPapers);
  }
}
