package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.council.ClosedSession;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilSession;
import io.github.coopj.governance.council.RunningSession;
import io.github.coopj.governance.council.SessionClock;
import io.github.coopj.governance.council.SessionMinutes;
import io.github.coopj.governance.council.SessionPlan;
import io.github.coopj.governance.council.SessionRecord;
import io.github.coopj.governance.document.DocumentSignature;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds sessions of the Council (заседания совета) to a table: calling, opening, questions put, closing with signed minutes
 * (CHAIR-07, COUNCIL-26, COUNCIL-27). The rules are those of {@link CouncilSession}.
 */
@ContractTable(name = "sessions", row = SessionRecord.class)
public final class SessionContract extends JavaContract {
  static final Name SESSIONS = Name.of("sessions");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public SessionContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Calls the Council together. Every caller authorises it. Returns the number of the session, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param callers who call: the Chairman, or once the month was missed a deputy or any two members
   * @param agenda digests of what is to be considered
   * @param opensAt when the session may be opened
   */
  @AbiName("call")
  public record Call(
      Name coop,
      List<Name> callers,
      List<Checksum256> agenda,
      @AbiName("opens_at") TimePointSec opensAt) {
    /** Copies the lists. */
    public Call {
      callers = List.copyOf(callers);
      agenda = List.copyOf(agenda);
    }
  }

  /**
   * Opens a called session.
   *
   * @param coop cooperative
   * @param session number of the session
   * @param chair who leads it
   */
  @AbiName("open")
  public record Open(Name coop, @AbiType("uint64") long session, Name chair) {}

  /**
   * Notes that a question is put in a running session; sent by the Council's contract with the question.
   *
   * @param coop cooperative
   * @param session number of the session
   * @param question number of the question
   */
  @AbiName("putquestion")
  public record Put(
      Name coop,
      @AbiType("uint64") long session,
      @AbiType("uint64") long question) {}

  /**
   * Closes a running session with its minutes. Who leads it signs them and authorises the action.
   *
   * @param minutes what came of each question
   * @param signature signature under the minutes
   */
  @AbiName("close")
  public record Close(SessionMinutes minutes, DocumentSignature signature) {}

  @ContractAction
  void call(Context context, Call data) {
    data.callers().forEach(caller -> Persons.acting(context, data.coop(), caller));
    Table<SessionRecord> sessions = sessions(context, data.coop());
    Council council = CouncilTables.councilOf(context, data.coop());
    List<CouncilSession> before = new ArrayList<>();
    sessions.forEach(row -> before.add(CouncilSession.restore(row)));
    SessionClock clock = SessionClock.ofTimes(
        council.since(),
        CouncilSession.closed(before),
        CouncilTables.absenteesOf(context, data.coop()),
        charters.current(context, data.coop()));
    long id = NextId.of(sessions, SessionRecord::id);
    SessionPlan plan = new SessionPlan(data.coop(), data.callers(), data.agenda(), data.opensAt());
    sessions.insert(
        context.receiver(),
        CouncilSession.call(id, plan, council, clock, Persons.now(context)).snapshot());
    AbiWriter result = new AbiWriter();
    result.writeU64(id);
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  @ContractAction
  void open(Context context, Open data) {
    Persons.acting(context, data.coop(), data.chair());
    RunningSession running = session(context, data.coop(), data.session())
        .requireCalled()
        .open(CouncilTables.councilOf(context, data.coop()), data.chair(), Persons.now(context));
    sessions(context, data.coop()).update(running.snapshot());
  }

  @ContractAction
  void put(Context context, Put data) {
    context.requireAuthorization(CooperativeAccounts.COUNCIL);
    CouncilDecision question = CouncilTables.question(context, data.coop(), data.question());
    RunningSession running = session(context, data.coop(), data.session()).requireRunning();
    sessions(context, data.coop()).update(running.put(question.requireVoting()).snapshot());
  }

  @ContractAction
  void close(Context context, Close data) {
    SessionMinutes minutes = data.minutes();
    Name coop = minutes.cooperative();
    Persons.acting(context, coop, data.signature().signer());
    RunningSession running = session(context, coop, minutes.session()).requireRunning();
    List<CouncilDecision> questions = new ArrayList<>();
    running
        .snapshot()
        .questions()
        .forEach(put -> questions.add(CouncilTables.question(context, coop, put.question())));
    ClosedSession closed = running.close(
        minutes, data.signature(), questions, Signed.keys(context), Persons.now(context));
    sessions(context, coop).update(closed.snapshot());
  }

  private static CouncilSession session(Context context, Name coop, long id) {
    return CouncilSession.restore(sessions(context, coop)
        .find(id)
        .orElseThrow(
            () -> new InvalidValueException("the Council of " + coop + " has no session " + id)));
  }

  private static Table<SessionRecord> sessions(Context context, Name coop) {
    return context.table(SESSIONS, coop, SessionRecord.class, SessionRecord::id);
  }
}
