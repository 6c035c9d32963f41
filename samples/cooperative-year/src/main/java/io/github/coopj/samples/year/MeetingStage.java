package io.github.coopj.samples.year;

import io.github.coopj.Bytes;
import io.github.coopj.chain.cooperative.AgendaActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.cooperative.NoticeActions;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.FundRegulation;
import io.github.coopj.governance.fund.FundShare;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.Minutes;
import io.github.coopj.governance.meeting.MinutesNotes;
import io.github.coopj.governance.meeting.SignedBallot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Stage 6: the annual general meeting, which misses its quorum in cycle 1 and is held in cycle 2. */
final class MeetingStage {
  /** Seed of who takes part and how they vote. */
  static final long SEED = 2027;

  /** Day on which the annual meeting is convened; the contributions before it are in its statements. */
  static final LocalDate CONVENED_ON = LocalDate.of(2027, 3, 5);

  private static final LocalDate FIRST_CYCLE = LocalDate.of(2027, 3, 20);
  private static final LocalDate SECOND_CYCLE = LocalDate.of(2027, 4, 3);
  private static final int OPENING_HOUR = 10;
  private static final int CLOSING_HOUR = 20;
  private static final int FIRST_TURNOUT_PERCENT = 70;
  private static final int SECOND_TURNOUT_PERCENT = 62;
  private static final int MEMBERS_PER_NOTICE = 100;
  private static final int FUND_RULES_ITEM = 6;

  private final World world;
  private final CouncilSession council;
  private final Random random = new Random(SEED);

  MeetingStage(World world, CouncilSession council) {
    this.world = world;
    this.council = council;
  }

  /** What is left of the meeting: its record once held, and its minutes. */
  record Outcome(GeneralMeetingRecord meeting, Minutes minutes, FundRegulation rules) {}

  /** Number of transactions that {@link #hold} makes for so many members. */
  long transactionsFor(int members) {
    long notices = 2L * ((members + MEMBERS_PER_NOTICE - 1) / MEMBERS_PER_NOTICE);
    return turnout(members, FIRST_TURNOUT_PERCENT)
        + turnout(members, SECOND_TURNOUT_PERCENT)
        + notices
        + 2 * council.transactionsFor(1)
        + 11;
  }

  Outcome hold(List<Name> members) {
    world.goTo(CONVENED_ON, OPENING_HOUR);
    Name chair = members.get(0);
    Name secretary = members.get(1);
    FundRegulation rules = newFundRules();
    Agenda agenda = agenda(chair, secretary, council.outsider(members), rules);
    long id = convene(agenda, chair, secretary);
    List<Name> roll = world.view().roll(id);
    notifyAll(id, roll);
    vote(id, roll, FIRST_CYCLE, FIRST_TURNOUT_PERCENT);
    reconvene(id, at(SECOND_CYCLE, OPENING_HOUR), at(SECOND_CYCLE, CLOSING_HOUR));
    notifyAll(id, roll);
    vote(id, roll, SECOND_CYCLE, SECOND_TURNOUT_PERCENT);
    Minutes minutes = sign(id, agenda);
    HeldMeeting held = meeting(id).requireHeld();
    world.push(
        world.keyOf(council.chairman()),
        world.action(
            CooperativeAccounts.TREASURY,
            new TreasuryContract.Adopt(rules, id, FUND_RULES_ITEM),
            council.chairman()));
    return new Outcome(held.snapshot(), minutes, rules);
  }

  private long convene(Agenda agenda, Name chair, Name secretary) {
    Name proposer = council.chairman();
    Action draft = world.action(
        CooperativeAccounts.MEETING,
        new MeetingActions.Draft(
            world.cooperative(),
            proposer,
            MeetingKind.ANNUAL,
            agenda,
            chair,
            secretary,
            at(FIRST_CYCLE, OPENING_HOUR),
            at(FIRST_CYCLE, OPENING_HOUR),
            at(FIRST_CYCLE, CLOSING_HOUR)),
        proposer);
    long id =
        new AbiReader(world.push(world.keyOf(proposer), draft).returnValue().toArray()).readU64();
    consent(new CandidateConsent(
        world.cooperative(),
        agenda.candidatesFor(ItemType.AUDIT_COMMISSION).get(0),
        ItemType.AUDIT_COMMISSION,
        id));
    DraftMeeting drafted = meeting(id).requireDraft();
    long decision =
        council.decide(QuestionType.CONVENE_MEETING, drafted.convocation().digest());
    office(new MeetingActions.Convene(id, decision));
    return id;
  }

  /** The Chairman names the candidate, who consents. */
  private void consent(CandidateConsent terms) {
    Name candidate = terms.candidate();
    world.push(
        world.keyOf(council.chairman()),
        world.action(
            CooperativeAccounts.AGENDA,
            new AgendaActions.Nominate(terms, council.chairman()),
            council.chairman()));
    world.push(
        world.keyOf(candidate),
        world.action(
            CooperativeAccounts.AGENDA,
            new AgendaActions.Consent(terms, world.sign(candidate, terms.digest())),
            candidate));
  }

  /** The Council appoints the next cycle. */
  private void reconvene(long id, TimePointSec opensAt, TimePointSec closesAt) {
    Checksum256 subject = meeting(id)
        .requireQuorumMissed()
        .repeat(opensAt.toInstant(), closesAt.toInstant())
        .digest();
    long decision = council.decide(QuestionType.REPEAT_MEETING, subject);
    office(new MeetingActions.Reconvene(id, decision, opensAt, closesAt));
  }

  private void notifyAll(long id, List<Name> roll) {
    List<World.Unsigned> notices = new ArrayList<>();
    for (int from = 0; from < roll.size(); from += MEMBERS_PER_NOTICE) {
      List<Name> some = roll.subList(from, Math.min(roll.size(), from + MEMBERS_PER_NOTICE));
      notices.add(World.Unsigned.of(
          world.keyOf(World.OFFICE),
          world.byCooperative(
              World.OFFICE,
              CooperativeAccounts.MEETING,
              new NoticeActions.Notify(
                  id,
                  some,
                  List.of(NoticeChannel.PUSH, NoticeChannel.EMAIL),
                  NoticeChannel.PUSH,
                  Checksum256.sha256(
                      Bytes.ofUtf8("notices of meeting " + id + " from " + from))))));
    }
    world.pushAll(notices);
  }

  private void vote(long id, List<Name> roll, LocalDate day, int turnoutPercent) {
    world.goTo(day, OPENING_HOUR);
    office(new MeetingActions.Open(id));
    GeneralMeetingRecord open = meeting(id).snapshot();
    List<World.Unsigned> ballots = new ArrayList<>();
    for (Name member : takingPart(roll, turnoutPercent)) {
      Ballot ballot = new Ballot(
          world.cooperative(), id, open.cycle(), open.agendaVersion(), member, answers(open));
      ballots.add(World.Unsigned.of(
          world.keyOf(member),
          world.action(
              CooperativeAccounts.MEETING,
              new MeetingActions.HandIn(ballot, world.sign(member, ballot.digest())),
              member)));
    }
    world.pushAll(ballots);
    world.goTo(day, CLOSING_HOUR);
    office(new MeetingActions.Close(id));
  }

  private List<Name> takingPart(List<Name> roll, int percent) {
    List<Name> shuffled = new ArrayList<>(roll);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, (int) turnout(roll.size(), percent));
  }

  private static long turnout(int members, int percent) {
    return (long) members * percent / 100;
  }

  /** All approve the report; most agree with most items; few want the reserve moved; one in twenty leaves an item blank. */
  private List<Answer> answers(GeneralMeetingRecord meeting) {
    List<Answer> answers = new ArrayList<>();
    for (var item : meeting.items()) {
      if (item.type() == ItemType.COUNCIL_REPORT) {
        answers.add(new Answer(item.number(), Choice.FOR));
        continue;
      }
      int favour = item.type() == ItemType.OTHER ? 35 : 85;
      int dice = random.nextInt(100);
      if (dice < favour) {
        answers.add(new Answer(item.number(), Choice.FOR));
      } else if (dice < 95) {
        answers.add(new Answer(item.number(), dice % 4 == 0 ? Choice.ABSTAIN : Choice.AGAINST));
      }
    }
    return answers;
  }

  private Minutes sign(long id, Agenda agenda) {
    CountedMeeting counted = meeting(id).requireCounted();
    MinutesNotes notes = new MinutesNotes(
        "дистанционно, в цифровом контракте собрания",
        List.of(counted.snapshot().secretary()),
        List.of(),
        List.of());
    List<Ballot> ballots = world.view().ballots(id, counted.snapshot().cycle()).stream()
        .map(SignedBallot::ballot)
        .toList();
    Minutes minutes = Minutes.draw(counted, agenda, world.charter(), notes, ballots);
    for (Name signer : counted.missingSigners(world.charter())) {
      world.push(
          world.keyOf(signer),
          world.action(
              CooperativeAccounts.MEETING,
              new MeetingActions.Sign(id, minutes.seal(), world.sign(signer, minutes.digest())),
              signer));
    }
    return minutes;
  }

  private GeneralMeeting meeting(long id) {
    return world.view().meeting(id).orElseThrow();
  }

  private void office(Record data) {
    world.push(
        world.keyOf(World.OFFICE),
        world.byCooperative(World.OFFICE, CooperativeAccounts.MEETING, data));
  }

  private TimePointSec at(LocalDate day, int hour) {
    return TimePointSec.of(day.atTime(hour, 0).atZone(world.charter().zone()).toInstant());
  }

  private FundRegulation newFundRules() {
    return new FundRegulation(
        world.cooperative(),
        1,
        List.of(
            new FundShare(FundCode.INDIVISIBLE, 800),
            new FundShare(FundCode.RESERVE, 1_500),
            new FundShare(FundCode.DEVELOPMENT, 2_000),
            new FundShare(FundCode.MUTUAL_AID, 1_000),
            new FundShare(FundCode.OPERATIONS, 4_700)));
  }

  private static Agenda agenda(Name chair, Name secretary, Name revisor, FundRegulation rules) {
    return new Agenda(
        1,
        List.of(
            new AgendaItem(
                1,
                ItemType.MEETING_CHAIR,
                "Избрание председателя собрания",
                "Избрать " + chair,
                List.of(chair)),
            new AgendaItem(
                2,
                ItemType.MEETING_SECRETARY,
                "Избрание секретаря собрания",
                "Избрать " + secretary,
                List.of(secretary)),
            new AgendaItem(
                3,
                ItemType.ANNUAL_REPORT,
                "Годовой отчёт за 2026 год",
                "Утвердить годовой отчёт",
                List.of(),
                Checksum256.sha256(Bytes.ofUtf8("годовой отчёт за 2026 год"))),
            new AgendaItem(
                4,
                ItemType.AUDIT_CONCLUSION_MISSING,
                "Заключение ревизионной комиссии",
                "Принять к сведению: заключения нет, комиссия ещё не избрана",
                List.of(),
                Checksum256.sha256(Bytes.ofUtf8("комиссия избирается впервые этим собранием"))),
            new AgendaItem(
                5,
                ItemType.AUDIT_COMMISSION,
                "Избрание ревизора на один год",
                "Избрать ревизором " + revisor,
                List.of(revisor)),
            new AgendaItem(
                FUND_RULES_ITEM,
                ItemType.FUND_RULES,
                "Положение о формировании фондов",
                "Утвердить доли: неделимый 8 %, резервный 15 %, развития 20 %, взаимопомощи 10 %, хозяйственный 47 %",
                List.of(),
                rules.digest()),
            new AgendaItem(
                7,
                ItemType.OTHER,
                "Размещение резервного фонда на вкладе",
                "Разместить половину резервного фонда на вкладе",
                List.of()),
            new AgendaItem(
                8,
                ItemType.COUNCIL_REPORT,
                "Отчёт совета за 2026 год",
                "Утвердить отчёт совета",
                List.of(),
                Checksum256.sha256(Bytes.ofUtf8("отчёт совета за 2026 год")))));
  }
}
