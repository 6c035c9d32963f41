package io.github.coopj.governance.life;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.ByCouncil;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.LoggedBallot;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.meeting.QuorumMissed;
import io.github.coopj.governance.meeting.Roll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** General meetings of a life, several at a time. */
final class LifeMeetings {
  private final LifeContext life;
  private final LifePeople people;
  private final LifeBallots ballots;
  private final List<LifeMeeting> meetings = new ArrayList<>();
  private long next = 1;

  LifeMeetings(LifeContext life, LifePeople people) {
    this.life = life;
    this.people = people;
    this.ballots = new LifeBallots(life);
  }

  List<GeneralMeetingRecord> records() {
    return meetings.stream().map(LifeMeeting::row).toList();
  }

  List<LifeMeeting> live() {
    return meetings.stream().filter(LifeMeeting::isLive).toList();
  }

  boolean isAnyVoting() {
    return meetings.stream().anyMatch(LifeMeeting::isVoting);
  }

  /** Whether an annual meeting was begun whose opening lies in a year. */
  boolean hasAnnual(int year) {
    return records().stream()
        .anyMatch(row -> row.kind() == MeetingKind.ANNUAL
            && row.opensAt().toInstant().atZone(life.charter.zone()).getYear() == year);
  }

  /** Draws up a meeting and asks the Council to convene it. */
  void begin(MeetingKind kind) {
    ItemType[] types = new ItemType[1 + life.random.nextInt(3)];
    Arrays.fill(types, ItemType.OTHER);
    Agenda agenda = kind == MeetingKind.ANNUAL ? Fixtures.annualAgenda() : Fixtures.agenda(types);
    Instant opens = hours(15 * 24, 8 * 24);
    Instant closes = opens.plus(Duration.ofHours(24 + life.random.nextInt(72)));
    DraftMeeting draft = Fixtures.plan(kind, Fixtures.member(0), Fixtures.member(1), opens, closes)
        .draft(next, agenda, life.charter, life.now());
    Optional<DecisionInForce> act =
        decide(QuestionType.CONVENE_MEETING, draft.convocation().digest());
    if (act.isEmpty()) {
      life.happened(LifeEvent.NOT_CONVENED);
      return;
    }
    ModelMeeting model = life.model.begin(
        next,
        agenda.items().size(),
        life.seconds(),
        opens.getEpochSecond(),
        closes.getEpochSecond());
    LifeMeeting meeting = new LifeMeeting(life, agenda, act.get(), model, draft);
    meeting.keep(draft);
    meetings.add(meeting);
    next++;
  }

  private Instant hours(int least, int more) {
    return life.now().plus(Duration.ofHours(least + life.random.nextInt(more)));
  }

  private Optional<DecisionInForce> decide(QuestionType type, Checksum256 subject) {
    CouncilDecision decided = people.council().decide(CouncilQuestion.of(type, subject));
    return decided instanceof DecisionInForce inForce ? Optional.of(inForce) : Optional.empty();
  }

  /** Makes the next move of a meeting. */
  void step(LifeMeeting meeting) {
    switch (meeting.row().status()) {
      case DRAFT -> {
        if (life.oneIn(2)) {
          convene(meeting);
        }
      }
      case CONVENED -> open(meeting);
      case OPEN -> vote(meeting);
      case QUORUM_MISSED -> repeat(meeting);
      case COUNTING -> count(meeting);
      default -> finish(meeting);
    }
  }

  private void convene(LifeMeeting meeting) {
    DraftMeeting draft = meeting.state().requireDraft();
    Roll roll = Roll.of(people.membersAt(meeting.act.effectiveAt()));
    Optional<? extends GeneralMeeting> convened = life.attempt(
        "convening",
        life.model.convene(meeting.id(), life.seconds()),
        () -> draft.convene(
            new ByCouncil(meeting.act),
            Fixtures.papers(meeting.agenda),
            roll,
            life.charter,
            life.now()));
    if (convened.isEmpty()) {
      life.happened(LifeEvent.CONVENED_TOO_LATE);
      meetings.remove(meeting);
      life.model.forget(meeting.id());
      return;
    }
    LifeModel.same(
        "roll",
        roll.accounts().stream().map(Name::toString).toList(),
        List.copyOf(meeting.model.roll()));
    meeting.roll = roll;
    meeting.keep(convened.get());
    meeting.tell(!life.oneIn(12));
  }

  private void open(LifeMeeting meeting) {
    GeneralMeetingRecord row = meeting.row();
    boolean early = life.now().isBefore(row.opensAt().toInstant());
    if (early && !life.oneIn(6)) {
      return;
    }
    Optional<Reason> expected = meeting.model.open(life.seconds());
    life.attempt(
            "opening",
            expected,
            () -> meeting.state().requireConvened().open(life.charter, life.now()))
        .ifPresent(meeting::keep);
    if (expected.isEmpty()) {
      overlap();
      return;
    }
    LifeModel.same("record after a refusal", meeting.row(), row);
    if (early) {
      life.happened(LifeEvent.OPENED_TOO_EARLY);
    }
    Optional<Reason> expiry = meeting.model.expire(life.seconds());
    life.attempt("expiry", expiry, () -> meeting.state().requireConvened().expire(life.now()))
        .ifPresent(failed -> {
          meeting.keep(failed);
          life.happened(LifeEvent.NOT_OPENED);
        });
  }

  private void overlap() {
    if (meetings.stream().filter(LifeMeeting::isVoting).count() > 1) {
      life.happened(LifeEvent.OVERLAP);
    }
  }

  private void vote(LifeMeeting meeting) {
    boolean over = !life.now().isBefore(meeting.row().closesAt().toInstant());
    if (over ? life.oneIn(2) : !meeting.lazy || life.oneIn(8)) {
      ballots.cast(meeting);
    } else if (over || life.oneIn(4)) {
      close(meeting);
    }
  }

  private void close(LifeMeeting meeting) {
    Optional<Reason> expected = meeting.model.close(life.seconds());
    life.attempt(
            "closing",
            expected,
            () -> meeting.state().requireOpen().close(life.charter, life.now()))
        .ifPresent(closed -> {
          meeting.keep(closed);
          ended(meeting);
        });
  }

  private void ended(LifeMeeting meeting) {
    switch (meeting.row().status()) {
      case QUORUM_MISSED -> life.happened(LifeEvent.CYCLE_MISSED);
      case FAILED -> life.happened(LifeEvent.NOBODY_CAME);
      default -> {
        // counted next
      }
    }
    if (life.oneIn(3)) {
      ballots.cast(meeting);
    }
  }

  private void repeat(LifeMeeting meeting) {
    QuorumMissed missed = meeting.state().requireQuorumMissed();
    Instant opens = hours(12 * 24, 5 * 24);
    Instant closes = opens.plus(Duration.ofHours(24 + life.random.nextInt(72)));
    Optional<DecisionInForce> act =
        decide(QuestionType.REPEAT_MEETING, missed.repeat(opens, closes).digest());
    if (act.isEmpty()) {
      life.happened(LifeEvent.NOT_CONVENED);
      return;
    }
    meeting.keep(
        missed.reconvene(new ByCouncil(act.get()), opens, closes, life.charter, life.now()));
    meeting.model.repeat(opens.getEpochSecond(), closes.getEpochSecond());
    meeting.log.clear();
    meeting.lazy = life.oneIn(3);
    meeting.tell(true);
  }

  private void count(LifeMeeting meeting) {
    CountingMeeting counting = meeting.state().requireCounting();
    List<LoggedBallot> logged = Fixtures.logged(meeting.log);
    List<LoggedBallot> part = new ArrayList<>();
    counting
        .next(1 + life.random.nextInt(8))
        .forEach(number -> part.add(logged.get((int) (number - 1))));
    meeting.keep(counting.count(part, life.charter, life.now()));
    life.happened(LifeEvent.PART_COUNTED);
    if (meeting.state() instanceof CountedMeeting) {
      meeting.model.counted(life.seconds());
      meeting
          .row()
          .items()
          .forEach(item -> life.happened(
              meeting.model.isAdopted(item.number() - 1) ? LifeEvent.ADOPTED : LifeEvent.REJECTED));
    }
  }

  private void finish(LifeMeeting meeting) {
    CountedMeeting counted = meeting.state().requireCounted();
    if (meeting.leftUnsigned) {
      Optional<Reason> expected = meeting.model.passOn(life.seconds());
      life.attempt("report of minutes", expected, () -> counted.passOn(life.charter, life.now()))
          .ifPresent(reported -> {
            meeting.keep(reported);
            life.happened(LifeEvent.UNSIGNED_OVERDUE);
          });
    } else if (life.oneIn(3)) {
      meeting.keep(
          counted.sign(Fixtures.member(0), Fixtures.seal(counted), life.charter, life.now()));
      meeting.model.held(life.seconds());
      life.happened(LifeEvent.HELD);
    } else {
      life.attempt(
          "signature of another",
          Optional.of(Reason.NOT_A_MINUTES_SIGNER),
          () -> counted.sign(Fixtures.member(2), Fixtures.seal(counted), life.charter, life.now()));
      life.happened(LifeEvent.SIGNED_BY_ANOTHER);
    }
  }

  /** Compares every meeting with the model. */
  void requireLikeModel() {
    LifeModel.same("meetings", meetings.size(), life.model.meetings().size());
    for (LifeMeeting meeting : meetings) {
      GeneralMeetingRecord row = meeting.row();
      meeting.model.requireLike(row);
      List<Integer> binding = meeting.state() instanceof HeldMeeting held
          ? held.decisions().stream().map(MeetingDecision::item).toList()
          : List.of();
      LifeModel.same("decisions of meeting " + row.id(), binding, meeting.model.binding());
      if (row.eligible() > 0) {
        LifeModel.same("roll of meeting " + row.id(), row.rollDigest(), meeting.roll.digest());
      }
    }
  }
}
