package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.board.BoardQuestion;
import io.github.coopj.governance.board.BoardRegulationText;
import io.github.coopj.governance.board.BoardSeats;
import io.github.coopj.governance.board.BoardVote;
import io.github.coopj.governance.board.PowersText;
import java.util.List;

/** Actions of {@link BoardContract}. What a decision of the Council brings about anybody may send. */
public final class BoardActions {
  private BoardActions() {}

  /**
   * Puts a Board into office (BCHAIR-01).
   *
   * @param seats whom the Council appoints
   * @param decision number of its decision APPOINTMENT
   */
  @AbiName("appoint")
  public record Appoint(BoardSeats seats, @AbiType("uint64") long decision) {}

  /**
   * Puts another member into the chair (COUNCIL-10).
   *
   * @param coop cooperative
   * @param member who is to preside
   * @param decision number of the Council's decision APPOINTMENT
   */
  @AbiName("setchair")
  public record SetChair(
      Name coop, Name member, @AbiType("uint64") long decision) {}

  /**
   * Ends the Board (COUNCIL-09).
   *
   * @param coop cooperative
   * @param decision number of the Council's decision APPOINTMENT
   */
  @AbiName("dissolve")
  public record Dissolve(Name coop, @AbiType("uint64") long decision) {}

  /**
   * Puts a regulation on the Board into force (BOARD-01).
   *
   * @param text the version
   * @param decision number of the Council's decision REGULATION
   */
  @AbiName("regulate")
  public record Regulate(
      BoardRegulationText text, @AbiType("uint64") long decision) {}

  /**
   * Gives the Board its powers (COUNCIL-19).
   *
   * @param text the version
   * @param decision number of the Council's decision BOARD_POWERS
   */
  @AbiName("empower")
  public record Empower(PowersText text, @AbiType("uint64") long decision) {}

  /**
   * Records a decision of the Board by the signed votes of its members (BCHAIR-08).
   *
   * @param question what was decided; its number is in use once
   * @param votes signed votes
   */
  @AbiName("decide")
  public record Decide(BoardQuestion question, List<BoardVote> votes) {
    /** Keeps a copy of the votes. */
    public Decide {
      votes = List.copyOf(votes);
    }
  }
}
