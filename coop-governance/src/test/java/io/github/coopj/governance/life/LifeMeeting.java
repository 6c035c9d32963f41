package io.github.coopj.governance.life;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.meeting.Roll;
import java.util.ArrayList;
import java.util.List;

/** One meeting of a life as a cooperative keeps it: its state, its agenda and roll, the ballots of its cycle. */
final class LifeMeeting {
  final LifeContext life;
  final Agenda agenda;
  final DecisionInForce act;
  final ModelMeeting model;
  final List<Ballot> log = new ArrayList<>();
  final boolean leftUnsigned;
  Roll roll = Roll.of(List.of());
  boolean lazy;
  private GeneralMeeting state;

  LifeMeeting(
      LifeContext life,
      Agenda agenda,
      DecisionInForce act,
      ModelMeeting model,
      GeneralMeeting state) {
    this.life = life;
    this.agenda = agenda;
    this.act = act;
    this.model = model;
    this.leftUnsigned = life.oneIn(4);
    this.lazy = life.oneIn(3);
    this.state = state;
  }

  long id() {
    return model.id();
  }

  GeneralMeeting state() {
    return state;
  }

  GeneralMeetingRecord row() {
    return state.snapshot();
  }

  /** Keeps the next state, now and then read back from its record. */
  void keep(GeneralMeeting next) {
    state = next;
    if (life.oneIn(4)) {
      state = GeneralMeeting.restore(next.snapshot());
      LifeModel.same("restored meeting", state, next);
      LifeModel.same("its record", state.snapshot(), next.snapshot());
      life.happened(LifeEvent.RESTORED);
    }
    life.wrote(state.snapshot());
  }

  /** Tells everybody on the roll, or all but one. */
  void tell(boolean everybody) {
    List<Name> names = roll.accounts();
    for (Name member : everybody ? names : names.subList(1, names.size())) {
      keep(Fixtures.tell(state.requireConvened(), member, life.charter, life.now()));
      model.told();
    }
  }

  boolean isVoting() {
    return row().status() == MeetingStatus.OPEN;
  }

  /** Whether something can still happen to it. */
  boolean isLive() {
    return switch (row().status()) {
      case HELD, FAILED -> false;
      case COUNTED -> !row().signing().isEscalated();
      default -> true;
    };
  }
}
