package io.github.coopj.governance.body;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mandates of all bodies of one cooperative in one place (COUNCIL-30): whoever gets an office is checked here against
 * every office he holds.
 *
 * <p>Immutable. Each body keeps its own mandates; the register is put together from them whenever it is needed.
 */
public final class MandateRegister {
  /** No mandate at all. */
  public static final MandateRegister EMPTY = new MandateRegister(List.of());

  private final List<Mandate> mandates;

  private MandateRegister(List<Mandate> mandates) {
    this.mandates = List.copyOf(mandates);
  }

  /**
   * The register of given mandates.
   *
   * @param mandates mandates of all bodies, ended ones too
   * @return the register, in the order given
   */
  public static MandateRegister of(List<Mandate> mandates) {
    return new MandateRegister(mandates);
  }

  /**
   * This register with the mandates of one body more.
   *
   * @param more its mandates
   * @return the register, these mandates last
   */
  public MandateRegister and(List<Mandate> more) {
    List<Mandate> all = new ArrayList<>(mandates);
    all.addAll(more);
    return new MandateRegister(all);
  }

  /**
   * All mandates, ended ones too.
   *
   * @return in the order of the register
   */
  public List<Mandate> all() {
    return mandates;
  }

  /**
   * Mandates in force.
   *
   * @param at the moment
   * @return in the order of the register
   */
  public List<Mandate> inForce(Instant at) {
    return mandates.stream().filter(mandate -> mandate.isInForce(at)).toList();
  }

  /**
   * What one person holds.
   *
   * @param holder the person
   * @param at the moment
   * @return mandates in force, in the order of the register
   */
  public List<Mandate> heldBy(Name holder, Instant at) {
    return inForce(at).stream()
        .filter(mandate -> mandate.holder().equals(holder))
        .toList();
  }

  /**
   * Who holds an office.
   *
   * @param office the office
   * @param at the moment
   * @return mandates in force, in the order of the register
   */
  public List<Mandate> of(Office office, Instant at) {
    return inForce(at).stream().filter(mandate -> mandate.office() == office).toList();
  }

  /**
   * Mandates of the other bodies, which a new mandate in this one must go together with.
   *
   * @param body the body
   * @return mandates of all others, ended ones too
   */
  public List<Mandate> outside(Office.Body body) {
    return mandates.stream().filter(mandate -> mandate.office().body() != body).toList();
  }

  /**
   * The register after a body got new mandates in place of those it had.
   *
   * @param body the body
   * @param next its mandates from now on
   * @param charter the charter in force
   * @param now the moment
   * @return the register, the mandates of this body last
   * @throws GovernanceException INCOMPATIBLE_OFFICES (COUNCIL-30)
   * @throws InvalidValueException for a mandate of another body
   */
  public MandateRegister with(Office.Body body, List<Mandate> next, Charter charter, Instant now) {
    for (Mandate mandate : next) {
      if (mandate.office().body() != body) {
        throw new InvalidValueException(body + " has no office " + mandate.office());
      }
    }
    List<Mandate> changed = new ArrayList<>(outside(body));
    changed.addAll(next);
    Offices.requireCompatible(charter, changed, now);
    return new MandateRegister(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MandateRegister register && mandates.equals(register.mandates);
  }

  @Override
  public int hashCode() {
    return mandates.hashCode();
  }

  @Override
  public String toString() {
    return mandates.toString();
  }
}
