package io.github.coopj.governance.meeting;

import io.github.coopj.governance.notice.NoticeProof;

/**
 * A meeting after a notice to one member, or a report about it.
 *
 * @param meeting the meeting
 * @param proof how the member was told
 */
public record Told(ConvenedMeeting meeting, NoticeProof proof) {}
