package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Quorum, answers and majorities of the general meeting (MEET-14..MEET-22).
 *
 * @param quorumFirst share of all members needed in cycle 1; exactly the share is enough
 * @param quorumSecond share needed in cycle 2
 * @param quorumDecay by what the share is multiplied in each cycle after the second
 * @param quorumFloor share at which the falling of the quorum ends; 0/1 for none (MEET-20)
 * @param maxCycles last cycle that may be held; 0 for no limit
 * @param legalFloor share below which no cycle may fall; 0/1 for none
 * @param repeatNoticeDays least days of notice before a repeat cycle; an item type with days of its own may ask for more
 * @param answers what a ballot offers, in the order of the enum
 * @param revoteAllowed whether a signed ballot may be replaced before closing; the last one then counts
 * @param majorities majority by item type, sorted by type
 * @param defaultMajority majority of every item type not listed
 * @param electionTie who takes the last seat of several with equal votes (TALLY-04)
 */
public record MeetingPolicy(
    Ratio quorumFirst,
    Ratio quorumSecond,
    Ratio quorumDecay,
    Ratio quorumFloor,
    int maxCycles,
    Ratio legalFloor,
    int repeatNoticeDays,
    Set<AnswerOption> answers,
    boolean revoteAllowed,
    Map<ItemType, MajorityRule> majorities,
    MajorityRule defaultMajority,
    Tie electionTie) {
  /** Who takes the last seat of an election when several winners have equal votes (TALLY-04). */
  public enum Tie {
    /** None of them: the next meeting chooses among them. */
    RUN_OFF,
    /** Whoever stands first on the agenda. */
    AGENDA_ORDER
  }

  /** Refuses quorums that contradict each other. */
  public MeetingPolicy {
    answers = Collections.unmodifiableSet(answers.isEmpty() ? Set.of() : EnumSet.copyOf(answers));
    majorities = Collections.unmodifiableMap(new TreeMap<>(majorities));
    if (quorumFirst.isNone() || quorumSecond.isNone() || quorumDecay.isNone()) {
      throw new InvalidValueException("quorums and their decay must be more than nothing");
    }
    if (!quorumFirst.isAtLeast(quorumSecond)) {
      throw new InvalidValueException("meeting.quorum.second " + quorumSecond
          + " must not be above meeting.quorum.first " + quorumFirst);
    }
    if (!quorumSecond.isAtLeast(quorumFloor)) {
      throw new InvalidValueException("meeting.quorum.floor " + quorumFloor
          + " must not be above meeting.quorum.second " + quorumSecond);
    }
    if (!quorumFirst.isAtLeast(legalFloor)) {
      throw new InvalidValueException("meeting.quorum.first " + quorumFirst
          + " must not be below meeting.quorum.legalFloor " + legalFloor);
    }
    if (!answers.contains(AnswerOption.FOR) || !answers.contains(AnswerOption.AGAINST)) {
      throw new InvalidValueException(
          "ballot.options must contain FOR and AGAINST, got " + answers);
    }
    if (maxCycles < 0 || repeatNoticeDays < 0) {
      throw new InvalidValueException(
          "meeting.maxCycles and meeting.repeatNoticeDays must not be negative");
    }
  }

  /**
   * The majority that adopts an item.
   *
   * @param itemType type of the agenda item
   * @return the rule listed for it, or the default
   */
  public MajorityRule majorityFor(ItemType itemType) {
    return majorities.getOrDefault(itemType, defaultMajority);
  }
}
