package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.charter.MeetingPolicy.Tie.RUN_OFF;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MeetingPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeatElectionTest {
  private static List<ItemRecord> votes(int seats, int... votesFor) {
    List<ItemRecord> items = new ArrayList<>();
    for (int i = 0; i < votesFor.length; i++) {
      items.add(new ItemRecord(
              i + 1,
              ItemType.ELECTION_COUNCIL,
              List.of(member(i)),
              seats,
              Checksum256.ZERO,
              false,
              Checksum256.ZERO,
              0,
              0,
              0,
              0,
              ItemOutcome.PENDING)
          .counted(votesFor[i], 10 - votesFor[i], 0, 0)
          .with(2 * votesFor[i] > 10 ? ItemOutcome.ADOPTED : ItemOutcome.REJECTED));
    }
    return items;
  }

  private static List<Name> names(int... members) {
    List<Name> names = new ArrayList<>();
    for (int member : members) {
      names.add(member(member));
    }
    return names;
  }

  @Test
  @Tag("TALLY-04")
  void seats_goToTheMostVotes_amongThoseWithAMajority() {
    assertThat(SeatElection.of(votes(2, 7, 9, 8), ItemType.ELECTION_COUNCIL, RUN_OFF))
        .isEqualTo(new SeatElection(names(1, 2), List.of(), 0, 0));
    assertThat(SeatElection.of(votes(3, 7, 9, 8), ItemType.ELECTION_COUNCIL, RUN_OFF))
        .isEqualTo(new SeatElection(names(1, 2, 0), List.of(), 0, 0));
    assertThat(SeatElection.of(votes(2, 5, 6, 4), ItemType.ELECTION_COUNCIL, RUN_OFF))
        .as("exactly half is no majority: the seat stays vacant")
        .isEqualTo(new SeatElection(names(1), List.of(), 0, 1));
  }

  @Test
  @Tag("TALLY-04")
  void seats_equalVotesAtTheLastSeat_callForARunOff() {
    assertThat(SeatElection.of(votes(3, 8, 9, 8, 8), ItemType.ELECTION_COUNCIL, RUN_OFF))
        .isEqualTo(new SeatElection(names(1), names(0, 2, 3), 2, 0));
    assertThat(SeatElection.of(votes(1, 8, 8), ItemType.ELECTION_COUNCIL, RUN_OFF))
        .isEqualTo(new SeatElection(List.of(), names(0, 1), 1, 0));
    assertThat(SeatElection.of(votes(2, 9, 9, 8), ItemType.ELECTION_COUNCIL, RUN_OFF))
        .as("equals that all fit need no run-off")
        .isEqualTo(new SeatElection(names(0, 1), List.of(), 0, 0));
  }

  @Test
  @Tag("TALLY-04")
  void seats_equalVotesAtTheLastSeat_goToTheFirstOnTheAgenda_whereTheCharterSaysSo() {
    MeetingPolicy.Tie order =
        platform("\"meeting.electionTie\": \"AGENDA_ORDER\"").meeting().electionTie();
    List<ItemRecord> items = votes(3, 8, 9, 8, 8);
    assertThat(SeatElection.of(items, ItemType.ELECTION_COUNCIL, order))
        .isEqualTo(new SeatElection(names(1, 0, 2), List.of(), 0, 0));
    assertThat(SeatElection.fill(items, order))
        .extracting(ItemRecord::outcome)
        .containsExactly(
            ItemOutcome.ADOPTED, ItemOutcome.ADOPTED, ItemOutcome.ADOPTED, ItemOutcome.NO_SEAT);
    assertThat(SeatElection.of(SeatElection.fill(items, order), ItemType.ELECTION_COUNCIL, order))
        .isEqualTo(new SeatElection(names(1, 0, 2), List.of(), 0, 0));
    Collections.reverse(items);
    assertThat(SeatElection.of(items, ItemType.ELECTION_COUNCIL, order))
        .as("the agenda's order, not that of a list")
        .isEqualTo(new SeatElection(names(1, 0, 2), List.of(), 0, 0));
    assertThat(SeatElection.of(votes(2, 5, 6, 4), ItemType.ELECTION_COUNCIL, order))
        .isEqualTo(new SeatElection(names(1), List.of(), 0, 1));
    assertThat(platform().meeting().electionTie()).isEqualTo(RUN_OFF);
  }

  @Test
  @Tag("TALLY-04")
  void seats_alwaysAddUp_andOrderOfItemsDoesNotMatter() {
    for (int a = 4; a <= 8; a++) {
      for (int b = 4; b <= 8; b++) {
        for (int c = 4; c <= 8; c++) {
          for (int seats = 1; seats <= 4; seats++) {
            List<ItemRecord> items = votes(seats, a, b, c);
            SeatElection result = SeatElection.of(items, ItemType.ELECTION_COUNCIL, RUN_OFF);
            assertThat(result.elected().size() + result.runOffSeats() + result.vacant())
                .isEqualTo(seats);
            assertThat(result.runOff().isEmpty()).isEqualTo(result.runOffSeats() == 0);
            Collections.reverse(items);
            assertThat(SeatElection.of(items, ItemType.ELECTION_COUNCIL, RUN_OFF))
                .isEqualTo(result);
            assertThat(SeatElection.of(
                    SeatElection.fill(items, RUN_OFF), ItemType.ELECTION_COUNCIL, RUN_OFF))
                .as("read again from the outcomes")
                .isEqualTo(result);
          }
        }
      }
    }
  }

  @Test
  void seats_ofItemsNotCounted_areRefused() {
    List<ItemRecord> pending =
        votes(1, 8).stream().map(item -> item.counted(0, 0, 0, 0)).toList();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SeatElection.of(pending, ItemType.ELECTION_COUNCIL, RUN_OFF))
        .withMessage("item 1 must be counted");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SeatElection.of(votes(0, 8), ItemType.ELECTION_COUNCIL, RUN_OFF));
  }
}
