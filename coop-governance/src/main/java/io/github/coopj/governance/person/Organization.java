package io.github.coopj.governance.person;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;

/**
 * An organization (организация), represented by an individual who is a member himself (ORG-02).
 *
 * @param fullName full title
 * @param shortName short title
 * @param inn taxpayer number of 10 digits
 * @param ogrn state number
 * @param representative account of the individual who acts for it
 */
public record Organization(
    String fullName, String shortName, Inn inn, Ogrn ogrn, Name representative) implements Person {
  /** Refuses missing titles, a personal taxpayer number and an organization nobody acts for. */
  public Organization {
    fullName = PersonDigest.words("full name", fullName, false);
    shortName = PersonDigest.words("short name", shortName, false);
    if (!inn.isOfLegalEntity()) {
      throw new InvalidValueException("an organization has an INN of 10 digits, got " + inn);
    }
    if (representative.isEmpty()) {
      throw new InvalidValueException("an organization needs a representative");
    }
  }

  @Override
  public PersonKind kind() {
    return PersonKind.LEGAL_ENTITY;
  }

  @Override
  public Checksum256 digest(Bytes salt) {
    return PersonDigest.of(
        salt,
        "data",
        kind().name(),
        fullName,
        shortName,
        inn.value(),
        ogrn.value(),
        representative.toString());
  }
}
