package io.github.coopj.governance.representation;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionDecision;
import io.github.coopj.governance.section.SectionGround;
import io.github.coopj.governance.section.SectionRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * By what kind of meeting a cooperative decides at a moment: with two active sections or more by representatives,
 * otherwise by all members (DMEET-01, DMEET-02, KU-07, KU-12). A meeting keeps the mode of the moment its roll was frozen,
 * whatever is founded or closed later (KU-23).
 *
 * @param body whose meeting decides
 * @param decision the decision that made the second section that is still active; empty where all members decide
 * @param ground its ground; empty where all members decide
 */
public record AssemblyMode(
    MeetingBody body, Optional<SectionDecision> decision, Optional<SectionGround> ground) {
  /** Number of sections with which representatives begin to decide. */
  public static final int SECTIONS = 2;

  /**
   * The mode at a moment.
   *
   * @param sections sections of the cooperative, closed ones included
   * @param rollAt when the roll of the meeting is frozen
   * @return the mode
   */
  public static AssemblyMode at(List<? extends Section> sections, Instant rollAt) {
    List<SectionRecord> active = sections.stream()
        .filter(section -> section.isActive(rollAt))
        .map(Section::snapshot)
        .sorted(
            Comparator.comparing(SectionRecord::activeFrom).thenComparingLong(SectionRecord::id))
        .toList();
    if (active.size() < SECTIONS) {
      return new AssemblyMode(MeetingBody.MEMBERS, Optional.empty(), Optional.empty());
    }
    SectionRecord second = active.get(SECTIONS - 1);
    return new AssemblyMode(
        MeetingBody.REPRESENTATIVES,
        Optional.of(second.founding()),
        Optional.of(second.plan().ground()));
  }

  /**
   * Refuses a meeting of the other kind.
   *
   * @param planned whose meeting is planned
   * @throws GovernanceException MODE_MISMATCH
   */
  public void requireBody(MeetingBody planned) {
    if (planned != body) {
      throw new GovernanceException(Reason.MODE_MISMATCH, "mode", body, "body", planned);
    }
  }
}
