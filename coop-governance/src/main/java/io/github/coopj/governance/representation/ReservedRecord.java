package io.github.coopj.governance.representation;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.meeting.MinutesSignature;
import java.util.List;
import java.util.Optional;

/**
 * A reserved question as it is stored.
 *
 * @param call what is asked
 * @param charterVersion version of the charter whose rules govern it
 * @param decision number of the Council's decision to ask
 * @param askedAt when it took effect; meetings called before do not count
 * @param members all members of the cooperative at that moment, 1 or more
 * @param cycle cycle, 1 or more
 * @param opensAt from when meetings of sections count in this cycle
 * @param closesAt until when they have to be over
 * @param status state
 * @param counted numbers of the meetings of sections that were counted, one for each section; empty while asked
 * @param result the sums; empty while asked
 * @param signed who signed the minutes of the sum, and when; empty until they are signed
 */
public record ReservedRecord(
    ReservedCall call,
    int charterVersion,
    @AbiType("uint64") long decision,
    TimePointSec askedAt,
    long members,
    int cycle,
    TimePointSec opensAt,
    TimePointSec closesAt,
    ReservedStatus status,
    List<Long> counted,
    Optional<ReservedItem> result,
    Optional<MinutesSignature> signed) {
  /** Copies the list. */
  public ReservedRecord {
    counted = List.copyOf(counted);
  }

  ReservedRecord in(int nextCycle, TimePointSec opens, TimePointSec closes) {
    return new ReservedRecord(
        call,
        charterVersion,
        decision,
        askedAt,
        members,
        nextCycle,
        opens,
        closes,
        ReservedStatus.ASKED,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  ReservedRecord summed(ReservedStatus next, List<Long> meetings, ReservedItem sums) {
    return new ReservedRecord(
        call,
        charterVersion,
        decision,
        askedAt,
        members,
        cycle,
        opensAt,
        closesAt,
        next,
        meetings,
        Optional.of(sums),
        Optional.empty());
  }

  ReservedRecord signed(MinutesSignature signature) {
    return new ReservedRecord(
        call,
        charterVersion,
        decision,
        askedAt,
        members,
        cycle,
        opensAt,
        closesAt,
        ReservedStatus.SIGNED,
        counted,
        result,
        Optional.of(signature));
  }
}
