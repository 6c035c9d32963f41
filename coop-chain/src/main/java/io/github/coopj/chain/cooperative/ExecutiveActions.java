package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.act.OrderText;
import io.github.coopj.governance.board.HeadRemoval;
import io.github.coopj.governance.board.PlanText;
import io.github.coopj.governance.board.UnitPlan;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentSignature;

/** Actions of {@link ExecutiveContract}. What a decision brings about anybody may send. */
public final class ExecutiveActions {
  private ExecutiveActions() {}

  /**
   * Opens a branch, an office or another unit (BOARD-07).
   *
   * @param plan the unit
   * @param body which body decided
   * @param decision number of its decision
   */
  @AbiName("openunit")
  public record OpenUnit(
      UnitPlan plan, Office.Body body, @AbiType("uint64") long decision) {}

  /**
   * Appoints another head of a unit.
   *
   * @param coop cooperative
   * @param unit number of the unit
   * @param head who is to head it
   * @param body which body decided
   * @param decision number of its decision
   */
  @AbiName("sethead")
  public record SetHead(
      Name coop,
      @AbiType("uint64") long unit,
      Name head,
      Office.Body body,
      @AbiType("uint64") long decision) {}

  /**
   * Removes the head of a unit for what he did (BOARD-08).
   *
   * @param removal whom and why
   * @param body which body decided
   * @param decision number of its decision
   */
  @AbiName("removehead")
  public record RemoveHead(
      HeadRemoval removal,
      Office.Body body,
      @AbiType("uint64") long decision) {}

  /**
   * Closes a unit.
   *
   * @param coop cooperative
   * @param unit number of the unit
   * @param body which body decided
   * @param decision number of its decision
   */
  @AbiName("closeunit")
  public record CloseUnit(
      Name coop,
      @AbiType("uint64") long unit,
      Office.Body body,
      @AbiType("uint64") long decision) {}

  /**
   * Puts a plan into force (BOARD-09).
   *
   * @param plan the plan
   * @param body which body decided
   * @param decision number of its decision
   */
  @AbiName("setplan")
  public record SetPlan(
      PlanText plan, Office.Body body, @AbiType("uint64") long decision) {}

  /**
   * Records that an item of a plan was carried out (BCHAIR-05).
   *
   * @param coop cooperative
   * @param plan number of the plan
   * @param item number of the item
   * @param owner who answers for it
   * @param evidence digest of the paper that shows it
   */
  @AbiName("plandone")
  public record PlanDone(
      Name coop, @AbiType("uint64") long plan, int item, Name owner, Checksum256 evidence) {}

  /**
   * Reports on a plan to the Council (BCHAIR-02).
   *
   * @param coop cooperative
   * @param plan number of the plan
   * @param reporter who heads the Board
   */
  @AbiName("tocouncil")
  public record ToCouncil(Name coop, @AbiType("uint64") long plan, Name reporter) {}

  /**
   * Reports on a plan to the meeting that decides, of members or of representatives (DMEET-10).
   *
   * @param coop cooperative
   * @param plan number of the plan
   * @param reporter who heads the Board
   */
  @AbiName("tomeeting")
  public record ToMeeting(Name coop, @AbiType("uint64") long plan, Name reporter) {}

  /**
   * Issues an order to employees (BCHAIR-04, BCHAIR-07).
   *
   * @param text the order
   * @param signature of who heads the Board
   */
  @AbiName("issue")
  public record IssueOrder(OrderText text, DocumentSignature signature) {}
}
