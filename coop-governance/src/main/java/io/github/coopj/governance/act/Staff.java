package io.github.coopj.governance.act;

import io.github.coopj.core.name.Name;
import java.util.Optional;

/** Answers who is employed. */
@FunctionalInterface
public interface Staff {
  /**
   * The last employment of an account.
   *
   * @param account the account
   * @return the employment, if there ever was one
   */
  Optional<Employment> find(Name account);
}
