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
        convened == (row.councilDecisionId() >= 1 != row.demandId() >= 1)
            && (convened || row.councilDecisionId() == 0)
            && convened == !row.notice().message().equals(Checksum256.ZERO)
            && convened == (row.eligible() >= 1)
            && convened == !row.rollDigest().equals(Checksum256.ZERO),
        "roll");
    require(
        row,
        row.notified() >= 0
            && row.notified() <= row.eligible()
            && row.present() >= 0
            && row.present() <= (opened || row.ballotsFrom() < row.cycle() ? row.eligible() : 0),
        "numbers of members");
    require(row, row.ballotsFrom() >= 1 && row.ballotsFrom() <= row.cycle(), "first cycle");
    require(row, opened || row.cycle() > 1 || row.rejected().size() == 0, "refused ballots");
    require(row, ended(row) == row.cycles().size(), "cycles");
    require(row, failed == (row.failure() != FailureCause.NONE), "cause");
    require(
        row,
        held == (row.heldAt().seconds() != 0)
            && (!held || !row.minutesSigners().isEmpty())
            && (counted || row.minutesSigners().isEmpty())
            && row.minutesSigners().isEmpty() == row.minutesHash().equals(Checksum256.ZERO),
        "minutes");
    require(row, counted || row.signing().equals(SigningState.NONE), "signing");
    boolean voted = opened && row.failure() != FailureCause.NOT_OPENED;
    requireSecret(row, voted, counted);
    requireBallots(row);
    requireItems(row, counted);
  }

  private static void requireSecret(GeneralMeetingRecord row, boolean voted, boolean counted) {
    boolean any = row.items().stream().anyMatch(ItemRecord::secret);
    SecretCount secret = row.secret();
    require(
        row,
        secret.isNone() != (voted && any)
            && (row.status() == MeetingStatus.COUNTING
                || counted
                || secret.sums().isEmpty())
            && (!secret.sums().isEmpty() || secret.shares().isEmpty())
            && (!counted || !any || givenUp(row) || !secret.shares().isEmpty()),
        "secret ballots");
  }

  private static boolean givenUp(GeneralMeetingRecord row) {
    return row.items().stream().anyMatch(item -> item.outcome() == ItemOutcome.NOT_COUNTED);
  }

  /** Ballots are only counted after the end of voting, and a count that has ended has seen them all. */
  private static void requireBallots(GeneralMeetingRecord row) {
    long seen = row.counted().size();
    long all = row.ballots().size();
    boolean asCounted = switch (row.status()) {
      case COUNTED, HELD -> row.counted().equals(row.ballots());
      case COUNTING -> seen < all || (seen == all && !row.secret().isNone());
      default -> seen == 0;
    };
    require(row, asCounted && all >= row.present() && (row.present() > 0 || all == 0), "ballots");
  }

  private static void requireItems(GeneralMeetingRecord row, boolean counted) {
    require(row, !row.items().isEmpty(), "items");
    long most = counted ? row.present() : Math.min(row.present(), row.counted().size());
    long open = -1;
    for (int i = 0; i < row.items().size(); i++) {
      ItemRecord item = row.items().get(i);
      long votes = item.votes();
      require(row, item.number() == i + 1, "numbers of items");
      require(row, counted == (item.outcome() != ItemOutcome.PENDING), "outcomes");
      boolean given = item.outcome() == ItemOutcome.NOT_COUNTED;
      require(row, !given || item.secret(), "outcomes");
      boolean fits = given ? votes == 0 : counted ? votes == most : votes <= most;
      boolean same = item.secret() ? counted || votes == 0 : open < 0 || votes == open;
      require(
          row,
          item.votesFor() >= 0
              && item.against() >= 0
              && item.abstain() >= 0
              && item.blank() >= 0
              && fits
              && same,
          "votes");
      open = item.secret() ? open : votes;
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
