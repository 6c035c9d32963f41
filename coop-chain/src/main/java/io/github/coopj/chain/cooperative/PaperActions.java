package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.confidential.Breach;
import io.github.coopj.governance.confidential.ClassificationText;
import io.github.coopj.governance.regulation.RegulationText;

/** Actions of {@link PaperContract}. What a decision brings about anybody may send. */
public final class PaperActions {
  private PaperActions() {}

  /**
   * Puts a regulation into force that the Council has adopted (COUNCIL-15).
   *
   * @param text the version
   * @param decision number of the decision REGULATION
   */
  @AbiName("adopt")
  public record Adopt(
      RegulationText text, @AbiType("uint64") long decision) {}

  /**
   * Puts a regulation into force that touches funds, adopted by the Council and the general meeting (COUNCIL-22).
   *
   * @param text the version
   * @param decision number of the Council's decision REGULATION
   * @param meeting number of the meeting
   * @param item item FUND_RULES of its agenda
   */
  @AbiName("adoptfunds")
  public record AdoptFunds(
      RegulationText text,
      @AbiType("uint64") long decision,
      @AbiType("uint64") long meeting,
      int item) {}

  /**
   * Puts a regulation into force that the Board has adopted (BOARD-02, BOARD-06).
   *
   * @param text the version
   * @param decision number of the Board's decision
   */
  @AbiName("adoptboard")
  public record AdoptByBoard(
      RegulationText text, @AbiType("uint64") long decision) {}

  /**
   * Puts a list of commercial secrets into force (COUNCIL-20).
   *
   * @param text the version
   * @param decision number of the Council's decision CLASSIFICATION
   */
  @AbiName("classify")
  public record Classify(
      ClassificationText text, @AbiType("uint64") long decision) {}

  /**
   * Marks a paper as a secret. Returns its number, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param document digest of the paper
   * @param category number of its category on the list
   * @param by member of the Council or the Board
   */
  @AbiName("mark")
  public record Mark(Name coop, Checksum256 document, int category, Name by) {}

  /**
   * Logs that somebody reads a secret paper; whoever keeps the paper shows it to nobody else.
   *
   * @param coop cooperative
   * @param paper number of the paper
   * @param reader who reads
   */
  @AbiName("read")
  public record Read(Name coop, @AbiType("uint64") long paper, Name reader) {}

  /**
   * Reports a breach (COUNCIL-21). Returns its number, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param reporter a member
   * @param report what happened, to which paper and when
   */
  @AbiName("reportbreach")
  public record ReportBreach(Name coop, Name reporter, Breach.Report report) {}
}
