package io.github.coopj.governance.meeting;

/** The meeting ended without decisions for good. */
public final class FailedMeeting extends MeetingState implements GeneralMeeting {
  FailedMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * Why it failed.
   *
   * @return never NONE
   */
  public FailureCause cause() {
    return row.failure();
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.failed(this);
  }
}
