package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.person.Individual;
import io.github.coopj.governance.person.PersonKind;
import java.time.LocalDate;
import java.util.List;

/**
 * Admission of members (приём в пайщики; COUNCIL-12).
 *
 * @param deadlineDays days in which the Council decides on an application
 * @param minAge youngest age of an individual, in full years
 * @param fees what each kind of person pays on joining, one entry per kind in the order of the enum
 */
public record AdmissionPolicy(int deadlineDays, int minAge, List<Fee> fees) {
  /**
   * What one kind of person pays.
   *
   * @param kind kind of person
   * @param entrance entrance contribution (вступительный взнос), not returned; 0 or more
   * @param minimalShare minimal share contribution (минимальный паевой взнос); 0 or more
   */
  public record Fee(PersonKind kind, Asset entrance, Asset minimalShare) {
    /** Refuses negative contributions. */
    public Fee {
      if (entrance.isNegative() || minimalShare.isNegative()) {
        throw new InvalidValueException("contributions of " + kind + " must not be negative");
      }
    }
  }

  /** Refuses a list that does not name each kind once. */
  public AdmissionPolicy {
    fees = List.copyOf(fees);
    if (!fees.stream().map(Fee::kind).toList().equals(List.of(PersonKind.values()))) {
      throw new InvalidValueException(
          "contributions must be given for each kind of person once, got " + fees);
    }
    if (deadlineDays < 1 || minAge < 0) {
      throw new InvalidValueException(
          "admission.deadlineDays must be 1 or more and admission.minAge not negative");
    }
  }

  /**
   * Entrance contribution of a kind of person.
   *
   * @param kind the kind
   * @return 0 or more, in the currency of the charter
   */
  public Asset entrance(PersonKind kind) {
    return fee(kind).entrance();
  }

  /**
   * Minimal share contribution of a kind of person.
   *
   * @param kind the kind
   * @return 0 or more, in the currency of the charter
   */
  public Asset minimalShare(PersonKind kind) {
    return fee(kind).minimalShare();
  }

  /**
   * Refuses an individual who is too young. The date of birth stays with the cooperative; this is checked where it is
   * known, not on the chain.
   *
   * @param person the applicant
   * @param day day of the application
   * @throws GovernanceException UNDER_AGE
   */
  public void requireAge(Individual person, LocalDate day) {
    int age = person.ageOn(day);
    if (age < minAge) {
      throw new GovernanceException(Reason.UNDER_AGE, "age", age, "required", minAge);
    }
  }

  private Fee fee(PersonKind kind) {
    for (Fee fee : fees) {
      if (fee.kind() == kind) {
        return fee;
      }
    }
    throw new IllegalStateException("no contributions for " + kind);
  }
}
