package io.github.coopj.governance.person;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;

/**
 * Who may be a member: an individual, a sole proprietor or an organization, with personal data. Only digests leave the
 * cooperative.
 *
 * <p>Digests are salted: without the salt nobody can try names until one fits. A salt has at least {@value
 * #MIN_SALT_SIZE} bytes and stays secret.
 */
public sealed interface Person permits Individual, SoleProprietor, Organization {
  /** Fewest bytes of a salt. */
  int MIN_SALT_SIZE = 16;

  /**
   * Kind of person.
   *
   * @return one of three
   */
  PersonKind kind();

  /**
   * Taxpayer number.
   *
   * @return 12 digits of a person, 10 of a legal entity
   */
  Inn inn();

  /**
   * Digest of all the data, by which one version of them can be recognized.
   *
   * @param salt secret of the cooperative, 16 bytes or more
   * @return the digest
   * @throws InvalidValueException if the salt is too short
   */
  Checksum256 digest(Bytes salt);

  /**
   * Digest of what identifies this member among all (USER-02): the kind and the taxpayer number, not names or addresses
   * that may change.
   *
   * @param salt secret shared by the cooperatives that are to recognize each other's members, 16 bytes or more
   * @return the same for the same identity, whatever the other data
   * @throws InvalidValueException if the salt is too short
   */
  default Checksum256 identityKey(Bytes salt) {
    return PersonDigest.of(salt, "identity", kind().name(), inn().value());
  }

  /**
   * Digest of the taxpayer behind the membership (ORG-04): the same for an individual and for himself as a sole
   * proprietor, so that both can be counted as one voter.
   *
   * @param salt secret shared by the cooperatives, 16 bytes or more
   * @return the same for the same taxpayer
   * @throws InvalidValueException if the salt is too short
   */
  default Checksum256 voterKey(Bytes salt) {
    return PersonDigest.of(salt, "voter", inn().value());
  }
}
