package io.github.coopj.samples.year.data;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.person.Person;
import java.util.Optional;

/**
 * One applicant for membership.
 *
 * @param line line of the file, from 1
 * @param account account to be created
 * @param person who applies, with checked numbers
 * @param representative account of the individual who applies for an organization, or who is the sole proprietor; empty
 *     for an individual
 * @param email address for notices
 */
public record MemberRow(
    long line, Name account, Person person, Name representative, Optional<String> email) {
  /** Names no personal data. */
  @Override
  public String toString() {
    return "MemberRow[line " + line + ", " + account + "]";
  }
}
