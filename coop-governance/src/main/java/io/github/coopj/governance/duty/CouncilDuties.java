package io.github.coopj.governance.duty;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.ConveningDuty;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilRecord;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.SessionClock;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Applications, decisions that wait for a count or a signature, and at least one session a month. */
final class CouncilDuties implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    Charter charter = record.charters().inForce(now);
    for (MembershipRecord membership : record.memberships()) {
      if (membership.status() == MembershipStatus.APPLIED) {
        owed.accept(application(membership, charter, now));
      }
    }
    for (CouncilDecisionRecord question : record.questions()) {
      String about = "question " + question.id();
      if (question.status() == DecisionStatus.PENDING_SIGNATURE) {
        Instant decided = question.decidedAt().toInstant();
        owed.accept(Duty.until(
            DutyKind.SIGN_DECISION,
            about,
            decided,
            decided
                .atZone(charter.zone())
                .plusDays(charter.chairman().signatureDays())
                .toInstant(),
            now));
      }
      if (question.status() == DecisionStatus.VOTING
          && !now.isBefore(question.closesAt().toInstant())) {
        owed.accept(
            Duty.open(DutyKind.CLOSE_QUESTION, about, question.closesAt().toInstant()));
      }
    }
    suspension(record, charter, now, owed);
    monthly(record, charter, now, owed);
  }

  /** Whether a meeting was convened since the suspension that may elect another Chairman. */
  private static boolean meets(GeneralMeetingRecord meeting, ConveningDuty duty) {
    return meeting.status() != MeetingStatus.DRAFT
        && meeting.rollAt().compareTo(duty.since()) >= 0
        && meeting.items().stream()
            .anyMatch(item -> item.type() == ItemType.ELECTION_COUNCIL_CHAIR);
  }

  /** Owed while the suspension lasts and no such meeting is convened. */
  private static void suspension(
      CooperativeRecord record, Charter charter, Instant now, Consumer<Duty> owed) {
    CouncilRecord council = record.council();
    record.questions().stream()
        .filter(question -> question.id() == council.suspensionId())
        .map(question -> CouncilDecision.restore(question).requireInForce())
        .forEach(decision -> {
          ConveningDuty duty = ConveningDuty.of(decision, charter);
          TimePointSec lapse = duty.lapsesAt(charter);
          boolean suspended = now.isBefore(council.suspendedUntil().toInstant());
          if (suspended && record.meetings().stream().noneMatch(meeting -> meets(meeting, duty))) {
            owed.accept(Duty.until(
                DutyKind.CONVENE_FOR_ELECTION,
                "suspension " + decision.id(),
                duty.since().toInstant(),
                lapse.toInstant(),
                now));
          }
        });
  }

  private static Duty application(MembershipRecord membership, Charter charter, Instant now) {
    ZoneId zone = charter.zone();
    Instant applied = membership.appliedAt().toInstant();
    return Duty.until(
        DutyKind.DECIDE_APPLICATION,
        "application of " + membership.account(),
        applied,
        applied
            .atZone(zone)
            .toLocalDate()
            .plusDays(charter.admission().deadlineDays() + 1L)
            .atStartOfDay(zone)
            .toInstant(),
        now);
  }

  /** The month that runs, and the one before it. */
  private static void monthly(
      CooperativeRecord record, Charter charter, Instant now, Consumer<Duty> owed) {
    ZoneId zone = charter.zone();
    SessionClock clock = SessionClock.of(
        record.foundedAt(),
        record.sessions(),
        record.questions().stream().map(CouncilDecision::restore).toList(),
        charter);
    YearMonth running = YearMonth.from(now.atZone(zone));
    YearMonth before = running.minusMonths(1);
    if (clock.missed(now).contains(before)) {
      owed.accept(month(before, zone, now));
    }
    if (!clock.dueOn(now).isAfter(running.atEndOfMonth())) {
      owed.accept(month(running, zone, now));
    }
  }

  private static Duty month(YearMonth month, ZoneId zone, Instant now) {
    return Duty.until(
        DutyKind.MONTHLY_SESSION,
        "month " + month,
        begin(month, zone),
        begin(month.plusMonths(1), zone),
        now);
  }

  private static Instant begin(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}
