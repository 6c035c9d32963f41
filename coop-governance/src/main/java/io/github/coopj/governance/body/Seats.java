package io.github.coopj.governance.body;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The seats of a body that decides by more than half of its members in office: the Board, the Revision commission. */
public final class Seats {
  private final Office.Body body;
  private final List<Mandate> mandates;

  private Seats(Office.Body body, List<Mandate> mandates) {
    this.body = body;
    this.mandates = List.copyOf(mandates);
  }

  /**
   * Seats of one body, each account once.
   *
   * @param body the body
   * @param mandates its mandates in the order of appointment, ended ones included
   * @return the seats
   * @throws InvalidValueException for an office of another body
   * @throws GovernanceException DUPLICATE_SEAT
   */
  public static Seats of(Office.Body body, List<Mandate> mandates) {
    Set<Name> holders = new HashSet<>();
    for (Mandate mandate : mandates) {
      if (mandate.office().body() != body) {
        throw new InvalidValueException(
            "a seat of the body " + body + " is not for a " + mandate.office());
      }
      if (!holders.add(mandate.holder())) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", mandate.holder());
      }
    }
    return new Seats(body, mandates);
  }

  /**
   * Who is in office.
   *
   * @param at the moment
   * @return accounts in the order of appointment
   */
  public List<Name> inOffice(Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.isInForce(at))
        .map(Mandate::holder)
        .toList();
  }

  /**
   * Who holds an office.
   *
   * @param office the office
   * @param at the moment
   * @return the first mandate for it that is in force
   */
  public Optional<Mandate> holder(Office office, Instant at) {
    return mandates.stream()
        .filter(mandate -> mandate.office() == office && mandate.isInForce(at))
        .findFirst();
  }

  /**
   * Refuses whoever holds no seat, or no longer.
   *
   * @param account who acts
   * @param at the moment
   * @throws GovernanceException NOT_IN_BODY
   */
  public void requireMember(Name account, Instant at) {
    if (!inOffice(at).contains(account)) {
      throw new GovernanceException(
          Reason.NOT_IN_BODY, "account", account, "body", body, "at", TimePointSec.of(at));
    }
  }

  /**
   * Whether votes for are more than half of the members in office, without a casting vote (AUDIT-08, BCHAIR-08).
   *
   * @param votesFor members who voted for, once each and in office
   * @param at the moment
   * @return whether {@code 2·for > members}
   * @throws GovernanceException DUPLICATE_SEAT, NOT_IN_BODY
   */
  public boolean isMajority(List<Name> votesFor, Instant at) {
    Set<Name> counted = new HashSet<>();
    for (Name member : votesFor) {
      requireMember(member, at);
      if (!counted.add(member)) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", member);
      }
    }
    return 2 * counted.size() > inOffice(at).size();
  }
}
