package io.github.coopj.governance.life;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.SignedBallot;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/** Ballots of every kind, signed, cast and compared with what the model expects. */
final class LifeBallots {
  private static final Name STRANGER = Fixtures.member(9_000);

  private final LifeContext life;
  private final TreeMap<Name, PrivateKey> keys = new TreeMap<>();
  private final TreeMap<Name, PublicKey> published = new TreeMap<>();
  private final SignerKeys register = (account, key, at) ->
      published.computeIfAbsent(account, name -> key(name).publicKey()).equals(key);

  LifeBallots(LifeContext life) {
    this.life = life;
  }

  private PrivateKey key(Name account) {
    return keys.computeIfAbsent(account, Fixtures::key);
  }

  /** Casts one ballot, good or not. */
  void cast(LifeMeeting meeting) {
    GeneralMeetingRecord row = meeting.row();
    int kind = life.random.nextInt(24);
    Name voter = voter(meeting, kind);
    long id = kind == 1 ? row.id() + (life.oneIn(2) ? 1 : -1) : row.id();
    int cycle = kind == 2 ? row.cycle() + (life.oneIn(2) ? 1 : -1) : row.cycle();
    int agenda = kind == 3 ? 2 : 1;
    String answers = answers(row.items().size());
    Ballot ballot = new Ballot(
        row.cooperative(),
        id,
        cycle,
        agenda,
        voter,
        Fixtures.ballot(meeting.state(), voter, answers).answers());
    Name signer = kind == 0 ? Fixtures.member(9_001) : voter;
    SignedBallot signed = new SignedBallot(
        ballot, DocumentSignature.sign(key(signer), voter, ballot.digest(), life.now()));
    boolean again = meeting.model.hasVoted(voter.toString());
    Optional<Reason> expected = meeting.model.ballot(
        new ModelMeeting.Cast(voter.toString(), kind != 0, id, cycle, agenda, answers),
        life.seconds());
    Optional<OpenMeeting> next = life.attempt(
        "ballot of " + voter + " at meeting " + row.id(),
        expected,
        () -> meeting
            .state()
            .requireOpen()
            .accept(
                signed.requireGenuine(register),
                meeting.roll.contains(voter),
                again,
                false,
                life.charter,
                life.now()));
    if (next.isPresent()) {
      meeting.log.add(ballot);
      meeting.keep(next.get());
    } else {
      LifeModel.same("record after a refusal", meeting.row(), row);
    }
    life.happened(event(expected, meeting, voter));
  }

  private LifeEvent event(Optional<Reason> refused, LifeMeeting meeting, Name voter) {
    if (refused.isEmpty()) {
      return left(voter) ? LifeEvent.BALLOT_OF_WHO_LEFT : LifeEvent.BALLOT;
    }
    return switch (refused.get()) {
      case BALLOT_FORGED -> LifeEvent.FORGED;
      case BALLOT_LATE -> LifeEvent.LATE;
      case BALLOT_ALREADY_CAST -> LifeEvent.DUPLICATE;
      case BALLOT_OTHER_MEETING -> LifeEvent.OTHER_MEETING;
      case BALLOT_OTHER_CYCLE -> LifeEvent.OTHER_CYCLE;
      case BALLOT_OTHER_AGENDA -> LifeEvent.OTHER_AGENDA;
      case NOT_ON_ROLL ->
        newcomers(meeting).contains(voter.toString()) ? LifeEvent.NEWCOMER : LifeEvent.NOT_ON_ROLL;
      default -> LifeEvent.AFTER_CLOSING;
    };
  }

  private boolean left(Name voter) {
    return !life.model.membersAt(life.seconds()).contains(voter.toString());
  }

  private NavigableSet<String> newcomers(LifeMeeting meeting) {
    NavigableSet<String> members = life.model.membersAt(life.seconds());
    members.removeAll(meeting.model.roll());
    return members;
  }

  private Name voter(LifeMeeting meeting, int kind) {
    List<String> from = new ArrayList<>();
    if (kind == 4) {
      return STRANGER;
    }
    if (kind == 5) {
      from.addAll(newcomers(meeting));
    } else {
      boolean again = kind == 6 || kind == 7;
      meeting.model.roll().stream()
          .filter(name -> again == meeting.model.hasVoted(name))
          .forEach(from::add);
    }
    if (from.isEmpty()) {
      from.addAll(meeting.model.roll());
    }
    return Name.of(from.get(life.random.nextInt(from.size())));
  }

  private String answers(int items) {
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < items; i++) {
      answers.append("+++-.".charAt(life.random.nextInt(5)));
    }
    return answers.toString();
  }
}
