package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import java.util.Optional;

/**
 * A section as it is stored.
 *
 * @param id number of the section, 1 or more
 * @param plan what was decided at its founding
 * @param founding the decision that founded it
 * @param activeFrom first second as a section
 * @param closing the decision that closed it, empty while it is active
 * @param closedAt first second no longer a section, {@link TimePointSec#EPOCH} while it is active
 */
public record SectionRecord(
    @AbiType("uint64") long id,
    SectionPlan plan,
    SectionDecision founding,
    TimePointSec activeFrom,
    Optional<SectionDecision> closing,
    TimePointSec closedAt) {}
