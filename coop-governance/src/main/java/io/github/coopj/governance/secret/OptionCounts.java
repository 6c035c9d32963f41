package io.github.coopj.governance.secret;

/**
 * Result of one secret item. The four numbers add up to those present.
 *
 * @param item number of the item
 * @param votesFor votes for (за)
 * @param against votes against (против)
 * @param abstain abstentions (воздержались), 0 where the item does not offer them
 * @param blank present without an answer
 */
public record OptionCounts(int item, long votesFor, long against, long abstain, long blank) {
  /** Refuses negative numbers. */
  public OptionCounts {
    Parts.require(
        votesFor >= 0 && against >= 0 && abstain >= 0 && blank >= 0,
        "counts must be 0 or more, got " + votesFor + ", " + against + ", " + abstain + ", "
            + blank);
  }
}
