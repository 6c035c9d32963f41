package io.github.coopj.samples.benchmarks.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.LoggedBallot;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.MeetingPlan;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.meeting.NoticeState;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.Recount;
import io.github.coopj.governance.meeting.Roll;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A meeting in which everybody on the roll votes: how long one ballot takes to be accepted, all of them together, their
 * count in parts of bounded size, and the recount from the published ballots. Each ballot answers four of five items. Prints CPU time of the one thread
 * and what a ballot takes of the heap.
 *
 * <p>Arguments: numbers of members; 1000, 10000, 100000 and 1000000 unless given.
 */
public final class MeetingSpeed {
  private static final int ITEMS = 5;
  private static final int ROUNDS = 3;
  private static final Instant OPENS = Instant.parse("2026-04-27T09:00:00Z");
  private static final Instant CLOSES = OPENS.plus(Duration.ofHours(8));
  private static final Charter CHARTER = CharterReader.read("""
      {"account": "coop", "title": "Потребительское общество «Заря»", "kind": "CONSUMER",
       "profile": "PLATFORM", "version": 1, "effectiveFrom": "2026-01-01", "zone": "Europe/Moscow",
       "financialYearEnd": "12-31", "currency": "2,RUB", "policy": {}}
      """, "benchmark");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Name> members;
  private final PrintStream out;

  private MeetingSpeed(int members, PrintStream out) {
    this.members = names(members);
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param args numbers of members
   */
  public static void main(String[] args) {
    List<Integer> sizes = args.length > 0
        ? Arrays.stream(args).map(Integer::valueOf).toList()
        : List.of(1_000, 10_000, 100_000, 1_000_000);
    for (int round = 1; round <= ROUNDS; round++) {
      for (int size : sizes) {
        measure(size, System.out);
      }
    }
  }

  /** Measures one meeting and prints what was found. */
  static void measure(int members, PrintStream out) {
    new MeetingSpeed(members, out).run();
  }

  private void run() {
    long memoryBefore = usedMemory();
    List<Ballot> ballots = ballots();
    long memory = usedMemory() - memoryBefore;
    Roll roll = Roll.of(members);
    OpenMeeting open = open(roll);
    long[] latencies = new long[ballots.size()];
    long began = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < latencies.length; i++) {
      long from = System.nanoTime();
      Ballot ballot = ballots.get(i);
      open = open.accept(ballot, roll.contains(ballot.member()), false, false, CHARTER, OPENS);
      latencies[i] = System.nanoTime() - from;
    }
    long cast = threads.getCurrentThreadCpuTime() - began;
    GeneralMeetingRecord counted =
        count(open.close(CHARTER, CLOSES), ballots).requireCounted().snapshot();
    long count = threads.getCurrentThreadCpuTime() - began - cast;
    Recount recount = Recount.of(counted, ballots);
    recount.requireSame();
    long again = threads.getCurrentThreadCpuTime() - began - cast - count;
    long held = usedMemory() - memoryBefore - memory;
    Arrays.sort(latencies);
    out.printf(
        Locale.ROOT,
        "%,d ballots: cast in %,d ms, counted in %,d ms, counted again in %,d ms, of CPU; a ballot p50 %,d ns, p99 %,d ns;"
            + " %d B a ballot, %d B for its recount%n",
        recount.present(),
        cast / 1_000_000,
        count / 1_000_000,
        again / 1_000_000,
        latencies[latencies.length / 2],
        latencies[latencies.length * 99 / 100],
        memory / latencies.length,
        held / latencies.length);
  }

  /** Counts in parts as large as one step may take. */
  private static GeneralMeeting count(GeneralMeeting closed, List<Ballot> ballots) {
    GeneralMeeting counted = closed;
    while (counted instanceof CountingMeeting counting) {
      List<LoggedBallot> batch = new ArrayList<>();
      for (long number : counting.next(CountingMeeting.MAX_BATCH)) {
        batch.add(new LoggedBallot(number, ballots.get((int) (number - 1)), number));
      }
      counted = counting.count(batch, CHARTER, CLOSES);
    }
    return counted;
  }

  private List<Ballot> ballots() {
    Random random = new Random(members.size());
    List<Ballot> ballots = new ArrayList<>(members.size());
    for (Name member : members) {
      int blank = 1 + random.nextInt(ITEMS);
      List<Answer> answers = new ArrayList<>(ITEMS - 1);
      for (int item = 1; item <= ITEMS; item++) {
        if (item != blank) {
          answers.add(new Answer(item, random.nextInt(3) == 0 ? Choice.AGAINST : Choice.FOR));
        }
      }
      ballots.add(new Ballot(CHARTER.account(), 1, 1, 1, member, answers));
    }
    return ballots;
  }

  /** The meeting convened for the roll, everybody notified, at the moment it opens. */
  private OpenMeeting open(Roll roll) {
    List<AgendaItem> items = new ArrayList<>();
    for (int item = 1; item <= ITEMS; item++) {
      items.add(new AgendaItem(
          item,
          ItemType.OTHER,
          "Question " + item,
          "Decision " + item,
          List.of(),
          Checksum256.ZERO));
    }
    MeetingPlan plan = new MeetingPlan(
        MeetingBody.MEMBERS,
        MeetingKind.EXTRAORDINARY,
        members.get(0),
        members.get(1),
        TimePointSec.of(OPENS),
        TimePointSec.of(CLOSES));
    GeneralMeetingRecord draft = plan.draft(
            1, new Agenda(1, items), CHARTER, OPENS.minus(Duration.ofDays(40)))
        .snapshot();
    return GeneralMeeting.restore(new GeneralMeetingRecord(
            draft.id(),
            draft.cooperative(),
            draft.body(),
            draft.kind(),
            MeetingStatus.OPEN,
            draft.failure(),
            draft.charterVersion(),
            draft.cycle(),
            draft.agendaVersion(),
            draft.agendaHash(),
            draft.items(),
            draft.chair(),
            draft.secretary(),
            1,
            0,
            TimePointSec.of(OPENS.minus(Duration.ofDays(39))),
            roll.size(),
            roll.digest(),
            roll.size(),
            draft.present(),
            draft.ballots(),
            draft.ballotsFrom(),
            draft.rejected(),
            draft.counted(),
            draft.secret(),
            new NoticeState(roll.digest(), List.of(), List.of(), false),
            draft.agendaClosesAt(),
            draft.opensAt(),
            draft.closesAt(),
            draft.cycles(),
            draft.minutesHash(),
            draft.minutesSigners(),
            draft.signing(),
            draft.heldAt()))
        .requireOpen();
  }

  private static List<Name> names(int count) {
    List<Name> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder("m");
      for (int rest = i, place = 0; place < 5; rest /= 26, place++) {
        text.append((char) ('a' + rest % 26));
      }
      names.add(Name.of(text.toString()));
    }
    return names;
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
