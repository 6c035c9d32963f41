package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;

/** Refuses stored meetings whose parts contradict each other. */
final class MeetingCheck {
  private MeetingCheck() {}

  static void requireConsistent(GeneralMeetingRecord row) {
    boolean convened = row.status() != MeetingStatus.DRAFT;
    boolean opened = convened && row.status() != MeetingStatus.CONVENED;
    boolean counted = row.status() == MeetingStatus.COUNTED || row.status() == MeetingStatus.HELD;
    boolean held = row.status() == MeetingStatus.HELD;
    boolean failed = row.status() == MeetingStatus.FAILED;
    require(row, row.id() >= 1 && !row.cooperative().isEmpty(), "number and cooperative");
    require(row, row.cycle() >= 1 && row.charterVersion() >= 1, "cycle and charter");
    require(row, row.closesAt().compareTo(row.opensAt()) > 0, "times");
    require(row, !row.chair().isEmpty() && !row.secretary().isEmpty(), "officers");
    require(
        row,
        convened == (row.councilDecisionId() >= 1)
            && convened == (row.eligible() >= 1)
            && convened == !row.rollDigest().equals(Checksum256.ZERO),
        "roll");
    require(
        row,
        row.notified() >= 0
            && row.notified() <= row.eligible()
            && row.present() >= 0
            && row.present() <= (opened ? row.eligible() : 0),
        "numbers of members");
    require(row, ended(row) == row.cycles().size(), "cycles");
    require(row, failed == (row.failure() != FailureCause.NONE), "cause");
    require(
        row,
        held == (row.heldAt().seconds() != 0)
            && (!held || !row.minutesSigners().isEmpty())
            && (counted || row.minutesSigners().isEmpty())
            && row.minutesSigners().isEmpty() == row.minutesHash().equals(Checksum256.ZERO),
        "minutes");
    requireBallots(row, counted);
    requireItems(row, counted);
  }

  /** Ballots are only counted after the end of voting, and a count that has ended has seen them all. */
  private static void requireBallots(GeneralMeetingRecord row, boolean counted) {
    long seen = row.counted().size();
    require(
        row,
        row.ballots().size() >= row.present()
            && (row.present() > 0 || row.ballots().size() == 0)
            && (counted
                ? row.counted().equals(row.ballots())
                : row.status() == MeetingStatus.COUNTING ? seen < row.ballots().size() : seen == 0),
        "ballots");
  }

  private static void requireItems(GeneralMeetingRecord row, boolean counted) {
    require(row, !row.items().isEmpty(), "items");
    long votes = row.items().get(0).votes();
    require(
        row,
        counted
            ? votes == row.present()
            : votes <= Math.min(row.present(), row.counted().size()),
        "votes");
    for (int i = 0; i < row.items().size(); i++) {
      ItemRecord item = row.items().get(i);
      require(row, item.number() == i + 1, "numbers of items");
      require(row, counted == (item.outcome() != ItemOutcome.PENDING), "outcomes");
      require(
          row,
          item.votesFor() >= 0
              && item.against() >= 0
              && item.abstain() >= 0
              && item.blank() >= 0
              && item.votes() == votes,
          "votes");
    }
  }

  /** Cycles that have ended in this state: the present one is among them once it is counted. */
  private static int ended(GeneralMeetingRecord row) {
    boolean running = switch (row.status()) {
      case DRAFT, CONVENED, OPEN -> true;
      case FAILED -> row.failure() == FailureCause.NOT_OPENED;
      default -> false;
    };
    return running ? row.cycle() - 1 : row.cycle();
  }

  private static void require(GeneralMeetingRecord row, boolean holds, String what) {
    if (!holds) {
      throw new InvalidValueException(
          "meeting " + row.id() + " is " + row.status() + " and its " + what + " contradict that");
    }
  }
}
