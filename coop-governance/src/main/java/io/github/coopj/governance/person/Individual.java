package io.github.coopj.governance.person;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An individual (физическое лицо).
 *
 * @param lastName family name
 * @param firstName given name
 * @param middleName patronymic (отчество); empty if there is none
 * @param birthDate date of birth
 * @param inn taxpayer number of 12 digits
 */
public record Individual(
    String lastName, String firstName, String middleName, LocalDate birthDate, Inn inn)
    implements Person {
  /** Refuses missing names and the taxpayer number of a legal entity; texts are kept in Unicode form NFC. */
  public Individual {
    lastName = PersonDigest.words("last name", lastName, false);
    firstName = PersonDigest.words("first name", firstName, false);
    middleName = PersonDigest.words("middle name", middleName, true);
    if (inn.isOfLegalEntity()) {
      throw new InvalidValueException("an individual has an INN of 12 digits, got " + inn);
    }
  }

  @Override
  public PersonKind kind() {
    return PersonKind.INDIVIDUAL;
  }

  @Override
  public Checksum256 digest(Bytes salt) {
    return PersonDigest.of(
        salt,
        "data",
        kind().name(),
        lastName,
        firstName,
        middleName,
        birthDate.toString(),
        inn.value());
  }

  /**
   * Age on a day.
   *
   * @param day a day, not before the date of birth
   * @return full years; who was born on 29 February grows older on 1 March of common years
   * @throws InvalidValueException before the date of birth
   */
  public int ageOn(LocalDate day) {
    if (day.isBefore(birthDate)) {
      throw new InvalidValueException("nobody has an age before birth, got " + day);
    }
    return Math.toIntExact(ChronoUnit.YEARS.between(birthDate, day));
  }

  /** Names no data. */
  @Override
  public String toString() {
    return "Individual";
  }
}
