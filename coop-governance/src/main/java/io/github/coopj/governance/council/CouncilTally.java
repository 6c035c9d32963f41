package io.github.coopj.governance.council;

/**
 * Count of a vote of the Council.
 *
 * @param votesFor votes for
 * @param votesAgainst votes against
 * @param abstained abstentions
 * @param entitled members in office who could vote; not those who recused themselves
 */
public record CouncilTally(int votesFor, int votesAgainst, int abstained, int entitled) {
  /**
   * Members who voted.
   *
   * @return for, against and abstained together
   */
  public int present() {
    return votesFor + votesAgainst + abstained;
  }
}
