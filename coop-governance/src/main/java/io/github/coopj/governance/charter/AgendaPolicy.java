package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may propose what for an agenda, and how it may change (AGENDA-03, AGENDA-09, AGENDA-14, AGENDA-17, AGENDA-18).
 *
 * @param minSupporters how many members must stand behind a proposal of a member, the proposer counted; 1 or more
 * @param selfNomination whether a member may nominate himself
 * @param changeThreshold share of those who disagree that carries a change; empty where the charter sets none, and then no
 *     change can be proposed
 * @param changeBinding what the Council may do with a change that was carried
 * @param lateItemIfAllPresent whether an item that was not notified in time is decided when the whole roll takes part
 * @param officersDiffer whether chairman and secretary of a meeting of two members or more must be different persons
 *     (AGENDA-07)
 */
public record AgendaPolicy(
    int minSupporters,
    boolean selfNomination,
    Optional<Ratio> changeThreshold,
    Binding changeBinding,
    boolean lateItemIfAllPresent,
    boolean officersDiffer) {
  /** What the Council may do with a change that was carried (AGENDA-17). */
  public enum Binding {
    /** The Council takes it over, or rejects it as unlawful with a reason. */
    BINDING,
    /** The Council takes it over or leaves it, without a reason. */
    ADVISORY
  }

  /** Refuses proposals without a supporter and a threshold of nothing. */
  public AgendaPolicy {
    Objects.requireNonNull(changeBinding, "changeBinding");
    if (minSupporters < 1) {
      throw new InvalidValueException(
          "agenda.minSupporters must be 1 or more, got " + minSupporters);
    }
    if (changeThreshold.isPresent() && changeThreshold.get().isNone()) {
      throw new InvalidValueException("agenda.changeThreshold must be more than nothing");
    }
  }
}
