package io.github.coopj.governance.person;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.HashSet;
import java.util.List;

/**
 * Who may verify persons for a cooperative (IND-01, IND-02): the cooperative itself and the registrars it has put on
 * record. What they record holds in this cooperative and in no other.
 *
 * @param cooperative account of the cooperative
 * @param accounts registrars on record, each once, in the order in which they were named
 */
public record Registrars(Name cooperative, List<Name> accounts) {
  /** Refuses a list of nobody's cooperative, with empty accounts or with an account twice. */
  public Registrars {
    accounts = List.copyOf(accounts);
    if (cooperative.isEmpty() || accounts.contains(Name.EMPTY)) {
      throw new InvalidValueException("registrars and their cooperative have accounts");
    }
    if (new HashSet<>(accounts).size() != accounts.size()) {
      throw new InvalidValueException("a registrar is named twice: " + accounts);
    }
  }

  /**
   * The cooperative alone.
   *
   * @param cooperative account of the cooperative
   * @return no registrar on record
   */
  public static Registrars none(Name cooperative) {
    return new Registrars(cooperative, List.of());
  }

  /**
   * Refuses who may not record this verification: a stranger, and a registrar where another one verified before. The
   * cooperative may always renew.
   *
   * @param verifier who is about to verify
   * @param before what is recorded about the person so far
   * @throws GovernanceException NOT_A_VERIFIER, VERIFIED_BY_ANOTHER
   */
  public void requireMayVerify(Name verifier, Verification before) {
    if (verifier.equals(cooperative)) {
      return;
    }
    if (!accounts.contains(verifier)) {
      throw new GovernanceException(
          Reason.NOT_A_VERIFIER, "verifier", verifier, "cooperative", cooperative);
    }
    boolean verified = before.method() != VerificationMethod.NONE;
    if (verified && !before.verifier().equals(verifier)) {
      throw new GovernanceException(
          Reason.VERIFIED_BY_ANOTHER,
          "account",
          before.account(),
          "verifier",
          before.verifier(),
          "requested",
          verifier);
    }
  }
}
