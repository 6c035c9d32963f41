package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of the Council as it is stored.
 *
 * @param id number of the session, 1 or more
 * @param plan who called it, for what and when
 * @param status how far it has come
 * @param chair who opened and leads it; empty before
 * @param openedAt when it was opened; the epoch before
 * @param questions questions put in it, in their order
 * @param closedAt when it was closed; the epoch before
 * @param minutes digest of its minutes; zero before it is closed
 */
public record SessionRecord(
    @AbiType("uint64") long id,
    SessionPlan plan,
    SessionStatus status,
    Name chair,
    TimePointSec openedAt,
    List<Put> questions,
    TimePointSec closedAt,
    Checksum256 minutes) {
  /**
   * A question put in the session.
   *
   * @param question its number
   */
  public record Put(@AbiType("uint64") long question) {}

  /** Keeps a copy of the questions. */
  public SessionRecord {
    questions = List.copyOf(questions);
  }

  SessionRecord opened(Name by, TimePointSec at) {
    return new SessionRecord(id, plan, SessionStatus.RUNNING, by, at, questions, closedAt, minutes);
  }

  SessionRecord put(long question) {
    List<Put> all = new ArrayList<>(questions);
    all.add(new Put(question));
    return new SessionRecord(id, plan, status, chair, openedAt, all, closedAt, minutes);
  }

  SessionRecord closed(Checksum256 sealed, TimePointSec at) {
    return new SessionRecord(
        id, plan, SessionStatus.CLOSED, chair, openedAt, questions, at, sealed);
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    boolean opened = status != SessionStatus.CALLED;
    boolean closed = status == SessionStatus.CLOSED;
    boolean wrong = id < 1
        || opened == chair.isEmpty()
        || opened == openedAt.equals(TimePointSec.EPOCH)
        || (!opened && !questions.isEmpty())
        || questions.stream().distinct().count() != questions.size()
        || closed == closedAt.equals(TimePointSec.EPOCH)
        || closed == minutes.equals(Checksum256.ZERO);
    if (wrong) {
      throw new InvalidValueException(
          "session " + id + " is " + status + ", which its parts contradict");
    }
  }
}
