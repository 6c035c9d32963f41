package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.util.Optional;

/**
 * The mandate of a chairman of a section as it is stored.
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param holder who was elected
 * @param meeting number of the meeting of the section that elected him
 * @param presided who presided over it and signs its minutes
 * @param from first second in office
 * @param until first second after the term
 * @param attorney the power of attorney issued last
 * @param minutes the signed minutes of the election
 * @param liability the signed contract on material liability
 * @param suspension the suspension of representation decided last
 * @param end why it ended before its term
 * @param endedAt first second out of office, {@link TimePointSec#EPOCH} if it did not end before its term
 */
public record SectionMandateRecord(
    Name cooperative,
    @AbiType("uint64") long section,
    Name holder,
    @AbiType("uint64") long meeting,
    Name presided,
    TimePointSec from,
    TimePointSec until,
    Optional<IssuedAttorney> attorney,
    Optional<SectionMinutes> minutes,
    Optional<LiabilityContract> liability,
    Optional<SuspendedRepresentation> suspension,
    MandateEnd end,
    TimePointSec endedAt) {
  SectionMandateRecord withAttorney(IssuedAttorney issued) {
    return new SectionMandateRecord(
        cooperative,
        section,
        holder,
        meeting,
        presided,
        from,
        until,
        Optional.of(issued),
        minutes,
        liability,
        suspension,
        end,
        endedAt);
  }

  SectionMandateRecord withPapers(
      Optional<SectionMinutes> signedMinutes, Optional<LiabilityContract> contract) {
    return new SectionMandateRecord(
        cooperative,
        section,
        holder,
        meeting,
        presided,
        from,
        until,
        attorney,
        signedMinutes,
        contract,
        suspension,
        end,
        endedAt);
  }

  SectionMandateRecord suspended(SuspendedRepresentation decided) {
    return new SectionMandateRecord(
        cooperative,
        section,
        holder,
        meeting,
        presided,
        from,
        until,
        attorney,
        minutes,
        liability,
        Optional.of(decided),
        end,
        endedAt);
  }

  SectionMandateRecord ended(MandateEnd why, TimePointSec at) {
    return new SectionMandateRecord(
        cooperative,
        section,
        holder,
        meeting,
        presided,
        from,
        until,
        attorney,
        minutes,
        liability,
        suspension,
        why,
        at);
  }
}
