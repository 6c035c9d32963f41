package io.github.coopj.governance.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tells what everybody in a cooperative owes. */
public final class Duties {
  private static final List<DutyRule> RULES = List.of(
      new AnnualMeetingDuty(),
      new DemandDuties(),
      new CouncilDuties(),
      new MeetingDuties(),
      new SeatDuties(),
      new SectionDuties(),
      new BoardDuties(),
      new RemarkDuties());

  private Duties() {}

  /**
   * All duties at a moment, from the charter in force then and the record alone.
   *
   * @param record what is stored of the cooperative; nothing in it may be later than the moment
   * @param now the moment
   * @return what is late first or late soonest comes first; the same record and moment give the same list
   * @throws io.github.coopj.governance.GovernanceException CHARTER_NOT_IN_FORCE
   */
  public static List<Duty> of(CooperativeRecord record, Instant now) {
    List<Duty> duties = new ArrayList<>();
    for (DutyRule rule : RULES) {
      rule.collect(record, now, duties::add);
    }
    Collections.sort(duties);
    return List.copyOf(duties);
  }
}
