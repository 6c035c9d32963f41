package io.github.coopj.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CooperativeView;
import io.github.coopj.chain.cooperative.CouncilContract;
import io.github.coopj.chain.cooperative.ExitActions;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.cooperative.ProgrammeContract;
import io.github.coopj.chain.cooperative.RegistryContract;
import io.github.coopj.chain.cooperative.SessionContract;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.AdmissionCriterion;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.CouncilSession;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.SessionMinutes;
import io.github.coopj.governance.council.SessionStatus;
import io.github.coopj.governance.council.VotingForm;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.fund.BooksView;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.membership.ExitApplication;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.person.PersonKeys;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.VerificationMethod;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.ProgrammeConsent;
import io.github.coopj.governance.program.ProgrammeRegulation;
import io.github.coopj.governance.program.RegulationSection;
import io.github.coopj.governance.program.SplitRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A cooperative on a {@link TestChain}: founded by five persons, who are its Council, {@code founder1} in the chair.
 *
 * <p>Each method does its step with real transactions, signed by {@link TestKeys}; a step that a rule forbids throws the
 * chain's refusal and changes nothing. {@link Actions} gives single actions for tests that want to go astray.
 */
public final class Cooperative implements AutoCloseable {
  /** Account of the cooperative. */
  public static final Name ACCOUNT = Name.of("zarya");

  /** Founders, who are the Council; the first is the Chairman. */
  public static final List<Name> FOUNDERS = List.of(
      Name.of("founder1"),
      Name.of("founder2"),
      Name.of("founder3"),
      Name.of("founder4"),
      Name.of("founder5"));

  private final TestChain chain;
  private final Charter charter;
  private final Actions actions = new Actions();

  private Cooperative(TestChain chain, Charter charter) {
    this.chain = chain;
    this.charter = charter;
  }

  /**
   * A cooperative by the default charter on a chain in memory.
   *
   * @param clock clock of the chain
   * @return the cooperative, just founded
   */
  public static Cooperative inMemory(VirtualClock clock) {
    return found(TestChain.inMemory(clock), defaultCharter());
  }

  /**
   * Founds a cooperative on a chain.
   *
   * @param chain a chain without it; closed with the cooperative
   * @param charterJson charter whose account is {@link #ACCOUNT}
   * @return the cooperative, just founded
   */
  public static Cooperative found(TestChain chain, String charterJson) {
    Cooperative cooperative = prepare(chain, charterJson);
    chain.push(cooperative.actions.found(charterJson, FOUNDERS, FOUNDERS, FOUNDERS.get(0)));
    FOUNDERS.forEach(cooperative::verify);
    return cooperative;
  }

  /**
   * Creates the accounts of the cooperative and its founders, and founds nothing, for tests of the founding.
   *
   * @param chain a chain without it; closed with the cooperative
   * @param charterJson charter whose account is {@link #ACCOUNT}
   * @return what {@link #found} needs before the founding
   */
  public static Cooperative prepare(TestChain chain, String charterJson) {
    chain.createAccounts(ACCOUNT.toString());
    chain.createAccounts(FOUNDERS.stream().map(Name::toString).toArray(String[]::new));
    return new Cooperative(chain, CharterReader.read(charterJson, "test charter"));
  }

  /**
   * The default charter with values of its own.
   *
   * @param policy members of a JSON object, for example {@code "ballot.revote": "LAST_WINS"}
   * @return the charter in JSON
   */
  public static String charterWith(String policy) {
    return defaultCharter().replace("\"policy\": {}", "\"policy\": {" + policy + "}");
  }

  /**
   * The charter that {@link #inMemory} uses: consumer cooperative, profile PLATFORM, nothing overridden.
   *
   * @return the charter in JSON
   */
  public static String defaultCharter() {
    try (InputStream in = Cooperative.class.getResourceAsStream("charter.json")) {
      if (in == null) {
        throw new IllegalStateException("charter.json is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The chain below.
   *
   * @return the chain
   */
  public TestChain chain() {
    return chain;
  }

  /**
   * The charter in force.
   *
   * @return the charter
   */
  public Charter charter() {
    return charter;
  }

  /**
   * What the tables of the contracts say.
   *
   * @return read whenever asked
   */
  public CooperativeView view() {
    return new CooperativeView(chain.chain(), ACCOUNT);
  }

  /**
   * Single actions, to push right or wrong.
   *
   * @return factory of actions
   */
  public Actions actions() {
    return actions;
  }

  /**
   * Time on the clock of the chain.
   *
   * @return the time
   */
  public Instant now() {
    return chain.clock().instant();
  }

  /**
   * Moves the clock forward.
   *
   * @param step how far
   */
  public void advance(Duration step) {
    chain.clock().advance(step);
  }

  /**
   * Records that the cooperative identified a person.
   *
   * @param account account of the person
   */
  public void verify(Name account) {
    chain.push(actions.verify(account, personOf(account)));
  }

  /**
   * Creates accounts of persons, has them apply, and admits them by the Council.
   *
   * @param names names of the accounts
   */
  public void admit(String... names) {
    chain.createAccounts(names);
    for (String text : names) {
      Name account = Name.of(text);
      verify(account);
      apply(account);
      long decision = decide(QuestionType.ADMISSION, membership(account).applicationHash());
      chain.push(actions.admit(account, decision));
    }
  }

  /**
   * Has a person apply for membership.
   *
   * @param account account of the person
   */
  public void apply(Name account) {
    chain.push(actions.apply(account));
  }

  /**
   * A checklist by which the applicant meets every criterion.
   *
   * @param application digest of the application
   * @return the checklist, the same for the same application
   */
  public static AdmissionChecklist checklist(Checksum256 application) {
    return new AdmissionChecklist(
        ACCOUNT,
        application,
        Arrays.stream(AdmissionCriterion.values())
            .map(criterion -> new AdmissionChecklist.Result(
                criterion,
                true,
                Checksum256.sha256(Bytes.ofUtf8(criterion + " of " + application))))
            .toList());
  }

  /**
   * Membership of an account.
   *
   * @param account account that has applied
   * @return its state on the chain
   */
  public Membership membership(Name account) {
    return view().membership(account).orElseThrow();
  }

  /**
   * Takes a question through the whole Council: all vote for it, the Chairman signs.
   *
   * @param type kind of question
   * @param subject digest of what is decided about
   * @return number of the decision, in force
   */
  @CanIgnoreReturnValue
  public long decide(QuestionType type, Checksum256 subject) {
    long id = adopt(type, subject);
    sign(id);
    return id;
  }

  /**
   * Takes a question through the vote of the Council: all vote for it. The Chairman has not signed.
   *
   * @param type kind of question
   * @param subject digest of what is decided about
   * @return number of the question, waiting for the signature
   */
  public long adopt(QuestionType type, Checksum256 subject) {
    long id = propose(type, subject);
    for (Name member : FOUNDERS) {
      chain.push(actions.vote(id, member, Vote.FOR));
    }
    chain.push(actions.closeVote(id, FOUNDERS.get(0)));
    return id;
  }

  /**
   * Puts a question to the Council, open for three days.
   *
   * @param type kind of question
   * @param subject digest of what is decided about
   * @return number of the question
   */
  public long propose(QuestionType type, Checksum256 subject) {
    return number(chain.push(actions.propose(FOUNDERS.get(0), type, subject)));
  }

  /**
   * The running session of the Council; one that the Chairman calls and opens now, if none is running.
   *
   * @return its number
   */
  @CanIgnoreReturnValue
  public long session() {
    return view().sessions().stream()
        .filter(session -> session.status() == SessionStatus.RUNNING)
        .map(CouncilSession::id)
        .findFirst()
        .orElseGet(() -> callSession(FOUNDERS.get(0)));
  }

  private long callSession(Name chair) {
    TimePointSec opensAt = TimePointSec.of(now().plusMillis(500));
    long id = number(chain.push(actions.callSession(opensAt, chair)));
    while (now().isBefore(opensAt.toInstant())) {
      chain.produceBlock();
    }
    chain.push(actions.openSession(id, chair));
    return id;
  }

  /**
   * Has the Chairman close the running session with minutes of what its questions came to.
   *
   * @return number of the session
   */
  @CanIgnoreReturnValue
  public long closeSession() {
    long id = session();
    chain.push(actions.closeSession(minutes(id), FOUNDERS.get(0)));
    return id;
  }

  /**
   * Minutes of a session, of what its decided questions came to.
   *
   * @param id number of the session
   * @return the minutes
   */
  public SessionMinutes minutes(long id) {
    CouncilSession session = view().sessions().stream()
        .filter(candidate -> candidate.id() == id)
        .findFirst()
        .orElseThrow();
    return new SessionMinutes(
        ACCOUNT,
        id,
        session.snapshot().questions().stream()
            .map(put -> decision(put.question()))
            .filter(question -> question.status() != DecisionStatus.VOTING)
            .map(SessionMinutes.Outcome::of)
            .toList(),
        Checksum256.sha256(Bytes.ofUtf8("Протокол заседания " + id)));
  }

  /**
   * Has the Chairman sign an adopted question.
   *
   * @param id number of the question
   */
  public void sign(long id) {
    chain.push(actions.signDecision(id, FOUNDERS.get(0)));
  }

  /**
   * A question of the Council.
   *
   * @param id number of the question
   * @return its state on the chain
   */
  public CouncilDecision decision(long id) {
    return view().decision(id).orElseThrow();
  }

  /**
   * Drafts a programme and has the Council approve it.
   *
   * @param id number of the programme, 2 or more
   * @param split proportion of share and membership part
   * @return the programme, active
   */
  @CanIgnoreReturnValue
  public Programme.Active programme(long id, SplitRule split) {
    ProgrammeRegulation regulation = regulation(id, 1, split);
    chain.push(actions.draftProgramme(FOUNDERS.get(0), regulation));
    long decision = decide(QuestionType.PROGRAMME, regulation.digest());
    chain.push(actions.approveProgramme(id, decision));
    return activeProgramme(id);
  }

  /**
   * A programme that the Council has approved.
   *
   * @param id number of the programme
   * @return its state on the chain
   */
  public Programme.Active activeProgramme(long id) {
    return view().programme(id).orElseThrow().requireActive();
  }

  /**
   * A complete regulation of a programme.
   *
   * @param id number of the programme
   * @param version version
   * @param split proportion of share and membership part
   * @return the regulation
   */
  public ProgrammeRegulation regulation(long id, int version, SplitRule split) {
    List<ProgrammeRegulation.Section> sections = Arrays.stream(RegulationSection.values())
        .map(section ->
            new ProgrammeRegulation.Section(section, "Раздел " + section + " программы " + id))
        .toList();
    return new ProgrammeRegulation(
        ACCOUNT, id, version, "Программа " + id, sections, split, charter.digest(), List.of());
  }

  /**
   * Has a member consent to a programme.
   *
   * @param member member
   * @param id number of the programme
   */
  public void join(Name member, long id) {
    chain.push(actions.join(member, ProgrammeConsent.to(activeProgramme(id), member)));
  }

  /**
   * Records a contribution that was paid now.
   *
   * @param member member
   * @param kind kind
   * @param programme number of the programme, that of admission for entrance and share contributions
   * @param amount for example {@code 100.00 RUB}
   */
  public void contribute(Name member, ContributionKind kind, long programme, String amount) {
    chain.push(actions.contribute(member, kind, programme, amount));
  }

  /**
   * The books of the cooperative.
   *
   * @return all of them as they stand now
   */
  public BooksView books() {
    return view().books(charter.currency());
  }

  /**
   * Number that an action returned.
   *
   * @param result what became of its transaction
   * @return the number
   */
  public static long number(PushResult result) {
    return new AbiReader(result.returnValue().toArray()).readU64();
  }

  @Override
  public void close() {
    chain.close();
  }

  /**
   * By what the platform recognizes the person behind an account in tests: another one for each account.
   *
   * @param account account of the person
   * @return the keys that {@link #verify} records
   */
  public static PersonKeys personOf(Name account) {
    return new PersonKeys(
        Checksum256.sha256(Bytes.ofUtf8("identity of " + account)),
        Checksum256.sha256(Bytes.ofUtf8("voter of " + account)));
  }

  /** Makes single actions, authorised by whom they name and signed by {@link TestKeys}. */
  public final class Actions {
    private Actions() {}

    /**
     * Founds the cooperative.
     *
     * @param charterJson charter
     * @param founders founders
     * @param council members of the Council
     * @param chairman Chairman of the Council
     * @return the action, authorised by the cooperative and all founders
     */
    public Action found(
        String charterJson, List<Name> founders, List<Name> council, Name chairman) {
      PermissionLevel[] levels = new PermissionLevel[founders.size() + 1];
      levels[0] = PermissionLevel.active(ACCOUNT);
      for (int i = 0; i < founders.size(); i++) {
        levels[i + 1] = PermissionLevel.active(founders.get(i));
      }
      return JavaContract.action(
          CooperativeAccounts.REGISTRY,
          new RegistryContract.Found(
              charterJson, founders.stream().map(this::application).toList(), council, chairman),
          levels);
    }

    /**
     * The application of an individual, written now.
     *
     * @param account applicant
     * @return the application
     */
    public MembershipApplication application(Name account) {
      return new MembershipApplication(
          ACCOUNT,
          account,
          PersonKind.INDIVIDUAL,
          personOf(account).identityKey(),
          Name.EMPTY,
          Checksum256.ZERO,
          TimePointSec.of(now()));
    }

    /**
     * Identifies a person.
     *
     * @param account account of the person
     * @param person which person it is
     * @return the action, authorised by the cooperative
     */
    public Action verify(Name account, PersonKeys person) {
      return act(
          CooperativeAccounts.MEMBERSHIP,
          new MembershipContract.Verify(
              ACCOUNT,
              ACCOUNT,
              account,
              VerificationMethod.IN_PERSON,
              person,
              Checksum256.sha256(Bytes.ofUtf8("record of " + account)),
              TimePointSec.EPOCH),
          ACCOUNT);
    }

    /**
     * Applies for membership.
     *
     * @param account applicant
     * @return the action
     */
    public Action apply(Name account) {
      MembershipApplication application = application(account);
      return act(
          CooperativeAccounts.MEMBERSHIP,
          new MembershipContract.Apply(application, signature(account, application.digest())),
          account);
    }

    /**
     * Admits an applicant by a decision.
     *
     * @param account applicant
     * @param decision number of the decision
     * @return the action, authorised by the cooperative
     */
    public Action admit(Name account, long decision) {
      return act(
          CooperativeAccounts.MEMBERSHIP,
          new MembershipContract.Admit(
              ACCOUNT,
              account,
              decision,
              checklist(view()
                  .membership(account)
                  .map(Membership::applicationHash)
                  .orElse(Checksum256.ZERO))),
          ACCOUNT);
    }

    /**
     * Leaves the cooperative by an application written and signed now.
     *
     * @param member who leaves
     * @return the action
     */
    public Action leave(Name member) {
      ExitApplication application = new ExitApplication(ACCOUNT, member, TimePointSec.of(now()));
      return act(
          CooperativeAccounts.MEMBERSHIP,
          new ExitActions.Leave(application, signature(member, application.digest())),
          member);
    }

    /**
     * Puts a question to the running session of the Council, open for three days; see {@link Cooperative#session}. An
     * admission rests on its {@link Cooperative#checklist}, other questions on no materials.
     *
     * @param proposer member of the Council
     * @param type kind of question
     * @param subject digest of what is decided about
     * @return the action
     */
    public Action propose(Name proposer, QuestionType type, Checksum256 subject) {
      return propose(
          proposer,
          type == QuestionType.ADMISSION
              ? checklist(subject).question(VotingForm.SESSION)
              : CouncilQuestion.of(type, subject));
    }

    /**
     * Puts a question to the Council, open for three days; in the form of a session, to that which {@link
     * Cooperative#session} gives.
     *
     * @param proposer member of the Council
     * @param question the question
     * @return the action
     */
    public Action propose(Name proposer, CouncilQuestion question) {
      return propose(proposer, question, question.form() == VotingForm.SESSION ? session() : 0);
    }

    /**
     * Puts a question to the Council, open for three days.
     *
     * @param proposer member of the Council
     * @param question the question
     * @param session number of the session, 0 for none
     * @return the action
     */
    public Action propose(Name proposer, CouncilQuestion question, long session) {
      return act(
          CooperativeAccounts.COUNCIL,
          new CouncilContract.Propose(
              ACCOUNT,
              proposer,
              question,
              session,
              TimePointSec.of(now().plus(Duration.ofDays(3)))),
          proposer);
    }

    /**
     * Calls the Council together.
     *
     * @param opensAt when the session may be opened
     * @param callers who call
     * @return the action, authorised by all callers
     */
    public Action callSession(TimePointSec opensAt, Name... callers) {
      return JavaContract.action(
          CooperativeAccounts.SESSION,
          new SessionContract.Call(ACCOUNT, List.of(callers), List.of(), opensAt),
          Arrays.stream(callers).map(PermissionLevel::active).toArray(PermissionLevel[]::new));
    }

    /**
     * Opens a called session.
     *
     * @param id number of the session
     * @param chair who leads it
     * @return the action
     */
    public Action openSession(long id, Name chair) {
      return act(CooperativeAccounts.SESSION, new SessionContract.Open(ACCOUNT, id, chair), chair);
    }

    /**
     * Closes a running session.
     *
     * @param minutes its minutes
     * @param chair who leads it and signs them
     * @return the action
     */
    public Action closeSession(SessionMinutes minutes, Name chair) {
      return act(
          CooperativeAccounts.SESSION,
          new SessionContract.Close(minutes, signature(chair, minutes.digest())),
          chair);
    }

    /**
     * Votes on a question of the Council.
     *
     * @param id number of the question
     * @param member member of the Council
     * @param vote the vote
     * @return the action
     */
    public Action vote(long id, Name member, Vote vote) {
      return act(
          CooperativeAccounts.COUNCIL,
          new CouncilContract.CastVote(ACCOUNT, id, member, vote),
          member);
    }

    /**
     * Ends the vote on a question of the Council.
     *
     * @param id number of the question
     * @param by anybody
     * @return the action
     */
    public Action closeVote(long id, Name by) {
      return act(CooperativeAccounts.COUNCIL, new CouncilContract.Close(ACCOUNT, id), by);
    }

    /**
     * Signs an adopted question of the Council.
     *
     * @param id number of the question
     * @param signer who signs
     * @return the action
     */
    public Action signDecision(long id, Name signer) {
      Checksum256 hash = decision(id).requirePendingSignature().hash();
      return act(
          CooperativeAccounts.COUNCIL,
          new CouncilContract.Sign(ACCOUNT, id, signature(signer, hash)),
          signer);
    }

    /**
     * Refuses to sign an adopted question of the Council.
     *
     * @param id number of the question
     * @param signer who refuses
     * @param grounds why
     * @return the action
     */
    public Action decline(long id, Name signer, String grounds) {
      return act(
          CooperativeAccounts.COUNCIL,
          new CouncilContract.Decline(ACCOUNT, id, signer, grounds),
          signer);
    }

    /**
     * Drafts a programme.
     *
     * @param proposer member of the Council
     * @param regulation regulation
     * @return the action
     */
    public Action draftProgramme(Name proposer, ProgrammeRegulation regulation) {
      return act(
          CooperativeAccounts.PROGRAMME,
          new ProgrammeContract.Draft(proposer, regulation),
          proposer);
    }

    /**
     * Approves a programme by a decision.
     *
     * @param id number of the programme
     * @param decision number of the decision
     * @return the action, authorised by the cooperative
     */
    public Action approveProgramme(long id, long decision) {
      return act(
          CooperativeAccounts.PROGRAMME,
          new ProgrammeContract.Approve(ACCOUNT, id, decision),
          ACCOUNT);
    }

    /**
     * Consents to a programme.
     *
     * @param member member
     * @param consent the consent
     * @return the action
     */
    public Action join(Name member, ProgrammeConsent consent) {
      return act(
          CooperativeAccounts.PROGRAMME,
          new ProgrammeContract.Join(consent, signature(member, consent.digest())),
          member);
    }

    /**
     * Records a contribution that was paid now.
     *
     * @param member member
     * @param kind kind
     * @param programme number of the programme
     * @param amount amount
     * @return the action, authorised by the cooperative
     */
    public Action contribute(Name member, ContributionKind kind, long programme, String amount) {
      return act(
          CooperativeAccounts.TREASURY,
          new TreasuryContract.Contribute(
              ACCOUNT,
              new Contribution(
                  kind,
                  member,
                  Asset.parse(amount),
                  programme,
                  Checksum256.sha256(Bytes.ofUtf8(member + " paid " + amount + " at " + now())),
                  TimePointSec.of(now()))),
          ACCOUNT);
    }

    /**
     * A signature under a document, made now with the signer's test key.
     *
     * @param signer signer
     * @param document digest of the document
     * @return the signature
     */
    public DocumentSignature signature(Name signer, Checksum256 document) {
      return DocumentSignature.sign(TestKeys.of(signer), signer, document, now());
    }

    /**
     * Any action, authorised by one account.
     *
     * @param contract account of the contract
     * @param data data of the action
     * @param actor who authorises it
     * @return the action
     */
    public Action act(Name contract, Record data, Name actor) {
      return JavaContract.action(contract, data, PermissionLevel.active(actor));
    }
  }

  /**
   * Row of a table of one of the platform's contracts in the scope of the cooperative.
   *
   * @param contract account of the contract
   * @param table name of the table
   * @param key primary key
   * @param type record of a row
   * @param <R> record of a row
   * @return the row, if it exists
   */
  public <R extends Record> Optional<R> row(Name contract, String table, long key, Class<R> type) {
    return chain.chain().row(contract, ACCOUNT, Name.of(table), key, type);
  }
}
