package io.github.coopj.governance.meeting;

import java.util.Optional;

/**
 * What accepting a ballot changes.
 *
 * @param meeting the meeting with the ballot in its log
 * @param votes for whom the proxy has now voted; empty if the ballot came in another way
 */
public record Accepted(OpenMeeting meeting, Optional<ProxyVotes> votes) {}
