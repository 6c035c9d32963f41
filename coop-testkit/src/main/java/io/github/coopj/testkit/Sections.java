package io.github.coopj.testkit;

import io.github.coopj.Bytes;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.cooperative.SectionActions;
import io.github.coopj.chain.cooperative.SectionView;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.board.LiabilityText;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.SectionPolicy;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.section.DelegationClause;
import io.github.coopj.governance.section.LiabilityContract;
import io.github.coopj.governance.section.PowerOfAttorney;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionCall;
import io.github.coopj.governance.section.SectionChoice;
import io.github.coopj.governance.section.SectionGround;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMeeting;
import io.github.coopj.governance.section.SectionMeetingRecord;
import io.github.coopj.governance.section.SectionMinutes;
import io.github.coopj.governance.section.SectionPlan;
import io.github.coopj.governance.section.SectionPrinciple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sections of a {@link Cooperative}, their meetings and chairmen, step by step or as single actions. */
public final class Sections {
  /** The digest of the version that {@link #regulate} puts in force. */
  public static final Checksum256 REGULATION = regulation(1).digest();

  private final Cooperative cooperative;

  /**
   * Sections of a cooperative.
   *
   * @param cooperative the cooperative
   */
  public Sections(Cooperative cooperative) {
    this.cooperative = cooperative;
  }

  /**
   * What the tables say.
   *
   * @return read whenever asked
   */
  public SectionView view() {
    return cooperative.view().sections();
  }

  /**
   * Founds a section by decision of the Council and has members choose it.
   *
   * @param title its title
   * @param members who chooses it, none of them in a section
   * @return number of the section
   */
  public long found(String title, Name... members) {
    SectionPlan plan = plan(title, SectionGround.TERRITORY);
    long decision = cooperative.decide(QuestionType.SECTION, plan.digest());
    long section = Cooperative.number(cooperative.chain().push(found(plan, decision)));
    for (Name member : members) {
      cooperative.chain().push(choose(member, section));
    }
    cooperative.advance(Duration.ofMinutes(1));
    return section;
  }

  /**
   * What is decided when a section is founded.
   *
   * @param title its title
   * @param ground why the cooperative has sections
   * @return the plan
   */
  public SectionPlan plan(String title, SectionGround ground) {
    return new SectionPlan(
        Cooperative.ACCOUNT, SectionPrinciple.TERRITORIAL, ground, title, "Дома: " + title);
  }

  /**
   * Founds a section by a decision of the Council.
   *
   * @param plan what was decided
   * @param decision number of the decision
   * @return the action
   */
  public Action found(SectionPlan plan, long decision) {
    return act(new SectionActions.Found(plan, byCouncil(decision)), Cooperative.ACCOUNT);
  }

  /**
   * Has the Council decide to close a section.
   *
   * @param section number of the section
   * @return the action that closes it
   */
  public Action close(long section) {
    Section found = view().all().get((int) section - 1);
    long decision =
        cooperative.decide(QuestionType.SECTION, found.requireActive().closingSubject());
    return act(
        new SectionActions.Close(Cooperative.ACCOUNT, section, byCouncil(decision)),
        Cooperative.ACCOUNT);
  }

  private static SectionActions.Ground byCouncil(long decision) {
    return new SectionActions.Ground(SectionPolicy.Founder.COUNCIL, decision, 0);
  }

  /**
   * A clause that delegates a member's vote to a section.
   *
   * @param member member
   * @param section number of the section
   * @param from first moment in it
   * @return the clause, signed
   */
  public SectionChoice clause(Name member, long section, Instant from) {
    DelegationClause clause =
        new DelegationClause(Cooperative.ACCOUNT, member, section, TimePointSec.of(from));
    return new SectionChoice(clause, cooperative.actions().signature(member, clause.digest()));
  }

  /**
   * Has a member choose a section for the first time, a few seconds from now on.
   *
   * @param member member
   * @param section number of the section
   * @return the action
   */
  public Action choose(Name member, long section) {
    SectionChoice choice = clause(member, section, cooperative.now().plusSeconds(10));
    return cooperative
        .actions()
        .act(CooperativeAccounts.MEMBERSHIP, new MembershipContract.ChooseSection(choice), member);
  }

  /**
   * Has a member go to another section.
   *
   * @param member member
   * @param section number of the section
   * @param from first moment there
   * @return the action
   */
  public Action transfer(Name member, long section, Instant from) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new MembershipContract.Transfer(clause(member, section, from)),
            member);
  }

  /**
   * Plans a meeting of a section that opens as soon as the charter allows and lasts a day.
   *
   * @param section number of the section
   * @param agenda the questions
   * @param chair who presides
   * @return number of the meeting
   */
  public long plan(long section, Agenda agenda, Name chair) {
    Instant opens = cooperative.now().plus(Duration.ofDays(11));
    return Cooperative.number(cooperative
        .chain()
        .push(act(
            new SectionActions.PlanMeeting(
                Cooperative.ACCOUNT,
                chair,
                section,
                agenda,
                chair,
                TimePointSec.of(opens),
                TimePointSec.of(opens.plus(Duration.ofDays(1)))),
            chair)));
  }

  /**
   * Calls a planned meeting by decision of the Council.
   *
   * @param meeting number of the meeting
   */
  public void convene(long meeting) {
    SectionCall call = view().call(meeting).orElseThrow();
    long decision = cooperative.decide(QuestionType.CONVENE_MEETING, call.digest());
    cooperative
        .chain()
        .push(act(new SectionActions.Convene(meeting, decision), Cooperative.ACCOUNT));
  }

  /**
   * Calls a planned meeting by the chairman of the section.
   *
   * @param meeting number of the meeting
   * @param chairman chairman of the section
   * @return the action
   */
  public Action call(long meeting, Name chairman) {
    return act(new SectionActions.Call(meeting, chairman), chairman);
  }

  /**
   * Votes on all items of a called meeting.
   *
   * @param meeting number of the meeting
   * @param voter voter
   * @param choice the choice
   * @return the action
   */
  public Action vote(long meeting, Name voter, Choice choice) {
    SectionMeetingRecord row = meeting(meeting).snapshot();
    List<Answer> answers = row.call().agenda().items().stream()
        .map(item -> new Answer(item.number(), choice))
        .toList();
    return handIn(new Ballot(
        Cooperative.ACCOUNT, meeting, row.cycle(), row.call().agenda().version(), voter, answers));
  }

  /**
   * Hands in a ballot signed by its member.
   *
   * @param ballot the ballot
   * @return the action
   */
  public Action handIn(Ballot ballot) {
    return act(
        new SectionActions.HandIn(
            ballot, cooperative.actions().signature(ballot.member(), ballot.digest())),
        ballot.member());
  }

  /**
   * Waits until a called meeting opens, has members vote alike on all items, waits until it closes, and counts.
   *
   * @param meeting number of the meeting
   * @param choice how all of them vote
   * @param voters who votes
   */
  public void hold(long meeting, Choice choice, Name... voters) {
    SectionMeetingRecord row = meeting(meeting).snapshot();
    until(row.opensAt());
    for (Name voter : voters) {
      cooperative.chain().push(vote(meeting, voter, choice));
    }
    until(row.closesAt());
    cooperative.chain().push(count(meeting));
  }

  private void until(TimePointSec moment) {
    Instant now = cooperative.now();
    if (now.isBefore(moment.toInstant())) {
      cooperative.advance(Duration.between(now, moment.toInstant()));
    }
  }

  /**
   * Ends the vote.
   *
   * @param meeting number of the meeting
   * @return the action
   */
  public Action count(long meeting) {
    return act(new SectionActions.Count(meeting), Cooperative.ACCOUNT);
  }

  /**
   * A meeting of a section.
   *
   * @param meeting number of the meeting
   * @return its state on the chain
   */
  public SectionMeeting meeting(long meeting) {
    return view().meeting(meeting).orElseThrow();
  }

  /**
   * An agenda that elects one of several to the chair of a section.
   *
   * @param candidates who stands
   * @return the agenda
   */
  public static Agenda election(Name... candidates) {
    List<AgendaItem> items = new ArrayList<>();
    for (Name candidate : candidates) {
      items.add(new AgendaItem(
          items.size() + 1,
          ItemType.SECTION_CHAIR,
          "Председатель участка",
          "Избрать: " + candidate,
          List.of(candidate)));
    }
    return new Agenda(1, items);
  }

  /**
   * Has a section elect its chairman at a meeting that the Council calls, by all its voters.
   *
   * @param section number of the section
   * @param candidate whom it elects
   * @param voters who votes for him
   * @return number of the meeting, which gave the mandate
   */
  public long elect(long section, Name candidate, Name... voters) {
    long meeting = plan(section, election(candidate), candidate);
    convene(meeting);
    hold(meeting, Choice.FOR, voters);
    cooperative.chain().push(mandate(meeting));
    return meeting;
  }

  /**
   * Gives the mandate to whom a meeting elected.
   *
   * @param meeting number of the meeting
   * @return the action
   */
  public Action mandate(long meeting) {
    return act(new SectionActions.Elect(meeting), Cooperative.ACCOUNT);
  }

  /**
   * A version of the regulation on material liability.
   *
   * @param version 1 or more
   * @return the version, each with a text of its own
   */
  public static LiabilityText regulation(int version) {
    return new LiabilityText(
        Cooperative.ACCOUNT,
        version,
        Checksum256.sha256(Bytes.ofUtf8("regulation on material liability " + version)));
  }

  /** Has the Council adopt the regulation on material liability in the place of a Board that there is not. */
  public void regulate() {
    long decision = cooperative.decide(QuestionType.OTHER, REGULATION);
    cooperative.chain().push(regulate(1, Office.Body.COUNCIL, decision));
  }

  /**
   * Puts a version of the regulation on material liability in force.
   *
   * @param version its number
   * @param body which body adopted it
   * @param decision number of the decision
   * @return the action
   */
  public Action regulate(int version, Office.Body body, long decision) {
    return act(
        new SectionActions.Regulate(regulation(version), body, decision), Cooperative.ACCOUNT);
  }

  /**
   * Elects the chairman of a section and gives him all three papers.
   *
   * @param section number of the section
   * @param candidate whom it elects
   * @param voters who votes for him
   */
  public void seat(long section, Name candidate, Name... voters) {
    elect(section, candidate, voters);
    cooperative.chain().push(attorney(section, Cooperative.FOUNDERS.get(0)));
    cooperative.chain().push(minutes(section));
    cooperative.chain().push(liability(section));
  }

  /**
   * The mandate of the chairman of a section.
   *
   * @param section number of the section
   * @return his mandate, in office now
   */
  public SectionMandate chairman(long section) {
    return view().mandates().inOffice(section, cooperative.now()).orElseThrow();
  }

  /**
   * A power of attorney for a year from now.
   *
   * @param section number of the section
   * @return the paper for its chairman
   */
  public PowerOfAttorney power(long section) {
    return new PowerOfAttorney(
        Cooperative.ACCOUNT,
        section,
        chairman(section).holder(),
        TimePointSec.of(cooperative.now()),
        TimePointSec.of(cooperative.now().plus(Duration.ofDays(365))));
  }

  /**
   * Issues the power of attorney of the chairman of a section.
   *
   * @param section number of the section
   * @param issuer who signs it
   * @return the action
   */
  public Action attorney(long section, Name issuer) {
    PowerOfAttorney power = power(section);
    return act(
        new SectionActions.Issue(power, cooperative.actions().signature(issuer, power.digest())),
        issuer);
  }

  /**
   * Issues a power of attorney by decision of the Council.
   *
   * @param power the paper
   * @return the action
   */
  public Action attorneyByCouncil(PowerOfAttorney power) {
    long decision = cooperative.decide(QuestionType.SECTION, power.digest());
    return act(new SectionActions.IssueBy(power, decision), Cooperative.ACCOUNT);
  }

  /**
   * Signs the minutes of the election by who presided over it.
   *
   * @param section number of the section
   * @return the action
   */
  public Action minutes(long section) {
    SectionMandate mandate = chairman(section);
    SectionMinutes minutes = new SectionMinutes(
        Cooperative.ACCOUNT,
        section,
        mandate.snapshot().meeting(),
        mandate.holder(),
        Checksum256.sha256(Bytes.ofUtf8("minutes of section " + section)));
    Name presided = mandate.snapshot().presided();
    return act(
        new SectionActions.AddMinutes(
            minutes, cooperative.actions().signature(presided, minutes.digest())),
        presided);
  }

  /**
   * Signs the contract on material liability by the chairman of a section.
   *
   * @param section number of the section
   * @return the action
   */
  public Action liability(long section) {
    return liability(section, regulation(1));
  }

  /**
   * Signs the contract on material liability by the chairman of a section, citing a version of the regulation.
   *
   * @param section number of the section
   * @param cited the version
   * @return the action
   */
  public Action liability(long section, LiabilityText cited) {
    LiabilityContract contract = new LiabilityContract(
        Cooperative.ACCOUNT, section, chairman(section).holder(), cited.digest());
    return act(
        new SectionActions.AddLiability(
            contract, cooperative.actions().signature(contract.holder(), contract.digest())),
        contract.holder());
  }

  /**
   * Any action of the contract of sections, authorised by one account.
   *
   * @param data data of the action
   * @param actor who authorises it
   * @return the action
   */
  public Action act(Record data, Name actor) {
    return cooperative.actions().act(CooperativeAccounts.SECTION, data, actor);
  }
}
