package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.council.AutomaticAct;
import io.github.coopj.governance.council.AutomaticActRecord;
import io.github.coopj.governance.council.ComplianceReportRecord;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilSession;
import io.github.coopj.governance.council.PowerMap;
import io.github.coopj.governance.council.SessionRecord;
import io.github.coopj.governance.council.SignatureGrant;
import io.github.coopj.governance.council.SignatureGrantRecord;
import io.github.coopj.governance.duty.Duties;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.fund.BooksView;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeasureRecord;
import io.github.coopj.governance.meeting.SecretRecount;
import io.github.coopj.governance.meeting.SignedBallot;
import io.github.coopj.governance.meeting.StoredBallot;
import io.github.coopj.governance.membership.FormerMemberships;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.ProgrammeRecord;
import io.github.coopj.governance.secret.CeremonyRecord;
import io.github.coopj.governance.secret.KeyCeremony;
import io.github.coopj.governance.secret.PublicRecord;
import io.github.coopj.governance.secret.SecretElection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the tables of the platform's contracts say about one cooperative, as the types of the rules. */
public final class CooperativeView {
  private final ChainClient chain;
  private final Name cooperative;

  /**
   * Reads from a chain whenever asked.
   *
   * @param chain chain
   * @param cooperative account of the cooperative
   */
  public CooperativeView(ChainClient chain, Name cooperative) {
    this.chain = chain;
    this.cooperative = cooperative;
  }

  /**
   * Membership of an account.
   *
   * @param account account
   * @return its state, if the account has applied
   */
  public Optional<Membership> membership(Name account) {
    return chain
        .row(
            CooperativeAccounts.MEMBERSHIP,
            cooperative,
            MembershipTables.MEMBERS,
            account.value(),
            MembershipRecord.class)
        .map(Membership::restore);
  }

  /**
   * What an account had with the cooperative before its last application.
   *
   * @param account account
   * @return applications refused and memberships that ended, in the order of time
   */
  public FormerMemberships formerMemberships(Name account) {
    return chain
        .row(
            CooperativeAccounts.MEMBERSHIP,
            cooperative,
            MembershipTables.FORMER,
            account.value(),
            FormerMemberships.class)
        .orElse(FormerMemberships.none(account));
  }

  /**
   * The last membership of all who ever applied.
   *
   * @return in the order of the accounts
   */
  public List<Membership> memberships() {
    return Pages.all(
            chain,
            CooperativeAccounts.MEMBERSHIP,
            cooperative,
            MembershipTables.MEMBERS,
            MembershipRecord.class,
            row -> row.account().value())
        .stream()
        .map(Membership::restore)
        .toList();
  }

  /**
   * The Council.
   *
   * @return its members, if the cooperative is founded
   */
  public Optional<Council> council() {
    return chain
        .row(
            CooperativeAccounts.COUNCIL,
            cooperative,
            CouncilTables.COUNCILS,
            0,
            CouncilTables.CouncilRow.class)
        .map(row -> Council.restore(row.council()));
  }

  /**
   * Measures that general meetings have imposed on Chairmen of the Council (MEET-27).
   *
   * @return in the order of the decisions
   */
  public List<MeasureRecord> measures() {
    return Pages.all(
        chain,
        CooperativeAccounts.COUNCIL,
        cooperative,
        CouncilSeats.MEASURES,
        MeasureRecord.class,
        MeasureRecord::decision);
  }

  /**
   * How powers are distributed among the members of the Council.
   *
   * @return the distribution adopted last, if one ever was
   */
  public Optional<PowerMap> powers() {
    return chain.row(
        CooperativeAccounts.COUNCIL, cooperative, CouncilTables.POWERS, 0, PowerMap.class);
  }

  /**
   * The compliance report under which a decision was signed (CHAIR-12).
   *
   * @param decision number of the decision
   * @return the report, if it was signed under one
   */
  public Optional<ComplianceReportRecord> complianceReport(long decision) {
    return chain.row(
        CooperativeAccounts.COUNCIL,
        cooperative,
        CouncilTables.REPORTS,
        decision,
        ComplianceReportRecord.class);
  }

  /**
   * A question of the Council.
   *
   * @param id number of the question
   * @return its state, if there is one
   */
  public Optional<CouncilDecision> decision(long id) {
    return chain
        .row(
            CooperativeAccounts.COUNCIL,
            cooperative,
            CouncilTables.DECISIONS,
            id,
            CouncilDecisionRecord.class)
        .map(CouncilDecision::restore);
  }

  /**
   * Sessions of the Council.
   *
   * @return in the order in which they were called
   */
  public List<CouncilSession> sessions() {
    return Pages.all(
            chain,
            CooperativeAccounts.SESSION,
            cooperative,
            SessionContract.SESSIONS,
            SessionRecord.class,
            SessionRecord::id)
        .stream()
        .map(CouncilSession::restore)
        .toList();
  }

  /**
   * A grant of the Council's signature.
   *
   * @param id number of the grant
   * @return its state, if there is one
   */
  public Optional<SignatureGrant> grant(long id) {
    return chain
        .row(
            CooperativeAccounts.GRANT,
            cooperative,
            GrantContract.GRANTS,
            id,
            SignatureGrantRecord.class)
        .map(SignatureGrant::restore);
  }

  /**
   * What automated systems decided under a grant, for {@link AutomaticAct#requireTrail}.
   *
   * @param grant number of the grant
   * @return the acts in their order
   */
  public List<AutomaticAct> automaticActs(long grant) {
    return Pages.all(
            chain,
            CooperativeAccounts.GRANT,
            cooperative,
            GrantContract.ACTS,
            AutomaticActRecord.class,
            act -> act.content().question())
        .stream()
        .filter(act -> act.content().grant() == grant)
        .map(AutomaticAct::restore)
        .toList();
  }

  /**
   * A target consumer programme.
   *
   * @param id number of the programme
   * @return its state, if there is one
   */
  public Optional<Programme> programme(long id) {
    return chain
        .row(
            CooperativeAccounts.PROGRAMME,
            cooperative,
            ProgrammeContract.PROGRAMMES,
            id,
            ProgrammeRecord.class)
        .map(Programme::restore);
  }

  /**
   * A general meeting.
   *
   * @param id number of the meeting
   * @return its state, if there is one
   */
  public Optional<GeneralMeeting> meeting(long id) {
    return chain
        .row(
            CooperativeAccounts.MEETING,
            cooperative,
            MeetingTables.MEETINGS,
            id,
            GeneralMeetingRecord.class)
        .map(GeneralMeeting::restore);
  }

  /**
   * Agenda of a general meeting.
   *
   * @param meeting number of the meeting
   * @return the agenda, if there is such a meeting
   */
  public Optional<Agenda> agenda(long meeting) {
    return chain
        .row(
            CooperativeAccounts.MEETING,
            cooperative,
            MeetingTables.AGENDAS,
            meeting,
            MeetingTables.AgendaRow.class)
        .map(MeetingTables.AgendaRow::agenda);
  }

  /**
   * Members on the frozen roll of a general meeting.
   *
   * @param meeting number of the meeting
   * @return in the order of the accounts; empty before the meeting is convened
   */
  public List<Name> roll(long meeting) {
    return Pages.all(
            chain,
            CooperativeAccounts.MEETING,
            new Name(meeting),
            MeetingTables.ROLL,
            MeetingTables.RollRow.class,
            row -> row.member().value())
        .stream()
        .map(MeetingTables.RollRow::member)
        .toList();
  }

  /**
   * Ballots accepted in a cycle of a general meeting, after those carried over to it (MEET-21).
   *
   * @param meeting number of the meeting
   * @param cycle cycle, 1 or more
   * @return in the order of acceptance
   */
  public List<SignedBallot> ballots(long meeting, int cycle) {
    return storedBallots(meeting, cycle).stream().map(StoredBallot::signed).toList();
  }

  /**
   * The ceremony that makes the key of the secret ballots of a meeting.
   *
   * @param meeting number of the meeting
   * @return its state, if one has begun
   */
  public Optional<KeyCeremony> ceremony(long meeting) {
    return chain
        .row(
            CooperativeAccounts.SECRET,
            cooperative,
            SecretContract.CEREMONIES,
            meeting,
            CeremonyRecord.class)
        .map(KeyCeremony::restore);
  }

  /**
   * What the secret ballots of a cycle of a meeting are about.
   *
   * @param meeting number of the meeting
   * @param cycle cycle, 1 or more
   * @return the election, if the cycle was opened with secret items
   */
  public Optional<SecretElection> election(long meeting, int cycle) {
    return chain
        .row(
            CooperativeAccounts.MEETING,
            new Name(meeting),
            MeetingTables.ELECTIONS,
            cycle,
            MeetingTables.ElectionRow.class)
        .map(row -> SecretElection.of(row.content()));
  }

  /**
   * Ballots accepted in a cycle of a general meeting, after those carried over to it, with what they answer to secret items.
   *
   * @param meeting number of the meeting
   * @param cycle cycle, 1 or more
   * @return in the order of acceptance
   */
  public List<StoredBallot> storedBallots(long meeting, int cycle) {
    int from = firstCycle(meeting, cycle);
    return Pages.all(
            chain,
            CooperativeAccounts.MEETING,
            new Name(meeting),
            MeetingTables.BALLOTS,
            MeetingTables.BallotRow.class,
            MeetingTables.BallotRow::key)
        .stream()
        .filter(row -> row.ballot().cycle() >= from && row.ballot().cycle() <= cycle)
        .map(row -> new StoredBallot(new SignedBallot(row.ballot(), row.signature()), row.secret()))
        .toList();
  }

  private int firstCycle(long meeting, int cycle) {
    return Math.min(
        cycle, meeting(meeting).map(each -> each.snapshot().ballotsFrom()).orElse(1));
  }

  /**
   * How votes came in at meetings, and which did not.
   *
   * @return read whenever asked
   */
  public BallotView votes() {
    return new BallotView(chain, cooperative);
  }

  /**
   * All that is published of the secret items of a counted meeting: what {@link
   * io.github.coopj.governance.secret.SecretElectionVerifier} needs to count again (MEET-26).
   *
   * @param meeting number of the meeting
   * @return the record, if the meeting has secret items
   */
  public Optional<PublicRecord> secretRecord(long meeting) {
    return meeting(meeting)
        .map(GeneralMeeting::snapshot)
        .flatMap(row -> election(meeting, row.cycle())
            .flatMap(election -> ceremony(meeting)
                .map(ceremony -> SecretRecount.published(
                    row,
                    election.content(),
                    ceremony.snapshot(),
                    roll(meeting),
                    storedBallots(meeting, row.cycle())))));
  }

  /**
   * The Revision commission and its work.
   *
   * @return read whenever asked
   */
  public AuditView audit() {
    return new AuditView(chain, cooperative);
  }

  /**
   * Sections, their members, meetings and chairmen.
   *
   * @return read whenever asked
   */
  public SectionView sections() {
    return new SectionView(chain, cooperative);
  }

  /**
   * What members did before meetings, and what meetings ordered about decisions of other bodies.
   *
   * @return read whenever asked
   */
  public AgendaView agendas() {
    return new AgendaView(chain, cooperative);
  }

  /**
   * What everybody owes at a moment, usually the chain's own time.
   *
   * @param now the moment, not before the latest entry of the tables
   * @return what is late first or late soonest comes first
   * @throws io.github.coopj.InvalidValueException if the cooperative is not founded
   * @throws io.github.coopj.governance.GovernanceException CHARTER_NOT_IN_FORCE
   */
  public List<Duty> duties(Instant now) {
    return Duties.of(new ChainRecord(chain, cooperative), now);
  }

  /**
   * The Board, acts in the name of the cooperative, tasks and regulations.
   *
   * @return read whenever asked
   */
  public ExecutiveView executive() {
    return new ExecutiveView(chain, cooperative);
  }

  /**
   * The books.
   *
   * @param currency currency of the charter
   * @return all of them as they stand now
   */
  public BooksView books(Symbol currency) {
    return ChainBooks.read(chain, cooperative, currency);
  }
}
