package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.person.PersonKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The charter of one cooperative (устав) in one version: its legal profile with what the charter changes.
 *
 * <p>Immutable. Two charters are equal when their canonical content is; the {@link #digest()} names that content, so a
 * decision that records it records every rule it was taken under (IND-05).
 */
public final class Charter {
  private final Head head;
  private final SortedMap<String, PolicyEntry> entries;
  private final MeetingPolicy meeting;
  private final BallotPolicy ballots;
  private final NoticePolicy notice;
  private final AgendaPolicy agenda;
  private final DemandPolicy demand;
  private final AnnualPolicy annual;
  private final CouncilPolicy council;
  private final SessionPolicy sessions;
  private final AutosignPolicy autosign;
  private final ChairmanPolicy chairman;
  private final SpendingPolicy spending;
  private final MoneyPolicy money;
  private final int taskDays;
  private final BoardPolicy board;
  private final AuditPolicy audit;
  private final SectionPolicy sections;
  private final DelegatesPolicy delegates;
  private final MinutesPolicy minutes;
  private final CompetencePolicy competence;
  private final SecretPolicy secret;
  private final AdmissionPolicy admission;
  private final FundsPolicy funds;
  private final String canonicalJson;
  private final Checksum256 digest;

  /** What is not policy. */
  record Head(
      Name account,
      String title,
      CooperativeKind kind,
      String profile,
      int version,
      LocalDate effectiveFrom,
      ZoneId zone,
      MonthDay financialYearEnd,
      Symbol currency) {}

  Charter(Head head, SortedMap<String, PolicyEntry> entries) {
    this.head = head;
    this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    this.meeting = new MeetingPolicy(
        get("meeting.quorum.first", Ratio.class),
        get("meeting.quorum.second", Ratio.class),
        get("meeting.quorum.decay", Ratio.class),
        get("meeting.quorum.floor", Ratio.class),
        get("meeting.maxCycles", Integer.class),
        get("meeting.quorum.legalFloor", Ratio.class),
        get("meeting.repeatNoticeDays", Integer.class),
        set("ballot.options", AnswerOption.class),
        get("ballot.revote", PolicyKey.Revote.class) == PolicyKey.Revote.LAST_WINS,
        family("meeting.majority.", MajorityRule.class),
        get("meeting.majority." + PolicyKey.DEFAULT, MajorityRule.class),
        get("meeting.electionTie", MeetingPolicy.Tie.class));
    this.ballots = new BallotPolicy(
        get("ballot.requireAll", Boolean.class),
        get("proxy.max", Integer.class),
        get("meeting.ballotCarryOver", PolicyKey.CarryOver.class) == PolicyKey.CarryOver.CARRY_OVER,
        get("ballot.runningTally", Boolean.class));
    this.notice = new NoticePolicy(
        family("notice.days.", Integer.class),
        get("notice.days." + PolicyKey.DEFAULT, Integer.class),
        get("notice.counting", NoticePolicy.Counting.class),
        get("notice.blockIfUndelivered", Boolean.class),
        get("notice.requireRsvp", Boolean.class),
        channels());
    this.agenda = new AgendaPolicy(
        get("agenda.minSupporters", Integer.class),
        get("agenda.selfNomination", Boolean.class),
        entries.containsKey(PolicyKey.AGENDA_CHANGE_THRESHOLD)
            ? Optional.of(get(PolicyKey.AGENDA_CHANGE_THRESHOLD, Ratio.class))
            : Optional.empty(),
        get("agenda.changeBinding", AgendaPolicy.Binding.class),
        get("agenda.lateItemIfAllPresent", Boolean.class),
        get("agenda.officersDiffer", Boolean.class));
    this.demand = new DemandPolicy(
        get("demand.ratio", Ratio.class),
        get("demand.conveneDays", Integer.class),
        get("demand.demanderConvenes", Boolean.class));
    this.annual = new AnnualPolicy(
        get("annual.fromMonths", Integer.class),
        get("annual.toMonths", Integer.class),
        itemTypes("annual.mandatoryItems"),
        get("annual.conclusionMayBeMissing", Boolean.class),
        get("annual.rule", AnnualPolicy.Rule.class),
        get("annual.repeatAfterWindow", Boolean.class));
    this.council = new CouncilPolicy(
        get("council.minSize", Integer.class),
        get("council.maxSize", Integer.class),
        get("council.term", Period.class),
        get("council.quorum", Ratio.class),
        get("council.majorityBase", MajorityBase.class),
        get("council.castingVote", Boolean.class),
        get("council.quorumNeedsChairman", Boolean.class),
        get("council.absenteeHours", Integer.class),
        get("council.boardSeatAllowed", Boolean.class));
    this.sessions = new SessionPolicy(
        get("council.absenteeIsSession", Boolean.class),
        get("council.suspensionDays", Integer.class));
    this.autosign =
        new AutosignPolicy(money("autosign.maxAmount"), get("autosign.maxDays", Integer.class));
    this.chairman = new ChairmanPolicy(
        set("chairman.competence", ChairmanAct.class),
        money("chairman.spendingLimit"),
        get("chairman.signatureDays", Integer.class),
        get("chairman.complianceReport", Boolean.class),
        get("chairman.scope", ChairmanPolicy.Scope.class));
    this.spending =
        new SpendingPolicy(money("council.spendingLimit"), money("board.spendingLimit"));
    this.money = new MoneyPolicy(
        get("share.returnMonths", Integer.class),
        get("programme.exitDebts", MoneyPolicy.ExitDebts.class),
        get("programme.versionChange", MoneyPolicy.VersionChange.class),
        get("programme.noticeDays", Integer.class),
        get("payments.maxShare", Ratio.class),
        get("loss.coverMonths", Integer.class));
    this.board = new BoardPolicy(
        get("board.minSize", Integer.class),
        get("board.maxSize", Integer.class),
        get("board.term", Period.class),
        get("board.commercialActivity", Boolean.class));
    this.taskDays = get("task.days", Integer.class);
    this.audit =
        new AuditPolicy(get("audit.term", Period.class), get("audit.responseDays", Integer.class));
    this.sections = new SectionPolicy(
        get("section.trigger", Integer.class),
        get("section.createdBy", SectionPolicy.Founder.class),
        get("section.quorumFirst", QuorumShare.class),
        get("section.quorumRepeat", QuorumShare.class),
        get("section.noticeDays", Integer.class),
        get("section.chairTerm", Period.class),
        get("section.chairMayHeadCouncil", Boolean.class),
        set("section.suspensionGrounds", RepresentationGround.class),
        get("section.idleDays", Integer.class));
    this.delegates = new DelegatesPolicy(
        itemTypes("delegates.reserved"),
        get("delegates.mandate", DelegatesPolicy.Binding.class),
        get("delegates.countVacant", Boolean.class));
    this.minutes = new MinutesPolicy(
        set("minutes.signers", MinutesSigner.class),
        get("minutes.signDays", Integer.class),
        get("minutes.substitution", MinutesPolicy.Substitution.class));
    this.competence = new CompetencePolicy(itemTypes("meeting.exclusiveCompetence"));
    this.secret = new SecretPolicy(
        get("secret.trustees", Integer.class),
        get("secret.threshold", Integer.class),
        get("secret.decryptDays", Integer.class));
    List<AdmissionPolicy.Fee> fees = new ArrayList<>();
    for (PersonKind kind : PersonKind.values()) {
      fees.add(new AdmissionPolicy.Fee(
          kind, money("admission.entrance." + kind), money("admission.minimalShare." + kind)));
    }
    this.admission = new AdmissionPolicy(
        get("admission.deadlineDays", Integer.class), get("admission.minAge", Integer.class), fees);
    this.funds = get("funds.weights", FundsPolicy.class);
    this.canonicalJson = CanonicalJson.write(head, this.entries);
    this.digest = Checksum256.sha256(canonicalJson.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Account of the cooperative.
   *
   * @return not empty
   */
  public Name account() {
    return head.account();
  }

  /**
   * Full title of the cooperative.
   *
   * @return not blank
   */
  public String title() {
    return head.title();
  }

  /**
   * Kind of the cooperative.
   *
   * @return one of three
   */
  public CooperativeKind kind() {
    return head.kind();
  }

  /**
   * Name of the legal profile the charter stands on.
   *
   * @return {@code PLATFORM}, {@code RF} or another
   */
  public String profile() {
    return head.profile();
  }

  /**
   * Version of the charter.
   *
   * @return 1 or more
   */
  public int version() {
    return head.version();
  }

  /**
   * First day on which this version is in force, in the zone of the cooperative.
   *
   * @return the date
   */
  public LocalDate effectiveFrom() {
    return head.effectiveFrom();
  }

  /**
   * Time zone in which the cooperative counts days.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return head.zone();
  }

  /**
   * Last day of the financial year.
   *
   * @return month and day
   */
  public MonthDay financialYearEnd() {
    return head.financialYearEnd();
  }

  /**
   * Currency of contributions and funds.
   *
   * @return precision and code
   */
  public Symbol currency() {
    return head.currency();
  }

  /**
   * Rules of the general meeting.
   *
   * @return quorum, answers and majorities
   */
  public MeetingPolicy meeting() {
    return meeting;
  }

  /**
   * Rules of ballots at the general meeting.
   *
   * @return which ballots it takes
   */
  public BallotPolicy ballots() {
    return ballots;
  }

  /**
   * Rules of notice.
   *
   * @return days and how they are counted
   */
  public NoticePolicy notice() {
    return notice;
  }

  /**
   * Rules of proposals and changes of an agenda.
   *
   * @return supporters, thresholds and what binds the Council
   */
  public AgendaPolicy agenda() {
    return agenda;
  }

  /**
   * Rules of demands for a meeting.
   *
   * @return share, days and what follows
   */
  public DemandPolicy demand() {
    return demand;
  }

  /**
   * Rules of the annual meeting.
   *
   * @return window and mandatory items
   */
  public AnnualPolicy annual() {
    return annual;
  }

  /**
   * Rules of the Council.
   *
   * @return size, term and voting
   */
  public CouncilPolicy council() {
    return council;
  }

  /**
   * Sessions of the Council and what happens without its Chairman.
   *
   * @return what counts as a session, and how long a suspension lasts
   */
  public SessionPolicy sessions() {
    return sessions;
  }

  /**
   * How far the Council may delegate its signature.
   *
   * @return limits of amount and time
   */
  public AutosignPolicy autosign() {
    return autosign;
  }

  /**
   * Competence of the Chairman of the Council.
   *
   * @return acts, limit and waiting time
   */
  public ChairmanPolicy chairman() {
    return chairman;
  }

  /**
   * Shares, programmes and results of the year.
   *
   * @return policy of the charter
   */
  public MoneyPolicy money() {
    return money;
  }

  /**
   * Limits of what the bodies may spend.
   *
   * @return one limit for the Council and one for the Board
   */
  public SpendingPolicy spending() {
    return spending;
  }

  /**
   * Days in which a decision of the general meeting is to be carried out (COUNCIL-13).
   *
   * @return 1 or more, counted from the day of the decision
   */
  public int taskDays() {
    return taskDays;
  }

  /**
   * Rules of the Board.
   *
   * @return size, term and whether there is commercial activity
   */
  public BoardPolicy board() {
    return board;
  }

  /**
   * Rules of the Revision commission.
   *
   * @return term and time to answer
   */
  public AuditPolicy audit() {
    return audit;
  }

  /**
   * Rules of cooperative sections.
   *
   * @return founding, quorum, notice and chairmen
   */
  public SectionPolicy sections() {
    return sections;
  }

  /**
   * Rules of the meeting of authorised representatives.
   *
   * @return reserved items, binding and vacancies
   */
  public DelegatesPolicy delegates() {
    return delegates;
  }

  /**
   * Rules of minutes.
   *
   * @return who signs
   */
  public MinutesPolicy minutes() {
    return minutes;
  }

  /**
   * What only the general meeting decides.
   *
   * @return its exclusive competence
   */
  public CompetencePolicy competence() {
    return competence;
  }

  /**
   * Rules of secret votes.
   *
   * @return trustees of the key and their time
   */
  public SecretPolicy secret() {
    return secret;
  }

  /**
   * Rules of admission.
   *
   * @return deadline, age and contributions
   */
  public AdmissionPolicy admission() {
    return admission;
  }

  /**
   * Initial rule of dividing membership contributions.
   *
   * @return weights of the five funds
   */
  public FundsPolicy funds() {
    return funds;
  }

  /**
   * Every value in force with its source and reason (ARCH-06).
   *
   * @return the values sorted by key
   */
  public List<PolicyValue> policyValues() {
    List<PolicyValue> values = new ArrayList<>();
    entries.values().forEach(entry -> values.add(entry.toPolicyValue()));
    return List.copyOf(values);
  }

  /**
   * One value in force with its source and reason.
   *
   * @param key the key
   * @return the value
   * @throws InvalidValueException if the charter has no such key
   */
  public PolicyValue policyValue(String key) {
    PolicyEntry entry = entries.get(key);
    if (entry == null) {
      throw new InvalidValueException("the charter has no key " + key);
    }
    return entry.toPolicyValue();
  }

  /**
   * The whole charter as canonical JSON: sorted keys, no blanks, every policy value in force as text. {@link
   * CharterReader} reads it back to an equal charter; sources and reasons are not part of it.
   *
   * @return the text
   */
  public String canonicalJson() {
    return canonicalJson;
  }

  /**
   * Name of the content: SHA-256 of {@link #canonicalJson()} in UTF-8. Order of keys and blanks of the file have no
   * say.
   *
   * @return the digest
   */
  public Checksum256 digest() {
    return digest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Charter charter && canonicalJson.equals(charter.canonicalJson);
  }

  @Override
  public int hashCode() {
    return canonicalJson.hashCode();
  }

  @Override
  public String toString() {
    return "charter of " + head.account() + ", version " + head.version() + ", " + digest;
  }

  private <T> T get(String key, Class<T> type) {
    PolicyEntry entry = entries.get(key);
    if (entry == null) {
      throw new IllegalStateException("no value for " + key);
    }
    return type.cast(entry.value());
  }

  private <E extends Enum<E>> Set<E> set(String key, Class<E> type) {
    EnumSet<E> set = EnumSet.noneOf(type);
    for (Object constant : get(key, Set.class)) {
      set.add(type.cast(constant));
    }
    return set;
  }

  private List<NoticeChannel> channels() {
    List<NoticeChannel> channels = new ArrayList<>();
    for (Object channel : get("notice.channels", List.class)) {
      channels.add((NoticeChannel) channel);
    }
    return channels;
  }

  private List<ItemType> itemTypes(String key) {
    List<ItemType> items = new ArrayList<>();
    for (Object item : get(key, List.class)) {
      items.add((ItemType) item);
    }
    return items;
  }

  private <T> Map<ItemType, T> family(String prefix, Class<T> type) {
    Map<ItemType, T> members = new TreeMap<>();
    entries.forEach((key, entry) -> {
      if (key.startsWith(prefix) && !key.equals(prefix + PolicyKey.DEFAULT)) {
        members.put(ItemType.valueOf(key.substring(prefix.length())), type.cast(entry.value()));
      }
    });
    return members;
  }

  private Asset money(String key) {
    BigDecimal value = get(key, BigDecimal.class);
    int precision = head.currency().precision();
    if (value.scale() > precision) {
      throw new InvalidValueException(key + ": " + head.currency() + " has " + precision
          + " decimals, got " + value.toPlainString());
    }
    try {
      return new Asset(value.movePointRight(precision).longValueExact(), head.currency());
    } catch (ArithmeticException e) {
      throw new InvalidValueException(
          key + ": too large for " + head.currency() + ": " + value.toPlainString(), e);
    }
  }
}
