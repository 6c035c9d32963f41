package io.github.coopj.governance.life;

import io.github.coopj.governance.Reason;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must be so in a cooperative, kept in plain maps of names and seconds without asking the rules. */
final class LifeModel {
  /** A person: how far his membership has come, since when and until when he was a member. */
  private record Person(String status, long since, long until) {}

  private final boolean countsLate;
  private final TreeMap<String, Person> people = new TreeMap<>();
  private final TreeMap<Long, ModelMeeting> meetings = new TreeMap<>();
  private int founders;
  private int admitted;
  private int left;

  private LifeModel(boolean countsLate) {
    this.countsLate = countsLate;
  }

  static LifeModel honest() {
    return new LifeModel(false);
  }

  /** A model that believes in late ballots. */
  static LifeModel lying() {
    return new LifeModel(true);
  }

  static void same(String what, Object actual, Object expected) {
    if (!Objects.equals(actual, expected)) {
      throw new AssertionError(what + " " + actual + ", the model says " + expected);
    }
  }

  void founded(String name, long at) {
    people.put(name, new Person("ACTIVE", at, Long.MAX_VALUE));
    founders++;
  }

  Optional<Reason> apply(String name) {
    Person before = people.get(name);
    if (before != null && !before.status().equals("REFUSED")) {
      return Optional.of(Reason.WRONG_STATE);
    }
    people.put(name, new Person("APPLIED", Long.MAX_VALUE, Long.MAX_VALUE));
    return Optional.empty();
  }

  /** Three members of the Council vote, and its Chairman signs or declines. */
  boolean isInForce(int votesFor, boolean signed) {
    return votesFor >= 2 && signed;
  }

  void decided(String name, boolean admission, long at) {
    people.put(
        name,
        admission
            ? new Person("ACTIVE", at, Long.MAX_VALUE)
            : new Person("REFUSED", Long.MAX_VALUE, Long.MAX_VALUE));
    admitted += admission ? 1 : 0;
  }

  void exited(String name, long at) {
    Person before = Objects.requireNonNull(people.get(name));
    people.put(name, new Person("EXITED", before.since(), at));
    left++;
  }

  NavigableSet<String> membersAt(long at) {
    TreeSet<String> members = new TreeSet<>();
    people.forEach((name, person) -> {
      if (person.since() <= at && at < person.until()) {
        members.add(name);
      }
    });
    return members;
  }

  NavigableSet<String> named(String status) {
    TreeSet<String> names = new TreeSet<>();
    people.forEach((name, person) -> {
      if (person.status().equals(status)) {
        names.add(name);
      }
    });
    return names;
  }

  String status(String name) {
    return Objects.requireNonNull(people.get(name), name).status();
  }

  int active() {
    return founders + admitted - left;
  }

  ModelMeeting begin(long id, int items, long decidedAt, long opens, long closes) {
    ModelMeeting meeting = new ModelMeeting(id, items, decidedAt, opens, closes, countsLate);
    meetings.put(id, meeting);
    return meeting;
  }

  /** Freezes the roll as of the second of the decision, whoever came or left since. */
  Optional<Reason> convene(long id, long now) {
    ModelMeeting meeting = Objects.requireNonNull(meetings.get(id));
    return meeting.convene(membersAt(meeting.rollAt()), now);
  }

  void forget(long id) {
    meetings.remove(id);
  }

  Collection<ModelMeeting> meetings() {
    return meetings.values();
  }

  /** Meetings whose minutes wait for a signature, and whether they wait too long: five days after the end. */
  NavigableMap<String, Boolean> unsigned(long now) {
    TreeMap<String, Boolean> unsigned = new TreeMap<>();
    for (ModelMeeting meeting : meetings.values()) {
      if (meeting.status().equals("COUNTED")) {
        unsigned.put("meeting " + meeting.id(), meeting.isSignatureDue(now));
      }
    }
    return unsigned;
  }
}
