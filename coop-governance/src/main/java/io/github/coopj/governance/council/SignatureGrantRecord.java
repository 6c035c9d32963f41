package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Mandate;
import java.util.List;

/**
 * A grant of the Council's signature as it is stored. It holds a public key and no secret.
 *
 * @param id number of the decision that gave the grant, 1 or more
 * @param terms what is granted
 * @param signer who signed that decision
 * @param grantors mandates, as they were then, of those who voted for and of who signed
 * @param status how far it has come
 * @param grantedAt when it was given
 * @param endedAt when it ended; the epoch while in force
 * @param acts number of acts so far
 * @param actsOnDay number of acts on the day of the last one
 * @param lastActAt time of the last act; the epoch before the first
 * @param lastAct digest of the last act, which the next one follows; zero before the first
 */
public record SignatureGrantRecord(
    @AbiType("uint64") long id,
    GrantTerms terms,
    Name signer,
    List<Mandate> grantors,
    GrantStatus status,
    TimePointSec grantedAt,
    TimePointSec endedAt,
    @AbiType("uint64") long acts,
    @AbiType("uint32") long actsOnDay,
    TimePointSec lastActAt,
    Checksum256 lastAct) {
  /** Keeps a copy of the mandates. */
  public SignatureGrantRecord {
    grantors = List.copyOf(grantors);
  }

  SignatureGrantRecord used(long onDay, TimePointSec at, Checksum256 act) {
    return new SignatureGrantRecord(
        id, terms, signer, grantors, status, grantedAt, endedAt, acts + 1, onDay, at, act);
  }

  SignatureGrantRecord ended(GrantStatus how, TimePointSec at) {
    return new SignatureGrantRecord(
        id, terms, signer, grantors, how, grantedAt, at, acts, actsOnDay, lastActAt, lastAct);
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    if (id < 1) {
      throw new InvalidValueException("a grant needs the number of its decision, got " + id);
    }
    boolean ended = status != GrantStatus.ACTIVE;
    if (ended == endedAt.equals(TimePointSec.EPOCH)) {
      throw new InvalidValueException(
          "grant " + id + " is " + status + ", so its end must say " + ended);
    }
    if (grantors.stream().noneMatch(mandate -> mandate.holder().equals(signer))) {
      throw new InvalidValueException("grant " + id + " lacks the mandate of its signer " + signer);
    }
    boolean used = acts > 0;
    if (used == lastActAt.equals(TimePointSec.EPOCH)
        || used == lastAct.equals(Checksum256.ZERO)
        || used == (actsOnDay == 0)
        || actsOnDay > acts) {
      throw new InvalidValueException("grant " + id + " had " + acts
          + " acts, so its last act must say " + used + ", got " + actsOnDay + " on the last day");
    }
  }
}
