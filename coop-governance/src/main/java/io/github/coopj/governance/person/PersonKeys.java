package io.github.coopj.governance.person;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.Checksum256;

/**
 * By what a person is recognized without being named.
 *
 * @param identityKey see {@link Person#identityKey}
 * @param voterKey see {@link Person#voterKey}
 */
public record PersonKeys(Checksum256 identityKey, Checksum256 voterKey) {
  /**
   * The keys of a person.
   *
   * @param person the person
   * @param salt secret shared by the cooperatives, 16 bytes or more
   * @return both keys
   */
  public static PersonKeys of(Person person, Bytes salt) {
    return new PersonKeys(person.identityKey(salt), person.voterKey(salt));
  }
}
