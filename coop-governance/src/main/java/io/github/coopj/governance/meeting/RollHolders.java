package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import java.util.Optional;

/** Answers by which account a person is on a roll under construction (ORG-04). */
@FunctionalInterface
public interface RollHolders {
  /**
   * The account that a person votes by.
   *
   * @param key key of the voter, the same for all accounts of one person
   * @return the account, if one is on the roll
   */
  Optional<Voter> holder(Checksum256 key);
}
