package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Accepted;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotRefusal;
import io.github.coopj.governance.meeting.CastBallot;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.SignedBallot;
import io.github.coopj.governance.secret.SecretBallot;
import java.util.Optional;

/** What {@link MeetingContract} does with ballots: those of members and their proxies, those on paper, those refused. */
final class MeetingBallots {
  private final Charters charters;

  MeetingBallots(Charters charters) {
    this.charters = charters;
  }

  void ballot(Context context, MeetingActions.HandIn data) {
    cast(context, data.ballot(), false, data.signature(), data.secret());
  }

  void paper(Context context, BallotActions.Enter data) {
    cast(context, data.ballot(), true, data.signature(), Optional.empty());
  }

  private void cast(
      Context context,
      Ballot ballot,
      boolean paper,
      DocumentSignature signature,
      Optional<SecretBallot> secret) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, ballot.meetingId());
    Persons.acting(context, loaded.coop(), ballot.castBy());
    new SignedBallot(ballot, signature).requireGenuine(Signed.keys(context));
    OpenMeeting open = loaded.meeting().requireOpen();
    BallotTables tables = new BallotTables(context, open.snapshot());
    CastBallot cast = CastBallot.of(ballot, paper, tables.secretPart(secret));
    Accepted accepted =
        open.accept(cast, tables.standing(ballot), loaded.charter(), Persons.now(context));
    long key = tables.keep(accepted, cast, signature, secret);
    Agenda agenda = MeetingTables.agendaOf(context, loaded.coop(), ballot.meetingId());
    Delegates.link(context, loaded.coop(), key, ballot, agenda, loaded.charter());
    MeetingTables.store(context, loaded, accepted.meeting());
  }

  void refuse(Context context, BallotActions.Refuse data) {
    Ballot ballot = data.ballot();
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, ballot.meetingId());
    Name secretary = loaded.meeting().snapshot().secretary();
    Persons.acting(context, loaded.coop(), secretary);
    BallotTables tables = new BallotTables(context, loaded.meeting().snapshot());
    BallotRefusal.Listed listed = new BallotRefusal(
            loaded.meeting(), secretary, loaded.charter(), Persons.now(context))
        .list(
            CastBallot.of(ballot, data.paper(), tables.secretPart(data.secret())),
            data.signature(),
            tables.standing(ballot),
            Persons.verificationOf(context, loaded.coop(), ballot.castBy()),
            tables.isListed(ballot),
            Signed.keys(context));
    tables.keep(listed);
    MeetingTables.store(context, loaded, listed.meeting());
  }
}
