package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All versions of one cooperative's charter, each in force from its date on until the next one is (ARCH-04, IND-05). What
 * was done under a version stays under it.
 */
public final class CharterHistory {
  private final List<Charter> versions;

  private CharterHistory(List<Charter> versions) {
    this.versions = List.copyOf(versions);
  }

  /**
   * The history as stored.
   *
   * @param versions versions 1, 2, 3 … in their order, at least one
   * @return the history
   * @throws InvalidValueException if there is none or the first is not version 1
   * @throws GovernanceException OTHER_COOPERATIVE, CHARTER_VERSION_GAP, OUT_OF_ORDER, as for {@link #with}
   */
  public static CharterHistory of(List<Charter> versions) {
    if (versions.isEmpty() || versions.get(0).version() != 1) {
      throw new InvalidValueException("the history of a charter begins with version 1");
    }
    CharterHistory history = new CharterHistory(versions.subList(0, 1));
    for (Charter next : versions.subList(1, versions.size())) {
      history = history.with(next);
    }
    return history;
  }

  /**
   * The charter in force.
   *
   * @param at a moment
   * @return the latest version whose date has come in its own zone
   * @throws GovernanceException CHARTER_NOT_IN_FORCE before the date of the first version
   */
  public Charter inForce(Instant at) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      Charter version = versions.get(i);
      if (!version.effectiveFrom().isAfter(LocalDate.ofInstant(at, version.zone()))) {
        return version;
      }
    }
    throw new GovernanceException(
        Reason.CHARTER_NOT_IN_FORCE, "at", at, "from", versions.get(0).effectiveFrom());
  }

  /**
   * One version.
   *
   * @param number 1 or more
   * @return the charter
   * @throws InvalidValueException if there is no such version
   */
  public Charter version(int number) {
    if (number < 1 || number > versions.size()) {
      throw new InvalidValueException("cooperative " + latest().account()
          + " has charters of versions 1 to " + versions.size() + ", not of " + number);
    }
    return versions.get(number - 1);
  }

  /**
   * The version adopted last, in force or not yet.
   *
   * @return the charter
   */
  public Charter latest() {
    return versions.get(versions.size() - 1);
  }

  /**
   * The history with one more version.
   *
   * @param next the next version
   * @return the longer history
   * @throws GovernanceException OTHER_COOPERATIVE, CHARTER_VERSION_GAP if its number does not follow the last one,
   *     OUT_OF_ORDER if it would be in force before the last one
   */
  public CharterHistory with(Charter next) {
    Charter last = latest();
    if (!next.account().equals(last.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", last.account(), "addressed", next.account());
    }
    if (next.version() != last.version() + 1) {
      throw new GovernanceException(
          Reason.CHARTER_VERSION_GAP, "version", next.version(), "expected", last.version() + 1);
    }
    if (next.effectiveFrom().isBefore(last.effectiveFrom())) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", next.effectiveFrom(), "notBefore", last.effectiveFrom());
    }
    List<Charter> longer = new ArrayList<>(versions);
    longer.add(next);
    return new CharterHistory(longer);
  }
}
