package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All versions of the agenda of one meeting, each by an act of its own: the first by what convened the meeting, every other by a
 * decision of the Council (AGENDA-01, AGENDA-16, AGENDA-17). No version is ever lost.
 */
public final class AgendaHistory {
  private final List<Agenda> versions;
  private final List<Long> decisions;

  private AgendaHistory(List<Agenda> versions, List<Long> decisions) {
    this.versions = List.copyOf(versions);
    this.decisions = List.copyOf(decisions);
  }

  /**
   * The agenda is formed: by the Council's decision to convene, which is over its digest too (AGENDA-01).
   *
   * @param first version 1
   * @param decision number of that decision; 0 where a demander convened in place of the Council
   * @return a history of one version
   * @throws GovernanceException AGENDA_OTHER_VERSION
   */
  public static AgendaHistory begin(Agenda first, long decision) {
    if (first.version() != 1) {
      throw new GovernanceException(
          Reason.AGENDA_OTHER_VERSION, "version", first.version(), "expected", 1);
    }
    return new AgendaHistory(List.of(first), List.of(decision));
  }

  /**
   * Restores stored versions.
   *
   * @param versions versions 1, 2, 3 …
   * @param decisions numbers of the Council's decisions, one for each
   * @return the history
   * @throws InvalidValueException if a version or a decision is missing
   */
  public static AgendaHistory restore(List<Agenda> versions, List<Long> decisions) {
    if (versions.isEmpty() || versions.size() != decisions.size()) {
      throw new InvalidValueException("every version of an agenda needs its decision, got "
          + versions.size() + " and " + decisions.size());
    }
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).version() != i + 1) {
        throw new InvalidValueException("versions of an agenda are numbered 1, 2, 3, got "
            + versions.get(i).version() + " in place " + (i + 1));
      }
    }
    return new AgendaHistory(versions, decisions);
  }

  /**
   * The Council approves the next version.
   *
   * @param amendment the next version, made of the last one
   * @param decision decision AGENDA over the digest of the amendment
   * @param now time of the move
   * @return the history with one more version
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER
   */
  public AgendaHistory amend(AgendaAmendment amendment, DecisionInForce decision, Instant now) {
    amendment.requireFollows(last());
    decision.requireAbout(QuestionType.AGENDA, amendment.digest());
    requireInForce(decision, now);
    List<Agenda> all = new ArrayList<>(versions);
    all.add(amendment.next());
    List<Long> acts = new ArrayList<>(decisions);
    acts.add(decision.id());
    return new AgendaHistory(all, acts);
  }

  private static void requireInForce(DecisionInForce decision, Instant now) {
    if (decision.effectiveAt().toInstant().isAfter(now)) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", now, "notBefore", decision.effectiveAt());
    }
  }

  /**
   * The version in force.
   *
   * @return the last one
   */
  public Agenda last() {
    return versions.get(versions.size() - 1);
  }

  /**
   * All versions.
   *
   * @return version 1 first
   */
  public List<Agenda> versions() {
    return versions;
  }

  /**
   * The Council's decisions.
   *
   * @return numbers, one for each version
   */
  public List<Long> decisions() {
    return decisions;
  }

  /**
   * The Council's decision on the version in force.
   *
   * @return its number; 0 where a demander convened in place of the Council
   */
  public long lastDecision() {
    return decisions.get(decisions.size() - 1);
  }

  /**
   * One version.
   *
   * @param number 1 or more
   * @return the version
   * @throws GovernanceException AGENDA_OTHER_VERSION if there is none
   */
  public Agenda version(int number) {
    if (number < 1 || number > versions.size()) {
      throw new GovernanceException(
          Reason.AGENDA_OTHER_VERSION, "version", number, "expected", versions.size());
    }
    return versions.get(number - 1);
  }

  /**
   * What changed between two versions.
   *
   * @param from the earlier version
   * @param to the later version
   * @return the difference
   * @throws GovernanceException AGENDA_OTHER_VERSION
   */
  public AgendaDiff diff(int from, int to) {
    return AgendaDiff.of(version(from), version(to));
  }
}
