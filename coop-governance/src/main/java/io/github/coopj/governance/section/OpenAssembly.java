package io.github.coopj.governance.section;

import io.github.coopj.core.time.TimePointSec;

/**
 * A meeting of a section that was called and is not over.
 *
 * @param meeting number of the meeting
 * @param section number of the section
 * @param closesAt when its present cycle closes
 */
public record OpenAssembly(long meeting, long section, TimePointSec closesAt) {}
