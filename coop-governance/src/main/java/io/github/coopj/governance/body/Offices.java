package io.github.coopj.governance.body;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.List;

/** Which offices one person may hold together (COUNCIL-30). */
public final class Offices {
  private Offices() {}

  /**
   * Checks the mandates of all bodies of a cooperative: nobody sits in the Revision commission and in the Council or
   * the Board; whether in Council and Board together is for the charter to say. The chairman of a
   * section may sit anywhere; whether he may head the Council is for the charter to say (KU-22).
   *
   * @param charter the charter in force
   * @param mandates mandates of all bodies; those not in force are passed over
   * @param at the moment
   * @throws GovernanceException INCOMPATIBLE_OFFICES naming the first pair in the order given
   */
  public static void requireCompatible(Charter charter, List<Mandate> mandates, Instant at) {
    List<Mandate> held =
        mandates.stream().filter(mandate -> mandate.isInForce(at)).toList();
    for (int i = 0; i < held.size(); i++) {
      for (int j = i + 1; j < held.size(); j++) {
        Mandate one = held.get(i);
        Mandate other = held.get(j);
        if (one.holder().equals(other.holder())
            && !compatible(charter, one.office(), other.office())) {
          throw new GovernanceException(
              Reason.INCOMPATIBLE_OFFICES,
              "account",
              one.holder(),
              "office",
              one.office(),
              "other",
              other.office());
        }
      }
    }
  }

  private static boolean compatible(Charter charter, Office one, Office other) {
    if (one == Office.SECTION_CHAIRMAN || other == Office.SECTION_CHAIRMAN) {
      boolean heads = one == Office.CHAIRMAN || other == Office.CHAIRMAN;
      return !heads || charter.sections().chairMayHeadCouncil();
    }
    return one.body() == other.body()
        || (one.body() != Office.Body.AUDIT
            && other.body() != Office.Body.AUDIT
            && charter.council().boardSeatAllowed());
  }
}
