package io.github.coopj.governance;

/** What state machines of the rules have in common. */
public final class States {
  private States() {}

  /**
   * Refuses a state that lacks a move.
   *
   * @param <S> type of the state that has it
   * @param current the state there is
   * @param needed class of the state that has the move
   * @param what what is in that state, in words
   * @param status status of the state there is
   * @param neededStatus status of the state needed
   * @return the state, if it is the one needed
   * @throws GovernanceException WRONG_STATE
   */
  public static <S> S require(
      Object current, Class<S> needed, String what, Enum<?> status, Enum<?> neededStatus) {
    if (!needed.isInstance(current)) {
      throw new GovernanceException(
          Reason.WRONG_STATE, "what", what, "state", status, "needed", neededStatus);
    }
    return needed.cast(current);
  }
}
