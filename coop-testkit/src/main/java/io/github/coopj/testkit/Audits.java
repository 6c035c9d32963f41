package io.github.coopj.testkit;

import io.github.coopj.chain.cooperative.AuditActions;
import io.github.coopj.chain.cooperative.AuditView;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.audit.AuditChair;
import io.github.coopj.governance.audit.AuditTopic;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.ItemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The Revision commission of a {@link Cooperative}, step by step or as single actions. */
public final class Audits {
  private final Cooperative cooperative;

  /**
   * The commission of a cooperative.
   *
   * @param cooperative the cooperative
   */
  public Audits(Cooperative cooperative) {
    this.cooperative = cooperative;
  }

  /**
   * What the tables say.
   *
   * @return read whenever asked
   */
  public AuditView view() {
    return cooperative.view().audit();
  }

  /**
   * Has a general meeting appoint a commission, which elects its first member chairman where it has several.
   *
   * @param members whom the meeting appoints
   * @return number of the meeting
   */
  public long appoint(Name... members) {
    long meeting = new Meetings(cooperative).hold(agenda(members));
    cooperative.chain().push(elect(meeting));
    if (members.length > 1) {
      long decision = decide(new AuditChair(Cooperative.ACCOUNT, members[0]).topic());
      cooperative.chain().push(chair(decision, members[0]));
    }
    return meeting;
  }

  /**
   * An agenda that appoints a commission.
   *
   * @param members candidates
   * @return one item for each
   */
  public static Agenda agenda(Name... members) {
    List<AgendaItem> items = new ArrayList<>();
    for (Name member : members) {
      items.add(new AgendaItem(
          items.size() + 1,
          ItemType.AUDIT_COMMISSION,
          "Ревизионная комиссия",
          "Избрать: " + member,
          List.of(member)));
    }
    return new Agenda(1, items);
  }

  /**
   * Puts the commission in office that a meeting appointed.
   *
   * @param meeting number of the meeting, held
   * @return the action
   */
  public Action elect(long meeting) {
    return act(new AuditActions.Elect(Cooperative.ACCOUNT, meeting), Cooperative.ACCOUNT);
  }

  /**
   * Seats a chairman.
   *
   * @param decision number of the commission's decision
   * @param member whom it elected
   * @return the action
   */
  public Action chair(long decision, Name member) {
    return act(new AuditActions.Chair(Cooperative.ACCOUNT, decision, member), Cooperative.ACCOUNT);
  }

  /**
   * Takes a question through the whole commission: all vote for it.
   *
   * @param topic what it is about
   * @return number of the decision
   */
  public long decide(AuditTopic topic) {
    List<Name> members = members();
    long question = propose(topic, members.get(0));
    for (Name member : members) {
      cooperative.chain().push(vote(question, member, Vote.FOR));
    }
    cooperative.chain().push(close(question));
    return question;
  }

  /**
   * Members in office.
   *
   * @return in the order of appointment
   */
  public List<Name> members() {
    return view().commission().orElseThrow().inOffice(cooperative.now());
  }

  /**
   * Puts a question to the commission, open for three days.
   *
   * @param topic what it is about
   * @param proposer a member
   * @return number of the question
   */
  public long propose(AuditTopic topic, Name proposer) {
    TimePointSec closes = TimePointSec.of(cooperative.now().plus(Duration.ofDays(3)));
    return Cooperative.number(
        cooperative.chain().push(act(new AuditActions.Propose(topic, proposer, closes), proposer)));
  }

  /**
   * Votes on a question.
   *
   * @param question its number
   * @param member who votes
   * @param vote how
   * @return the action
   */
  public Action vote(long question, Name member, Vote vote) {
    Checksum256 digest = view().question(question).orElseThrow().voteDigest(vote);
    return act(
        new AuditActions.CastVote(
            Cooperative.ACCOUNT, question, vote, cooperative.actions().signature(member, digest)),
        member);
  }

  /**
   * Ends the vote on a question.
   *
   * @param question its number
   * @return the action
   */
  public Action close(long question) {
    return act(new AuditActions.Close(Cooperative.ACCOUNT, question), Cooperative.ACCOUNT);
  }

  /**
   * Any action of the contract of the commission, authorised by one account.
   *
   * @param data data of the action
   * @param actor who authorises it
   * @return the action
   */
  public Action act(Record data, Name actor) {
    return cooperative.actions().act(CooperativeAccounts.AUDIT, data, actor);
  }
}
