package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.AgendaChange;
import io.github.coopj.governance.agenda.Discussion;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.notice.ReactionCall;
import io.github.coopj.governance.notice.Reactions;
import io.github.coopj.governance.notice.SignedReaction;
import java.util.function.Predicate;

/** How members react to an agenda, change and discuss it, out of the tables (AGENDA-12 to AGENDA-15). */
final class AgendaChanges {
  private final Charters charters;

  AgendaChanges(Charters charters) {
    this.charters = charters;
  }

  void react(Context context, AgendaActions.React data) {
    Signed.by(context, data.coop(), data.signature());
    SignedReaction reaction = convened(context, data.coop(), data.meeting())
        .reactionCall()
        .take(
            data.reaction(),
            data.signature(),
            roll(context, data.meeting()),
            Signed.keys(context),
            Persons.now(context));
    AgendaTables.reactions(context, data.meeting()).put(context.receiver(), reaction);
  }

  void change(Context context, AgendaActions.Change data) {
    Signed.by(context, data.coop(), data.signature());
    long meeting = data.text().meeting();
    ConvenedMeeting convened = convened(context, data.coop(), meeting);
    Charter charter = charter(context, convened);
    AgendaTables.changes(context, meeting)
        .insert(
            context.receiver(),
            AgendaChange.open(
                    data.text(),
                    data.signature(),
                    MeetingTables.agendaOf(context, data.coop(), meeting),
                    ObligatoryItems.of(
                        convened.snapshot().kind(),
                        charter.annual(),
                        meeting,
                        AgendaTables.book(context, data.coop())),
                    reactions(context, convened.reactionCall()),
                    roll(context, meeting),
                    Signed.keys(context),
                    charter,
                    Persons.now(context))
                .snapshot());
  }

  void votechange(Context context, AgendaActions.VoteChange data) {
    Signed.by(context, data.coop(), data.signature());
    ReactionCall call = convened(context, data.coop(), data.meeting()).reactionCall();
    store(
        context,
        data.meeting(),
        change(context, data.coop(), data.meeting(), data.change())
            .requireOpen()
            .support(
                data.signature(),
                call.of(
                    AgendaTables.reactions(context, data.meeting())
                        .find(data.signature().signer().value())
                        .stream()
                        .toList()),
                Signed.keys(context),
                Persons.now(context)));
  }

  void closechange(Context context, AgendaActions.CloseChange data) {
    ConvenedMeeting convened = convened(context, data.coop(), data.meeting());
    store(
        context,
        data.meeting(),
        change(context, data.coop(), data.meeting(), data.change())
            .requireOpen()
            .settle(
                reactions(context, convened.reactionCall()),
                charter(context, convened),
                Persons.now(context)));
  }

  void post(Context context, AgendaActions.Post data) {
    Persons.acting(context, data.coop(), data.author());
    ConvenedMeeting convened = convened(context, data.coop(), data.meeting());
    int version = convened.snapshot().agendaVersion();
    Table<AgendaTables.DiscussionRow> discussions =
        AgendaTables.discussions(context, data.meeting());
    Discussion.Posted posted = discussions
        .find(version)
        .map(row -> Discussion.restore(row.discussion()))
        .orElseGet(
            () -> convened.discussion(MeetingTables.agendaOf(context, data.coop(), data.meeting())))
        .post(
            data.author(),
            roll(context, data.meeting()),
            data.item(),
            data.stance(),
            data.text(),
            Persons.now(context));
    discussions.put(
        context.receiver(),
        new AgendaTables.DiscussionRow(version, posted.discussion().snapshot()));
    Table<AgendaTables.PostRow> posts = AgendaTables.posts(context, data.meeting());
    posts.insert(
        context.receiver(),
        new AgendaTables.PostRow(
            NextId.of(posts, AgendaTables.PostRow::id), version, posted.post()));
  }

  private static Predicate<Name> roll(Context context, long meeting) {
    return account -> MeetingTables.roll(context, meeting).contains(account.value());
  }

  private static ConvenedMeeting convened(Context context, Name coop, long meeting) {
    return MeetingTables.meeting(context, coop, meeting).requireConvened();
  }

  private Charter charter(Context context, ConvenedMeeting meeting) {
    return charters.version(
        context, meeting.snapshot().cooperative(), meeting.snapshot().charterVersion());
  }

  private static Reactions reactions(Context context, ReactionCall call) {
    return call.of(AgendaTables.reactions(context, call.meeting()));
  }

  private static AgendaChange change(Context context, Name coop, long meeting, long id) {
    return AgendaChange.restore(AgendaTables.changes(context, meeting)
        .find(id)
        .orElseThrow(() -> AgendaTables.unknown(coop, "change", id)));
  }

  private static void store(Context context, long meeting, AgendaChange next) {
    AgendaTables.changes(context, meeting).update(next.snapshot());
  }
}
