package io.github.coopj.governance.act;

import io.github.coopj.governance.body.Office;
import java.util.Optional;

/** Answers what was done before. */
public interface ActLog {
  /**
   * Number of the next act.
   *
   * @return 1 or more
   */
  long nextId();

  /**
   * The last act on a matter that stands.
   *
   * @param matter number of the matter
   * @return the act, if there is one
   */
  Optional<Act> standing(long matter);

  /**
   * The act that a decision was spent on.
   *
   * @param body which body decided
   * @param decision number of its decision
   * @return the act, if there is one
   */
  Optional<Act> of(Office.Body body, long decision);
}
