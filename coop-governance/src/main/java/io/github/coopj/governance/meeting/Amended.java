package io.github.coopj.governance.meeting;

import io.github.coopj.governance.agenda.AgendaHistory;

/**
 * A meeting with a new version of its agenda.
 *
 * @param meeting the meeting
 * @param history all versions
 */
public record Amended(ConvenedMeeting meeting, AgendaHistory history) {}
