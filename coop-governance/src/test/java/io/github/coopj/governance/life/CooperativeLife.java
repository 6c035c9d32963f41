package io.github.coopj.governance.life;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.duty.Duties;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Years of a cooperative by chance: one event is one step, time goes on between steps, and everything is compared with the
 * model after each. The same seed lives the same life.
 */
final class CooperativeLife {
  private static final int YEARS = 5;

  private final long seed;
  private final LifeContext life;
  private final LifePeople people;
  private final LifeMeetings meetings;
  private int step;

  CooperativeLife(long seed, LifeModel model) {
    this.seed = seed;
    this.life = new LifeContext(seed, model);
    this.people = new LifePeople(life);
    this.meetings = new LifeMeetings(life, people);
  }

  /** Lives to the end. */
  CooperativeLife run() {
    Instant end = Fixtures.NOW.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    while (life.now().isBefore(end)) {
      step++;
      try {
        step();
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(
            "seed " + seed + ", step " + step + ", " + life.now() + ": " + failure.getMessage(),
            failure);
      }
    }
    return this;
  }

  int steps() {
    return step;
  }

  Map<LifeEvent, Integer> events() {
    return life.events();
  }

  Checksum256 digest() {
    return life.digest();
  }

  private void step() {
    List<LifeMeeting> live = meetings.live();
    life.pass(meetings.isAnyVoting() ? 6 : live.isEmpty() ? 72 : 30);
    int year = life.now().atZone(life.charter.zone()).getYear();
    int day = life.now().atZone(life.charter.zone()).getDayOfYear();
    if (day > 60 && day < 140 && !meetings.hasAnnual(year) && life.oneIn(4)) {
      meetings.begin(MeetingKind.ANNUAL);
    } else if (live.size() < 3 && life.oneIn(live.isEmpty() ? 30 : 12)) {
      meetings.begin(MeetingKind.EXTRAORDINARY);
    } else if (!live.isEmpty() && !life.oneIn(6)) {
      meetings.step(live.get(life.random.nextInt(live.size())));
    } else if (life.oneIn(2)) {
      people.step();
    }
    people.requireLikeModel();
    meetings.requireLikeModel();
    if (step % 10 == 0) {
      requireDuties();
    }
  }

  /** Applications and minutes are owed exactly while the model has them open, and overdue exactly when it says so. */
  private void requireDuties() {
    LifeRecord record = new LifeRecord(
        CharterHistory.of(List.of(life.charter)),
        Fixtures.NOW,
        people.records(),
        people.council().council().snapshot(),
        people.council().decisions(),
        meetings.records());
    TreeMap<String, Boolean> unsigned = new TreeMap<>();
    TreeSet<String> applications = new TreeSet<>();
    for (Duty duty : Duties.of(record, life.now())) {
      if (duty.kind() == DutyKind.SIGN_MINUTES) {
        unsigned.put(duty.about(), duty.overdue());
      } else if (duty.kind() == DutyKind.DECIDE_APPLICATION) {
        applications.add(duty.about());
      }
    }
    LifeModel.same("minutes owed", unsigned, life.model.unsigned(life.seconds()));
    TreeSet<String> applied = new TreeSet<>();
    life.model.named("APPLIED").forEach(name -> applied.add("application of " + name));
    LifeModel.same("applications to decide", applications, applied);
  }
}
