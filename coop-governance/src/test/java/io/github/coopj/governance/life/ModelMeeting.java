package io.github.coopj.governance.life;

import static io.github.coopj.governance.life.LifeModel.same;

import io.github.coopj.governance.Reason;
import io.github.coopj.governance.meeting.CycleRecord;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One meeting as it must be. */
final class ModelMeeting {
  private static final long DAY = 86_400;
  private static final long MOSCOW = 3 * 3_600;

  /** A ballot: what it names, one character per item, and whether its key is that of its member. */
  record Cast(
      String member, boolean genuine, long meeting, int cycle, int agenda, String answers) {}

  private final long id;
  private final int items;
  private final TreeSet<String> roll = new TreeSet<>();
  private final long rollAt;
  private final boolean countsLate;
  private final TreeMap<String, String> votes = new TreeMap<>();
  private final List<Integer> turnouts = new ArrayList<>();
  private long opens;
  private long closes;
  private int cycle = 1;
  private int told;
  private boolean counted;
  private long countedAt;
  private boolean escalated;
  private long heldAt;
  private String status = "DRAFT";

  ModelMeeting(long id, int items, long rollAt, long opens, long closes, boolean countsLate) {
    this.id = id;
    this.items = items;
    this.rollAt = rollAt;
    this.opens = opens;
    this.closes = closes;
    this.countsLate = countsLate;
  }

  long id() {
    return id;
  }

  String status() {
    return status;
  }

  NavigableSet<String> roll() {
    return roll;
  }

  long rollAt() {
    return rollAt;
  }

  boolean hasVoted(String member) {
    return votes.containsKey(member);
  }

  /** Notices are due ten dates of Moscow before the opening. */
  Optional<Reason> convene(NavigableSet<String> members, long now) {
    if (Math.floorDiv(opens + MOSCOW, DAY) - Math.floorDiv(now + MOSCOW, DAY) < 10) {
      return Optional.of(Reason.NOTICE_LATE);
    }
    roll.addAll(members);
    status = "CONVENED";
    return Optional.empty();
  }

  void told() {
    told++;
  }

  Optional<Reason> open(long now) {
    if (now < opens) {
      return Optional.of(Reason.MEETING_TOO_EARLY);
    }
    if (now >= closes) {
      return Optional.of(Reason.MEETING_TIME_PASSED);
    }
    if (told < roll.size()) {
      return Optional.of(Reason.MEMBERS_NOT_NOTIFIED);
    }
    status = "OPEN";
    return Optional.empty();
  }

  Optional<Reason> expire(long now) {
    if (now < closes) {
      return Optional.of(Reason.MEETING_TOO_EARLY);
    }
    status = "FAILED";
    return Optional.empty();
  }

  Optional<Reason> ballot(Cast ballot, long now) {
    Optional<Reason> wrong = wrong(ballot, now);
    if (wrong.isEmpty()) {
      votes.put(ballot.member(), ballot.answers());
    }
    return wrong;
  }

  private Optional<Reason> wrong(Cast ballot, long now) {
    if (!status.equals("OPEN")) {
      return Optional.of(Reason.WRONG_STATE);
    }
    if (!ballot.genuine()) {
      return Optional.of(Reason.BALLOT_FORGED);
    }
    if (now >= closes && !countsLate) {
      return Optional.of(Reason.BALLOT_LATE);
    }
    if (ballot.meeting() != id) {
      return Optional.of(Reason.BALLOT_OTHER_MEETING);
    }
    if (ballot.cycle() != cycle) {
      return Optional.of(Reason.BALLOT_OTHER_CYCLE);
    }
    if (ballot.agenda() != 1) {
      return Optional.of(Reason.BALLOT_OTHER_AGENDA);
    }
    if (!roll.contains(ballot.member())) {
      return Optional.of(Reason.NOT_ON_ROLL);
    }
    return hasVoted(ballot.member()) ? Optional.of(Reason.BALLOT_ALREADY_CAST) : Optional.empty();
  }

  /** 75 % first, then 50 %, then half of it in each cycle; one at least. */
  private long required(int ofCycle) {
    long n = roll.size();
    if (ofCycle == 1) {
      return (3 * n + 3) / 4;
    }
    long parts = 1L << (ofCycle - 1);
    return (n + parts - 1) / parts;
  }

  Optional<Reason> close(long now) {
    if (now < closes) {
      return Optional.of(Reason.MEETING_TOO_EARLY);
    }
    turnouts.add(votes.size());
    boolean met = votes.size() >= required(cycle);
    status = met ? "COUNTING" : required(cycle) == 1 ? "FAILED" : "QUORUM_MISSED";
    return Optional.empty();
  }

  void repeat(long nextOpens, long nextCloses) {
    cycle++;
    opens = nextOpens;
    closes = nextCloses;
    told = 0;
    votes.clear();
    status = "CONVENED";
  }

  void counted(long now) {
    counted = true;
    countedAt = now;
    status = "COUNTED";
  }

  boolean isSignatureDue(long now) {
    return counted && now >= countedAt + 5 * DAY;
  }

  Optional<Reason> passOn(long now) {
    if (escalated) {
      return Optional.of(Reason.MINUTES_ESCALATED);
    }
    if (!isSignatureDue(now)) {
      return Optional.of(Reason.SUBSTITUTE_NOT_DUE);
    }
    escalated = true;
    return Optional.empty();
  }

  void held(long now) {
    heldAt = now;
    status = "HELD";
  }

  private long count(int item, char answer) {
    return votes.values().stream().filter(each -> each.charAt(item) == answer).count();
  }

  boolean isAdopted(int item) {
    return 2 * count(item, '+') > votes.size();
  }

  /** Items whose decisions bind: none without signed minutes. */
  List<Integer> binding() {
    List<Integer> binding = new ArrayList<>();
    for (int item = 0; item < items && heldAt > 0; item++) {
      if (isAdopted(item)) {
        binding.add(item + 1);
      }
    }
    return binding;
  }

  /** Compares a stored meeting with this one. */
  void requireLike(GeneralMeetingRecord row) {
    same("status", row.status().name(), status);
    same("cycle", row.cycle(), cycle);
    same("present", row.present(), (long) votes.size());
    same("opening", row.opensAt().toInstant().getEpochSecond(), opens);
    same("closing", row.closesAt().toInstant().getEpochSecond(), closes);
    same("time of holding", row.heldAt().toInstant().getEpochSecond(), heldAt);
    same("report to the commission", row.signing().isEscalated(), escalated);
    if (!status.equals("DRAFT")) {
      same("number on the roll", row.eligible(), (long) roll.size());
      same("date of the roll", row.rollAt().toInstant().getEpochSecond(), rollAt);
      same("notified", row.notified(), (long) told);
    }
    same("items", row.items().size(), items);
    row.items().forEach(this::requireLike);
    requireCycles(row.cycles());
  }

  private void requireLike(ItemRecord item) {
    int place = item.number() - 1;
    if (status.equals("COUNTING")) {
      return;
    }
    if (!counted) {
      same("votes for before the end", item.votesFor(), 0L);
      same("votes against before the end", item.against() + item.abstain(), 0L);
      same("blank answers before the end", item.blank(), 0L);
      same("outcome before the end", item.outcome().name(), "PENDING");
      return;
    }
    same("votes for", item.votesFor(), count(place, '+'));
    same("votes against", item.against(), count(place, '-'));
    same("blank", item.blank(), count(place, '.'));
    same("outcome", item.outcome().name(), isAdopted(place) ? "ADOPTED" : "REJECTED");
  }

  private void requireCycles(List<CycleRecord> cycles) {
    same("finished cycles", cycles.size(), turnouts.size());
    long last = rollAt;
    for (CycleRecord each : cycles) {
      same("quorum of a cycle", each.required(), required(each.cycle()));
      same("turnout of a cycle", each.present(), (long) turnouts.get(each.cycle() - 1));
      long begin = each.opensAt().toInstant().getEpochSecond();
      same("a cycle after the one before", begin >= last, true);
      last = each.closesAt().toInstant().getEpochSecond();
    }
  }
}
