package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.audit.AuditTopic;
import io.github.coopj.governance.audit.CheckPlan;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.RemarkContent;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.DocumentSignature;
import java.util.List;

/** Data of the actions of {@link AuditContract}. */
public final class AuditActions {
  private AuditActions() {}

  /**
   * Puts the commission in office that a general meeting appointed; anybody may send it.
   *
   * @param coop cooperative
   * @param meeting number of the meeting, held
   */
  @AbiName("elect")
  public record Elect(Name coop, @AbiType("uint64") long meeting) {}

  /**
   * Puts a question to the commission. Returns its number, 8 bytes little-endian.
   *
   * @param topic what it is about
   * @param proposer a member of the commission
   * @param closesAt first second in which nobody may vote any more
   */
  @AbiName("propose")
  public record Propose(
      AuditTopic topic, Name proposer, @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Casts a signed vote.
   *
   * @param coop cooperative
   * @param question number of the question
   * @param vote the vote
   * @param signature signature of a member under question and vote
   */
  @AbiName("vote")
  public record CastVote(
      Name coop, @AbiType("uint64") long question, Vote vote, DocumentSignature signature) {}

  /**
   * Ends the vote on a question; anybody may, once the rule allows it.
   *
   * @param coop cooperative
   * @param question number of the question
   */
  @AbiName("close")
  public record Close(Name coop, @AbiType("uint64") long question) {}

  /**
   * Seats the chairman whom the commission elected; anybody may send it.
   *
   * @param coop cooperative
   * @param decision number of the commission's decision
   * @param member whom it elected
   */
  @AbiName("chair")
  public record Chair(Name coop, @AbiType("uint64") long decision, Name member) {}

  /**
   * Records which mandates have ended with the membership of their holders; anybody may send it.
   *
   * @param coop cooperative
   */
  @AbiName("vacate")
  public record Vacate(Name coop) {}

  /**
   * Plans a check by decision of the commission; anybody may send it.
   *
   * @param plan what is checked
   * @param decision number of the decision
   */
  @AbiName("plan")
  public record Plan(CheckPlan plan, @AbiType("uint64") long decision) {}

  /**
   * Begins a planned check.
   *
   * @param coop cooperative
   * @param check number of the check
   * @param member a member of the commission
   */
  @AbiName("begin")
  public record Begin(Name coop, @AbiType("uint64") long check, Name member) {}

  /**
   * Logs that a record of the cooperative is read for a check.
   *
   * @param coop cooperative
   * @param check number of the check
   * @param reader a member of the commission
   * @param document digest of the record
   * @param secret whether it is classified
   */
  @AbiName("read")
  public record Read(
      Name coop,
      @AbiType("uint64") long check,
      Name reader,
      Checksum256 document,
      boolean secret) {}

  /**
   * Ends a check by the result that the commission adopted; anybody may send it.
   *
   * @param coop cooperative
   * @param check number of the check
   * @param report digest of the report
   * @param decision number of the decision
   */
  @AbiName("conclude")
  public record Conclude(
      Name coop,
      @AbiType("uint64") long check,
      Checksum256 report,
      @AbiType("uint64") long decision) {}

  /**
   * Gives the annual conclusion by decision of the commission; anybody may send it.
   *
   * @param content the conclusion
   * @param checks numbers of the checks it rests on, in the order it names them
   * @param decision number of the decision
   */
  @AbiName("give")
  public record Give(
      ConclusionContent content,
      List<Long> checks,
      @AbiType("uint64") long decision) {
    /** Copies the list. */
    public Give {
      checks = List.copyOf(checks);
    }
  }

  /**
   * Makes a remark by decision of the commission; anybody may send it.
   *
   * @param content the remark
   * @param decision number of the decision
   */
  @AbiName("remark")
  public record Issue(
      RemarkContent content, @AbiType("uint64") long decision) {}

  /**
   * Delivers a remark to the body it is addressed to; the days of the answer begin.
   *
   * @param coop cooperative
   * @param remark number of the remark
   * @param receiver a member of that body, who authorises it
   */
  @AbiName("deliver")
  public record Deliver(Name coop, @AbiType("uint64") long remark, Name receiver) {}

  /**
   * The body agrees with a remark.
   *
   * @param coop cooperative
   * @param remark number of the remark
   * @param by a member of the body
   * @param paper digest of the body's decision
   */
  @AbiName("accept")
  public record Accept(Name coop, @AbiType("uint64") long remark, Name by, Checksum256 paper) {}

  /**
   * The body disagrees with a remark.
   *
   * @param coop cooperative
   * @param remark number of the remark
   * @param by a member of the body
   * @param paper digest of its objection
   */
  @AbiName("object")
  public record Disagree(Name coop, @AbiType("uint64") long remark, Name by, Checksum256 paper) {}

  /**
   * The body has carried a remark out.
   *
   * @param coop cooperative
   * @param remark number of the remark
   * @param by a member of the body
   * @param evidence digest of the paper that proves it
   */
  @AbiName("execute")
  public record Execute(Name coop, @AbiType("uint64") long remark, Name by, Checksum256 evidence) {}

  /**
   * Passes a disagreement on a remark to the general meeting by decision of the commission; anybody may send it.
   *
   * @param coop cooperative
   * @param remark number of the remark
   * @param decision number of the decision
   */
  @AbiName("escalate")
  public record Escalate(
      Name coop,
      @AbiType("uint64") long remark,
      @AbiType("uint64") long decision) {}
}
