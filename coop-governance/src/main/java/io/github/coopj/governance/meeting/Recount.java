package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.MerkleTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The count of a cycle done again by anybody from what is published: the meeting's row and its ballots in order of
 * acceptance (MEET-26, TALLY-02). One pass; memory grows with the number of members who voted.
 */
public final class Recount {
  private final GeneralMeetingRecord meeting;
  private final Map<Name, Ballot> last = new HashMap<>();
  private final VoteSums sums;
  private MerkleTree.Frontier log = MerkleTree.Frontier.EMPTY;

  private Recount(GeneralMeetingRecord meeting) {
    this.meeting = meeting;
    this.sums = new VoteSums(
        meeting.items().stream().map(item -> item.counted(0, 0, 0, 0)).toList());
  }

  /**
   * Counts the ballots of the meeting's last cycle.
   *
   * @param meeting the meeting as stored
   * @param ballots ballots accepted in that cycle and those carried over to it, in order of acceptance; of two by one member the later counts
   * @return the count
   * @throws GovernanceException MINUTES_MISMATCH if a ballot is of another meeting, cycle or version of the agenda
   */
  public static Recount of(GeneralMeetingRecord meeting, Iterable<Ballot> ballots) {
    Recount recount = new Recount(meeting);
    for (Ballot ballot : ballots) {
      recount.add(ballot);
    }
    return recount;
  }

  /**
   * Members whose ballots count.
   *
   * @return number of members
   */
  public long present() {
    return last.size();
  }

  /**
   * Accounts whose ballots count.
   *
   * @return by account name
   */
  public List<Name> voters() {
    return last.keySet().stream().sorted().toList();
  }

  /**
   * The ballot of a member that counts.
   *
   * @param member account of the member
   * @return its last ballot, empty if it cast none
   */
  public Optional<Ballot> ballotOf(Name member) {
    return Optional.ofNullable(last.get(member));
  }

  /**
   * The count of each open item; secret ones are counted again by {@link SecretRecount}.
   *
   * @return items in the order of the agenda, without outcomes
   */
  public List<ItemRecord> items() {
    return sums.items();
  }

  /**
   * Digest over the ballots, see {@link BallotLog}.
   *
   * @return the log
   */
  public Checksum256 ballotLog() {
    return BallotLog.digest(log);
  }

  /**
   * Requires that the meeting states what the ballots give.
   *
   * @throws GovernanceException MINUTES_MISMATCH naming the first figure that differs: present, the counts of each item,
   *     ballotLog
   */
  public void requireSame() {
    requireSame("present", present(), meeting.present());
    List<ItemRecord> counted = items();
    for (int i = 0; i < counted.size(); i++) {
      ItemRecord mine = counted.get(i);
      ItemRecord stated = meeting.items().get(i);
      if (stated.secret()) {
        continue;
      }
      requireSame("item " + mine.number() + " for", mine.votesFor(), stated.votesFor());
      requireSame("item " + mine.number() + " against", mine.against(), stated.against());
      requireSame("item " + mine.number() + " abstain", mine.abstain(), stated.abstain());
      requireSame("item " + mine.number() + " blank", mine.blank(), stated.blank());
    }
    requireSame("ballotLog", ballotLog(), BallotLog.digest(meeting.ballots()));
  }

  static void requireSame(String figure, Object counted, Object stated) {
    if (!counted.equals(stated)) {
      throw new GovernanceException(
          Reason.MINUTES_MISMATCH, "figure", figure, "stated", stated, "expected", counted);
    }
  }

  private void add(Ballot ballot) {
    if (ballot.meetingId() != meeting.id() || !ballot.cooperative().equals(meeting.cooperative())) {
      throw new GovernanceException(
          Reason.MINUTES_MISMATCH,
          "figure",
          "meeting",
          "stated",
          meeting.cooperative() + "#" + meeting.id(),
          "expected",
          ballot.cooperative() + "#" + ballot.meetingId());
    }
    requireSame("cycle", ballot.cycle(), cycleOf(ballot));
    requireSame("agendaVersion", ballot.agendaVersion(), meeting.agendaVersion());
    log = BallotLog.append(log, ballot.digest());
    Ballot before = last.put(ballot.member(), ballot);
    if (before != null) {
      count(before, -1);
    }
    count(ballot, 1);
  }

  /** The cycle of the ballot if it is among those that count together, otherwise the last. */
  private int cycleOf(Ballot ballot) {
    boolean counts = ballot.cycle() >= meeting.ballotsFrom() && ballot.cycle() <= meeting.cycle();
    return counts ? ballot.cycle() : meeting.cycle();
  }

  private void count(Ballot ballot, int by) {
    List<ItemRecord> items = meeting.items();
    for (int i = 0; i < items.size(); i++) {
      sums.add(i, choice(ballot, items.get(i).number()), by);
    }
  }

  private static @Nullable Choice choice(Ballot ballot, int item) {
    for (Answer answer : ballot.answers()) {
      if (answer.item() == item) {
        return answer.choice();
      }
    }
    return null;
  }
}
