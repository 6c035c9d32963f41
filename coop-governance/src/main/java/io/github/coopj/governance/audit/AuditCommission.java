package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The Revision commission (ревизионная комиссия): one Revisor, or three and more members under a chairman, appointed by
 * the general meeting (AUDIT-01, AUDIT-04).
 *
 * @param members mandates in the order of appointment; stored as they are
 */
public record AuditCommission(List<Mandate> members) {
  /** Refuses other offices, repeated accounts and all but one chairman; two members may be left when others end. */
  public AuditCommission {
    members = List.copyOf(members);
    int chairmen = 0;
    Set<Name> holders = new HashSet<>();
    for (Mandate mandate : members) {
      if (mandate.office().body() != Office.Body.AUDIT) {
        throw new InvalidValueException("a Revision commission has no office " + mandate.office());
      }
      if (!holders.add(mandate.holder())) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", mandate.holder());
      }
      if (mandate.office() == Office.AUDIT_CHAIRMAN) {
        chairmen++;
      }
    }
    if (chairmen != 1) {
      throw new GovernanceException(Reason.NOT_ONE_CHAIRMAN, "chairmen", chairmen);
    }
  }

  /**
   * Refuses a commission of none or of two.
   *
   * @param size number of members appointed
   * @throws GovernanceException AUDIT_SIZE
   */
  public static void requireSize(int size) {
    if (size == 0 || size == 2) {
      throw new GovernanceException(Reason.AUDIT_SIZE, "size", size);
    }
  }

  /**
   * Whether as many members are in office as the commission needs to begin something new.
   *
   * @param at the moment
   * @return whether one was appointed and is there, or three and more are
   */
  public boolean isComplete(Instant at) {
    long present = members.stream().filter(mandate -> mandate.isInForce(at)).count();
    return present >= 3 || (members.size() == 1 && present == 1);
  }

  /**
   * Whether votes for adopt a decision: more than half of all members, without a casting vote (AUDIT-08).
   *
   * @param votesFor members who voted for, once each and in office
   * @param at the moment
   * @return whether {@code 2·for > members}
   * @throws GovernanceException DUPLICATE_SEAT, NOT_IN_BODY
   */
  public boolean isAdopted(List<Name> votesFor, Instant at) {
    Set<Name> counted = new HashSet<>();
    for (Name member : votesFor) {
      if (members.stream().noneMatch(m -> m.holder().equals(member) && m.isInForce(at))) {
        throw new GovernanceException(
            Reason.NOT_IN_BODY,
            "account",
            member,
            "body",
            Office.Body.AUDIT,
            "at",
            TimePointSec.of(at));
      }
      if (!counted.add(member)) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", member);
      }
    }
    return 2 * counted.size() > members.size();
  }
}
