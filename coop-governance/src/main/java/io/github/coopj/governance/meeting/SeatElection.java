package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MeetingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who takes the seats of a body that a counted meeting elected with one item per candidate (TALLY-04). A seat needs the
 * majority of its item. With more winners than seats the votes decide; with equal votes at the last seat the charter does: it
 * elects none of the equals and calls for a run-off among them, or seats those who stand first on the agenda. With fewer
 * winners the seats stay vacant.
 *
 * @param elected who takes a seat, by votes and then by account name, or by place on the agenda where that decides
 * @param runOff equals at the last seat, by account name, empty if there are none
 * @param runOffSeats seats that the run-off fills, fewer than there are in it
 * @param vacant seats that nobody won
 */
public record SeatElection(List<Name> elected, List<Name> runOff, int runOffSeats, int vacant) {
  /** Copies the lists. */
  public SeatElection {
    elected = List.copyOf(elected);
    runOff = List.copyOf(runOff);
  }

  /**
   * Fills the seats that the agenda states for a type of elections.
   *
   * @param items counted items of the meeting
   * @param type type of the election; each item of it names one candidate
   * @param tie what the charter of the meeting says of equal votes at the last seat
   * @return who is elected; elected, seats of the run-off and vacant seats add up to the number of seats
   * @throws InvalidValueException if the items have no election of this type or it is not counted
   */
  public static SeatElection of(List<ItemRecord> items, ItemType type, MeetingPolicy.Tie tie) {
    int seats = 0;
    List<ItemRecord> winners = new ArrayList<>();
    for (ItemRecord item : items) {
      if (item.type() == type) {
        if (item.outcome() == ItemOutcome.PENDING) {
          throw new InvalidValueException("item " + item.number() + " must be counted");
        }
        seats = item.seats();
        if (hasMajority(item)) {
          winners.add(item);
        }
      }
    }
    if (seats < 1) {
      throw new InvalidValueException("the agenda has no seats of " + type);
    }
    winners.sort(Comparator.comparingLong(ItemRecord::votesFor)
        .reversed()
        .thenComparing(item -> item.candidates().get(0)));
    if (winners.size() <= seats) {
      return new SeatElection(names(winners), List.of(), 0, seats - winners.size());
    }
    long last = winners.get(seats - 1).votesFor();
    if (winners.get(seats).votesFor() < last) {
      return new SeatElection(names(winners.subList(0, seats)), List.of(), 0, 0);
    }
    if (tie == MeetingPolicy.Tie.AGENDA_ORDER) {
      winners.sort(Comparator.comparingLong(ItemRecord::votesFor)
          .reversed()
          .thenComparingInt(ItemRecord::number));
      return new SeatElection(names(winners.subList(0, seats)), List.of(), 0, 0);
    }
    List<ItemRecord> safe =
        winners.stream().filter(item -> item.votesFor() > last).toList();
    List<ItemRecord> equal =
        winners.stream().filter(item -> item.votesFor() == last).toList();
    return new SeatElection(names(safe), names(equal), seats - safe.size(), 0);
  }

  /** The items with the outcome of the elections: who won a majority and no seat is not elected. */
  static List<ItemRecord> fill(List<ItemRecord> decided, MeetingPolicy.Tie tie) {
    Map<ItemType, SeatElection> elections = new EnumMap<>(ItemType.class);
    for (ItemRecord item : decided) {
      if (item.seats() > 0) {
        elections.computeIfAbsent(item.type(), type -> of(decided, type, tie));
      }
    }
    return decided.stream()
        .map(item -> {
          SeatElection election = elections.get(item.type());
          return election == null || !hasMajority(item)
              ? item
              : item.with(election.outcomeOf(item.candidates().get(0)));
        })
        .toList();
  }

  /** Votes on an item that was not counted, or that members were not told of, elect nobody. */
  private static boolean hasMajority(ItemRecord item) {
    return switch (item.outcome()) {
      case ADOPTED, NO_SEAT, RUN_OFF -> true;
      case PENDING, REJECTED, NOT_COUNTED, NOT_NOTIFIED -> false;
    };
  }

  private ItemOutcome outcomeOf(Name winner) {
    if (elected.contains(winner)) {
      return ItemOutcome.ADOPTED;
    }
    return runOff.contains(winner) ? ItemOutcome.RUN_OFF : ItemOutcome.NO_SEAT;
  }

  private static List<Name> names(List<ItemRecord> items) {
    return items.stream().map(item -> item.candidates().get(0)).toList();
  }
}
