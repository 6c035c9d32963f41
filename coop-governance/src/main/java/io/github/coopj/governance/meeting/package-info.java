/**
 * The general meeting (общее собрание) from the draft agenda to decisions in force.
 *
 * <p>{@link io.github.coopj.governance.meeting.GeneralMeeting} is the state machine; {@link
 * io.github.coopj.governance.meeting.QuorumRule}, {@link io.github.coopj.governance.charter.MajorityRule}, {@link
 * io.github.coopj.governance.notice.NoticeClock} and {@link io.github.coopj.governance.meeting.AnnualWindow} are the
 * figures behind it. Ballots are counted after voting has ended only ({@link
 * io.github.coopj.governance.meeting.CountingMeeting}); {@link io.github.coopj.governance.meeting.BallotLog}, {@link
 * io.github.coopj.governance.meeting.Recount} and {@link io.github.coopj.governance.meeting.SecretRecount} let anybody count
 * again. Everything is a function of its arguments: no clock, no randomness, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.meeting;

import org.jspecify.annotations.NullMarked;
